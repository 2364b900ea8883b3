import type { Day } from '../calendar/days.js';
import { lastDayOf } from '../calendar/last-day.js';
import type { IdentityKind } from '../identities/kinds.js';
import { day } from '../language/format.js';
import type { Voice } from '../language/say.js';
import type { FounderCategory, PersonRoleName } from '../people/categories.js';
import { personHref } from '../people/kept-person.js';
import type { PersonWithRecords } from '../people/person-queries.js';
import { period } from '../ventures/present-records.js';

type Row = { label: string; value: string };

/** Name, phone and categories; the phone only where the viewer may see it. */
export function profileRows(
  person: PersonWithRecords,
  showsPrivate: boolean,
  { say, lang }: Voice,
): Row[] {
  const row = (label: string, value: string | null): Row[] =>
    value === null || value === '' ? [] : [{ label, value }];
  const categories = person.categories.map((category) => categoryText(category, { say, lang }));
  return [
    ...row(say('people.person.phone'), showsPrivate ? person.phone : null),
    ...row(say('people.person.graduated'), person.graduatedOn && day(person.graduatedOn, lang)),
    ...row(say('people.person.categories'), categories.join(lang === 'zh' ? '、' : ', ')),
  ];
}

/** A category with the days on which a person has it. */
export function categoryText(
  { category, beganOn, endedOn }: { category: string; beganOn: Day; endedOn: Day | null },
  { say, lang }: Voice,
): string {
  const name = say(`ventures.category.${category as FounderCategory}`);
  const from = day(beganOn, lang);
  if (endedOn === null) return say('people.person.since', { name, from });
  return say('people.person.until', { name, from, to: day(lastDayOf(endedOn), lang) });
}

/** Every role that the person has or had; a link only to ventures that the viewer sees. */
export function ventureRows(
  person: PersonWithRecords,
  seenVentureIds: Set<number>,
  { say, lang }: Voice,
) {
  return person.roles
    .filter(({ ventureId }) => seenVentureIds.has(ventureId))
    .map(({ venture, role, beganOn, endedOn }) => ({
      name: `${venture.number} ${venture.name}`,
      href: `/ventures/${venture.number}`,
      role: say(`ventures.person-role.${role as PersonRoleName}`),
      period: period(beganOn, endedOn, { say, lang }),
    }));
}

type May = { canKeep: boolean; canShow: boolean };

/** The document with its masked number, and what the viewer may do about it. */
export function identityOf(person: PersonWithRecords, { canKeep, canShow }: May, { say }: Voice) {
  const { identity, consents } = person;
  const isAgreed = consents.some(({ purpose }) => purpose === 'identity');
  const at = `${personHref(person)}/identity`;
  return {
    rows: identity
      ? [
          {
            label: say('identities.kind'),
            value: say(`identities.kind.${identity.kind as IdentityKind}`),
          },
          { label: say('identities.number'), value: identity.masked },
        ]
      : [],
    note:
      identity?.neededFor && !isAgreed
        ? say('people.person.needed', { number: identity.neededFor })
        : null,
    showHref: canShow && identity ? `${at}/showing` : null,
    enterHref: canKeep && isAgreed ? at : null,
    enterLabel: say(identity ? 'people.person.change' : 'people.person.enter'),
  };
}

/** That the same document stands under other records too, and under which of those in scope. */
export function samePeopleText(
  same: { number: string; name: string }[],
  total: number,
  { say, lang }: Voice,
): string | null {
  if (total === 0) return null;
  const seen = same.map(({ number, name }) => `${number} ${name}`);
  const who = total > seen.length ? [...seen, say('people.person.same-outside')] : seen;
  return say('people.person.same', { n: total, who: who.join(lang === 'zh' ? '、' : ', ') });
}
