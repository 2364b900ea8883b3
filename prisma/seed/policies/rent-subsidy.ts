import type { PolicyRules } from '../../../src/policies/rules.js';
import { keyGroups } from './rent-free.js';

/**
 * The rates of 创业场地租金补贴 as a neighbouring city published it under 浙政办发〔2023〕53号, as rent that is not asked for: an
 * example that the bureau replaces. What is paid out is `jobs-subsidy.ts`.
 */
export const rentSubsidy: PolicyRules = {
  name: { zh: '重点群体场地租金减免（示例）', en: 'Rent relief for key groups (example)' },
  summary: {
    zh: '重点群体租用场地创业，三年内按面积减免租金，不超过应付租金。',
    en: 'Key groups who rent premises for their venture have rent waived by the area for three years, never more than the rent that is due.',
  },
  source: {
    zh: '参照浙政办发〔2023〕53号及邻市公布的办事指南编写的示例，由市人社局替换为本市规定。',
    en: 'An example after provincial document no. 53 of 2023 and the guide that a neighbouring city published; the bureau replaces it with its own.',
  },
  form: 'waiver',
  needsPremises: true,
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
      id: 'settled',
      kind: 'settled',
      clause: '1.2',
      text: {
        zh: '创业主体已入驻创业孵化园区',
        en: 'The venture is settled in a park for start-ups',
      },
    },
    {
      id: 'premises',
      kind: 'premises',
      clause: '1.3',
      anyOf: ['park-space', 'market-premises'],
      text: {
        zh: '租用场地创业；已享受免租的场地不再减免',
        en: 'It rents its premises; of premises that are free of rent already nothing is waived',
      },
    },
    {
      id: 'one-benefit',
      kind: 'other-benefit',
      clause: '1.4',
      mode: 'not-at-once',
      text: {
        zh: '同一时期不重复享受其他场地租金减免或补贴',
        en: 'No other waiver or subsidy of rent for the same months',
      },
    },
  ],
  months: 36,
  tiers: [
    {
      clause: '2.1',
      fromMonth: 1,
      toMonth: 12,
      only: [],
      amount: { kind: 'area', fen: 800, per: 'month' },
    },
    {
      clause: '2.2',
      fromMonth: 13,
      toMonth: 36,
      only: [],
      amount: { kind: 'area', fen: 400, per: 'month' },
    },
  ],
  supplements: [],
  caps: {
    area: 50_000,
    fenByArea: null,
    fenByAreaPer: 'month',
    rentOfArea: false,
    fenByMonth: null,
    fenByYear: null,
    fenByPerson: null,
    fenByVenture: null,
    monthsByPerson: 36,
    monthsByVenture: 36,
    clause: '2.3',
  },
  proof: [
    {
      id: 'form',
      condition: null,
      categories: [],
      text: { zh: '场地租金减免申请表', en: 'The application form' },
    },
    {
      id: 'identity',
      condition: null,
      categories: [],
      text: { zh: '身份证或社会保障卡', en: 'Identity card or social-insurance card' },
    },
    {
      id: 'lease',
      condition: 'premises',
      categories: [],
      text: { zh: '场地租赁合同和租金支付凭证', en: 'The lease and receipts for the rent' },
    },
    {
      id: 'agreement',
      condition: 'settled',
      categories: [],
      text: { zh: '入驻孵化协议', en: 'The incubation agreement' },
    },
    ...proofOfCategory(),
  ],
  limits: {
    accept: 5,
    correct: 5,
    parkReview: 5,
    countyReview: 8,
    determine: 23,
    notice: 7,
    deliver: 1,
    reconsider: 20,
    objection: 10,
    clause: '3.1',
  },
  corrections: 1,
};

function proofOfCategory(): PolicyRules['proof'] {
  return (
    [
      ['student', '学生证或学籍证明', 'Student card or proof of enrolment'],
      ['graduate', '毕业证书', 'Graduation certificate'],
      ['unemployed', '就业创业证（载明登记失业）', 'Employment record showing the unemployment'],
      ['hardship', '就业困难人员认定证明', 'Certificate of employment difficulty'],
      ['disabled', '残疾人证', 'Disability certificate'],
      ['veteran', '退役军人优待证或退役证', 'Proof of military service'],
    ] as const
  ).map(([category, zh, en]) => ({
    id: category,
    condition: 'category',
    categories: [category],
    text: { zh, en },
  }));
}
