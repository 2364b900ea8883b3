import { dimensions, type MeasureDefinition } from '../measure-definition.js';

/** Leaving was called 离园 until the third version. */
const statesWith = (leaving: '离园' | '出园') =>
  [
    `当日正在园的主体，取其最近一次月报；当月未报的沿用上次人数，${leaving}当日起不再计入`,
    'Ventures in a park on the day, by the newest return of each; a month without one carries the last headcount forward; nothing from the day that a venture leaves',
  ] as const;
const states = statesWith('离园');
const founder = ['不含创业者本人', 'Founders are not counted'] as const;
const formula = [
  '台账中截至当日生效的人数增减分录之和；每次月报记为与上次人数之差',
  'Sum of the ledger entries of changes in headcount that take effect by the end of the day; each return is entered as the difference from the one before',
] as const;
const counted =
  'People employed by a venture at the end of a month; one who works for two counts twice';

/** People employed as the newest return says, founders not counted. */
export const jobs = {
  counts: 'people',
  kind: 'stock',
  inPeriod: 'level',
  causes: ['jobs-return', 'residency'],
  isBound: true,
  records: 'venture',
  dimensions,
  api: {
    name: 'jobs',
    places: true,
    about: 'People employed by them as their newest returns say, founders not counted',
  },
  coverage: 'returns',
  isTracked: true,
  words: {
    name: ['带动就业', 'Jobs created'],
    unit: ['人', '{n|person|people}'],
    meaning: [
      '在园创业主体最近一次月报的用工人数之和，不含创业者本人；未报的月份沿用上一次的人数，从未报过的不计入。',
      'People employed, as the newest return of each venture in a park says; founders are not counted. Where a month was not reported, the last headcount is carried forward; a venture that has never reported adds nothing.',
    ],
    meaningInReports: [
      '期末在园创业主体最近一次月报的用工人数。',
      'People employed, as the newest return of each venture in a park says.',
    ],
  },
  definitions: [
    {
      since: '2023-01-01',
      counted: ['创业主体月末用工人数，一人在两户用工的计两次', counted],
      states,
      founder,
      formula,
    },
    {
      since: '2026-11-25',
      counted: ['创业主体月末用工人数；一人同时在两家就业的，计两次', counted],
      states,
      founder,
      formula,
    },
    {
      since: '2026-11-30',
      counted: ['创业主体月末用工人数；一人同时在两家就业的，计两次', counted],
      states: statesWith('出园'),
      founder,
      formula,
    },
  ],
} as const satisfies MeasureDefinition;
