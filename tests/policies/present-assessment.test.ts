import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rentFree } from '../../prisma/seed/policies/rent-free.js';
import { rentSubsidy } from '../../prisma/seed/policies/rent-subsidy.js';
import type { Voice } from '../../src/language/say.js';
import { assess } from '../../src/policies/assess.js';
import type { Facts } from '../../src/policies/facts.js';
import { presentAssessment } from '../../src/policies/present-assessment.js';
import type { Condition, PolicyRules } from '../../src/policies/rules.js';
import { conditionOf, everyKind } from './every-kind.js';
import { anyFacts, inForce, someFacts } from './facts.js';
import { otherCity } from './other-city.js';
import { en, zh } from './voices.js';

const told = (facts: Facts, rules: PolicyRules, voice: Voice) =>
  presentAssessment(assess(facts, inForce(rules)), facts, inForce(rules), voice);

describe('an outcome', () => {
  it('says what there is to wait for', () => {
    const wait = (change: Partial<Facts>, kind: Condition['kind'], rules = everyKind) => {
      const only = { ...rules, conditions: [conditionOf(kind)] };
      return told({ ...someFacts, ...change }, only, zh).toAlter?.[0];
    };
    const until = '2025年3月20日起可以申请';
    expect(wait({ registeredOn: '2024-12-20' }, 'registered')).toBe(
      `登记注册时间还差 2 个月零 10 天，${until}`,
    );
    expect(wait({ tradingSince: '2025-01-01' }, 'trading')).toBe(
      '经营时间还差 22 天，2025年2月1日起可以申请',
    );
    const categories: Facts['categories'] = [{ category: 'unemployed', since: '2024-09-20' }];
    expect(wait({ categories }, 'category')).toBe(
      `属于所列类别的时间还差 2 个月零 10 天，${until}`,
    );
    expect(wait({ graduatedOn: '2025-03-20' }, 'graduation-age')).toBe(
      `毕业时间还差 2 个月零 10 天，${until}`,
    );
    expect(wait({ settledOn: '2025-01-11' }, 'settled')).toBe(
      '2025年1月11日入驻后可以申请（还需 1 天）',
    );
  });

  it('tells neighbouring months with one amount and one reason as one, and why each is what it is', () => {
    const facts = { ...someFacts, premises: { ...someFacts.premises, area: 12_000 } };
    const { schedule } = told(facts, rentFree, zh);
    expect(schedule).toMatchObject({ months: 25, total: '12,000.00' });
    expect(schedule.rows.map(({ months, n, each }) => [months, n, each])).toEqual([
      ['2025年1月', 1, '365.59'],
      ['2025年2月至2025年12月', 11, '666.67'],
      ['2026年1月', 1, '483.87'],
      ['2026年2月至2026年12月', 11, '333.33'],
      ['2027年1月', 1, '150.54'],
    ]);
    expect(schedule.rows[1]?.reasons).toEqual([
      '第 1 至 12 个月，免收全部租金（第 3.1 条）：月租 800 元 × 计算面积 100/120 平方米',
    ]);
    expect(schedule.rows[2]?.reasons).toEqual([
      '1日至14日，第 1 至 12 个月，免收全部租金（第 3.1 条）：月租 800 元 × 计算面积 100/120 平方米 × 14/31 天',
      '15日至31日，第 13 至 24 个月，租金的 50%（第 3.1 条）：月租 800 元 × 计算面积 100/120 平方米 × 50% × 17/31 天',
    ]);
  });

  it('tells caps, days of a rate by the day, and the last month that closes the sum', () => {
    const categories: Facts['categories'] = [{ category: 'returnee', since: null }];
    const facts: Facts = {
      ...someFacts,
      categories,
      declared: ['first-venture'],
      period: { from: '2025-01-01', to: '2026-07-01' },
      premises: { ...someFacts.premises, area: 5_000, rent: 80_001 },
    };
    const rows = told(facts, otherCity, zh).schedule.rows;
    expect(rows[0]?.reasons).toEqual([
      '第 1 至 6 个月，每平方米每天 0.53 元（第 11 条）：0.53 元 × 50 平方米 × 31 天，不超过月租 800.01 元',
    ]);
    expect(told(facts, otherCity, en).schedule.rows[0]?.reasons[0]).toBe(
      'Months 1 to 6, 0.53 yuan per m² a day (clause 11): 0.53 yuan × 50 m² × 31 days; no more than the rent of 800.01 yuan',
    );
    expect(rows.at(-1)?.reasons.at(-1)).toBe('最后一个月补足总额的分位差');
  });

  it('says why nothing is left', () => {
    const amount = (change: Partial<Facts>) =>
      told({ ...someFacts, ...change }, rentFree, zh).findings.at(-1);
    const { premises, used } = someFacts;
    expect(amount({})).toMatchObject({ met: true, verdict: '符合', clause: '3.3' });
    expect(amount({ premises: { ...premises, rent: 0 } })?.looked).toContain('每月租金为 0 元');
    expect(amount({ premises: { ...premises, leaseTo: '2025-01-15' } })?.looked).toBe(
      '申请享受的月份不在租期内',
    );
    expect(amount({ used: { ...used, person: { months: 24, fen: 0 } } })).toMatchObject({
      looked: '此前已享受本政策 2 年，享受期限已满',
      verdict: '不符合',
    });
    expect(amount({ startedOn: '2022-01-01' })?.looked).toBe('享受期限已满');
    const spent = { ...used, person: { months: 1, fen: 99_999_999 } };
    const city = told({ ...someFacts, used: spent }, otherCity, en).findings.at(-1);
    expect(city?.looked).toBe('The caps on the sum are used up');
  });

  it('tells of a version that is not in force, and when an eligible one no longer is', () => {
    const later = { ...inForce(rentSubsidy), beganOn: '2025-02-10', endedOn: '2026-02-10' };
    const student: Facts = { ...someFacts, graduatedOn: '2020-06-30' };
    const early = presentAssessment(assess(student, later), student, later, en);
    expect(early.findings[0]).toMatchObject({ met: false, clause: null });
    expect(early.findings[0]?.looked).toContain(
      'in force from 10 February 2025 to 9 February 2026',
    );
    expect(early.toAlter).toEqual([
      'The policy is in force from 10 February 2025: apply then, in 1 month',
    ]);
    expect(told(student, rentSubsidy, zh).toAlter).toEqual([
      '2025年6月30日起不再符合条件，请在此之前申请',
    ]);
    expect(told(student, rentSubsidy, zh).proof.map(({ text }) => text)).toContain('毕业证书');
  });

  it('has nothing unsaid for any facts, and rows that make the sum', () => {
    fc.assert(
      fc.property(
        anyFacts,
        fc.constantFrom(rentFree, rentSubsidy, everyKind),
        fc.constantFrom(zh, en),
        (facts, rules, voice) => {
          const outcome = told(facts, rules, voice);
          expect(JSON.stringify(outcome)).not.toMatch(/undefined|NaN|[{][a-z]+[}]/);
          const fen = (yuan: string) => Math.round(Number(yuan.replaceAll(',', '')) * 100);
          const { rows, months, total } = outcome.schedule;
          expect(rows.reduce((sum, row) => sum + fen(row.total), 0)).toBe(fen(total));
          expect(rows.reduce((sum, row) => sum + row.n, 0)).toBe(months);
          for (const row of rows) expect(fen(row.each) * row.n).toBe(fen(row.total));
        },
      ),
    );
  });
});
