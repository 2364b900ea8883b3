import { dimensions, type MeasureDefinition } from '../measure-definition.js';

/** What the three have in common: money by month that closing does not bind, as it is given and paid by decisions of its own. */
const money = {
  counts: 'money',
  kind: 'stock',
  inPeriod: 'added',
  isBound: false,
  dimensions,
  coverage: null,
  isTracked: false,
} as const;

/** Subsidies granted since the beginning, in fen, on the first day that each month of a grant covers. */
export const subsidyGranted = {
  ...money,
  causes: ['waiver-month'],
  records: 'waiver',
  api: {
    name: 'subsidyGranted',
    places: false,
    about: 'Subsidies granted since the beginning, in fen (a hundredth of a yuan)',
  },
  words: {
    name: ['累计核定补贴', 'Subsidies granted'],
    inMonth: ['当月核定补贴', 'Subsidies granted for the month'],
    unit: ['元', 'yuan'],
    meaning: [
      '截至当日核定的补贴，按决定逐月计入；是付给创业主体的钱，不是免租，不计入租金减免。',
      'Subsidies granted up to the day, month by month as they were decided. This is money that is paid, not rent that is waived, and is in no rent relief.',
    ],
    inReports: ['核定补贴', 'Subsidies granted'],
    meaningInReports: ['期内各月核定的补贴。', 'Subsidies granted for the months of the period.'],
  },
  definitions: [
    {
      since: '2026-11-30',
      counted: [
        '补贴决定核定的金额；台账以分记账，公布以元计',
        'What decisions grant as subsidies; kept in fen, published in yuan',
      ],
      states: [
        '自开园以来累计；每月的补贴自该月补贴期的第一天起计；提前终止或撤销的，终止日以后的部分不计',
        'Since the beginning. Each month counts from the first day of it that is covered; nothing after the day that a grant ended early or was revoked from',
      ],
      founder: ['不涉及', 'Not concerned'],
      formula: [
        '台账中截至当日（含当日）生效的补贴分录之和；冲销记为负数',
        'Sum of the ledger entries of granted months that take effect by the end of the day; what is taken back is negative',
      ],
    },
  ],
} as const satisfies MeasureDefinition;

/** Subsidies claimed since the beginning, in fen, on the day that each claim was handed in. */
export const subsidyClaimed = {
  ...money,
  causes: ['subsidy-claim'],
  records: 'venture',
  api: {
    name: 'subsidyClaimed',
    places: false,
    about: 'Subsidies claimed since the beginning, in fen (a hundredth of a yuan)',
  },
  words: {
    name: ['累计申领补贴', 'Subsidies claimed'],
    inMonth: ['当月申领补贴', 'Subsidies claimed in the month'],
    unit: ['元', 'yuan'],
    meaning: [
      '截至当日提交、没有撤回也没有不予拨付的申领金额，计入首次提交的那一天。',
      'What was claimed up to the day and neither withdrawn nor refused, on the day that each claim was first handed in.',
    ],
    inReports: ['申领补贴', 'Subsidies claimed'],
    meaningInReports: ['期内提交的申领金额。', 'What was claimed in the period.'],
  },
  definitions: [
    {
      since: '2026-11-30',
      counted: [
        '已提交的补贴申领；台账以分记账，公布以元计',
        'Claims of subsidies that were handed in; kept in fen, published in yuan',
      ],
      states: [
        '自开园以来累计；填写中、已撤回和不予拨付的不计；退回修改的按最近一次提交的金额计',
        'Since the beginning. Drafts and what was withdrawn or refused do not count; of a claim that was returned, what it came to when it was last handed in',
      ],
      founder: ['不涉及', 'Not concerned'],
      formula: [
        '台账中截至当日（含当日）生效的申领分录之和；撤回和不予拨付的冲销',
        'Sum of the ledger entries of claims that take effect by the end of the day; what is withdrawn or refused is taken back',
      ],
    },
  ],
} as const satisfies MeasureDefinition;

/** Subsidies paid since the beginning, in fen, on the day that the bank paid; what came back is taken off on its day. */
export const subsidyPaid = {
  ...money,
  causes: ['payment-line', 'subsidy-repayment'],
  records: 'venture',
  api: {
    name: 'subsidyPaid',
    places: false,
    about: 'Subsidies paid since the beginning, in fen (a hundredth of a yuan)',
  },
  words: {
    name: ['累计拨付补贴', 'Subsidies paid'],
    inMonth: ['当月拨付补贴', 'Subsidies paid in the month'],
    unit: ['元', 'yuan'],
    meaning: [
      '截至当日银行已经付出的补贴，计入付款日；退汇和退回的款项在退回之日减去。',
      'Subsidies that the bank paid up to the day, on the day of payment; what was returned or paid back is taken off on its day.',
    ],
    inReports: ['拨付补贴', 'Subsidies paid'],
    meaningInReports: [
      '期内付出的补贴，减去期内退汇和退回的。',
      'Subsidies paid in the period, less what was returned or paid back in it.',
    ],
  },
  definitions: [
    {
      since: '2026-11-30',
      counted: [
        '银行回单确认付出的补贴；台账以分记账，公布以元计',
        'Subsidies that the bank’s answer says were paid; kept in fen, published in yuan',
      ],
      states: [
        '自开园以来累计；待付、付款失败的不计；退汇的在退汇日减去；收回的在到账日减去',
        'Since the beginning. What waits or failed does not count; what the bank returned is taken off on that day, and what was paid back on the day that it came',
      ],
      founder: ['不涉及', 'Not concerned'],
      formula: [
        '台账中截至当日（含当日）生效的付款分录之和',
        'Sum of the ledger entries of payments that take effect by the end of the day',
      ],
    },
  ],
} as const satisfies MeasureDefinition;
