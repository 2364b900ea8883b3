import { dimensions, type MeasureDefinition } from '../measure-definition.js';

/** Leaving was called 离园 until the third version. */
const statesWith = (leaving: '离园' | '出园') =>
  [
    `当日正在园的主体；入驻当日计入，${leaving}当日不再计入；转园的计入转入园区`,
    'Ventures in a park on the day: from the first day on, and no longer on the day that they leave; one that moved counts in its new park',
  ] as const;
const states = statesWith('离园');
const formulaWith = (leaving: '离园' | '出园') =>
  [
    `台账中截至当日生效的入驻分录与${leaving}分录之和：入驻计 +1，${leaving}计 −1`,
    'Sum of the ledger entries of arrivals (+1) and departures (−1) that take effect by the end of the day',
  ] as const;
const formula = formulaWith('离园');
const counted =
  'Ventures, each once: firms, sole traders, cooperatives, non-profits, and teams without a licence';

/** Ventures in a park (入驻), one for each. */
export const ventures = {
  counts: 'things',
  kind: 'stock',
  inPeriod: 'level',
  causes: ['residency'],
  isBound: true,
  records: 'venture',
  dimensions,
  api: { name: 'ventures', places: true, about: 'Ventures in a park on the day' },
  coverage: null,
  isTracked: true,
  words: {
    name: ['在园创业主体', 'Ventures in the parks'],
    unit: ['家', '{n|venture|ventures}'],
    meaning: [
      '截至当日在园的创业主体，一家计一次，包括尚未领照的团队。',
      'Ventures in a park on the day, each counted once, teams without a licence included.',
    ],
    meaningInReports: ['期末在园的创业主体。', 'Ventures in a park at the end.'],
  },
  definitions: [
    {
      since: '2023-01-01',
      counted: [
        '创业主体，一户计一次：企业、个体工商户、合作社、民办非企业单位，以及尚未领照的团队',
        counted,
      ],
      states,
      founder: ['不涉及', 'Not concerned'],
      formula,
    },
    {
      since: '2026-11-25',
      counted: [
        '创业主体，一家计一次：企业、个体工商户、合作社、民办非企业单位，以及尚未领照的团队',
        counted,
      ],
      states,
      founder: ['不涉及', 'Not concerned'],
      formula,
    },
    {
      since: '2026-11-30',
      counted: [
        '创业主体，一家计一次：企业、个体工商户、合作社、民办非企业单位，以及尚未领照的团队',
        counted,
      ],
      states: statesWith('出园'),
      founder: ['不涉及', 'Not concerned'],
      formula: formulaWith('出园'),
    },
  ],
} as const satisfies MeasureDefinition;
