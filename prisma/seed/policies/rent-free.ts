import type { CategoryTest, PolicyRules } from '../../../src/policies/rules.js';

/** 重点群体 */
export const keyGroups: CategoryTest[] = [
  { category: 'student', afterMonths: 0, withinMonths: null },
  { category: 'graduate', afterMonths: 0, withinMonths: 60 },
  { category: 'unemployed', afterMonths: 0, withinMonths: null },
  { category: 'hardship', afterMonths: 0, withinMonths: null },
  { category: 'disabled', afterMonths: 0, withinMonths: null },
  { category: 'veteran', afterMonths: 0, withinMonths: null },
];

/** An example with invented terms; the bureau replaces it with its own. */
export const rentFree: PolicyRules = {
  name: { zh: '园区免租金（示例）', en: 'Rent-free premises (example)' },
  summary: {
    zh: '入驻没有围墙的创业园，100 平方米以内的场地租金第一年全免、第二年减半，重点群体两年全免；超出面积的租金照付。',
    en: 'The rent of up to 100 m² in a park without walls is waived in the first year and halved in the second; for key groups it is waived in both. The rent of any further area remains to be paid.',
  },
  source: {
    zh: '示例条款，供演示使用，不是现行文件；由市人社局替换为正式规定。',
    en: 'Invented terms for demonstration, not a document in force; the bureau replaces them with its own.',
  },
  form: 'waiver',
  needsPremises: true,
  conditions: [
    {
      id: 'settled',
      kind: 'settled',
      clause: '2.1',
      text: {
        zh: '创业主体已入驻舟山市没有围墙的创业园',
        en: 'The venture is settled in one of the parks without walls',
      },
    },
    {
      id: 'premises',
      kind: 'premises',
      clause: '2.2',
      anyOf: ['park-space'],
      text: {
        zh: '使用的是园区场地，且该场地应付租金',
        en: 'It uses premises of a park for which rent is due',
      },
    },
    {
      id: 'one-benefit',
      kind: 'other-benefit',
      clause: '2.3',
      mode: 'not-at-once',
      text: {
        zh: '同一时期不重复享受其他场地租金减免或补贴',
        en: 'No other waiver or subsidy of rent for the same months',
      },
    },
  ],
  months: 24,
  tiers: [
    {
      clause: '3.2',
      fromMonth: 1,
      toMonth: 24,
      only: keyGroups,
      amount: { kind: 'share', basisPoints: 10_000 },
    },
    {
      clause: '3.1',
      fromMonth: 1,
      toMonth: 12,
      only: [],
      amount: { kind: 'share', basisPoints: 10_000 },
    },
    {
      clause: '3.1',
      fromMonth: 13,
      toMonth: 24,
      only: [],
      amount: { kind: 'share', basisPoints: 5_000 },
    },
  ],
  supplements: [],
  caps: {
    area: 10_000,
    fenByArea: null,
    fenByAreaPer: 'month',
    rentOfArea: false,
    fenByMonth: null,
    fenByYear: null,
    fenByPerson: null,
    fenByVenture: null,
    monthsByPerson: 24,
    monthsByVenture: 24,
    clause: '3.3',
  },
  proof: [
    {
      id: 'identity',
      condition: null,
      categories: [],
      text: { zh: '创业者身份证件', en: "The founder's identity document" },
    },
    {
      id: 'agreement',
      condition: 'settled',
      categories: [],
      text: { zh: '入驻协议', en: 'The agreement with the park' },
    },
    {
      id: 'lease',
      condition: 'premises',
      categories: [],
      text: { zh: '场地租约', en: 'The lease of the premises' },
    },
  ],
  limits: {
    accept: 2,
    correct: 5,
    parkReview: 3,
    countyReview: 5,
    determine: 15,
    notice: 5,
    deliver: 1,
    reconsider: 20,
    objection: 10,
    clause: '4.1',
  },
  corrections: 1,
};
