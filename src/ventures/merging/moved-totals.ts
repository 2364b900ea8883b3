import { addMonths, type Day, type Month, monthOf } from '../../calendar/days.js';
import type { Reads } from '../../database/database.js';
import { rentRecordsOf } from '../../ledger/causes/lease-records.js';
import { linesOfLeases, type RentRecords } from '../../ledger/causes/leases.js';
import { levelMeasures, linesOf, type ReturnRecord, type Stated } from '../../ledger/lines-of.js';
import { workerKinds } from '../../ledger/measures/workers.js';
import { isAdded, isOfMonth, type Line, type Measure, measures } from '../../ledger/measures.js';
import { recordsOf } from '../../ledger/venture-records.js';
import type { Records, ReturnRow } from './stored-records.js';

/** A total of a park that comes out differently by so much, in each month from one to another; null for all that follow. */
export type MovedTotal = {
  parkId: number;
  measure: Measure;
  from: Month;
  to: Month | null;
  amount: number;
};

/**
 * What a merge moves of the totals of parks, by month: of a stock its level at each month's end, of a flow what belongs
 * to the month. It is worked out from the records as they would be, by the rules that make the ledger's entries.
 */
export async function movedTotals(
  reads: Reads,
  ventureIds: number[],
  { ownId, after }: { ownId: number; after: Records },
): Promise<MovedTotal[]> {
  const rents = await rentRecordsOf(reads, ventureIds);
  const before = [
    ...(await recordsOf(reads, ventureIds, '')).flatMap(linesOf),
    ...rents.flatMap(linesOfLeases),
  ];
  const residencies = after.Residency;
  const returns = after.JobsReturn.filter(({ setAside }) => setAside === 0).map(statedBy);
  const levelsBefore = levelMeasures.map(() => 0);
  const lines = [
    ...linesOf({ ventureId: ownId, from: '', levelsBefore, residencies, returns }),
    ...linesOfLeases(rentsAfter(rents, ownId, after)),
  ];
  return changesOf(before, lines);
}

function statedBy(row: ReturnRow): ReturnRecord {
  const workers = workerKinds.map((kind) => (row[kind] ?? null) as number | null);
  return { id: row.id, month: row.month, stated: [row.headcount, ...workers] satisfies Stated };
}

function rentsAfter(rents: RentRecords[], ownId: number, after: Records): RentRecords {
  const known = new Map(rents.flatMap(({ leases }) => leases).map((lease) => [lease.id, lease]));
  const leases = after.Tenancy.flatMap(({ id, endedOn, heldOverTo, termEndOn }) => {
    const lease = known.get(id);
    const to: Day = endedOn ?? heldOverTo ?? termEndOn;
    return lease ? [Object.assign({}, lease, { endedOn, to })] : [];
  });
  const waived = rents.flatMap((each) => each.waived);
  return { ventureId: ownId, residencies: after.Residency, leases, waived };
}

function changesOf(before: readonly Line[], after: readonly Line[]): MovedTotal[] {
  const sums = new Map<string, Map<Month, number>>();
  const add = ({ parkId, measure, effectiveOn }: Line, amount: number) => {
    const key = `${parkId} ${measure}`;
    const months = sums.get(key) ?? new Map<Month, number>();
    months.set(monthOf(effectiveOn), (months.get(monthOf(effectiveOn)) ?? 0) + amount);
    sums.set(key, months);
  };
  for (const line of before) add(line, -line.amount);
  for (const line of after) add(line, line.amount);
  const order = Object.keys(measures);
  return [...sums]
    .flatMap(([key, months]) => {
      const [parkId = '', measure = ''] = key.split(' ');
      return stretchesOf(Number(parkId), measure as Measure, months);
    })
    .sort(
      (a, b) =>
        a.parkId - b.parkId ||
        order.indexOf(a.measure) - order.indexOf(b.measure) ||
        (a.from < b.from ? -1 : 1),
    );
}

/** Months in a row that change by the same amount are one line. */
function stretchesOf(parkId: number, measure: Measure, sums: Map<Month, number>): MovedTotal[] {
  const found: MovedTotal[] = [];
  const isFlow = isOfMonth(measure) || isAdded(measure);
  let level = 0;
  for (const [month, change] of [...sums].sort()) {
    const last = found.at(-1);
    if (isFlow) {
      if (change === 0) continue;
      if (last && last.amount === change && last.to === addMonths(month, -1)) last.to = month;
      else found.push({ parkId, measure, from: month, to: month, amount: change });
      continue;
    }
    if (change === 0) continue;
    if (last && last.to === null) last.to = addMonths(month, -1);
    level += change;
    if (level !== 0) found.push({ parkId, measure, from: month, to: null, amount: level });
  }
  return found;
}
