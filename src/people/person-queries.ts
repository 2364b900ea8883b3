import type { Reads } from '../database/database.js';
import type { Prisma } from '../database/generated/client.js';
import { isCurrentPerson } from './merged-people.js';
import { peopleInScope } from './scope.js';
import type { Viewer } from './viewer.js';

const withVentures = {
  roles: {
    include: { venture: { include: { residencies: true } } },
    orderBy: [{ beganOn: 'desc' }, { id: 'desc' }],
  },
} as const satisfies Prisma.PersonInclude;

const withRecords = {
  ...withVentures,
  categories: { orderBy: [{ beganOn: 'asc' }, { id: 'asc' }] },
  consents: { where: { withdrawnAt: null } },
  // Never the sealed number: that is opened by one verb only.
  identity: { select: { kind: true, masked: true, enteredAt: true, neededFor: true } },
  certificates: {
    select: { category: true, masked: true, enteredAt: true, neededFor: true },
    orderBy: { category: 'asc' },
  },
  proofFiles: { where: { removedAt: null }, orderBy: { id: 'desc' } },
} as const satisfies Prisma.PersonInclude;

/** A person with the ventures that tell who may do what. */
export type PersonWithVentures = Prisma.PersonGetPayload<{ include: typeof withVentures }>;
/** A person with all that its page shows. */
export type PersonWithRecords = Prisma.PersonGetPayload<{ include: typeof withRecords }>;

/** The person with a number, or null where the viewer does not see it, or it went into another. */
export const findPerson = (
  reads: Reads,
  viewer: Viewer,
  number: string,
): Promise<PersonWithVentures | null> =>
  reads.person.findFirst({
    where: { AND: [peopleInScope(viewer), isCurrentPerson.where, { number }] },
    include: withVentures,
  });

export const findPersonRecords = (
  reads: Reads,
  viewer: Viewer,
  number: string,
): Promise<PersonWithRecords | null> =>
  reads.person.findFirst({
    where: { AND: [peopleInScope(viewer), isCurrentPerson.where, { number }] },
    include: withRecords,
  });
