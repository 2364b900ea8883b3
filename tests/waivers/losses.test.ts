import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { jobsSubsidy } from '../../prisma/seed/policies/jobs-subsidy.js';
import { rentFree } from '../../prisma/seed/policies/rent-free.js';
import { faultsOfRules } from '../../src/policies/faults-of-rules.js';
import { isInSums } from '../../src/policies/in-sums.js';
import { lossesOf } from '../../src/waivers/applying/losses.js';
import { type Cast, caseAt, startWaivers } from './cast.js';
import { morning, see } from './desk.js';

const month = (of: string, fen: number, id = Number(of.replace('-', ''))) => ({
  id,
  month: of,
  fen,
  effectiveOn: `${of}-01`,
  reversesId: null,
});
const term = { beganOn: '2026-01-15', endedOn: null, termEndOn: '2026-07-15' };
const months = [
  month('2026-01', 250),
  ...['2026-02', '2026-03'].map((of) => month(of, 500)),
  ...['2026-04', '2026-05', '2026-06'].map((of) => month(of, 300)),
  month('2026-07', 140),
];

describe('what will be lost of a waiver', () => {
  it('is every later month with less than the one before, but not the last, which is cut by its days', () => {
    const all = lossesOf({ ...term, months }, { on: '2026-01-20' });
    expect(all).toEqual([{ kind: 'falls', month: '2026-04', before: 500, after: 300 }]);
    expect(lossesOf({ ...term, months }, { on: '2026-04-02' })).toEqual([]);
  });

  it('is none of a sum that is paid once a year, after which nothing comes until the next', () => {
    const yearly = { ...term, months: [month('2026-02', 600_000)] };
    expect(lossesOf(yearly, { on: '2026-01-20' })).toHaveLength(1);
    expect(lossesOf(yearly, { on: '2026-01-20', isInSums: isInSums(jobsSubsidy) })).toEqual([]);
    expect(isInSums(rentFree)).toBe(false);
  });

  it('is, within a time, the end of the term too, and nothing beyond that time', () => {
    const waiver = { ...term, months };
    expect(lossesOf(waiver, { on: '2026-01-20', until: '2026-03-20' })).toEqual([]);
    expect(lossesOf(waiver, { on: '2026-06-01', until: '2026-07-31' })).toEqual([
      { kind: 'ends', on: '2026-07-15' },
    ]);
  });
});

describe('for a founder whose second year gives half', () => {
  let cast: Cast;
  beforeEach(async () => {
    cast = await startWaivers();
  });
  afterEach(() => cast.close());

  it('the case says it from the grant on, and the page of the day sixty days ahead', async () => {
    const number = await caseAt(cast, 'granted', { months: 24 });
    cast.clock.set(morning('2025-03-10'));
    expect(await see(cast, 'founder2', `/waivers/${number}`)).toContain('2026年3月起每月减免由');
    expect(await see(cast, 'founder2', '/today')).not.toContain('即将减少或者到期');
    cast.clock.set(morning('2026-01-10'));
    const today = await see(cast, 'founder2', '/today');
    expect(today).toContain('即将减少或者到期');
    expect(today).toContain('2026年2月起每月减免由 500.00 元降为');
    expect(await see(cast, 'founder1', '/today')).not.toContain('即将减少或者到期');
  });

  it('and whose category ends', async () => {
    const personId = cast.other.id;
    await cast.db.personCategory.create({
      data: { personId, category: 'student', beganOn: '2022-09-01', endedOn: '2025-04-01' },
    });
    cast.clock.set(morning('2025-02-20'));
    const today = await see(cast, 'founder2', '/today');
    expect(today).toContain('在校大学生');
    expect(today).toContain('2025年3月31日到期');
  });
});

describe('proof of a category that only a tier uses', () => {
  const text = { zh: '类别证明', en: 'Proof of the category' };
  const proof = { id: 'group', condition: null, text };
  const rules = (categories: string[]) =>
    ({ ...rentFree, proof: [...rentFree.proof, { ...proof, categories }] }) as typeof rentFree;

  it('may be asked for, and one that neither tier nor condition uses may not', () => {
    const [used] = rentFree.tiers.flatMap(({ only }) => only.map(({ category }) => category));
    expect(faultsOfRules(rules([used as string]))).toEqual([]);
    expect(faultsOfRules(rules(['other'])).map(({ message }) => message)).toEqual([
      'policies.fault.no-category',
    ]);
  });
});
