import { describe, expect, it } from 'vitest';
import { readListedNumber } from '../../src/identities/read-number.js';
import { citizenCheck, isCitizenNumber } from '../../src/input/citizen-number.js';

const today = '2025-02-14';
/** The first number of that day whose check digit is a nought, after two more. */
const endsInNoughts = Array.from(
  { length: 28 },
  (_, day) => `330902199002${String(day + 1).padStart(2, '0')}100`,
)
  .map((start) => start + citizenCheck(start))
  .find((number) => number.endsWith('000')) as string;
const fault = (typed: string, kind: Parameters<typeof readListedNumber>[0] = null) => {
  const read = readListedNumber(kind, typed, today);
  return 'fault' in read ? read.fault.replace('identities.number.', '') : read.kind;
};

describe('a number of 18 characters where a credit code belongs', () => {
  it.each([
    ['33099919900101100X', true],
    ['33090219900101018X', true],
    // Of a child: still nobody's credit code.
    ['330902202001010109', true],
    ['91350203M0001QKT19', false],
    ['330902199001010180', false],
  ])('%s is a citizen’s: %s', (typed, right) => {
    expect(isCitizenNumber(typed, today)).toBe(right);
  });
});

describe('a number in a list that does not name the document', () => {
  it.each([
    ['13805801234', 'is-mobile'],
    ['+86 138 0580 1234', 'is-mobile'],
    ['000123', 'no-kind'],
    ['1990-01-01', 'is-day'],
    ['1990年1月1日', 'is-day'],
    ['V2023-0079', 'is-record'],
    ['330902900101001', 'old'],
    ['3.30902E17', 'is-rounded'],
    ['330902199001010000', 'is-rounded'],
    ['330902199001010180', 'check'],
    // Noughts at its end, and its check digit fits.
    [endsInNoughts, 'resident'],
    ['E12345678', 'no-kind'],
    ['12345678', 'no-kind'],
    ['H12345678', 'hk-macao'],
    ['33090219900101018x', 'resident'],
    ['33090219900101018X', 'resident'],
  ])('%s: %s', (typed, right) => {
    expect(fault(typed)).toBe(right);
  });

  it('is read as what the list names beside it', () => {
    expect(fault('E12345678', 'passport')).toBe('passport');
    expect(fault('12345678', 'taiwan')).toBe('taiwan');
    expect(fault('13805801234', 'passport')).toBe('is-mobile');
  });
});
