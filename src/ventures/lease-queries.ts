import type { Day } from '../calendar/days.js';
import type { Reads } from '../database/database.js';
import { parksOn } from '../ledger/parks-on.js';
import type { TenancyFound } from './tenancy-queries.js';

type Lease = Pick<TenancyFound, 'id' | 'spaceId' | 'ventureId'>;

/** What a lease's page shows beside its terms: the notice that stands, its scans, its space's market rents, its waivers. */
export async function aroundLease(reads: Reads, { id, spaceId, ventureId }: Lease) {
  const notice = await reads.quitNotice.findFirst({ where: { tenancyId: id, withdrawnAt: null } });
  const papers = await reads.leasePaper.findMany({
    where: { tenancyId: id },
    include: { proofFile: { select: { name: true } } },
    orderBy: { id: 'asc' },
  });
  const valuations = await reads.spaceValuation.findMany({
    where: { spaceId },
    select: { fromOn: true, fen: true, source: true },
    orderBy: [{ fromOn: 'asc' }, { id: 'asc' }],
  });
  const waivers = await reads.waiver.findMany({
    where: { ventureId, tenancyId: id },
    select: {
      number: true,
      beganOn: true,
      termEndOn: true,
      endedOn: true,
      application: { select: { number: true } },
    },
    orderBy: { id: 'asc' },
  });
  return { notice, papers, valuations, waivers };
}
export type AroundLease = Awaited<ReturnType<typeof aroundLease>>;
export type LeaseOnItsPage = TenancyFound & AroundLease;

/** The two sides of an agreement as the register had them on its first day: who runs the park, and who signs for the venture. */
export async function partiesOf(
  reads: Reads,
  { venture, beganOn }: Pick<TenancyFound, 'venture' | 'beganOn'>,
) {
  const stay =
    venture.residencies.find((each) => each.beganOn <= beganOn) ?? venture.residencies.at(-1);
  const park = (await parksOn(reads, beganOn)).find(({ id }) => id === stay?.parkId) ?? null;
  const people = await reads.personRole.findMany({
    where: {
      ventureId: venture.id,
      role: { in: ['legal-representative', 'founder'] },
      beganOn: { lte: beganOn },
      OR: [{ endedOn: null }, { endedOn: { gt: beganOn } }],
    },
    include: { person: { select: { name: true } } },
    orderBy: { id: 'asc' },
  });
  const signer = people.find(({ role }) => role === 'legal-representative') ?? people[0];
  return { park, signer: signer?.person.name ?? null };
}
export type Parties = Awaited<ReturnType<typeof partiesOf>>;

/** The market rent of a space on a day, and its source; null where it is not known. */
export const valuedOn = ({ valuations }: Pick<AroundLease, 'valuations'>, day: Day) =>
  valuations.findLast(({ fromOn }) => fromOn <= day) ?? null;
