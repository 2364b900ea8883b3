import { describe, expect, it } from 'vitest';
import { presentWaiver } from '../../src/waivers/applying/present-waiver.js';
import { someFacts } from '../policies/facts.js';
import { zh } from '../policies/voices.js';

type Waiver = Parameters<typeof presentWaiver>[0];

/** 1,000 yuan a month from the middle of January to the end of April; a cap was reached in February. */
const capped = {
  number: 'W2025-0001',
  beganOn: '2025-01-17',
  termEndOn: '2025-05-01',
  endedOn: null,
  endReason: null,
  rent: 100_000,
  facts: { ...someFacts, premises: { ...someFacts.premises, rent: 100_000 } },
  months: [
    { id: 1, month: '2025-01', effectiveOn: '2025-01-17', fen: 48_387, reversesId: null },
    { id: 2, month: '2025-02', effectiveOn: '2025-02-01', fen: 60_000, reversesId: null },
  ],
} as unknown as Waiver;

describe('a waiver as its founder reads it', () => {
  it('has the months in which nothing is waived too, with the rent that is due for them', () => {
    const { months, rent, total, remains } = presentWaiver(capped, '2025-02-14', zh);
    expect(months.map((row) => [row.month, row.rent, row.amount, row.remains])).toEqual([
      ['2025年1月', '483.87', '483.87', '0.00'],
      ['2025年2月', '1,000.00', '600.00', '400.00'],
      ['2025年3月', '1,000.00', '0.00', '1,000.00'],
      ['2025年4月', '1,000.00', '0.00', '1,000.00'],
    ]);
    expect(months.map(({ state }) => state)).toEqual([
      '已减免',
      '已减免',
      '本月不减免',
      '本月不减免',
    ]);
    expect([rent, total, remains]).toEqual(['3,483.87', '1,083.87', '2,400.00']);
  });

  it('ends with the day before the one from which it no longer counts', () => {
    const until = (endedOn: string) =>
      presentWaiver({ ...capped, endedOn, endReason: 'surrendered' }, '2025-06-01', zh);
    expect(until('2025-04-01').months.map(({ month }) => month)).toEqual([
      '2025年1月',
      '2025年2月',
      '2025年3月',
    ]);
    expect(until('2025-04-15').months.at(-1)?.rent).toBe('466.67');
    expect(until('2025-01-17').months).toEqual([]);
  });
});
