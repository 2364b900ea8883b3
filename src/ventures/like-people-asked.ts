import type { Reads } from '../database/database.js';
import { cleanName } from '../input/names.js';
import { phoneOf } from '../input/phones.js';
import { refuseIf } from '../language/refusal.js';
import type { Voice } from '../language/say.js';
import { personHref } from '../people/kept-person.js';
import type { Viewer } from '../people/viewer.js';
import type { FormView, Typed } from '../web/forms.js';
import { findLikePeople, type TypedPerson } from './find-like-people.js';

/**
 * A likely double of a person is shown before somebody is entered twice: whoever has looked says why it is another one.
 * @param why what was said of it, or null
 * @throws Refusal at the field that asks why
 */
export async function refuseLikePeople(
  reads: Reads,
  viewer: Viewer,
  people: readonly TypedPerson[],
  why: string | null,
): Promise<void> {
  if (why !== null) return;
  const likes = await findLikePeople(reads, viewer, people);
  refuseIf([likes.length > 0 && { field: 'anotherPerson', key: 'ventures.like-people' }]);
}

/** What a form shows that was held up: the people whom the new ones may be, and why they are others. */
export async function likePeoplePanel(
  reads: Reads,
  viewer: Viewer,
  { errors, typed }: FormView,
  { say, lang }: Voice,
  prefixes: readonly string[],
) {
  const asksWho = errors.anotherPerson !== undefined || (typed.anotherPerson ?? '') !== '';
  const people = prefixes.map((prefix) => typedPerson(typed, prefix));
  const likes = asksWho ? await findLikePeople(reads, viewer, people) : [];
  return {
    asksWho,
    likePeople: likes.map(({ number, name, reason, ventures }) => ({
      href: personHref({ number }),
      name: `${number} ${name}`,
      text: [say(`ventures.like-people.${reason}`), ventures.join(lang === 'zh' ? '、' : ', ')]
        .filter((part) => part !== '')
        .join(lang === 'zh' ? '，' : ', '),
    })),
  };
}

function typedPerson(typed: Typed, prefix: string): TypedPerson {
  const text = (name: string) => [typed[`${prefix}${name}`] ?? ''].flat()[0] ?? '';
  return { name: cleanName(text('name')), phone: phoneOf(text('phone')) };
}
