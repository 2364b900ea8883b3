import type { Wording } from '../../language/words.js';
import { dimensions, type MeasureDefinition } from '../measure-definition.js';

/** The kinds of worker that a return states beside its headcount, by their columns. Somebody can be of several. */
export const workerKinds = ['graduates', 'hardship', 'returned', 'local', 'others'] as const;
export type WorkerKind = (typeof workerKinds)[number];

/** What the ledger calls the people of a kind. */
export const workersOf = <K extends WorkerKind>(kind: K): `workers-${K}` => `workers-${kind}`;
export const workerMeasures = workerKinds.map((kind) => workersOf(kind));

/** Leaving was called 离园 in the first version. */
const statesWith = (leaving: '离园' | '出园') =>
  [
    `当日正在园的主体，取其最近一次填报该项的月报，不超过其后月报的用工人数；当月未报或未填该项的沿用上次人数，从未填报的计零，${leaving}当日起不再计入`,
    'Ventures in a park on the day, by the newest return of each that states this kind, and no more than the headcounts since; a month without carries it forward, and a venture that never stated it adds nothing; nothing from the day that a venture leaves',
  ] as const;
const formula = [
  '台账中截至当日生效的该类人数增减分录之和；每次填报记为与上次人数之差',
  'Sum of the ledger entries of changes in people of this kind that take effect by the end of the day; each return is entered as the difference from the one before',
] as const;

/** People of one kind among the jobs of a month's end: a stock that is carried forward as jobs are. */
const people = ([zh, en]: Wording) =>
  ({
    counts: 'people',
    kind: 'stock',
    inPeriod: 'level',
    causes: ['jobs-return', 'residency'],
    isBound: true,
    records: 'venture',
    dimensions,
    api: null,
    coverage: 'workers',
    isTracked: false,
    words: {
      name: [`用工中的${zh}`, `Workers: ${en}`],
      unit: ['人', '{n|person|people}'],
      meaning: [
        `在园创业主体月报填报的月末用工中的${zh}，不含创业者本人；没有填报此项的月份沿用上一次的人数，从未填报的不计。一人可以同时属于几类，各类之和不等于带动就业。`,
        `Of the people employed at a month’s end, ${en}, as the returns of ventures in a park state; founders are not counted. A month that does not state it carries the last number forward, and a venture that never stated it adds nothing. Somebody can be of several kinds: they do not add up to the jobs.`,
      ],
      meaningInReports: [
        `期末在园创业主体填报的用工中的${zh}。`,
        `Of the people employed at the end, ${en}, as returns state.`,
      ],
    },
    definitions: [
      {
        since: '2026-11-29',
        counted: [
          `创业主体月末用工中的${zh}；一人同时在两家就业的，计两次`,
          `Of the people employed by a venture at the end of a month, ${en}; one who works for two counts twice`,
        ],
        states: statesWith('离园'),
        founder: ['不含创业者本人', 'Founders are not counted'],
        formula,
      },
      {
        since: '2026-11-30',
        counted: [
          `创业主体月末用工中的${zh}；一人同时在两家就业的，计两次`,
          `Of the people employed by a venture at the end of a month, ${en}; one who works for two counts twice`,
        ],
        states: statesWith('出园'),
        founder: ['不含创业者本人', 'Founders are not counted'],
        formula,
      },
    ],
  }) as const satisfies MeasureDefinition;

export const workersGraduates = people(['高校毕业生', 'graduates']);
export const workersHardship = people(['就业困难人员', 'in employment difficulty']);
export const workersReturned = people(['返乡人员', 'returned to the countryside']);
export const workersLocal = people(['本地村（居）民', 'local residents']);
export const workersOthers = people(['其他人员', 'of none of these kinds']);
