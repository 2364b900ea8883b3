import { afterAll, beforeAll, expect, it } from 'vitest';
import type { MoveName } from '../../src/waivers/states.js';
import { type Demonstration, demonstration } from '../demonstration.js';

let demo: Demonstration;
beforeAll(async () => {
  demo = await demonstration();
}, 400_000);
afterAll(() => demo.close());

it('holds no case that somebody approved and granted, or judged at two desks', async () => {
  const cases = await demo.db.waiverApplication.findMany({
    include: { steps: { orderBy: { id: 'asc' } } },
  });
  const pairs: [MoveName[], MoveName[]][] = [
    [['approve', 'overturn'], ['grant']],
    [['pass-park'], ['pass-county']],
    [['pass-county'], ['approve', 'refuse']],
    [
      ['approve', 'refuse', 'revoke'],
      ['overturn', 'uphold', 'restore'],
    ],
  ];
  const granted = cases.filter(({ steps }) => steps.some(({ move }) => move === 'grant'));
  expect(granted.length).toBeGreaterThan(30);
  for (const { number, steps } of cases) {
    const whoDid = (moves: string[]) =>
      steps.flatMap(({ move, byId }) => (moves.includes(move) && byId !== null ? [byId] : []));
    for (const [first, second] of pairs) {
      const both = whoDid(first).filter((id) => whoDid(second).includes(id));
      expect(both, `${number}: ${first} and ${second}`).toEqual([]);
    }
  }
});
