import { endOfMonth } from '../../src/calendar/days.js';
import type { Reads } from '../../src/database/database.js';

type Residency = { ventureId: number; parkId: number; beganOn: string; endedOn: string | null };
type Filed = {
  ventureId: number;
  month: string;
  headcount: number;
  graduates: number | null;
  setAside: boolean;
};
type Lease = { ventureId: number; beganOn: string; endedOn: string | null; rent: number };
export type Records = { residencies: Residency[]; returns: Filed[]; leases: Lease[] };

export async function readRecords(reads: Reads, ventureIds: number[]): Promise<Records> {
  const where = { ventureId: { in: ventureIds } };
  return {
    residencies: await reads.residency.findMany({ where }),
    returns: await reads.jobsReturn.findMany({ where }),
    leases: await reads.tenancy.findMany({ where: { ...where, voidedAt: null } }),
  };
}

const covers = (
  { beganOn, endedOn }: Pick<Residency, 'beganOn' | 'endedOn'>,
  day: string,
): boolean => beganOn <= day && (endedOn === null || endedOn > day);

/** The day since which a venture has been in parks without a break, looking back from one residency. */
function unbrokenSince(residency: Residency, all: Residency[]): string {
  const before = all.find(
    (other) => other.ventureId === residency.ventureId && other.endedOn === residency.beganOn,
  );
  return before ? unbrokenSince(before, all) : residency.beganOn;
}

/** What a park's total is on a day, counted from the records and not from the ledger. */
export function slowTotals({ residencies, returns, leases }: Records, parkId: number, day: string) {
  const present = residencies.filter((r) => r.parkId === parkId && covers(r, day));
  const known = present.map((residency) => {
    const since = unbrokenSince(residency, residencies);
    return returns
      .filter((filed) => filed.ventureId === residency.ventureId && !filed.setAside)
      .filter((filed) => endOfMonth(filed.month) >= since && endOfMonth(filed.month) <= day)
      .sort((a, b) => (a.month < b.month ? -1 : 1));
  });
  const jobs = known.map((filed) => filed.at(-1)?.headcount ?? 0);
  // What a return does not say stays what it was, and no more than the people there are.
  const graduates = known.map((filed) =>
    filed.reduce((level, one) => one.graduates ?? Math.min(level, one.headcount), 0),
  );
  const filed = returns.filter((one) => {
    const end = endOfMonth(one.month);
    const home = residencies.find((r) => r.ventureId === one.ventureId && covers(r, end));
    return !one.setAside && end <= day && home?.parkId === parkId;
  });
  const free = present.filter(({ ventureId }) => {
    const own = leases.filter((lease) => lease.ventureId === ventureId && covers(lease, day));
    return own.length > 0 && own.every(({ rent }) => rent === 0);
  });
  return {
    ventures: present.length,
    jobs: jobs.reduce((sum, level) => sum + level, 0),
    'workers-graduates': graduates.reduce((sum, level) => sum + level, 0),
    returns: filed.length,
    'rent-free': free.length,
  };
}
