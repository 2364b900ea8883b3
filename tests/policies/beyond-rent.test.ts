import { describe, expect, it } from 'vitest';
import { jobsSubsidy } from '../../prisma/seed/policies/jobs-subsidy.js';
import { assess, proofAsked } from '../../src/policies/assess.js';
import { applyChange } from '../../src/policies/changes.js';
import { checkCondition } from '../../src/policies/check-condition.js';
import { Facts, noPremises } from '../../src/policies/facts.js';
import { DraftForm } from '../../src/policies/forms.js';
import { lossesAhead } from '../../src/policies/losses-ahead.js';
import { presentAssessment } from '../../src/policies/present-assessment.js';
import { presentRules } from '../../src/policies/present-policy.js';
import { PolicyRules } from '../../src/policies/rules.js';
import { scheduleOf } from '../../src/policies/schedule.js';
import { typedRules } from '../../src/policies/typed-rules.js';
import { isOuterIsland } from '../../src/standards/islands.js';
import { isInRegion } from '../../src/standards/regions.js';
import { insuredJobsOf } from '../../src/waivers/insured-jobs.js';
import { conditionOf, everyKind } from './every-kind.js';
import { inForce, someFacts } from './facts.js';
import { farIsland } from './far-island.js';
import { startUpSum } from './start-up-sum.js';
import { inBoth, zh } from './voices.js';

/** A veteran's firm of five, four of them insured for half a year, asking for a year from the first of a month on. */
const employer: Facts = {
  ...someFacts,
  period: { from: '2025-02-01', to: '2026-02-01' },
  categories: [{ category: 'veteran', since: '2020-01-01' }],
  registeredOn: '2024-01-10',
  settledOn: null,
  jobs: 5,
  insuredJobs: [5, 5, 4, 4, 4, 4],
  industry: 'H',
  region: '330902',
  outerIsland: false,
  premises: noPremises,
};
const outcome = (facts: Facts, rules = jobsSubsidy) => assess(facts, inForce(rules));
const sums = (facts: Facts, rules = jobsSubsidy) =>
  scheduleOf(rules, facts).lines.map(({ fen }) => fen);
const yearly = (change: object): PolicyRules => ({
  ...jobsSubsidy,
  tiers: jobsSubsidy.tiers.map((tier) => ({
    ...tier,
    amount: { ...tier.amount, ...change },
  })) as PolicyRules['tiers'],
});

