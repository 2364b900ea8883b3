import { expect, it } from 'vitest';
import { creditCodeFits, isCitizenInstead } from '../../src/ventures/credit-code.js';

const today = '2026-11-30';

it.each([
  ['33099919900101100X', true],
  ['33090219900101018X', true],
  // With a slip of the finger it is still somebody's: the check of a code does not fit either.
  ['330902199001010188', true],
  ['330902199001010181', true],
  // Of a child.
  ['330902202001010109', true],
  ['330902209001010188', false],
  ['91350203M0001QKT19', false],
  ['92330903MA2K00104D', false],
  ['123309004705123456', false],
])('%s in the place of a credit code is a citizen’s number: %s', (code, right) => {
  expect(isCitizenInstead(code, today)).toBe(right);
});

it('whose slip makes the check of a code fit is one all the same: no region begins with 09', () => {
  const slips = [...'0123456789'].map((last) => `33090219900101018${last}`);
  const others = [...'0123456789'].flatMap((digit) =>
    slips.map((slip) => `${slip.slice(0, 16)}${digit}${slip.slice(17)}`),
  );
  const fitting = others.filter(creditCodeFits);
  expect(fitting.length).toBeGreaterThan(0);
  expect(fitting.filter((code) => !isCitizenInstead(code, today))).toEqual([]);
});
