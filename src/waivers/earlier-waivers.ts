import type { Day } from '../calendar/days.js';
import { monthsLater } from '../calendar/months-later.js';
import type { Reads } from '../database/database.js';
import { samePeople } from '../identities/same-people.js';
import type { Facts } from '../policies/facts.js';

/** For whom a waiver is asked, and under which policy. */
export type Asking = { policyId: number; ventureId: number; personId: number };

/** A waiver as the rules see it: what it covers, [beganOn, until), and what stands of it in fen. */
type Held = Awaited<ReturnType<typeof heldBy>>[number];

const until = ({ endedOn, termEndOn }: { endedOn: Day | null; termEndOn: Day }): Day =>
  endedOn ?? termEndOn;

/** Every waiver of the venture and of the person, under whatever record the same document was entered. */
async function heldBy(reads: Reads, { ventureId, personId }: Asking) {
  const people = [personId, ...(await samePeople(reads, personId)).map(({ id }) => id)];
  const rows = await reads.waiver.findMany({
    where: { OR: [{ ventureId }, { personId: { in: people } }] },
    include: { months: true, policyVersion: { select: { rules: true } } },
    orderBy: { id: 'asc' },
  });
  return rows
    .map((row) => ({ ...row, until: until(row), isPersons: people.includes(row.personId) }))
    .filter((row) => row.beganOn < row.until);
}

/** Months of the benefit from a day to a day, a begun one counted whole. */
export function benefitMonths(beganOn: Day, to: Day): number {
  let months = 0;
  while (monthsLater(beganOn, months) < to) months += 1;
  return months;
}

const usedBy = (waivers: Held[]) => ({
  months: waivers.reduce((sum, one) => sum + benefitMonths(one.beganOn, one.until), 0),
  fen: waivers.reduce((sum, one) => sum + one.months.reduce((fen, month) => fen + month.fen, 0), 0),
});

/**
 * What was granted before, for a period that begins on a day: what the policy has given already, since when the
 * venture has had it, and every other benefit for rent that this system knows of.
 */
export async function earlierWaivers(
  reads: Reads,
  asking: Asking,
  period: { from: Day; to: Day },
): Promise<Pick<Facts, 'startedOn' | 'used' | 'otherBenefits'>> {
  const held = await heldBy(reads, asking);
  const ofPolicy = held.filter(({ policyId }) => policyId === asking.policyId);
  const isOwn = (one: Held) => one.ventureId === asking.ventureId;
  const chain = ofPolicy.filter((one) => isOwn(one) && one.until <= period.from);
  const startedOn = chain.map(({ beganOn }) => beganOn).sort()[0] ?? null;
  return {
    startedOn,
    used: {
      person: usedBy(ofPolicy.filter(({ isPersons }) => isPersons)),
      venture: usedBy(ofPolicy.filter(isOwn)),
      yearFen: yearFen(chain, startedOn, period.from),
    },
    otherBenefits: held
      .filter((one) => !chain.includes(one))
      .map((one) => ({ name: one.number, beganOn: one.beganOn, endedOn: one.until })),
  };
}

/** What the policy gave in the year of the benefit that a day lies in. */
function yearFen(chain: Held[], startedOn: Day | null, day: Day): number {
  if (startedOn === null) return 0;
  let year = 0;
  while (monthsLater(startedOn, (year + 1) * 12) <= day) year += 1;
  const first = monthsLater(startedOn, year * 12).slice(0, 7);
  return chain
    .flatMap(({ months }) => months)
    .filter(({ month }) => month >= first)
    .reduce((sum, { fen }) => sum + fen, 0);
}
