import type { Day } from '../../calendar/days.js';
import type { Reads } from '../../database/database.js';
import type { Prisma } from '../../database/generated/client.js';
import { venturesInScope } from '../../people/scope.js';
import type { Viewer } from '../../people/viewer.js';
import { canWriteVenture } from '../permissions.js';

const withAll = (on: Day) =>
  ({
    residencies: { include: { park: true }, orderBy: { beganOn: 'desc' } },
    _count: { select: { tenancies: { where: { endedOn: null } } } },
    roles: {
      where: { role: 'founder', OR: [{ endedOn: null }, { endedOn: { gt: on } }] },
      include: { person: { include: { account: { select: { isActive: true } } } } },
      orderBy: { id: 'asc' },
    },
  }) as const satisfies Prisma.VentureInclude;
export type ChosenVenture = Prisma.VentureGetPayload<{ include: ReturnType<typeof withAll> }>;

/** The ventures that were chosen by their numbers, of those that the viewer sees, with who founded them by the day. */
export const chosenVentures = (
  reads: Reads,
  viewer: Viewer,
  numbers: readonly string[],
  on: Day,
): Promise<ChosenVenture[]> =>
  reads.venture.findMany({
    where: { AND: [venturesInScope(viewer), { number: { in: [...numbers] } }] },
    include: withAll(on),
    orderBy: { id: 'asc' },
  });

export type WhyNot = 'not-yours' | 'not-settled' | 'nobody' | null;

/** Why the residency of a chosen venture is not ended with the others; null where it can be. */
export function whyNotEnded(viewer: Viewer, venture: ChosenVenture): WhyNot {
  if (!canWriteVenture(viewer, venture)) return 'not-yours';
  return openStay(venture) ? null : 'not-settled';
}

export const openStay = ({ residencies }: ChosenVenture) =>
  residencies.find(({ endedOn }) => endedOn === null);

/** Why nobody of a chosen venture is told; null where somebody is. */
export function whyNotTold(viewer: Viewer, venture: ChosenVenture): WhyNot {
  if (!canWriteVenture(viewer, venture)) return 'not-yours';
  return reachable(venture).length > 0 ? null : 'nobody';
}

/** The founders who read what they are told: by an account, or by a phone. */
export const reachable = ({ roles }: ChosenVenture) => [
  ...new Map(
    roles
      .map(({ person }) => person)
      .filter(({ account, phone }) => (account ? account.isActive : phone !== null))
      .map((person) => [person.id, person]),
  ).values(),
];
