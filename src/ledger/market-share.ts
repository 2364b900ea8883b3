import { halfUp } from '../numbers/rational.js';

/**
 * What a part of a space would bring on the market, in whole fen a month, rounded half up: a valuation is of the whole, and
 * a lease has the share that its area is of it. In fen times hundredths of a m² it outgrows what a number holds exactly.
 */
export function marketShare(fen: number, { area, whole }: { area: number; whole: number }): number {
  return Number(halfUp(BigInt(fen) * BigInt(area), BigInt(whole)));
}
