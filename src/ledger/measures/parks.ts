import type { MeasureDefinition } from '../measure-definition.js';

const formula = [
  '台账中截至当日（含当日）生效的开园分录与关闭分录之和：开园计 +1，关闭计 −1',
  'Sum of the ledger entries of openings (+1) and closings (−1) that take effect by the end of the day',
] as const;
const states = [
  '已经开园、尚未关闭的园区；与有无创业主体入驻无关',
  'Parks that have opened and not closed, whether or not a venture is in them',
] as const;

/** Parks open. */
export const parks = {
  counts: 'things',
  kind: 'stock',
  inPeriod: 'level',
  causes: ['park'],
  isBound: true,
  records: 'park',
  dimensions: [],
  api: { name: 'parks', places: true, about: 'Parks open on the day' },
  coverage: null,
  isTracked: true,
  words: {
    name: ['开园园区', 'Open parks'],
    unit: ['家', '{n|park|parks}'],
    meaning: [
      '截至当日已经开园、尚未关闭的园区。',
      'Parks that had opened and not closed by the day.',
    ],
    meaningInReports: ['期末已经开园、尚未关闭的园区。', 'Parks open at the end.'],
  },
  definitions: [
    {
      since: '2023-01-01',
      counted: ['园区，一个园区计一次', 'Parks, each once'],
      states,
      founder: ['不涉及', 'Not concerned'],
      formula,
    },
    {
      since: '2026-11-25',
      counted: ['园区，一家计一次', 'Parks, each once'],
      states,
      founder: ['不涉及', 'Not concerned'],
      formula,
    },
  ],
} as const satisfies MeasureDefinition;
