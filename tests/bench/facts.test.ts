import { expect, test } from 'vitest';
import { type Case, readingCases } from './cases.js';
import { comparedSides, now } from './compared-sides.js';
import { compare } from './visit.js';

const sides = comparedSides();

test.each(readingCases('V2023-0007', now).map((one) => [one.name, one] as const))(
  'the floor of %s says what the product says',
  async (_name, one) => {
    await compare(sides().product, sides().floor, one);
  },
);

test('a fact that differs stops the comparison', async () => {
  const one = readingCases('V2023-0007', now)[0] as Case;
  const elsewhere = { ...one, next: () => ({ path: '/dashboard?asOf=2025-01-21' }) };
  let asked = 0;
  const differing = { ...one, next: () => (asked++ === 0 ? elsewhere : one).next() };
  await expect(compare(sides().product, sides().floor, differing)).rejects.toThrow(
    /dashboard: of \d+/,
  );
});
