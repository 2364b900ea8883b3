import type { Day } from '../calendar/days.js';
import type { Reads } from '../database/database.js';
import type { FounderCategory } from '../people/categories.js';
import { isCurrentPerson } from '../people/merged-people.js';
import { canShowNumber } from '../people/permissions.js';
import { peopleInScope } from '../people/scope.js';
import type { Viewer } from '../people/viewer.js';
import type { KeyRing } from '../vault/key-ring.js';
import { lookupOf } from '../vault/lookup.js';
import { identityKinds } from './kinds.js';
import { plainCertificate } from './read-certificate.js';
import { readNumber } from './read-number.js';

/** A person whose number it is; of a certificate the category that it proves. */
export type PersonOfNumber = {
  number: string;
  name: string;
  masked: string;
  category: FounderCategory | null;
};

/**
 * The people whose number a viewer may see, by the keyed hash of the number as it is normalised: nothing is opened, and a part
 * of a number finds nobody.
 */
export async function peopleOfNumber(
  reads: Reads,
  keys: KeyRing,
  viewer: Viewer,
  { number: typed, today }: { number: string; today: Day },
): Promise<PersonOfNumber[]> {
  const documents = identityKinds.flatMap((kind) => {
    const read = readNumber(kind, typed, today);
    return 'number' in read ? [lookupOf(keys, kind, read.lasting).lookup] : [];
  });
  const { lookup } = lookupOf(keys, 'certificate', plainCertificate(typed));
  const people = await reads.person.findMany({
    where: {
      AND: [
        peopleInScope(viewer),
        isCurrentPerson.where,
        {
          OR: [{ identity: { lookup: { in: documents } } }, { certificates: { some: { lookup } } }],
        },
      ],
    },
    select: {
      id: true,
      number: true,
      name: true,
      identity: { select: { masked: true, lookup: true } },
      certificates: { where: { lookup }, select: { category: true, masked: true } },
      roles: { include: { venture: { include: { residencies: true } } } },
    },
    orderBy: { id: 'asc' },
    take: 50,
  });
  return people
    .filter((person) => canShowNumber(viewer, person))
    .flatMap(({ number, name, identity, certificates }) => [
      ...(identity && documents.includes(identity.lookup)
        ? [{ number, name, masked: identity.masked, category: null }]
        : []),
      ...certificates.map(({ category, masked }) => ({
        number,
        name,
        masked,
        category: category as FounderCategory,
      })),
    ]);
}