describe('an amount by jobs', () => {
  it('is a base from so many on and a step for each further one, at once for the year', () => {
    expect(outcome(employer)).toMatchObject({ eligible: true, nothingDue: false });
    expect(sums(employer)).toEqual([300_000, ...Array(11).fill(0)]);
    const of = (n: number) =>
      scheduleOf(jobsSubsidy, { ...employer, insuredJobs: Array(6).fill(n) }).total;
    expect([2, 3, 4, 21, 22].map(of)).toEqual([0, 200_000, 300_000, 2_000_000, 2_000_000]);
  });

  it('counts only jobs that are insured for so long, where the policy says so', () => {
    const all = scheduleOf(yearly({ insuredMonths: 0 }), employer).total;
    const longer = scheduleOf(yearly({ insuredMonths: 7 }), employer).total;
    expect([all, longer]).toEqual([400_000, 0]);
  });

  it('is given once, in the first month of the benefit, or every year of it', () => {
    const two = { ...employer, period: { from: '2025-02-01', to: '2027-02-01' } };
    const rules = (per: string): PolicyRules => {
      const { tiers, ...rest } = yearly({ per });
      return { ...rest, months: 24, tiers: tiers.map((tier) => ({ ...tier, toMonth: 24 })) };
    };
    expect(sums(two, rules('year')).filter((fen) => fen > 0)).toEqual([300_000, 300_000]);
    expect(sums(two, rules('once')).filter((fen) => fen > 0)).toEqual([300_000]);
    const goesOn = {
      ...two,
      startedOn: '2024-02-01',
      period: { from: '2025-02-01', to: '2026-02-01' },
    };
    expect(scheduleOf(rules('once'), goesOn).total).toBe(0);
    expect(scheduleOf(rules('year'), goesOn).total).toBe(300_000);
  });

  it('goes by the day where only a part of a year is asked for', () => {
    const half = { ...employer, period: { from: '2025-02-01', to: '2025-08-01' } };
    expect(scheduleOf(jobsSubsidy, half).total).toBe(Math.round((300_000 * 181) / 365));
  });

  it('is raised by what holds, and stays under its cap', () => {
    const there = { ...employer, outerIsland: true };
    expect(scheduleOf(jobsSubsidy, there).total).toBe(360_000);
    expect(scheduleOf(jobsSubsidy, { ...there, insuredJobs: Array(6).fill(30) }).total).toBe(
      2_000_000,
    );
  });

  it('says how many jobs are missing, and those lead to an amount', () => {
    const few = { ...employer, jobs: 2, insuredJobs: [2, 2, 2] };
    const { eligible, toAlter } = outcome(few);
    expect([eligible, toAlter]).toEqual([false, [{ kind: 'insured-jobs', least: 3, months: 6 }]]);
    // By the clause of the amount, and not of caps that bind nothing.
    const [tier] = jobsSubsidy.tiers;
    expect(outcome(few).findings.at(-1)?.clause).toBe(tier?.clause);
    expect(tier?.clause).not.toBe(jobsSubsidy.caps.clause);
    expect(outcome((toAlter ?? []).reduce(applyChange, few)).eligible).toBe(true);
    expect(outcome(few, yearly({ insuredMonths: 0 })).toAlter).toEqual([{ kind: 'jobs', more: 1 }]);
    const said = inBoth((voice) => {
      const all = presentAssessment(outcome(few), few, inForce(jobsSubsidy), voice);
      return [all.findings.at(-1)?.looked, ...(all.toAlter ?? [])].join(' | ');
    });
    expect(said).toEqual([
      '计入的带动就业为 0 人，满 3 人才有补贴 | 参保满 6 个月的带动就业达到 3 人（现为 0 人）',
      'Jobs that count: 0; there is an amount from 3 on | Have 3 jobs insured for 6 months; there are 0 now',
    ]);
  });

  it('reads well: one row for the year, with what it is made of', () => {
    const there = { ...employer, outerIsland: true };
    const said = inBoth((voice) => {
      const { schedule } = presentAssessment(outcome(there), there, inForce(jobsSubsidy), voice);
      expect(schedule.hasRent).toBe(false);
      return schedule.rows
        .map((row) => `${row.months} ${row.total}: ${row.reasons.join(' ')}`)
        .join('\n');
    });
    expect(said).toEqual([
      '2025年2月 3,600.00: 全部期间，每年：带动就业满 3 人补贴 2,000 元，每增加 1 人另补 1,000 元，每年不超过 20,000 元，只计参保满 6 个月的人员（第 2.1 条）：参保满 6 个月的带动就业 4 人，满 3 人 2,000 元 + 1 人 × 1,000 元，上浮 20%（第 2.2 条，设在外岛）',
      expect.stringContaining(
        '4 jobs insured for 6 months; 2,000 yuan for 3 + 1 × 1,000 yuan; 20% more',
      ),
    ]);
  });
});

