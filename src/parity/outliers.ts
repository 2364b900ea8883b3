/** What a park's cases come to, among those of all parks. */
export type ParkTally = {
  parkId: number;
  cases: number;
  refused: number;
  corrected: number;
  /** Working days of each case, as far as they can be counted. */
  days: number[];
};

export type Outlier = { parkId: number; what: 'days' | 'refusals' | 'corrections' };

/** Fewer cases say nothing of a park. */
export const LEAST_CASES = 5;
/** How unlikely a share has to be if the park were like the others. */
export const UNLIKELY = 0.05;
/** A park stands out whose median is this much above that of the others, and at least so many working days. */
export const SLOWER = { times: 1.5, days: 3 };

export function median(numbers: number[]): number | null {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle];
  if (upper === undefined) return null;
  const lower = sorted[middle - 1];
  return sorted.length % 2 === 1 || lower === undefined ? upper : (lower + upper) / 2;
}

/** ln n! of every n so far, worked out once. */
const logFactorials = [0, 0];
function logFactorial(n: number): number {
  for (let i = logFactorials.length; i <= n; i += 1)
    logFactorials.push((logFactorials[i - 1] as number) + Math.log(i));
  return logFactorials[n] as number;
}
const logChoose = (n: number, k: number): number =>
  logFactorial(n) - logFactorial(k) - logFactorial(n - k);

/**
 * Fisher's exact test, one-sided: how likely a park has at least `hits` of all `allHits`, if its `cases` were drawn
 * blindly from `allCases`. @returns a probability from 0 to 1
 */
export function chanceOfAtLeast(
  hits: number,
  { cases, allHits, allCases }: { cases: number; allHits: number; allCases: number },
): number {
  const total = logChoose(allCases, cases);
  let chance = 0;
  for (let k = hits; k <= Math.min(cases, allHits); k += 1) {
    if (cases - k > allCases - allHits) continue;
    chance += Math.exp(logChoose(allHits, k) + logChoose(allCases - allHits, cases - k) - total);
  }
  return Math.min(1, chance);
}

/** The parks whose days, refusals or corrections stand out among the others. */
export function outliersOf(tallies: ParkTally[]): Outlier[] {
  const sum = (of: (tally: ParkTally) => number) =>
    tallies.reduce((total, tally) => total + of(tally), 0);
  const allCases = sum(({ cases }) => cases);
  const isUnlikely = (tally: ParkTally, hits: number, allHits: number) =>
    chanceOfAtLeast(hits, { cases: tally.cases, allHits, allCases }) < UNLIKELY;
  const refused = sum((tally) => tally.refused);
  const corrected = sum((tally) => tally.corrected);
  return tallies
    .filter(({ cases }) => cases >= LEAST_CASES)
    .flatMap((tally): Outlier[] => {
      const { parkId } = tally;
      const found: Outlier[] = [];
      if (isSlow(tally, tallies)) found.push({ parkId, what: 'days' });
      if (isUnlikely(tally, tally.refused, refused)) found.push({ parkId, what: 'refusals' });
      if (isUnlikely(tally, tally.corrected, corrected))
        found.push({ parkId, what: 'corrections' });
      return found;
    });
}

function isSlow(tally: ParkTally, all: ParkTally[]): boolean {
  const others = all.filter((item) => item !== tally).flatMap(({ days }) => days);
  const own = median(tally.days);
  const usual = median(others);
  if (own === null || usual === null) return false;
  return own >= usual * SLOWER.times && own - usual >= SLOWER.days;
}
