import { dimensions, type MeasureDefinition } from '../measure-definition.js';

/**
 * Rent waived since the beginning, in fen, on the first day that each month of a waiver covers. Closing does not bind it:
 * rent is waived by a decision that often covers months already closed, and no return states it; what is published of it
 * pins its ledger position.
 */
export const waivedRent = {
  counts: 'money',
  kind: 'stock',
  inPeriod: 'added',
  causes: ['waiver-month'],
  isBound: false,
  records: 'waiver',
  dimensions,
  api: {
    name: 'waivedRent',
    places: false,
    about: 'Rent waived since the beginning, in fen (a hundredth of a yuan)',
  },
  coverage: null,
  isTracked: false,
  words: {
    name: ['累计免租', 'Rent waived'],
    inMonth: ['当月免租', 'Rent waived in the month'],
    unit: ['元', 'yuan'],
    meaning: [
      '截至当日已经减免的租金，按免租决定逐月计入；每月的减免从该月免租的第一天起计。',
      'Rent waived up to the day, month by month as it was granted; a month counts from the first day of it that the waiver covers.',
    ],
    inReports: ['免租金额', 'Rent waived'],
    meaningInReports: ['期内各月免除的租金。', 'Rent waived in the months of the period.'],
  },
  definitions: [
    {
      since: '2023-02-01',
      counted: [
        '免租决定减免的场地租金；台账以分记账，公布以元计',
        'Rent of premises that a decision waived; kept in fen, published in yuan',
      ],
      states: [
        '自开园以来累计；已批准的免租按月计入，每月的减免自该月免租的第一天起计；提前终止或撤销的，终止日以后的部分不计。申请中、公示中和不予批准的不计',
        'Since the beginning. Each month of a granted waiver counts from the first day of it that is covered; nothing after the day that it ended early or was revoked from. Cases that are open, on notice or refused do not count',
      ],
      founder: ['不涉及', 'Not concerned'],
      formula: [
        '台账中截至当日（含当日）生效的免租分录之和；首月、末月按天计算，四舍五入到分，末月补齐尾差；冲销记为负数',
        'Sum of the ledger entries of waived months that take effect by the end of the day; first and last month by the day, rounded to the fen, the last closing the sum; what is taken back is negative',
      ],
    },
  ],
} as const satisfies MeasureDefinition;
