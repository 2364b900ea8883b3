import type { Case } from './cases.js';
import { type Measured, quantile } from './measure.js';
import { forgetPeak, peakOf } from './processes.js';
import { load, type Side } from './visit.js';

export type Figures = { median: number; p95: number; perSecond: number; peakMb: number | null };
export type Line = {
  name: string;
  ventures: number;
  atOnce: number;
  product: Figures;
  floor: Figures;
};

/** How long: pages by time, exports by number, in rounds that take turns, so that noise meets both alike. */
export type Effort = {
  rounds: number;
  seconds: number;
  exports: (ventures: number, atOnce: number) => number;
};

/** Measures one case on both sides. */
export async function compareSides(
  sides: { product: Side; floor: Side },
  one: Case,
  { ventures, atOnce, effort }: { ventures: number; atOnce: number; effort: Effort },
): Promise<Line> {
  const amount = effort.exports(ventures, atOnce);
  const how =
    one.kind === 'export'
      ? { amount, connections: Math.min(atOnce, amount) }
      : { seconds: effort.seconds, connections: atOnce };
  const warming =
    one.kind === 'export'
      ? { amount: 1, connections: 1 }
      : { seconds: Math.min(1, effort.seconds), connections: atOnce };
  const rounds = one.kind === 'export' && atOnce > 1 ? 1 : effort.rounds;
  const taken: Record<'product' | 'floor', Measured[]> = { product: [], floor: [] };
  for (const side of ['product', 'floor'] as const) await load(sides[side], one, warming);
  for (const side of ['product', 'floor'] as const) forgetPeak(sides[side].pid);
  for (let round = 0; round < rounds; round += 1) {
    const order =
      round % 2 === 0 ? (['product', 'floor'] as const) : (['floor', 'product'] as const);
    for (const side of order) taken[side].push(await load(sides[side], one, how));
  }
  const figures = (side: 'product' | 'floor') => figuresOf(taken[side], peakOf(sides[side].pid));
  return { name: one.name, ventures, atOnce, product: figures('product'), floor: figures('floor') };
}

export function figuresOf(rounds: Measured[], peakMb: number | null): Figures {
  const times = rounds.flatMap((round) => round.times);
  const seconds = rounds.reduce((sum, round) => sum + round.seconds, 0);
  return {
    median: quantile(times, 0.5),
    p95: quantile(times, 0.95),
    perSecond: times.length / seconds,
    peakMb,
  };
}
