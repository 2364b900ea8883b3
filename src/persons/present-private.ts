import { type Purpose, purposes } from '../identities/kinds.js';
import { number, time } from '../language/format.js';
import type { Voice } from '../language/say.js';
import { isWordKey, type WordKey } from '../language/say.js';
import type { FounderCategory } from '../people/categories.js';
import { personHref } from '../people/kept-person.js';
import type { PersonWithRecords } from '../people/person-queries.js';
import type { ProofItem } from '../proofs/items.js';

/** Each purpose with the consent that stands for it, if one does. */
export function consentRows(
  person: PersonWithRecords,
  { canKeep, isOneself }: { canKeep: boolean; isOneself: boolean },
  { say, lang }: Voice,
) {
  return purposes.map((purpose: Purpose) => {
    const consent = person.consents.find((row) => row.purpose === purpose);
    const at = `${personHref(person)}/consents/${purpose}`;
    const give = say(`people.person.consent-${isOneself ? 'read' : 'record'}`);
    const act = consent
      ? { href: `${at}/withdrawal`, label: say('people.person.consent-withdraw') }
      : { href: at, label: give };
    return {
      purpose: say(`identities.consent.purpose.${purpose}`),
      state: consent
        ? say(`people.person.consent-${consent.basis as 'self' | 'paper'}`, {
            at: time(consent.givenAt, lang),
            version: String(consent.textVersion),
          })
        : say('people.person.consent-none'),
      isGiven: consent !== undefined,
      act: canKeep ? act : null,
    };
  });
}

/** Each category that the person has or had, with the masked number of its certificate and what the viewer may do about it. */
export function certificateRows(
  person: PersonWithRecords,
  { canKeep, canShow }: { canKeep: boolean; canShow: boolean },
  { say }: Voice,
) {
  const all = [...person.categories, ...person.certificates].map(({ category }) => category);
  return [...new Set(all as FounderCategory[])].map((category) => {
    const row = person.certificates.find((each) => each.category === category);
    const href = `${personHref(person)}/certificates/${category}`;
    const isHeld = person.categories.some((each) => each.category === category);
    const act = (isOffered: boolean, to: string, label: WordKey) =>
      isOffered ? [{ href: to, label: say(label) }] : [];
    return {
      category: say(`ventures.category.${category}`),
      masked: row?.masked ?? say('identities.certificate.none'),
      needed: row?.neededFor
        ? say('identities.certificate.needed', { number: row.neededFor })
        : null,
      acts: [
        ...act(canShow && !!row, `${href}/showing`, 'identities.certificate.show-short'),
        ...act(
          canKeep && isHeld,
          href,
          row ? 'identities.certificate.change' : 'identities.certificate.enter-short',
        ),
        ...act(
          canKeep && !!row && row.neededFor === null,
          `${href}/removal`,
          'identities.certificate.remove-short',
        ),
      ],
    };
  });
}

export function proofRows(person: PersonWithRecords, canKeep: boolean, { say, lang }: Voice) {
  return person.proofFiles.map((file) => ({
    item: say(`proofs.item.${file.item as ProofItem}`),
    name: file.name,
    href: `${personHref(person)}/proofs/${file.id}`,
    size: sizeText(file.size, { say, lang }),
    at: time(file.uploadedAt, lang),
    needed: file.neededFor ? say('people.person.proof-needed', { number: file.neededFor }) : null,
    removeHref:
      canKeep && file.neededFor === null ? `${personHref(person)}/proofs/${file.id}/removal` : null,
  }));
}

/** As people read it: kilobytes upwards, one decimal from a megabyte. */
function sizeText(bytes: number, { say, lang }: Voice): string {
  const kilobytes = Math.max(1, Math.round(bytes / 1024));
  if (kilobytes < 1024) return say('people.person.proof-kb', { n: kilobytes });
  const megabytes = Math.round((bytes / 1024 / 1024) * 10) / 10;
  return say('people.person.proof-mb', { n: number(megabytes, lang) });
}

/** Who entered, saw or removed what is private, as a timeline. */
export function useEvents(
  events: { verb: string; at: Date; actorId: number | null; reason: string; detail: unknown }[],
  names: Map<number, string>,
  { say, lang }: Voice,
) {
  return events.map(({ verb, at, actorId, reason, detail }) => {
    const { proofItem, purpose } = detail as { proofItem?: ProofItem; purpose?: Purpose };
    const about = proofItem
      ? say(`proofs.item.${proofItem}`)
      : purpose && say(`identities.consent.purpose.${purpose}`);
    const key = `history.${verb}`;
    const what = isWordKey(key) ? say(key) : verb;
    return {
      what: about ? say('web.field.of', { label: what, message: about }) : what,
      when: time(at, lang),
      who: actorId === null ? say('history.system') : (names.get(actorId) ?? ''),
      ...(reason === '' ? {} : { text: say('history.reason', { text: reason }) }),
    };
  });
}
