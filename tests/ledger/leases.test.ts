import { describe, expect, it } from 'vitest';
import {
  type LeaseRecord,
  linesOfLeases,
  type RentRecords,
} from '../../src/ledger/causes/leases.js';

/** One rent for all of a lease. */
const stated = (fen: number) => [{ from: '2023-01-01', fen }];
const lease = (changes: Partial<LeaseRecord> = {}): LeaseRecord => ({
  id: 7,
  beganOn: '2024-01-16',
  endedOn: null,
  to: '2024-04-01',
  rents: stated(0),
  area: 8_050,
  space: { area: 8_050, earlier: [] },
  valuations: [{ fromOn: '2023-01-01', fen: 310_000 }],
  ...changes,
});
const stay = { id: 1, parkId: 3, beganOn: '2024-01-10', endedOn: null };
const records = (changes: Partial<RentRecords> = {}): RentRecords => ({
  ventureId: 5,
  residencies: [stay],
  leases: [lease()],
  waived: [],
  ...changes,
});
const forgone = (given: RentRecords) =>
  linesOfLeases(given)
    .filter(({ measure }) => measure === 'rent-forgone')
    .map(({ effectiveOn, amount, parkId }) => [effectiveOn, amount, parkId]);
const free = (given: RentRecords) =>
  linesOfLeases(given)
    .filter(({ measure }) => measure === 'rent-free')
    .map(({ effectiveOn, amount, parkId }) => [effectiveOn, amount, parkId]);

describe('rent that leases forgo', () => {
  it('is market rent less agreed rent, by calendar month, by the day at both ends', () => {
    expect(forgone(records())).toEqual([
      ['2024-01-16', 160_000, 3],
      ['2024-02-01', 310_000, 3],
      ['2024-03-01', 310_000, 3],
    ]);
    const ended = lease({ endedOn: '2024-02-11', to: '2024-02-11', rents: stated(20_000) });
    expect(forgone(records({ leases: [ended] }))).toEqual([
      ['2024-01-16', 149_677, 3],
      ['2024-02-01', 100_000, 3],
    ]);
  });

  it('is of the share that a lease has of its space, to the fen', () => {
    const third = lease({
      area: 3_333,
      space: { area: 10_000, earlier: [] },
      rents: stated(3_000),
    });
    expect(forgone(records({ leases: [third] }))).toEqual([
      ['2024-01-16', 51_780, 3],
      ['2024-02-01', 100_323, 3],
      ['2024-03-01', 100_323, 3],
    ]);
    // Large sums stay exact: half of 999,999,999 fen, rounded half up.
    const large = { space: { area: 100_000_000, earlier: [] }, area: 50_000_000 };
    const half = lease({ ...large, valuations: [{ fromOn: '2023-01-01', fen: 999_999_999 }] });
    expect(forgone(records({ leases: [half] })).map(([, amount]) => amount)).toEqual([
      258_064_516, 500_000_000, 500_000_000,
    ]);
    expect(forgone(records({ leases: [lease({ area: 4_000, rents: stated(200_000) })] }))).toEqual(
      [],
    );
  });

  it('is of the share of the space as it was on each day', () => {
    const shrunk = { area: 5_000, earlier: [{ changedOn: '2024-02-11', area: 10_000 }] };
    const half = lease({ area: 5_000, space: shrunk });
    // Half of the space for ten days of February, all of it for nineteen: 310,000 × (10/2 + 19)/29.
    expect(forgone(records({ leases: [half] }))).toEqual([
      ['2024-01-16', 80_000, 3],
      ['2024-02-01', 256_552, 3],
      ['2024-03-01', 310_000, 3],
    ]);
  });

  it('is never below nil, and nothing where the market rent is not known', () => {
    expect(forgone(records({ leases: [lease({ rents: stated(400_000) })] }))).toEqual([]);
    expect(forgone(records({ leases: [lease({ valuations: [] })] }))).toEqual([]);
    const unknown = lease({ valuations: [{ fromOn: '2023-01-01', fen: null }] });
    expect(forgone(records({ leases: [unknown] }))).toEqual([]);
  });

  it('takes a new market rent from its day on, and of two for one day the later one', () => {
    const valuations = [
      { fromOn: '2023-01-01', fen: 310_000 },
      { fromOn: '2024-03-11', fen: 1 },
      { fromOn: '2024-03-11', fen: 620_000 },
    ];
    expect(forgone(records({ leases: [lease({ valuations })] }))).toEqual([
      ['2024-01-16', 160_000, 3],
      ['2024-02-01', 310_000, 3],
      ['2024-03-01', 520_000, 3],
    ]);
  });

  it('belongs to the park that the venture is in, each day', () => {
    const residencies = [
      { ...stay, endedOn: '2024-02-11' },
      { id: 2, parkId: 4, beganOn: '2024-02-11', endedOn: '2024-03-02' },
    ];
    expect(forgone(records({ residencies }))).toEqual([
      ['2024-01-16', 160_000, 3],
      ['2024-02-01', 106_897, 3],
      ['2024-02-11', 203_103, 4],
      ['2024-03-01', 10_000, 4],
    ]);
  });
});

describe('who pays no rent', () => {
  const paid = lease({ id: 8, rents: stated(31_000) });

  it('holds a space whose lease states none, while it is in a park', () => {
    expect(free(records())).toEqual([['2024-01-16', 1, 3]]);
    const residencies = [{ ...stay, endedOn: '2024-02-11' }];
    expect(free(records({ residencies }))).toEqual([
      ['2024-01-16', 1, 3],
      ['2024-02-11', -1, 3],
    ]);
    expect(free(records({ leases: [] }))).toEqual([]);
  });

  it('has every lease free, and counts once however many', () => {
    expect(free(records({ leases: [lease(), lease({ id: 9 })] }))).toEqual([['2024-01-16', 1, 3]]);
    const later = lease({
      id: 8,
      rents: stated(31_000),
      beganOn: '2024-02-01',
      endedOn: '2024-03-01',
    });
    expect(free(records({ leases: [lease(), later] }))).toEqual([
      ['2024-01-16', 1, 3],
      ['2024-02-01', -1, 3],
      ['2024-03-01', 1, 3],
    ]);
  });

  it('has all that a lease states waived by decision, also of a month in part', () => {
    const waived = [
      { tenancyId: 8, from: '2024-01-20', to: '2024-02-01', fen: 12_000 },
      { tenancyId: 8, from: '2024-02-01', to: '2024-03-01', fen: 31_000 },
      { tenancyId: 8, from: '2024-03-01', to: '2024-04-01', fen: 30_000 },
    ];
    expect(free(records({ leases: [paid], waived }))).toEqual([
      ['2024-01-20', 1, 3],
      ['2024-03-01', -1, 3],
    ]);
  });

  it('goes on in another park as one that left and one that came', () => {
    const residencies = [
      { ...stay, endedOn: '2024-02-11' },
      { id: 2, parkId: 4, beganOn: '2024-02-11', endedOn: null },
    ];
    expect(free(records({ residencies }))).toEqual([
      ['2024-01-16', 1, 3],
      ['2024-02-11', -1, 3],
      ['2024-02-11', 1, 4],
    ]);
  });
});
