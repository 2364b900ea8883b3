import type { PolicyRules } from '../../../src/policies/rules.js';
import { keyGroups, rentFree } from './rent-free.js';

/** As it was tried for nine months: by the jobs that are reported, whether insured or not. */
export const trialJobsSubsidy = (): PolicyRules => ({
  ...jobsSubsidy,
  summary: {
    zh: '重点群体创办的主体带动就业满 3 人的，每年补贴 2,000 元，每增加 1 人另补 1,000 元，每年最高 20,000 元；设在外岛的上浮 20%。试行至 2026 年 10 月 31 日。',
    en: 'Ventures of key groups that employ 3 people are paid 2,000 yuan a year and 1,000 for each further one, at most 20,000 a year; 20% more on outer islands. On trial until 31 October 2026.',
  },
  tiers: jobsSubsidy.tiers.map((tier) => ({
    ...tier,
    amount: tier.amount.kind === 'jobs' ? { ...tier.amount, insuredMonths: 0 } : tier.amount,
  })),
});

/** 创业带动就业补贴 in the way in which cities of Zhejiang publish it; its numbers are invented, and the bureau replaces it. */
export const jobsSubsidy: PolicyRules = {
  name: { zh: '创业带动就业补贴（示例）', en: 'Subsidy for jobs created (example)' },
  summary: {
    zh: '重点群体创办的主体带动就业满 3 人并为其参保满 6 个月的，每年补贴 2,000 元，每增加 1 人另补 1,000 元，每年最高 20,000 元，最长三年；设在外岛的上浮 20%。',
    en: 'Ventures of key groups that employ 3 people, insured for six months, are paid 2,000 yuan a year and 1,000 for each further one, at most 20,000 a year for three years; 20% more on outer islands.',
  },
  source: {
    zh: '示例条款，参照省内各市公布的办事指南的写法编写，数额供演示使用，不是现行文件；由市人社局替换为正式规定。',
    en: 'Invented terms for demonstration, written as guides of cities in the province are; not a document in force. The bureau replaces them with its own.',
  },
  form: 'subsidy',
  needsPremises: false,
  conditions: [
    {
      id: 'category',
      kind: 'category',
      clause: '1.1',
      anyOf: keyGroups,
      allOf: [],
      text: {
        zh: '创业者为在校大学生、毕业五年内高校毕业生、登记失业半年以上人员、就业困难人员、持证残疾人或退役军人',
        en: 'The founder is a student, a graduate of the last five years, registered unemployed for half a year, in employment difficulty, holding a disability certificate, or a veteran',
      },
    },
    {
      id: 'legal-form',
      kind: 'legal-form',
      clause: '1.2',
      anyOf: ['firm', 'sole-trader', 'cooperative', 'non-profit'],
      text: { zh: '已登记注册', en: 'The venture is registered' },
    },
    {
      id: 'registered',
      kind: 'registered',
      clause: '1.2',
      least: 6,
      most: 60,
      text: {
        zh: '登记注册满 6 个月、不满 5 年',
        en: 'Registered for six months, and for less than five years',
      },
    },
    {
      id: 'industry',
      kind: 'industry',
      clause: '1.3',
      industries: ['J', 'K'],
      trades: [],
      isExcluded: true,
      text: {
        zh: '不属于金融业、房地产业',
        en: 'It is in neither finance nor real estate',
      },
    },
  ],
  months: 12,
  tiers: [
    {
      clause: '2.1',
      fromMonth: 1,
      toMonth: 12,
      only: [],
      amount: {
        kind: 'jobs',
        per: 'year',
        from: 3,
        base: 200_000,
        step: 100_000,
        most: 2_000_000,
        insuredMonths: 6,
      },
    },
  ],
  supplements: [
    {
      basisPoints: 2_000,
      when: {
        id: 'outer-island',
        kind: 'place',
        clause: '2.2',
        regions: [],
        islands: 'outer',
        text: { zh: '设在外岛', en: 'It is on an outer island' },
      },
    },
  ],
  caps: {
    ...rentFree.caps,
    area: null,
    monthsByPerson: 36,
    monthsByVenture: 36,
    clause: '2.3',
  },
  proof: [
    {
      id: 'identity',
      condition: null,
      categories: [],
      text: { zh: '身份证或社会保障卡', en: 'Identity card or social-insurance card' },
    },
    {
      id: 'insurance',
      condition: null,
      categories: [],
      text: {
        zh: '带动就业人员的劳动合同和社会保险缴费证明',
        en: 'Labour contracts and social-insurance records of those employed',
      },
    },
  ],
  limits: { ...rentFree.limits, determine: 20, notice: 5, clause: '3.1' },
  corrections: 1,
};
