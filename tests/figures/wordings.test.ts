import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { contains } from '../../src/figures/interval.js';
import { UnreadableNumber } from '../../src/figures/printed.js';
import {
  misfit,
  proposedWording,
  proposeWordings,
  readWording,
} from '../../src/figures/wordings.js';

describe('ways to put a count in print', () => {
  test.each([
    [0, '0', '0'],
    [10, '10', '10'],
    [267, '267', '267'],
    [999, '999', '999'],
    [1000, '1000', '1,000'],
    [3440, '3400余', 'over 3,400'],
    [3400, '3400', '3,400'],
    [267123, '260000余', 'over 260,000'],
  ])('%i is best put as %s', (value, zh, en) => {
    expect(proposedWording(value)).toMatchObject({ zh, en });
  });

  it('offers several, exact first', () => {
    expect(proposeWordings(3440).map(({ zh, en }) => `${zh} ${en}`)).toEqual([
      '3440 3,440',
      '3400余 over 3,400',
      '3000余 over 3,000',
      '近3500 nearly 3,500',
      '约3400 about 3,400',
    ]);
  });

  it('stand for the value, whatever it is, alike in both languages', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 50_000_000 }), (value) => {
        for (const { zh, en, interval } of proposeWordings(value)) {
          expect(contains(interval, value), zh).toBe(true);
          expect(readWording(en, 'en'), en).toEqual(readWording(zh, 'zh'));
        }
      }),
    );
  });

  test.each([-1, 1.5, Number.NaN])('there are none for %d', (value) => {
    expect(() => proposeWordings(value)).toThrow(RangeError);
  });
});

describe('ways to put money in print', () => {
  test.each([
    [0, '0', '0'],
    [99_950, '999.50', '999.50'],
    [35_004_315, '35万余', 'over 350,000'],
    [123_456_700, '120万余', 'over 1,200,000'],
    [345_600, '3400余', 'over 3,400'],
  ])('%i fen are best put as %s yuan', (fen, zh, en) => {
    expect(proposedWording(fen, 'fen')).toMatchObject({ zh, en });
  });

  it('is over no number that it is to the fen', () => {
    expect(proposeWordings(2_000_000, 'fen').map(({ zh, en }) => `${zh} ${en}`)).toEqual([
      '20000 20,000',
      '近21000 nearly 21,000',
      '约2万 about 20,000',
    ]);
    expect(proposedWording(2_000_000, 'fen')).toMatchObject({ zh: '20000', en: '20,000' });
    expect(proposedWording(2_000_001, 'fen')).toMatchObject({ zh: '2万余', en: 'over 20,000' });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 300_000 }), (tens) => {
        for (const counted of ['one', 'fen'] as const)
          for (const { zh, interval } of proposeWordings(tens * 1000, counted))
            if (zh.endsWith('余'))
              expect(Number(interval.low)).toBeLessThan(
                counted === 'fen' ? tens * 10 : tens * 1000,
              );
      }),
    );
  });

  it('say the yuan exactly first, and stand for the value alike in both languages', () => {
    expect(proposeWordings(35_004_315, 'fen')[0]).toMatchObject({ zh: '350043.15' });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2_000_000_000 }), (fen) => {
        for (const { zh, en, interval } of proposeWordings(fen, 'fen')) {
          expect(contains(interval, (fen / 100).toFixed(2)), zh).toBe(true);
          expect(readWording(en, 'en'), en).toEqual(readWording(zh, 'zh'));
        }
      }),
    );
  });

  test.each([
    ['zh', '35.0万', null],
    ['zh', '35万余', null],
    ['zh', '36万余', 'misses'],
    ['en', 'over 350,000', null],
    ['en', '350,043.15', null],
    ['en', '350,043.16', 'misses'],
  ] as const)('350043.15 yuan, %s: %s', (lang, text, fault) =>
    expect(misfit(text, lang, 35_004_315, 'fen')).toBe(fault),
  );
});

describe('a wording of 3440', () => {
  test.each([
    ['zh', '3400余', null],
    ['zh', '３４００多', null],
    ['zh', '0.34万', null],
    ['zh', '3500余', 'misses'],
    ['zh', '3441', 'misses'],
    ['zh', '近3400', 'misses'],
    ['zh', '三千余', 'unreadable'],
    ['zh', '', 'unreadable'],
    ['en', 'over 3,400', null],
    ['en', 'More than 3,400', null],
    ['en', 'almost 3,500', null],
    ['en', 'around 3400', null],
    ['en', 'over 3,500', 'misses'],
    ['en', '3400余', 'unreadable'],
    ['en', 'constructor 3,400', 'unreadable'],
    ['en', 'several thousand', 'unreadable'],
  ] as const)('%s: %s', (lang, text, fault) => expect(misfit(text, lang, 3440)).toBe(fault));

  it('in English is a number after a word that is known', () => {
    expect(() => readWording('some 3,400', 'en')).toThrow(UnreadableNumber);
  });
});
