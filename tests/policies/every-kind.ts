import type { Condition, PolicyRules } from '../../src/policies/rules.js';
import { otherCity } from './other-city.js';

/** Another city's rules, and beside them the kinds of condition that they do not have. */
export const everyKind: PolicyRules = {
  ...otherCity,
  conditions: [
    ...otherCity.conditions,
    {
      id: 'graduation',
      clause: '17',
      kind: 'graduation-age',
      least: null,
      most: 60,
      text: { zh: '毕业不满五年', en: 'Graduated less than five years ago' },
    },
    {
      id: 'industry',
      clause: '18',
      kind: 'industry',
      industries: ['A', 'H'],
      trades: ['homestay'],
      isExcluded: false,
      text: { zh: '从事农业、餐饮或民宿', en: 'In farming, catering or homestays' },
    },
    {
      id: 'place',
      clause: '19',
      kind: 'place',
      regions: ['330922'],
      islands: 'outer',
      text: { zh: '在嵊泗县的外岛', en: 'On an outer island of Shengsi' },
    },
    {
      id: 'not-settled',
      clause: '20',
      kind: 'not-settled',
      text: { zh: '未入驻园区', en: 'Not settled in a park' },
    },
    {
      id: 'window',
      clause: '21',
      kind: 'window',
      months: 24,
      years: 5,
      text: { zh: '五年内享受不超过两年', en: 'Two years of it within any five' },
    },
  ],
};

export const conditionOf = <K extends Condition['kind']>(
  kind: K,
): Extract<Condition, { kind: K }> =>
  everyKind.conditions.find((one) => one.kind === kind) as Extract<Condition, { kind: K }>;
