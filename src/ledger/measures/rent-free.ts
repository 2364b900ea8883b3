import { dimensions, type MeasureDefinition } from '../measure-definition.js';

/**
 * Ventures in a park that pay nothing on the day. Closing does not bind it: a waiver that is granted later often covers
 * months already closed.
 */
export const rentFree = {
  counts: 'things',
  kind: 'stock',
  inPeriod: 'level',
  causes: ['tenancy'],
  isBound: false,
  records: 'venture',
  dimensions,
  api: {
    name: 'rentFree',
    places: true,
    about: 'Ventures in a park that hold a space and pay no rent on the day',
  },
  coverage: null,
  isTracked: false,
  words: {
    name: ['不付租金的创业主体', 'Ventures that pay no rent'],
    unit: ['家', '{n|venture|ventures}'],
    meaning: [
      '截至当日在园、有场地且不用付租金的创业主体，一家计一次：租约租金为零，或者应付租金已全部减免。',
      'Ventures in a park that hold a space and pay nothing on the day, each once: their leases state no rent, or all of it is waived.',
    ],
    meaningInReports: [
      '期末在园、有场地且不用付租金的创业主体。',
      'Ventures in a park at the end that hold a space and pay nothing.',
    ],
  },
  definitions: [
    {
      since: '2026-11-28',
      counted: [
        '在园、有场地且不用付租金的创业主体，一家计一次',
        'Ventures in a park that hold a space and pay no rent, each once',
      ],
      states: [
        '当日在园，租用至少一处场地，且每份租约当日应付租金为零：约定租金为零，或由免租决定全部减免；租约到期未办终止、仍在使用的按原约定计',
        'In a park on the day, with at least one space, and nothing due on any lease: it states no rent, or a decision waives all of it; a lease that ran out and was not ended counts as agreed',
      ],
      founder: ['不涉及', 'Not concerned'],
      formula: [
        '台账中截至当日生效的分录之和：开始不付租金之日计 +1，不再符合之日计 −1',
        'Sum of the ledger entries that take effect by the end of the day: +1 on the day from which nothing is paid, −1 on the day from which that ends',
      ],
    },
  ],
} as const satisfies MeasureDefinition;
