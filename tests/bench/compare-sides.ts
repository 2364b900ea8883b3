import type { Case } from './cases.js';
import { quantile } from './measure.js';
import { forgetPeak, peakOf } from './processes.js';
import { load, type MeasuredSide, type MeasuredWork } from './visit.js';
import { type Where, whereOf } from './where.js';

export type Figures = {
  median: number;
  p95: number;
  perSecond: number;
  peakMb: number | null;
  /** Of each answer: milliseconds of all threads, statements, and kilobytes as they were sent. */
  cpuMs: number;
  statements: number;
  kb: number;
};
export type Line = {
  name: string;
  ventures: number;
  atOnce: number;
  product: Figures;
  floor: Figures;
  /** Where the product's main thread was; of cases that are asked for one at a time. */
  where: Where | null;
};

/** How long: pages by time, exports by number, in rounds that take turns, so that noise meets both alike. */
export type Effort = {
  rounds: number;
  seconds: number;
  exports: (ventures: number, atOnce: number) => number;
};

type Name = 'product' | 'floor';
const names: Name[] = ['product', 'floor'];
type How = { connections: number; seconds?: number; amount?: number };

/** Measures one case on both sides. */
export async function compareSides(
  sides: { product: MeasuredSide; floor: MeasuredSide },
  one: Case,
  { ventures, atOnce, effort }: { ventures: number; atOnce: number; effort: Effort },
): Promise<Line> {
  const taken: Record<Name, MeasuredWork[]> = { product: [], floor: [] };
  const how = { product: await howOf('product'), floor: await howOf('floor') };
  for (const name of names) forgetPeak(sides[name].pid);
  const rounds = one.kind === 'export' && atOnce > 1 ? 1 : effort.rounds;
  for (let round = 0; round < rounds; round += 1) {
    for (const name of round % 2 === 0 ? names : names.toReversed())
      taken[name].push(await load(sides[name], one, how[name]));
  }
  const figures = (side: Name) => figuresOf(taken[side], peakOf(sides[side].pid));
  const where = atOnce > 1 ? null : await profiled(sides.product, one, how.product);
  const both = { product: figures('product'), floor: figures('floor') };
  return { name: one.name, ventures, atOnce, ...both, where };

  /** Warms up, and decides how to go on: what is slow is asked for by number. */
  async function howOf(name: Name): Promise<How> {
    if (one.kind === 'export') {
      await load(sides[name], one, { amount: 1, connections: 1 });
      const amount = effort.exports(ventures, atOnce);
      return { amount, connections: Math.min(atOnce, amount) };
    }
    const warming = await load(sides[name], one, { amount: 5 * atOnce, connections: atOnce });
    const isSlow = quantile(warming.times, 0.5) > (effort.seconds * 1000) / 8;
    return {
      connections: atOnce,
      ...(isSlow ? { amount: 5 * atOnce } : { seconds: effort.seconds }),
    };
  }
}

export function figuresOf(rounds: MeasuredWork[], peakMb: number | null): Figures {
  const times = rounds.flatMap((round) => round.times);
  const seconds = rounds.reduce((sum, round) => sum + round.seconds, 0);
  return {
    ...workOf(rounds),
    median: quantile(times, 0.5),
    p95: quantile(times, 0.95),
    perSecond: times.length / seconds,
    peakMb,
  };
}

/** Each round's work by its answers, and of the rounds the middle one: noise comes and goes. */
function workOf(rounds: MeasuredWork[]): Pick<Figures, 'cpuMs' | 'statements' | 'kb'> {
  const middle = (of: (round: MeasuredWork) => number) =>
    quantile(
      rounds.map((round) => of(round) / round.times.length),
      0.5,
    );
  return {
    cpuMs: middle(({ cpuMs }) => cpuMs),
    statements: middle(({ statements }) => statements),
    kb: middle(({ bytes }) => bytes / 1000),
  };
}

/** A round more, to see where the time goes: watching costs time itself, so nothing else is taken from it. */
async function profiled(side: MeasuredSide, one: Case, how: How): Promise<Where> {
  await side.meter.beginProfile();
  await load(side, one, how);
  return whereOf(await side.meter.endProfile());
}
