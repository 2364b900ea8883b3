import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rentFree } from '../../prisma/seed/policies/rent-free.js';
import { rentSubsidy } from '../../prisma/seed/policies/rent-subsidy.js';
import { makeSay } from '../../src/language/say.js';
import { assess } from '../../src/policies/assess.js';
import type { Change } from '../../src/policies/changes.js';
import type { Facts } from '../../src/policies/facts.js';
import { presentAssessment } from '../../src/policies/present-assessment.js';
import { changeText } from '../../src/policies/present-change.js';
import { lookedText } from '../../src/policies/present-looked.js';
import type { Condition, PolicyRules } from '../../src/policies/rules.js';
import { conditionOf, everyKind } from './every-kind.js';
import { anyFacts, inForce, someFacts } from './facts.js';
import { otherCity } from './other-city.js';

const zh = { say: makeSay('zh'), lang: 'zh' } as const;
const en = { say: makeSay('en'), lang: 'en' } as const;
const both = (tell: (voice: typeof zh | typeof en) => string) => [tell(zh), tell(en)];
const told = (facts: Facts, rules: PolicyRules, voice: typeof zh | typeof en) =>
  presentAssessment(assess(facts, inForce(rules)), facts, inForce(rules), voice);

const looked: Record<Condition['kind'], [Partial<Facts>, string, string][]> = {
  category: [
    [{}, '创业者不属于所列类别', 'The founder is in none of the categories'],
    [
      { categories: [{ category: 'veteran', since: null }] },
      '创业者为退役军人，不在所列类别之内',
      'The founder is: veteran; that is not among the categories',
    ],
    [
      { categories: [{ category: 'unemployed', since: '2024-09-20' }] },
      '创业者自2024年9月20日起为登记失业半年以上人员，至申请之日满 3 个月',
      'The founder has been, since 20 September 2024: registered unemployed for half a year; 3 months on the day of applying',
    ],
    [
      { categories: [{ category: 'returnee', since: null }], graduatedOn: '2022-06-30' },
      '创业者为返乡入乡人员；2022年6月30日毕业，至申请之日满 2 年 6 个月',
      'The founder is: returned or moved to the countryside; Graduated on 30 June 2022, 2 years and 6 months before the day of applying',
    ],
    [
      { categories: [{ category: 'returnee', since: '2025-02-01' }] },
      '创业者自2025年2月1日起才属于返乡入乡人员',
      'The founder will be, from 1 February 2025 on: returned or moved to the countryside',
    ],
  ],
  'graduation-age': [
    [{}, '没有高校毕业日期', 'No day of graduation is given'],
    [
      { graduatedOn: '2025-06-30' },
      '将于2025年6月30日毕业，晚于申请之日',
      'Graduates on 30 June 2025, after the day of applying',
    ],
  ],
  registered: [
    [
      {},
      '2024年6月3日登记注册，至申请之日满 7 个月',
      'Registered on 3 June 2024, 7 months before the day of applying',
    ],
    [{ registeredOn: null }, '尚未登记注册', 'Not yet registered'],
    [
      { registeredOn: '2025-01-02' },
      '2025年1月2日登记注册，至申请之日不足 1 个月',
      'Registered on 2 January 2025, less than a month before the day of applying',
    ],
  ],
  trading: [
    [{ tradingSince: null }, '尚未开始经营', 'Not yet trading'],
    [
      { tradingSince: '2023-01-10' },
      '2023年1月10日开始经营，至申请之日满 2 年',
      'Trading since 10 January 2023, 2 years before the day of applying',
    ],
  ],
  'legal-form': [
    [{ legalForm: 'team' }, '主体类型为未登记团队', 'The venture is a: team, not yet registered'],
  ],
  premises: [[{}, '使用的是园区场地', 'It uses premises of a park']],
  'other-benefit': [
    [{}, '没有其他场地租金减免或补贴', 'No other waiver or subsidy of rent'],
    [
      {
        otherBenefits: [
          { name: '邻市补贴', beganOn: '2024-02-01', endedOn: '2025-02-01' },
          { name: '', beganOn: '2024-03-01', endedOn: null },
        ],
      },
      '另有邻市补贴（2024年2月1日至2025年1月31日）、其他场地租金减免或补贴（2024年3月1日起，尚未终止）',
      'Also receives or received: 邻市补贴 (1 February 2024 to 31 January 2025), another waiver or subsidy of rent (from 1 March 2024, not yet ended)',
    ],
  ],
  settled: [
    [{}, '2024年7月1日入驻园区', 'Settled in a park on 1 July 2024'],
    [{ settledOn: null }, '尚未入驻园区', 'Not settled in a park'],
  ],
  jobs: [[{}, '带动就业 3 人', 'Jobs, founders not counted: 3']],
  lease: [
    [{}, '租期自2024年7月1日起，未约定终止日', 'The lease runs from 1 July 2024 without an end'],
    [
      { premises: { ...someFacts.premises, leaseTo: '2026-01-01' } },
      '租期2024年7月1日至2025年12月31日，共 1 年 6 个月',
      'The lease runs from 1 July 2024 to 31 December 2025: 1 year and 6 months',
    ],
  ],
  declaration: [
    [{}, '申请人未作声明', 'The applicant has not declared it'],
    [{ declared: ['first-venture'] }, '申请人已声明', 'The applicant has declared it'],
  ],
};

