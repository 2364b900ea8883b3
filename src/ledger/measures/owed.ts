import type { DerivedDefinition } from '../measure-definition.js';

/** The returns owed for a month: the ventures at its last day less the returns of the month. */
export const owed = {
  terms: [
    { of: 'ventures', sign: 1 },
    { of: 'returns', sign: -1 },
  ],
  counts: 'things',
  kind: 'flow',
  inPeriod: 'added',
  causes: [],
  isBound: true,
  records: 'venture',
  dimensions: [],
  api: null,
  coverage: null,
  isTracked: false,
  words: {
    name: ['未报月报', 'Returns missing'],
    unit: ['份', '{n|return|returns}'],
    meaning: [
      '月末在园、尚未报送当月月报的创业主体；报过的，带动就业沿用其上一次的人数。',
      'Ventures in a park at the end of the month without a return for it; the last headcount, if there is one, is carried forward.',
    ],
    meaningInReports: [
      '月末在园、没有当月月报的创业主体，多个月的逐月累计，未到月末的月份不计。',
      'Ventures in a park at a month’s end without a return for it, added up month by month where there are several that are over.',
    ],
  },
  definitions: [],
} as const satisfies DerivedDefinition;
