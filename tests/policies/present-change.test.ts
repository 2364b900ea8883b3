import { describe, expect, it } from 'vitest';
import type { Change } from '../../src/policies/changes.js';
import { changeText } from '../../src/policies/present-change.js';
import { everyKind } from './every-kind.js';
import { someFacts } from './facts.js';
import { inBoth } from './voices.js';

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
  'begin-after': [
    [
      { kind: 'begin-after', from: '2026-02-01' },
      '将享受起始日改为2026年2月1日，届时以前享受的部分月数不再计入',
      'Ask for the months from 1 February 2026 on, when some of those had before no longer count',
    ],
  ],
  'fewer-months': [
    [{ kind: 'fewer-months', months: 6 }, '最多申请 6 个月', 'Ask for 6 months at most'],
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
  'insured-jobs': [
    [
      { kind: 'insured-jobs', least: 3, months: 6 },
      '参保满 6 个月的带动就业达到 3 人（现为 0 人）',
      'Have 3 jobs insured for 6 months; there are 0 now',
    ],
  ],
  place: [
    [
      { kind: 'place', regions: ['330921', '330922'], islands: 'outer' },
      '换到符合的地方：在岱山县、嵊泗县的外岛',
      'Move to where it holds: on an outer island of Daishan, Shengsi',
    ],
    [
      { kind: 'place', regions: [], islands: 'reached' },
      '换到符合的地方：不在外岛',
      'Move to where it holds: not on an outer island',
    ],
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
    expect(inBoth((voice) => changeText(change, given, voice))).toEqual([inChinese, inEnglish]);
  });
});
