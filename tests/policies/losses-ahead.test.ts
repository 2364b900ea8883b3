import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jobsSubsidy } from '../../prisma/seed/policies/jobs-subsidy.js';
import { rentFree } from '../../prisma/seed/policies/rent-free.js';
import { rentSubsidy } from '../../prisma/seed/policies/rent-subsidy.js';
import { assess } from '../../src/policies/assess.js';
import { benefitPeriod } from '../../src/policies/benefit-days.js';
import type { Facts } from '../../src/policies/facts.js';
import { lossesAhead } from '../../src/policies/losses-ahead.js';
import { presentAssessment } from '../../src/policies/present-assessment.js';
import { clausesGiven, ratesGiven } from '../../src/policies/rates-given.js';
import type { PolicyRules } from '../../src/policies/rules.js';
import { anyFacts, inForce, someFacts } from './facts.js';
import { farIsland } from './far-island.js';
import { en, zh } from './voices.js';

const of = (rules: PolicyRules, facts: Facts) =>
  lossesAhead(rules, facts, assess(facts, inForce(rules)).schedule);
const graduate: Facts = { ...someFacts, graduatedOn: '2021-06-30' };

describe('what time takes away', () => {
  it('is the second year’s half, and the end of the months of the policy', () => {
    expect(of(rentFree, someFacts)).toEqual([
      { kind: 'falls', month: '2026-02', before: 80_000, after: 40_000 },
      { kind: 'ends', on: '2027-01-15', why: 'months' },
    ]);
  });

  it('is the end of a lease before that, and of a category that a rate alone rests on', () => {
    const premises = { ...someFacts.premises, leaseTo: '2026-01-01' };
    expect(of(rentFree, { ...graduate, premises })).toEqual([
      { kind: 'ends', on: '2026-01-01', why: 'lease' },
      { kind: 'category', category: 'graduate', on: '2026-06-30' },
    ]);
  });

  it('is said in words of both languages', () => {
    const facts = { ...graduate, period: { from: '2025-01-15', to: '2026-01-15' } };
    const saidBy = (voice: typeof zh) =>
      presentAssessment(assess(facts, inForce(rentFree)), facts, inForce(rentFree), voice).losses;
    expect(saidBy(zh)).toEqual([
      '申请的月数到2026年1月14日为止',
      expect.stringContaining('到2026年6月29日为止，此后提交的申请不再按这一类别享受'),
    ]);
    expect(saidBy(en)[0]).toMatch(/months asked for end on/);
  });

  it('is no fall between the sums of a policy that pays by the year', () => {
    const facts = { ...someFacts, jobs: 8, insuredJobs: Array(12).fill(8) };
    expect(of(jobsSubsidy, facts).filter(({ kind }) => kind === 'falls')).toEqual([]);
  });

  it.each(Object.entries({ rentFree, rentSubsidy, jobsSubsidy, farIsland }))(
    'lies inside what %s gives, in order, and is nothing where nothing is given',
    (_, rules) => {
      fc.assert(
        fc.property(anyFacts, (facts) => {
          const { schedule } = assess(facts, inForce(rules));
          const losses = lossesAhead(rules, facts, schedule);
          if (schedule.total === 0) expect(losses).toEqual([]);
          const period = benefitPeriod(rules, facts);
          for (const loss of losses) {
            if (loss.kind === 'ends') expect(loss.on).toBe(period?.to);
            if (loss.kind === 'category') expect(loss.on > facts.on).toBe(true);
            if (loss.kind !== 'falls') continue;
            const line = schedule.lines.find(({ month }) => month === loss.month);
            expect(line?.fen).toBe(loss.after);
            expect(loss.after).toBeLessThan(loss.before);
          }
        }),
      );
    },
  );
});

describe('the rates for some alone', () => {
  it('are rows of the assessment with the fact that they rest on, and their clause', () => {
    const rowsFor = (facts: Facts) =>
      presentAssessment(assess(facts, inForce(rentFree)), facts, inForce(rentFree), zh).rateRows;
    const [row] = rowsFor(graduate);
    expect(row).toMatchObject({ clause: '3.2', verdict: '适用', tone: 'sea' });
    expect(row?.looked).toContain('2021年6月30日毕业');
    expect(row?.condition).toContain('毕业 5 年内的高校毕业生');
    expect(rowsFor(someFacts)[0]).toMatchObject({ verdict: '不适用', tone: null });
  });

  it('give the clauses by which the amount came to be: of the tiers that stand in it and of no other', () => {
    const given = (facts: Facts) =>
      clausesGiven(rentFree, facts, assess(facts, inForce(rentFree)).schedule);
    expect(given(graduate)).toEqual(['3.2']);
    expect(given(someFacts)).toEqual(['3.1']);
    const outer = { ...someFacts, region: '330922', outerIsland: true };
    const more = ratesGiven(farIsland, outer).filter(({ kind }) => kind === 'supplement');
    expect(more.length).toBe(farIsland.supplements.length);
  });
});
