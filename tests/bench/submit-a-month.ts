import { monthsBetween } from '../../src/calendar/days.js';
import { type Case, Forms } from './cases.js';
import { figuresOf, type Line } from './compare-sides.js';
import type { Sides } from './sides.js';
import { ask, load, type MeasuredWork, type Side } from './visit.js';

/** So many ventures of one park have nothing filed for a month; the park's own ones are filed already. No other case logs there. */
const ventures = 500;
const park = 'P04';
const parkId = 2;
/** Months that the demonstration's parks filed one by one, and that are not closed. */
const months = monthsBetween('2025-02', '2026-08');

export const submitName = 'submit-a-month-of-500';

/**
 * Submitting a park's month with 500 new headcounts, by one request each, the two sides in turn: what is filled in
 * is saved before, through the product.
 */
export async function measureSubmitting(
  sides: Sides,
  size: number,
  { isQuick }: { isQuick: boolean },
): Promise<Line> {
  const forms = new Forms(parkId, '2025-01-01');
  for (let made = 0; made < ventures; made += 1) await ask(sides.floor, forms.logging);
  const taken: Record<'product' | 'floor', MeasuredWork[]> = { product: [], floor: [] };
  for (const [turn, month] of months.slice(0, isQuick ? 4 : 12).entries()) {
    const side = turn % 2 === 0 ? 'product' : 'floor';
    const body = await fillIn(sides.product, month);
    const one: Case = {
      name: submitName,
      kind: 'form',
      status: 303,
      next: () => ({ path: `/returns/${month}/${park}/submission`, body }),
    };
    taken[side].push(await load(sides[side], one, { connections: 1, amount: 1 }));
  }
  const figures = (side: 'product' | 'floor') => figuresOf(taken[side], null);
  return {
    name: submitName,
    ventures: size,
    atOnce: 1,
    product: figures('product'),
    floor: figures('floor'),
    where: null,
  };
}

/** Fills in every blank of the month and confirms every warning. @returns what the last form sends */
async function fillIn(product: Side, month: string): Promise<Record<string, string>> {
  const get = async (path: string) =>
    (await fetch(product.base + path, { headers: { cookie: product.cookie } })).text();
  const text = await get(`/returns/${month}/${park}`);
  const blank = [...text.matchAll(/name="c\.(\d+)\.headcount" value=""/g)].map(([, id]) => id);
  if (blank.length < ventures) throw new Error(`only ${blank.length} ventures to fill in ${month}`);
  const body = new URLSearchParams({ _token: product.token });
  for (const id of blank) {
    body.append('cell', `${id}.headcount`);
    body.append('was', '');
    body.append('value', String(1 + (Number(id) % 9) + (Number(month.slice(5)) % 3)));
  }
  const saved = await fetch(`${product.base}/returns/${month}/${park}/cells`, {
    method: 'POST',
    body,
    headers: { cookie: product.cookie, accept: 'application/json' },
  });
  if (saved.status !== 200) throw new Error(`could not fill in ${month}: ${saved.status}`);
  const check = await get(`/returns/${month}/${park}/submission`);
  const notes = [...check.matchAll(/name="(note\.[^"]+)"/g)].map(([, name = '']) => [name, '核实']);
  return { version: '', ...Object.fromEntries(notes) };
}
