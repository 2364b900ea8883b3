import type { Case } from './cases.js';
import { casesToDecide } from './cases-to-decide.js';
import { compareSides, type Effort, figuresOf, type Line } from './compare-sides.js';
import type { Sides } from './sides.js';
import { compare, load, type MeasuredWork } from './visit.js';

export const caseNames = ['case-page', 'determination'];

/** What the schedule of a case comes to, month by month. */
const amounts = /<td[^>]* class="numeric">([\d,]+\.\d\d)<\/td>/g;

type Waiting = { number: string; version: number };

/** A case as the bureau reads it. */
export const casePage = ({ number }: Waiting): Case => ({
  name: 'case-page',
  kind: 'page',
  status: 200,
  same: amounts,
  next: () => ({ path: `/waivers/${number}` }),
});

/** Approves one of the cases after the other, the last first. */
export function determination(waiting: Waiting[]): Case {
  const run = Date.now().toString(36);
  return {
    name: 'determination',
    kind: 'form',
    status: 303,
    next: () => {
      const one = waiting.pop();
      if (!one) throw new Error('every case is determined: prepare more');
      const body = { version: String(one.version), outcome: 'approve.as-assessed', note: '' };
      const path = `/waivers/${one.number}/determination`;
      return { path, body: { ...body, _key: `bench-${run}-${one.number}-${waiting.length}` } };
    },
  };
}

/**
 * The page of a case as the bureau reads it, and the determination of one: a form for each case, the two sides in turn.
 * @param file the database that both sides serve
 */
export async function measureWaivers(
  sides: Sides,
  file: string,
  {
    ventures,
    effort,
    isWanted,
  }: { ventures: number; effort: Effort; isWanted: (name: string) => boolean },
): Promise<Line[]> {
  const { each, rounds } = effort.rounds > 1 ? { each: 40, rounds: 3 } : { each: 16, rounds: 1 };
  const waiting = await casesToDecide(file, 2 + 4 * each * rounds + 8);
  const page = casePage(waiting[0] as Waiting);
  const lines: Line[] = [];
  if (isWanted(page.name)) {
    await compare(sides.product, sides.floor, page);
    for (const atOnce of [1, 16])
      lines.push(await compareSides(sides, page, { ventures, atOnce, effort }));
  }
  if (isWanted('determination'))
    for (const atOnce of [1, 16])
      lines.push(await determine(sides, waiting, { ventures, atOnce, each, rounds }));
  return lines;
}

async function determine(
  sides: Sides,
  waiting: Waiting[],
  { ventures, atOnce, each, rounds }: Record<'ventures' | 'atOnce' | 'each' | 'rounds', number>,
): Promise<Line> {
  const form = determination(waiting);
  const taken: Record<'product' | 'floor', MeasuredWork[]> = { product: [], floor: [] };
  for (const side of ['product', 'floor'] as const)
    await load(sides[side], form, { connections: 1, amount: 2 });
  for (let round = 0; round < rounds; round += 1)
    for (const side of ['product', 'floor'] as const)
      taken[side].push(await load(sides[side], form, { connections: atOnce, amount: each }));
  const figures = (side: 'product' | 'floor') => figuresOf(taken[side], null);
  return {
    name: form.name,
    ventures,
    atOnce,
    product: figures('product'),
    floor: figures('floor'),
    where: null,
  };
}