describe('a sum that goes by nothing', () => {
  const graduate: Facts = {
    ...employer,
    period: { from: '2025-02-01', to: '2027-02-01' },
    categories: [],
    graduatedOn: '2023-06-30',
  };
  const veteran: Facts = { ...graduate, graduatedOn: null, categories: employer.categories };

  it('is given once in the first month, or in the first month of each year', () => {
    expect(sums(veteran, startUpSum)).toEqual([500_000, ...Array(23).fill(0)]);
    const none = Array(11).fill(0);
    expect(sums(graduate, startUpSum)).toEqual([200_000, ...none, 200_000, ...none]);
  });

  it('is whole where it is given once, and by the day where only a part of its year is asked for', () => {
    const part = { from: '2025-02-15', to: '2025-08-15' };
    expect(scheduleOf(startUpSum, { ...veteran, period: part }).total).toBe(500_000);
    expect(scheduleOf(startUpSum, { ...graduate, period: part }).total).toBe(
      Math.round((200_000 * 181) / 365),
    );
  });

  it('is raised by what holds, and stays under the caps', () => {
    const there = { ...veteran, outerIsland: true };
    expect(scheduleOf(startUpSum, there).total).toBe(600_000);
    const caps = { ...startUpSum.caps, fenByPerson: 450_000 };
    const capped = { ...startUpSum, caps };
    expect(scheduleOf(capped, veteran).total).toBe(450_000);
    const spent = { months: 0, fen: 300_000 };
    const used = { ...veteran.used, person: spent };
    expect(scheduleOf(capped, { ...veteran, used }).total).toBe(150_000);
  });

  it('ends with no day that takes anything away, where it is given once', () => {
    const endsOf = (facts: Facts) => {
      const { schedule } = outcome(facts, startUpSum);
      return lossesAhead(startUpSum, facts, schedule).filter(({ kind }) => kind === 'ends');
    };
    expect(endsOf(veteran)).toEqual([]);
    expect(endsOf(graduate)).toHaveLength(1);
  });

  it('is bound by no rent, and is no loss when it is over', () => {
    const housed: PolicyRules = { ...startUpSum, needsPremises: true };
    const rented = { ...veteran, premises: { ...someFacts.premises, rent: 100 } };
    expect(scheduleOf(housed, rented).total).toBe(500_000);
    const { losses, schedule } = presentAssessment(
      outcome(graduate, startUpSum),
      graduate,
      inForce(startUpSum),
      zh,
    );
    expect(losses.join()).not.toMatch(/降|减/);
    expect(schedule.hasRent).toBe(false);
  });

  it('is not given again where the benefit goes on, and says so', () => {
    const goesOn = {
      ...veteran,
      startedOn: '2024-02-01',
      period: { from: '2025-02-01', to: '2026-02-01' },
    };
    const assessed = outcome(goesOn, startUpSum);
    expect([assessed.eligible, assessed.schedule.total, assessed.toAlter]).toEqual([
      false,
      0,
      null,
    ]);
    const said = inBoth((voice) =>
      String(
        presentAssessment(assessed, goesOn, inForce(startUpSum), voice).findings.at(-1)?.looked,
      ),
    );
    expect(said).toEqual(['一次性的金额已经给过', 'What is given once was given already']);
  });

  it('reads well, as a rule and as what it comes to', () => {
    const there = { ...veteran, outerIsland: true };
    const said = inBoth((voice) => {
      const { tiers, whenGiven } = presentRules(startUpSum, voice);
      const { schedule } = presentAssessment(
        outcome(there, startUpSum),
        there,
        inForce(startUpSum),
        voice,
      );
      const [row, ...others] = schedule.rows;
      expect(others).toEqual([]);
      const lines = [row?.months, ...(row?.reasons ?? [])];
      return [...tiers.map(({ amount }) => amount), ...whenGiven, ...lines].join('|');
    });
    expect(said).toEqual([
      '一次性 5,000 元|每年 2,000 元|按年给的金额，记在当年享受期的第一个月；当年只享受一部分日子的，按天数折算。|一次性给的金额，记在享受期的第一个月，不按天数折算。|2025年2月|全部期间，一次性 5,000 元（第 2.1 条）：5,000 元，上浮 20%（第 2.2 条，设在外岛）',
      expect.stringContaining('All months, 5,000 yuan, once (clause 2.1): 5,000 yuan; 20% more'),
    ]);
  });

  it('that is given once begins with the first month, or would never be given', () => {
    const later = startUpSum.tiers.map((tier) => ({ ...tier, fromMonth: 13 }));
    const [first] = startUpSum.tiers;
    const rules = { ...startUpSum, tiers: [...later, { ...first, only: [], toMonth: 12 }] };
    const read = DraftForm.safeParse(typedRules(rules as PolicyRules, 1));
    expect(read.error?.issues.map(({ path, message }) => `${path.join('.')} ${message}`)).toEqual([
      'tiers.0.fromMonth policies.fault.once',
    ]);
    expect(PolicyRules.safeParse(rules).success).toBe(true);
  });
});

describe('a benefit without premises', () => {
  it('looks at no rent, no area and no lease', () => {
    const housed = {
      ...employer,
      premises: { ...someFacts.premises, rent: 1, leaseTo: '2025-02-02' },
    };
    expect(scheduleOf(jobsSubsidy, housed).total).toBe(300_000);
    expect(scheduleOf(jobsSubsidy, housed).lines[0]).toMatchObject({ due: 0, areaCounted: 0 });
  });

  it.each<[string, Partial<PolicyRules>]>([
    [
      'a share of the rent',
      {
        tiers: everyKind.tiers.slice(1, 2).map((tier) => ({ ...tier, fromMonth: 1, toMonth: 12 })),
      },
    ],
    ['a condition on premises', { conditions: [conditionOf('premises')] }],
    ['a condition on the lease', { conditions: [conditionOf('lease')] }],
    ['a cap of area', { caps: { ...jobsSubsidy.caps, area: 1 } }],
    ['a bound by the rent', { caps: { ...jobsSubsidy.caps, rentOfArea: true } }],
  ])('cannot have %s', (_, change) => {
    const read = PolicyRules.safeParse({ ...jobsSubsidy, ...change });
    expect(read.error?.issues.map(({ message }) => message)).toContain(
      'policies.fault.no-premises',
    );
  });
});

