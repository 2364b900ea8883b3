import { dimensions, type MeasureDefinition } from '../measure-definition.js';

/** Rent that leases forgo by agreement since the beginning, in fen, by calendar month. */
export const rentForgone = {
  counts: 'money',
  kind: 'stock',
  inPeriod: 'added',
  causes: ['tenancy'],
  isBound: true,
  records: 'venture',
  dimensions,
  api: {
    name: 'rentForgone',
    places: false,
    about: 'Market rent less agreed rent since the beginning, in fen (a hundredth of a yuan)',
  },
  coverage: 'market-rents',
  isTracked: false,
  words: {
    name: ['累计约定少收租金', 'Rent forgone by agreement'],
    inMonth: ['当月约定少收租金', 'Rent forgone in the month'],
    unit: ['元', 'yuan'],
    meaning: [
      '截至当日，租约约定的租金低于市场租金的部分，逐月计入；市场租金不详的租约不计。',
      'What leases ask below the market rent, up to the day and month by month; leases of spaces whose market rent is not known are left out.',
    ],
    inReports: ['约定少收租金', 'Rent forgone'],
    meaningInReports: [
      '期内各月租约约定的租金低于市场租金的部分。',
      'What leases ask below the market rent, in the months of the period.',
    ],
  },
  definitions: [
    {
      since: '2026-11-28',
      counted: [
        '租约约定租金低于场地市场租金的部分；台账以分记账，公布以元计',
        'What leases ask below the market rent of their space; kept in fen, published in yuan',
      ],
      states: [
        '自开园以来累计；每份租约按月计入，每月的金额自该月租约存续的第一天起计；租约到期未办终止、仍在使用的计到当月；约定租金不低于市场租金的计零；市场租金不详的不计',
        'Since the beginning. Each month of a lease counts from the first day of it that the lease covers; a lease that ran out and was not ended counts up to the month that runs; never below nil; nothing where the market rent is not known',
      ],
      founder: ['不涉及', 'Not concerned'],
      formula: [
        '台账中截至当日（含当日）生效的租约分录之和：（市场租金 − 约定租金）× 当月天数占比，首月、末月及市场租金变动的月份按天计算，四舍五入到分',
        'Sum of the ledger entries of leases that take effect by the end of the day: market rent less agreed rent, by the day in the first and last month and where the market rent changes, rounded to the fen',
      ],
    },
  ],
} as const satisfies MeasureDefinition;
