import { describe, expect, it } from 'vitest';
import type { Facts } from '../../src/policies/facts.js';
import { lookedText } from '../../src/policies/present-looked.js';
import type { Condition } from '../../src/policies/rules.js';
import { conditionOf } from './every-kind.js';
import { someFacts } from './facts.js';
import { inBoth } from './voices.js';

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
  'not-settled': [
    [{}, '2024年7月1日入驻园区', 'Settled in a park on 1 July 2024'],
    [{ settledOn: null }, '尚未入驻园区', 'Not settled in a park'],
  ],
  industry: [
    [{}, '没有登记行业', 'No trade is known'],
    [
      { industry: 'H', trade: 'homestay' },
      '所属行业：住宿和餐饮业、民宿',
      'Its trade: accommodation and catering, homestay',
    ],
  ],
  place: [
    [{}, '没有所在地', 'It is not known where it is'],
    [
      { region: '330922', outerIsland: true },
      '位于嵊泗县、在外岛',
      'It is in Shengsi, on an outer island',
    ],
    [{ outerIsland: false }, '不在外岛', 'not on an outer island'],
  ],
  lease: [
    [{}, '租期自2024年7月1日起，未约定终止日', 'The lease runs from 1 July 2024 without an end'],
    [
      { premises: { ...someFacts.premises, leaseTo: '2026-01-01' } },
      '租期2024年7月1日至2025年12月31日，共 1 年 6 个月',
      'The lease runs from 1 July 2024 to 31 December 2025: 1 year and 6 months',
    ],
  ],
  window: [
    [
      {},
      '近 5 年内已享受 0 个月，这次申请 24 个月',
      '0 months had in the last 5 years, 24 months asked for',
    ],
    [
      { earlier: [{ from: '2019-01-01', to: '2020-03-01' }] },
      '近 5 年内已享受 1 个月，这次申请 24 个月',
      '1 month had in the last 5 years, 24 months asked for',
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
    expect(inBoth((voice) => lookedText(condition, facts, voice))).toEqual([inChinese, inEnglish]);
  });
});
