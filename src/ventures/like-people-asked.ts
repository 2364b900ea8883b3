import type { Reads } from '../database/database.js';
import { cleanName } from '../input/names.js';
import { phoneOf } from '../input/phones.js';
import type { Fault } from '../language/refusal.js';
import type { Voice } from '../language/say.js';
import { personHref } from '../people/kept-person.js';
import type { Viewer } from '../people/viewer.js';
import type { FormView, Typed } from '../web/forms.js';
import { findLikePeople, type LikePerson, type TypedPerson } from './find-like-people.js';

/**
 * A likely double of a person is shown before somebody is entered twice: whoever has looked says why it is another one.
 * @param why what was said of it, or null
 * @returns the fault at the field that asks why, or false
 */
export async function likePeopleFault(
  reads: Reads,
  viewer: Viewer,
  people: readonly TypedPerson[],
  why: string | null,
): Promise<Fault | false> {
  if (why !== null) return false;
  const likes = await findLikePeople(reads, viewer, people);
  return likes.length > 0 && { field: 'anotherPerson', key: 'ventures.like-people' };
}

/** Whom somebody on record may be under a corrected name or phone, beside who was told apart from them already. */
export async function likesOfCorrected(
  reads: Reads,
  viewer: Viewer,
  before: TypedPerson & { id: number },
  after: TypedPerson,
): Promise<LikePerson[]> {
  const { id } = before;
  const [isRenamed, isRephoned] = [before.name !== after.name, before.phone !== after.phone];
  if (!isRenamed && !isRephoned) return [];
  const apart = await reads.personPair.findMany({
    where: { withdrawnAt: null, OR: [{ firstId: id }, { secondId: id }] },
  });
  const known = new Set([id, ...apart.flatMap(({ firstId, secondId }) => [firstId, secondId])]);
  const likes = await findLikePeople(reads, viewer, [after]);
  // Who has had that name all along was looked at when they were entered.
  return likes.filter((like) => !known.has(like.id) && (isRenamed || like.reason === 'sound'));
}

/** What a form shows that was held up: the people whom the new ones may be, and why they are others. */
export async function likePeoplePanel(
  reads: Reads,
  viewer: Viewer,
  { errors, typed }: FormView,
  { say, lang }: Voice,
  prefixes: readonly string[],
) {
  const people = prefixes.map((prefix) => typedPerson(typed, prefix));
  const asksWho = asksWhoIn({ errors, typed });
  const likes = asksWho ? await findLikePeople(reads, viewer, people) : [];
  return { asksWho, likePeople: presentLikePeople(likes, { say, lang }) };
}

export const asksWhoIn = ({ errors, typed }: Pick<FormView, 'errors' | 'typed'>): boolean =>
  errors.anotherPerson !== undefined || (typed.anotherPerson ?? '') !== '';

/** Each as a line: who it is, what is alike, and of which ventures they are. */
export const presentLikePeople = (likes: readonly LikePerson[], { say, lang }: Voice) =>
  likes.map(({ number, name, reason, ventures }) => ({
    href: personHref({ number }),
    name: `${number} ${name}`,
    text: [say(`ventures.like-people.${reason}`), ventures.join(lang === 'zh' ? '、' : ', ')]
      .filter((part) => part !== '')
      .join(lang === 'zh' ? '，' : ', '),
  }));

export function typedPerson(typed: Typed, prefix: string): TypedPerson {
  const text = (name: string) => [typed[`${prefix}${name}`] ?? ''].flat()[0] ?? '';
  return { name: cleanName(text('name')), phone: phoneOf(text('phone')) };
}
