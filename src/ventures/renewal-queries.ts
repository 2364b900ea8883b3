import { addMonths, type Day, firstOf, monthOf } from '../calendar/days.js';
import type { Reads } from '../database/database.js';

/** What a renewal is to know of a lease: what its space is worth, by day, and which waivers of its rent run. */
export async function aroundRenewal(
  reads: Reads,
  { id, spaceId, ventureId }: { id: number; spaceId: number; ventureId: number },
  on: Day,
) {
  const valuations = await reads.spaceValuation.findMany({
    where: { spaceId },
    select: { fromOn: true, fen: true },
    orderBy: [{ fromOn: 'asc' }, { id: 'asc' }],
  });
  const waivers = await reads.waiver.findMany({
    where: { ventureId, tenancyId: id, endedOn: null, termEndOn: { gt: on } },
    select: { number: true, termEndOn: true, application: { select: { number: true } } },
    orderBy: { id: 'asc' },
  });
  return { valuations, waivers };
}
export type AroundRenewal = Awaited<ReturnType<typeof aroundRenewal>>;

/** The first day on which nothing is closed, not before a day: from there a lease can begin without a reopening. */
export async function firstOpenDay(reads: Reads, day: Day): Promise<Day> {
  const last = await reads.closedMonth.findFirst({
    select: { month: true },
    orderBy: { month: 'desc' },
  });
  if (!last || last.month < monthOf(day)) return day;
  return firstOf(addMonths(last.month, 1));
}
