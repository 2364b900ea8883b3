import { dimensions, type MeasureDefinition } from '../measure-definition.js';

const states = [
  '月末在园的创业主体报送的当月月报；更正后的月报仍计一份',
  'Returns for the month from ventures in a park at its end; one that was corrected still counts once',
] as const;
const founder = ['不涉及', 'Not concerned'] as const;
const formula = [
  '台账中在当月生效的月报分录之和，每份计 +1',
  'Sum of the ledger entries of returns that take effect in the month, each +1',
] as const;

/**
 * Jobs returns that count, one for each venture and month, at the month's last day; coverage is ventures less returns.
 */
export const returns = {
  counts: 'things',
  kind: 'flow',
  inPeriod: 'added',
  causes: ['jobs-return'],
  isBound: true,
  records: 'venture',
  dimensions,
  api: null,
  coverage: null,
  isTracked: false,
  words: {
    name: ['已报月报', 'Returns filed'],
    unit: ['份', '{n|return|returns}'],
    meaning: [
      '月末在园的创业主体报送的当月月报，一家一份。',
      'Returns for the month from ventures in a park at its end, one for each.',
    ],
    meaningInReports: [
      '期内各月末计入的月报，一家一月一份。',
      'Returns that count, one a venture and month.',
    ],
  },
  definitions: [
    {
      since: '2023-01-01',
      counted: ['带动就业月报，一户一月计一份', 'Jobs returns, one for each venture and month'],
      states,
      founder,
      formula,
    },
    {
      since: '2026-11-25',
      counted: ['带动就业月报，一家一月计一份', 'Jobs returns, one for each venture and month'],
      states,
      founder,
      formula,
    },
  ],
} as const satisfies MeasureDefinition;
