import { type DerivedDefinition, dimensions } from '../measure-definition.js';

/** All rent that ventures did not pay since the beginning, in fen: by agreement and by decision. */
export const rentRelief = {
  terms: [
    { of: 'rent-forgone', sign: 1 },
    { of: 'waived-rent', sign: 1 },
  ],
  counts: 'money',
  kind: 'stock',
  inPeriod: 'added',
  causes: [],
  isBound: false,
  records: 'venture',
  dimensions,
  api: {
    name: 'rentRelief',
    places: false,
    about: 'Rent not paid since the beginning, by agreement and by decision, in fen',
  },
  coverage: 'market-rents',
  isTracked: false,
  words: {
    name: ['累计租金减免', 'Rent relief'],
    inMonth: ['当月租金减免', 'Rent relief in the month'],
    unit: ['元', 'yuan'],
    meaning: [
      '截至当日创业主体没有付的租金：租约约定少收的，加上免租决定减免的。',
      'Rent that ventures did not have to pay up to the day: forgone by agreement, and waived by decision.',
    ],
    inReports: ['租金减免', 'Rent relief'],
    meaningInReports: [
      '期内各月约定少收的租金与免租决定减免的租金之和。',
      'Rent forgone by agreement and rent waived by decision in the months of the period.',
    ],
  },
  definitions: [
    {
      since: '2026-11-28',
      counted: [
        '约定少收的租金与免租决定减免的租金；台账以分记账，公布以元计',
        'Rent forgone by agreement and rent waived by decision; kept in fen, published in yuan',
      ],
      states: [
        '自开园以来累计；两部分各按其口径计入，同一租金不重复计',
        'Since the beginning, each part by its own definition; no rent counts in both',
      ],
      founder: ['不涉及', 'Not concerned'],
      formula: [
        '约定少收租金与免租金额两项分录之和',
        'Sum of the entries of rent forgone and of rent waived',
      ],
    },
  ],
} as const satisfies DerivedDefinition;
