import { rmSync } from 'node:fs';
import { type Case, readingCases } from './cases.js';
import { quantile } from './measure.js';
import { copyOf, server } from './networks.js';
import { forgetPeak, peakOf, type Serving, serve } from './processes.js';
import { load, type MeasuredSide, signIn } from './visit.js';

const exportsOfLarge = 2;

/** Small, so that what an export holds on to shows as memory or as a failure, and not as a lazy collector. */
const heapMb = 160;

export type Growth = {
  sizes: [number, number];
  /** Medians in milliseconds at both sizes, and the second over the first. */
  dashboard: { medians: [number, number]; ratio: number };
  /** The most memory in use during an export at both sizes, in MB, and the second over the first. */
  peaks: Peak[];
};
export type Peak = {
  name: string;
  mb: [number | null, number | null];
  ratio: number | null;
};

/** Two products at once, over the smallest and the largest network, asked in turn: noise meets both alike. */
export async function measureGrowth(
  sizes: [number, number],
  files: [string, string],
  rounds: number,
): Promise<Growth> {
  const folders = files.map(copyOf);
  const serving = await Promise.all(
    folders.map((DATA_DIR) => serve([`--max-old-space-size=${heapMb}`, ...server], { DATA_DIR })),
  );
  try {
    const [small, large] = await Promise.all(serving.map(entered));
    if (!small || !large) throw new Error('two networks are compared');
    const cases = readingCases('');
    const find = (name: string) => cases.find((one) => one.name === name) as Case;
    const medians = await mediansOf([small, large], find('dashboard'), rounds);
    const peaks: Growth['peaks'] = [];
    for (const name of ['csv', 'xlsx']) {
      const one = find(name);
      const few = await peakDuring(small, one, exportsOfLarge * Math.round(sizes[1] / sizes[0]));
      const many = await peakDuring(large, one, exportsOfLarge);
      const ratio = few === null || many === null ? null : many / few;
      peaks.push({ name, mb: [few, many], ratio });
    }
    return { sizes, dashboard: { medians, ratio: medians[1] / medians[0] }, peaks };
  } finally {
    await Promise.all(serving.map((one) => one.stop()));
    for (const folder of folders) rmSync(folder, { recursive: true });
  }
}

const entered = async (one: Serving): Promise<MeasuredSide> => ({
  ...one,
  ...(await signIn(one.base)),
});

async function mediansOf(
  sides: [MeasuredSide, MeasuredSide],
  one: Case,
  rounds: number,
): Promise<[number, number]> {
  const times: [number[], number[]] = [[], []];
  for (const side of sides) await load(side, one, { connections: 1, amount: 50 });
  for (let round = 0; round < rounds; round += 1) {
    for (const which of round % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const)) {
      times[which].push(...(await load(sides[which], one, { connections: 1, amount: 10 })).times);
    }
  }
  return [quantile(times[0], 0.5), quantile(times[1], 0.5)];
}

/**
 * The same number of rows in many small exports and in few large ones: then garbage and caches are alike, and what
 * differs is what one export holds on to.
 */
async function peakDuring(side: MeasuredSide, one: Case, amount: number): Promise<number | null> {
  forgetPeak(side.pid);
  await load(side, one, { connections: 1, amount });
  return peakOf(side.pid);
}
