import type { PolicyRules } from '../../src/policies/rules.js';

const text = { zh: '条件', en: 'A condition' };

/** Rules as another city might write them: every kind of condition, amounts by the day, caps of every kind. */
export const otherCity: PolicyRules = {
  name: { zh: '邻市租金补贴', en: 'Another city' },
  summary: text,
  source: text,
  conditions: [
    {
      id: 'category',
      clause: '1',
      kind: 'category',
      text,
      allOf: [],
      anyOf: [
        { category: 'graduate', afterMonths: 0, withinMonths: 24 },
        { category: 'unemployed', afterMonths: 6, withinMonths: 60 },
        { category: 'returnee', afterMonths: 0, withinMonths: null },
      ],
    },
    { id: 'registered', clause: '2', kind: 'registered', text, least: 3, most: 36 },
    { id: 'trading', clause: '3', kind: 'trading', text, least: 1, most: null },
    { id: 'form', clause: '4', kind: 'legal-form', text, anyOf: ['sole-trader', 'firm'] },
    {
      id: 'premises',
      clause: '5',
      kind: 'premises',
      text,
      anyOf: ['market-premises', 'park-space'],
    },
    { id: 'other', clause: '6', kind: 'other-benefit', text, mode: 'not-at-once' },
    { id: 'settled', clause: '7', kind: 'settled', text },
    { id: 'jobs', clause: '8', kind: 'jobs', text, least: 3 },
    { id: 'lease', clause: '9', kind: 'lease', text, least: 12 },
    { id: 'first-venture', clause: '10', kind: 'declaration', text },
  ],
  months: 36,
  tiers: [
    {
      clause: '11',
      fromMonth: 1,
      toMonth: 6,
      only: [],
      amount: { kind: 'area', fen: 53, per: 'day' },
    },
    {
      clause: '12',
      fromMonth: 7,
      toMonth: 12,
      only: [],
      amount: { kind: 'share', basisPoints: 3_333 },
    },
    {
      clause: '13',
      fromMonth: 13,
      toMonth: 36,
      only: [{ category: 'returnee', afterMonths: 0, withinMonths: null }],
      amount: { kind: 'area', fen: 799, per: 'month' },
    },
    {
      clause: '14',
      fromMonth: 13,
      toMonth: 36,
      only: [],
      amount: { kind: 'fixed', fen: 50_001 },
    },
  ],
  caps: {
    area: 20_000,
    fenByArea: 3_000,
    fenByMonth: 150_000,
    fenByYear: 1_000_000,
    fenByPerson: 2_500_000,
    fenByVenture: 2_000_000,
    monthsByPerson: 36,
    monthsByVenture: 30,
    clause: '15',
  },
  proof: [{ id: 'certificate', text, condition: 'category', categories: ['graduate'] }],
  limits: {
    accept: 5,
    correct: 5,
    parkReview: 5,
    countyReview: 5,
    determine: 30,
    notice: 5,
    deliver: 3,
    reconsider: 10,
    clause: '16',
  },
  corrections: 2,
};
