import { transact } from '../database/database.js';
import type { Prisma } from '../database/generated/client.js';
import { refuseIf } from '../language/refusal.js';
import {
  countFailure,
  forgiveFailure,
  placeHash,
  secondsToWait,
  type Tally,
} from '../people/sign-in-limits.js';
import type { Deps } from '../web/deps.js';

const include = {
  person: { select: { name: true, phone: true } },
  policyVersion: { include: { policy: true } },
  steps: { orderBy: { id: 'asc' } },
  waiver: true,
} as const satisfies Prisma.WaiverApplicationInclude;
export type TrackedCase = Prisma.WaiverApplicationGetPayload<{ include: typeof include }>;

/** Tries are counted by place, and by case: four digits could be tried out from many places. */
const talliesOf = (number: string, address: string): Tally[] => [
  { kind: 'name', key: `tracking ${placeHash(address)}` },
  { kind: 'name', key: `tracking case ${number}` },
];

/**
 * A case that was handed in, by its number and the last four digits of the applicant's phone. A wrong number and a
 * wrong phone have the same answer.
 * @throws Refusal for what does not fit together, or after too many tries
 */
export async function lookUp(
  { db, clock }: Deps,
  { number, digits, address }: { number: string; digits: string; address: string },
): Promise<TrackedCase> {
  const at = clock.now();
  const tallies = talliesOf(number, address);
  const seconds = await transact(db, async (tx) => {
    const wait = await secondsToWait(tx, tallies, at);
    if (wait === 0) await countFailure(tx, tallies, at); // before it is looked up: many at once cannot slip through
    return wait;
  });
  const minutes = Math.ceil(seconds / 60);
  refuseIf([seconds > 0 && { field: '', key: 'tracking.wait', values: { minutes } }]);
  const one = await db.waiverApplication.findFirst({
    where: { number, submittedAt: { not: null } },
    include,
  });
  const isRight = one?.person.phone?.slice(-4) === digits;
  refuseIf([!isRight && { field: '', key: 'tracking.not-found' }]);
  await transact(db, (tx) => forgiveFailure(tx, tallies));
  return one as TrackedCase;
}
