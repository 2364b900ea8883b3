import type { Limits } from '../policies/rules.js';

/** At whose desk a case lies: 申请人 园区 县区 市局; public while it is on notice, nobody once it is over. */
export type Desk = 'founder' | 'park' | 'county' | 'bureau' | 'public' | 'nobody';

type State = {
  desk: Desk;
  /** Whether the working days of the whole run; they stand while the applicant holds the case. */
  clock: 'runs' | 'stands';
  /** The policy's limit for the step, in working days; null where the step has none. */
  limit: Exclude<keyof Limits, 'clause'> | null;
};

/** Where a case can stand: 草稿 待受理 补正 初审 复审 认定 补充材料 公示 复核 已批准 不予批准 已撤回 逾期未补正 已撤销 不予受理. */
export const states = {
  draft: { desk: 'founder', clock: 'stands', limit: null },
  submitted: { desk: 'park', clock: 'runs', limit: 'accept' },
  correction: { desk: 'founder', clock: 'stands', limit: 'correct' },
  'park-review': { desk: 'park', clock: 'runs', limit: 'parkReview' },
  'county-review': { desk: 'county', clock: 'runs', limit: 'countyReview' },
  'bureau-review': { desk: 'bureau', clock: 'runs', limit: 'determine' },
  supplement: { desk: 'founder', clock: 'stands', limit: 'correct' },
  notice: { desk: 'public', clock: 'stands', limit: 'deliver' },
  reconsideration: { desk: 'bureau', clock: 'stands', limit: 'reconsider' },
  granted: { desk: 'nobody', clock: 'stands', limit: null },
  refused: { desk: 'nobody', clock: 'stands', limit: null },
  withdrawn: { desk: 'nobody', clock: 'stands', limit: null },
  lapsed: { desk: 'nobody', clock: 'stands', limit: null },
  revoked: { desk: 'nobody', clock: 'stands', limit: null },
  'not-accepted': { desk: 'nobody', clock: 'stands', limit: null },
} as const satisfies Record<string, State>;
export type StateName = keyof typeof states;

type Move = {
  from: readonly StateName[];
  /** null: back to where it stood before it was reconsidered, or before a further paper was asked for. */
  to: StateName | null;
  /** Who makes it; `clock` is the nightly run. */
  by: 'founder' | 'park' | 'county' | 'bureau' | 'clock';
  /** Whether it decides or reviews: nobody does so in a case of their own, or twice at different desks. */
  judges: boolean;
  /**
   * Whether it puts into force what another has judged: not by who judged the case at the step before, nor in a case
   * of their own. It is no judgement, so whoever makes it may still judge what comes later.
   */
  confirms?: true;
};

const withTheFounder = ['draft', 'submitted', 'correction', 'supplement'] as const;
const underReview = ['park-review', 'county-review', 'bureau-review'] as const;

/** Who may move a case from where to where. There is no other way to change its state. */
export const moves = {
  submit: { from: ['draft'], to: 'submitted', by: 'founder', judges: false },
  return: { from: ['submitted'], to: 'correction', by: 'park', judges: false },
  resubmit: { from: ['correction'], to: 'submitted', by: 'founder', judges: false },
  lapse: { from: ['correction'], to: 'lapsed', by: 'clock', judges: false },
  accept: { from: ['submitted'], to: 'park-review', by: 'park', judges: false },
  decline: { from: ['submitted'], to: 'not-accepted', by: 'park', judges: true },
  'ask-park': { from: ['park-review'], to: 'supplement', by: 'park', judges: false },
  'ask-county': { from: ['county-review'], to: 'supplement', by: 'county', judges: false },
  'ask-bureau': { from: ['bureau-review'], to: 'supplement', by: 'bureau', judges: false },
  supply: { from: ['supplement'], to: null, by: 'founder', judges: false },
  'end-asking': { from: ['supplement'], to: null, by: 'clock', judges: false },
  'pass-park': { from: ['park-review'], to: 'county-review', by: 'park', judges: true },
  'pass-county': { from: ['county-review'], to: 'bureau-review', by: 'county', judges: true },
  'back-to-park': { from: ['county-review'], to: 'park-review', by: 'county', judges: true },
  'back-to-county': { from: ['bureau-review'], to: 'county-review', by: 'bureau', judges: true },
  approve: { from: ['bureau-review'], to: 'notice', by: 'bureau', judges: true },
  refuse: { from: ['bureau-review'], to: 'refused', by: 'bureau', judges: true },
  reopen: { from: ['notice'], to: 'bureau-review', by: 'bureau', judges: true },
  grant: { from: ['notice'], to: 'granted', by: 'bureau', judges: false, confirms: true },
  withdraw: {
    from: [...withTheFounder, ...underReview, 'notice'],
    to: 'withdrawn',
    by: 'founder',
    judges: false,
  },
  reconsider: {
    from: ['refused', 'revoked', 'granted'],
    to: 'reconsideration',
    by: 'founder',
    judges: false,
  },
  uphold: { from: ['reconsideration'], to: null, by: 'bureau', judges: true },
  overturn: { from: ['reconsideration'], to: 'notice', by: 'bureau', judges: true },
  amend: { from: ['reconsideration'], to: 'granted', by: 'bureau', judges: true },
  restore: { from: ['reconsideration'], to: 'granted', by: 'bureau', judges: true },
  revoke: { from: ['granted'], to: 'revoked', by: 'bureau', judges: true },
} as const satisfies Record<string, Move>;
export type MoveName = keyof typeof moves;

/** The steps by which somebody judges a case: moves, and what leaves it where it stands. */
export const judgingSteps: readonly string[] = [
  ...(Object.keys(moves) as MoveName[]).filter((name) => moves[name].judges),
  'fact-corrected',
  'end',
];

/** Whether a move is barred to who stepped aside, judged the case at another desk, or has a part in it. */
export function needsDistance(name: MoveName): boolean {
  const move: Move = moves[name];
  return move.judges || move.confirms === true;
}

/** The states in which nothing more is to be done unless somebody asks for it. */
export const isOver = (state: StateName): boolean => states[state].desk === 'nobody';

export const openStates = (Object.keys(states) as StateName[]).filter((state) => !isOver(state));

/** The moves that a state allows. */
export const movesFrom = (state: StateName): MoveName[] =>
  (Object.keys(moves) as MoveName[]).filter((name) =>
    (moves[name].from as readonly StateName[]).includes(state),
  );
