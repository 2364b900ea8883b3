import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IdentityKind } from '../../src/identities/kinds.js';
import { maskOf, readNumber } from '../../src/identities/read-number.js';
import { citizenCheck } from '../../src/input/citizen-number.js';
import { someCitizen } from './numbers.js';

const today = '2025-02-14';
const read = (kind: IdentityKind, typed: string) => readNumber(kind, typed, today);
const withCheck = (start: string) => start + citizenCheck(start);

describe('the number of a resident identity card', () => {
  it('has the check character of GB 11643', () => {
    // The two examples that the standard gives.
    expect(citizenCheck('11010519491231002')).toBe('X');
    expect(citizenCheck('44052418800101001')).toBe('4');
  });

  it('is read at full width, in small letters and with spaces', () => {
    const number = '11010519491231002X';
    const wide = '１１０１０５１９４９１２３１００２ｘ';
    for (const typed of [number, wide, '110105 19491231 002x', '110105-19491231-002X']) {
      expect(read('resident', typed)).toEqual({ number, lasting: number });
    }
  });

  it('is refused for any one digit that is wrong, and for two neighbours that are swapped', () => {
    const digits = fc.integer({ min: 0, max: 999 }).map((sequence) => someCitizen(sequence));
    fc.assert(
      fc.property(digits, fc.nat(16), fc.integer({ min: 1, max: 9 }), (number, at, more) => {
        const wrong = String((Number(number[at]) + more) % 10);
        expect(read('resident', number.slice(0, at) + wrong + number.slice(at + 1))).toHaveProperty(
          'fault',
        );
        const [one = '', two = ''] = number.slice(at, at + 2);
        const swapped = number.slice(0, at) + two + one + number.slice(at + 2);
        if (one !== two) expect(read('resident', swapped)).toHaveProperty('fault');
      }),
    );
  });

  it.each([
    ['330903900101123', 'old'],
    ['33090319900101', 'citizen'],
    ['', 'citizen'],
    ['X30903199001010011', 'citizen'],
    [withCheck('99090319900101001'), 'region'],
    [withCheck('33090319900230001'), 'birth'],
    [withCheck('33090318991231001'), 'birth'],
    [withCheck('33090320250215001'), 'birth'],
    [withCheck('33090320090215001'), 'young'],
    ['110105194912310020', 'check'],
  ])('%s: %s', (typed, fault) => {
    expect(read('resident', typed)).toEqual({ fault: `identities.number.${fault}` });
  });

  it('may belong to somebody who is 16 today, or to a resident from Hong Kong, Macao or Taiwan', () => {
    for (const start of ['33090320090214001', '81000019900101001', '83000019900101001']) {
      expect(read('resident', withCheck(start))).toHaveProperty('number', withCheck(start));
    }
  });
});

describe('other documents', () => {
  it.each([
    ['passport', 'e12345678', 'E12345678', 'E12345678'],
    ['hk-macao', 'H1234567801', 'H1234567801', 'H12345678'],
    ['hk-macao', 'm12345678', 'M12345678', 'M12345678'],
    ['taiwan', '12345678', '12345678', '12345678'],
    ['taiwan', '1234567801(A)', '1234567801A', '12345678'],
    ['foreign-permanent', 'USA330180123456', 'USA330180123456', 'USA330180123456'],
    [
      'foreign-permanent',
      withCheck('93384019800101001'),
      withCheck('93384019800101001'),
      withCheck('93384019800101001'),
    ],
  ] as const)('%s %s', (kind, typed, number, lasting) => {
    expect(read(kind, typed)).toEqual({ number, lasting });
  });

  it.each([
    ['passport', 'ABCDEFGH', 'passport'],
    ['passport', 'E1234', 'passport'],
    ['hk-macao', 'A12345678', 'hk-macao'],
    ['hk-macao', 'H123456780', 'hk-macao'],
    ['taiwan', '1234567', 'taiwan'],
    ['foreign-permanent', 'US3301801234567', 'foreign'],
    ['foreign-permanent', '933840198001010018', 'check'],
  ] as const)('%s %s is refused', (kind, typed, fault) => {
    expect(read(kind, typed)).toEqual({ fault: `identities.number.${fault}` });
  });
});

it('a mask shows the first and the last character, and how many there are', () => {
  expect(maskOf('11010519491231002X')).toBe('1****************X');
  expect(maskOf('E12345678')).toBe('E*******8');
});