describe('rates and caps', () => {
  const line = (rules: PolicyRules, facts = someFacts) => scheduleOf(rules, facts).lines[1]?.fen;
  const plain: PolicyRules = {
    ...farIsland,
    supplements: [],
    proof: [],
    caps: {
      ...farIsland.caps,
      area: null,
      fenByArea: null,
      fenByMonth: null,
      fenByYear: null,
      fenByPerson: null,
      fenByVenture: null,
      rentOfArea: false,
    },
  };
  it('go by the day, the month or the year', () => {
    // 80 m² at 120.01 yuan a year: a twelfth of it a month.
    const dear = { ...someFacts, premises: { ...someFacts.premises, rent: 900_000 } };
    expect(line(plain, dear)).toBe(Math.round((12_001 * 80) / 12));
    const capped = (fenByAreaPer: 'day' | 'month' | 'year', fenByArea: number) =>
      line({ ...plain, caps: { ...plain.caps, fenByArea, fenByAreaPer } });
    // February 2025 has 28 days.
    expect([capped('day', 20), capped('month', 500), capped('year', 6_000)]).toEqual([
      44_800, 40_000, 40_000,
    ]);
  });

  it('are bound by the rent of the area counted where the policy says so', () => {
    const of = (rentOfArea: boolean) => ({
      ...plain,
      tiers: plain.tiers.map((tier) => ({
        ...tier,
        amount: { kind: 'fixed', fen: 90_000 } as const,
      })),
      caps: { ...plain.caps, area: 2_000, rentOfArea },
    });
    expect([line(of(false)), line(of(true))]).toEqual([80_000, 20_000]);
  });

  it('are raised by each supplement that holds, and its proof asked for only then', () => {
    const rules = { ...plain, supplements: farIsland.supplements, proof: farIsland.proof };
    const there = { ...someFacts, outerIsland: true };
    expect(line(rules, there)).toBe(Math.min(80_000, Math.round((12_001 * 80 * 1.2) / 12)));
    expect(proofAsked(rules, there)).toHaveLength(1);
    expect(proofAsked(rules, someFacts)).toHaveLength(0);
    expect(
      line(rules, { ...there, jobs: 5, premises: { ...someFacts.premises, rent: 900_000 } }),
    ).toBe(Math.round((12_001 * 80 * 1.25) / 12));
  });
});

describe('the conditions on trade, place, settling and insurance', () => {
  const met = (
    kind: 'industry' | 'place' | 'not-settled',
    facts: Partial<Facts>,
    change: object = {},
  ) => checkCondition({ ...conditionOf(kind), ...change }, { ...someFacts, ...facts }).met;
  it('hold where it is so', () => {
    expect(met('industry', { industry: 'H' })).toBe(true);
    expect(met('industry', { industry: 'C', trade: 'homestay' })).toBe(true);
    expect(met('industry', { industry: 'C' })).toBe(false);
    expect(met('industry', { industry: 'C' }, { isExcluded: true })).toBe(true);
    expect(met('industry', { industry: null })).toBe(false);
    expect(met('place', { region: '330922', outerIsland: true })).toBe(true);
    expect(met('place', { region: '330922', outerIsland: false })).toBe(false);
    expect(
      met(
        'place',
        { region: '330902-01', outerIsland: null },
        { regions: ['330902'], islands: 'any' },
      ),
    ).toBe(true);
    expect(met('place', { region: null, outerIsland: null })).toBe(false);
    expect(met('not-settled', { settledOn: null })).toBe(true);
    expect(met('not-settled', {})).toBe(false);
  });

  it('know the islands that only a boat reaches, and the regions in a region', () => {
    expect(['舟山本岛', '岱山岛', '六横岛', '枸杞岛'].map(isOuterIsland)).toEqual([
      false,
      false,
      true,
      true,
    ]);
    expect(isInRegion('330903-02', '330903')).toBe(true);
    expect(isInRegion('330903-02', '330900')).toBe(true);
    expect(isInRegion('330903', '330903-02')).toBe(false);
  });

  it('count months of insurance from the records of the returns, without a break', () => {
    const rows = (all: Record<string, number>) =>
      Object.entries(all).map(([month, people]) => ({ month, people }));
    const some = rows({ '2024-09': 9, '2024-11': 3, '2024-12': 5, '2025-01': 4 });
    expect(insuredJobsOf(some, '2025-02-10')).toEqual([4, 4, 3]);
    expect(insuredJobsOf(some, '2025-06-10')).toEqual([]);
    expect(insuredJobsOf([], '2025-02-10')).toEqual([]);
  });
});

describe('what was stored before', () => {
  it('reads as it was: facts and rules of before have what they did not know left open', () => {
    const {
      insuredJobs: _,
      industry: __,
      trade: ___,
      region: ____,
      outerIsland: _____,
      ...old
    } = someFacts;
    expect(Facts.parse(old)).toEqual(someFacts);
    const { supplements: a, needsPremises: b, form: c, ...rules } = everyKind;
    const { fenByAreaPer: d, rentOfArea: e, ...caps } = rules.caps;
    expect(PolicyRules.parse({ ...rules, caps })).toEqual(everyKind);
  });

  it.each([
    ['every kind', everyKind],
    ['jobs', jobsSubsidy],
    ['a far island', farIsland],
    ['a sum once and by the year', startUpSum],
  ] as const)('goes through the form of a draft unchanged: %s', (_, rules) => {
    expect(DraftForm.parse(typedRules(rules, 1))).toEqual({ revision: 1, rules });
    inBoth((voice) => JSON.stringify(presentRules(rules, voice)));
  });
});
