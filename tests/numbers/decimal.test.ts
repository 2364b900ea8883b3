import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { decimal, decimalText, unitsAt } from '../../src/numbers/decimal.js';

describe('exact decimals', () => {
  test.each([
    ['12.50', '12.5'],
    ['-9.5', '-9.5'],
    ['-0.05', '-0.05'],
    ['0.00', '0'],
    ['-0', '0'],
    ['+3', '3'],
    ['007', '7'],
    ['100', '100'],
  ])('%s is written %s', (given, written) => expect(decimalText(decimal(given))).toBe(written));

  it('keeps every digit of a long number', () => {
    fc.assert(
      fc.property(fc.bigInt(), (n) => {
        expect(decimalText(decimal(n))).toBe(n.toString());
      }),
    );
    expect(decimalText(decimal('0.1234567890123456789'))).toBe('0.1234567890123456789');
  });

  it('writes a value in finer units, never in coarser ones', () => {
    expect(unitsAt(decimal('-1.5'), 3)).toBe(-1500n);
    expect(() => unitsAt(decimal('1.55'), 1)).toThrow(RangeError);
  });

  test.each(['', '.5', '5.', '1e3', '0x10', 'NaN', '1,000', ' 1', '１'])(
    'refuses “%s”',
    (given) => {
      expect(() => decimal(given)).toThrow(RangeError);
    },
  );
});
