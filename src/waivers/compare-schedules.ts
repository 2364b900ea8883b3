import type { Reads } from '../database/database.js';
import { Facts } from '../policies/facts.js';
import { PolicyRules } from '../policies/rules.js';
import { scheduleOf } from '../policies/schedule.js';

const WAIVERS_A_READ = 500;

type Row = Awaited<ReturnType<typeof read>>[number];

/**
 * Where the months of a waiver that stand are other than its schedule, computed again from the facts and the version that
 * it pins; in words. Their entries are held against them by `compareRecords`.
 */
export async function compareSchedules(reads: Reads): Promise<string[]> {
  const versions = await reads.policyVersion.findMany({ select: { id: true, rules: true } });
  const rulesOf = new Map(versions.map(({ id, rules }) => [id, PolicyRules.parse(rules)]));
  const problems: string[] = [];
  for (let last = 0; ; ) {
    const waivers = await read(reads, last);
    for (const waiver of waivers) {
      const rules = rulesOf.get(waiver.policyVersionId);
      if (rules) problems.push(...differences(waiver, rules));
      else problems.push(`waiver ${waiver.number}: the version that it pins is not there`);
    }
    if (waivers.length < WAIVERS_A_READ) return problems;
    last = waivers.at(-1)?.id ?? last;
  }
}

const read = (reads: Reads, after: number) =>
  reads.waiver.findMany({
    where: { id: { gt: after } },
    orderBy: { id: 'asc' },
    take: WAIVERS_A_READ,
    include: { months: true },
  });

/** Month by month: what takes a month back counts against it. */
function differences(waiver: Row, rules: PolicyRules): string[] {
  const left = new Map<string, number>();
  const add = (month: string, fen: number) => left.set(month, (left.get(month) ?? 0) + fen);
  for (const { month, fen } of waiver.months) add(month, fen);
  for (const { month, fen } of scheduledMonths(waiver, rules)) add(month, -fen);
  return [...left]
    .filter(([, fen]) => fen !== 0)
    .sort()
    .map(
      ([month, fen]) =>
        `waiver ${waiver.number}, ${month}: its months differ from its schedule by ${fen > 0 ? '+' : ''}${fen} fen`,
    );
}

function scheduledMonths({ beganOn, termEndOn, endedOn, facts }: Row, rules: PolicyRules) {
  const to = endedOn ?? termEndOn;
  if (to <= beganOn) return [];
  return scheduleOf(rules, { ...Facts.parse(facts), period: { from: beganOn, to } }).lines;
}
