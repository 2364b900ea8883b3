import { addDays, daysBetween, endOfMonth } from '../../src/calendar/days.js';
import type { Reads } from '../../src/database/database.js';
import { monthsUntil } from '../../src/waivers/months-until.js';

type Residency = { ventureId: number; parkId: number; beganOn: string; endedOn: string | null };
type Filed = {
  ventureId: number;
  month: string;
  headcount: number;
  graduates: number | null;
  setAside: boolean;
};
type Lease = {
  id: number;
  ventureId: number;
  beganOn: string;
  endedOn: string | null;
  rent: number;
};
/** A month of a waiver by the schedule of its decision, up to the day on which it ended or ends. */
type Waived = { parkId: number; tenancyId: number | null; from: string; to: string; fen: number };
export type Records = {
  residencies: Residency[];
  returns: Filed[];
  leases: Lease[];
  waived: Waived[];
};

export async function readRecords(reads: Reads, ventureIds: number[]): Promise<Records> {
  const where = { ventureId: { in: ventureIds } };
  return {
    residencies: await reads.residency.findMany({ where }),
    returns: await reads.jobsReturn.findMany({ where }),
    leases: await reads.tenancy.findMany({ where: { ...where, voidedAt: null } }),
    waived: await readWaived(reads, ventureIds),
  };
}

async function readWaived(reads: Reads, ventureIds: number[]): Promise<Waived[]> {
  const waivers = await reads.waiver.findMany({ where: { ventureId: { in: ventureIds } } });
  const months: Waived[] = [];
  for (const waiver of waivers) {
    const { parkId, tenancyId, beganOn } = waiver;
    const until = waiver.endedOn ?? waiver.termEndOn;
    for (const { month, fen } of await monthsUntil(reads, waiver, until)) {
      const from = beganOn > `${month}-01` ? beganOn : `${month}-01`;
      const next = addDays(endOfMonth(month), 1);
      months.push({ parkId, tenancyId, from, to: until < next ? until : next, fen });
    }
  }
  return months;
}

/** Whether all the rent of a lease is waived on a day, but for what rounding to the fen takes. */
function isWaived({ id, rent }: Lease, waived: Waived[], day: string): boolean {
  const inMonth = Number(endOfMonth(day.slice(0, 7)).slice(8));
  return waived.some(({ tenancyId, from, to, fen }) => {
    const isOfDay = tenancyId === id && from <= day && day < to;
    return isOfDay && fen + 1 >= (rent * daysBetween(from, to)) / inMonth;
  });
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
export function slowTotals(
  { residencies, returns, leases, waived }: Records,
  parkId: number,
  day: string,
) {
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
    return own.length > 0 && own.every((lease) => lease.rent === 0 || isWaived(lease, waived, day));
  });
  return {
    ventures: present.length,
    jobs: jobs.reduce((sum, level) => sum + level, 0),
    'workers-graduates': graduates.reduce((sum, level) => sum + level, 0),
    returns: filed.length,
    'rent-free': free.length,
    'waived-rent': waived
      .filter((month) => month.parkId === parkId && month.from <= day)
      .reduce((sum, { fen }) => sum + fen, 0),
  };
}