describe.each(Object.entries(looked))('what %s looked at', (kind, cases) => {
  it.each(cases)('is told in both languages: %j', (change, inChinese, inEnglish) => {
    const condition = conditionOf(kind as Condition['kind']);
    const facts = { ...someFacts, ...change };
    expect(both((voice) => lookedText(condition, facts, voice))).toEqual([inChinese, inEnglish]);
  });
});

const altered: Record<Change['kind'], [Change, string, string][]> = {
  wait: [
    [
      { kind: 'wait', until: '2025-04-15' },
      '2025年4月15日起可以申请（还需 3 个月零 5 天）',
      'Apply from 15 April 2025 on, in 3 months and 5 days',
    ],
  ],
  'begin-later': [
    [
      { kind: 'begin-later', from: '2025-02-01' },
      '将享受起始日改为2025年2月1日，届时其他减免或补贴已结束',
      'Ask for the months from 1 February 2025 on, when the other benefit has ended',
    ],
  ],
  category: [
    [
      { kind: 'category', anyOf: [{ category: 'graduate', afterMonths: 0, withinMonths: 60 }] },
      '提供属于毕业 5 年内的高校毕业生的证明',
      'Bring proof of the category: graduate of the last 5 years',
    ],
    [
      {
        kind: 'category',
        anyOf: [
          { category: 'student', afterMonths: 0, withinMonths: null },
          { category: 'veteran', afterMonths: 0, withinMonths: null },
        ],
      },
      '提供属于以下任一类别的证明：在校大学生、退役军人',
      'Bring proof of any of these categories: student in higher education, veteran',
    ],
  ],
  register: [
    [{ kind: 'register' }, '办理登记注册，取得营业执照或登记证书', 'Register the venture'],
  ],
  trade: [[{ kind: 'trade' }, '开始正常经营', 'Begin trading']],
  settle: [[{ kind: 'settle' }, '入驻一家园区', 'Settle in a park']],
  'legal-form': [
    [
      { kind: 'legal-form', anyOf: ['firm', 'sole-trader'] },
      '主体类型变更为以下之一：企业、个体工商户',
      'Change the venture to any of: firm, sole trader',
    ],
  ],
  premises: [
    [
      { kind: 'premises', anyOf: ['park-space'] },
      '改用以下之一的场地：园区场地',
      'Move to any of: premises of a park',
    ],
  ],
  jobs: [
    [{ kind: 'jobs', more: 1 }, '再带动就业 1 人', 'Create 1 more job'],
    [{ kind: 'jobs', more: 2 }, '再带动就业 2 人', 'Create 2 more jobs'],
  ],
  lease: [
    [
      { kind: 'lease', until: '2025-07-01' },
      '将租期延长至2025年6月30日或更晚',
      'Extend the lease to 30 June 2025 or later',
    ],
  ],
  'end-benefit': [
    [
      { kind: 'end-benefit', names: ['', 'A'] },
      '先终止正在享受的：其他场地租金减免或补贴、A',
      'First end what is received at present: another waiver or subsidy of rent, A',
    ],
  ],
  declare: [[{ kind: 'declare', id: 'first-venture' }, '作出声明：条件', 'Declare: a condition']],
};

describe.each(Object.entries(altered))('the change %s', (_, cases) => {
  it.each(cases)('is told in both languages: %j', (change, inChinese, inEnglish) => {
    const given = { findings: [], facts: someFacts, rules: everyKind };
    expect(both((voice) => changeText(change, given, voice))).toEqual([inChinese, inEnglish]);
  });
});

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
      ...{ ...someFacts, categories, declared: ['first-venture'] },
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
    expect(amount({})).toMatchObject({ held: true, verdict: '符合', clause: '3.3' });
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
    expect(early.findings[0]).toMatchObject({ held: false, clause: null });
    expect(early.findings[0]?.looked).toContain(
      'in force from 10 February 2025 to 9 February 2026',
    );
    expect(early.toAlter).toEqual(
      ['The policy is in force from 10 February 2025: apply then, in 1 month and 0 days'].map(
        (text) => text.replace(' and 0 days', ''),
      ),
    );
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
