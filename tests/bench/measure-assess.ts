import { rentFree } from '../../prisma/seed/policies/rent-free.js';
import { monthsLater } from '../../src/calendar/months-later.js';
import { assess } from '../../src/policies/assess.js';
import { type Facts, untold } from '../../src/policies/facts.js';
import type { Condition, PolicyInForce } from '../../src/policies/rules.js';
import type { Figures, Line } from './compare-sides.js';
import { assessByHand, type PlainCase } from './floor/assess.js';
import { quantile } from './measure.js';

export const assessName = 'assess';
/** The most that one assessment may take of a processor, in milliseconds. */
export const mostAssessMs = 1;

const window: Condition = {
  id: 'window',
  clause: '9',
  kind: 'window',
  months: 24,
  years: 5,
  text: { zh: '五年内享受不超过两年', en: 'Two years of it within any five' },
};
const version: PolicyInForce = {
  beganOn: '2024-01-01',
  endedOn: null,
  rules: {
    ...rentFree,
    conditions: [...rentFree.conditions, window],
    caps: { ...rentFree.caps, monthsByPerson: null, monthsByVenture: null },
  },
};
const period = { from: '2025-02-01', to: '2027-02-01' };
/** Of who had the benefit for ten years, asks for two more, and has to hear from when on there are some. */
const facts: Facts = {
  ...untold,
  on: '2025-01-10',
  period,
  startedOn: null,
  categories: [],
  graduatedOn: null,
  legalForm: 'firm',
  registeredOn: '2014-06-03',
  tradingSince: '2014-07-01',
  settledOn: '2014-07-01',
  jobs: 3,
  premises: {
    kind: 'park-space',
    area: 12_300,
    rent: 123_400,
    leaseFrom: '2014-07-01',
    leaseTo: null,
  },
  otherBenefits: [],
  used: { person: { months: 0, fen: 0 }, venture: { months: 0, fen: 0 }, yearFen: 0 },
  declared: [],
  earlier: [{ from: '2015-01-01', to: '2025-01-01' }],
};
const plain: PlainCase = {
  first: 2025 * 12 + 1,
  months: 24,
  earlier: Array.from({ length: 120 }, (_, index) => 2015 * 12 + index),
  window: { months: 24, years: 5 },
  rent: 123_400,
  area: 12_300,
  mostArea: 10_000,
};

/** What both sides say of the case. @throws Error where they differ */
export function compareAssessments(): { fen: number[]; begin: string | null } {
  const { schedule, toAlter } = assess(facts, version);
  const [change] = toAlter ?? [];
  const product = {
    fen: schedule.lines.map(({ fen }) => fen),
    begin: change?.kind === 'begin-after' ? change.from : null,
  };
  const { fen, begin } = assessByHand(plain);
  const floor = {
    fen,
    begin: begin === null ? null : monthsLater(period.from, begin - plain.first),
  };
  if (JSON.stringify(product) !== JSON.stringify(floor))
    throw new Error(`assess: ${JSON.stringify(product)} is not ${JSON.stringify(floor)}`);
  return product;
}

/**
 * The assessment alone, in this process: rules with years in a row, and 120 months of before.
 * @param rounds of so many assessments each, the two sides in turn
 */
export function measureAssess(ventures: number, rounds: number): Line {
  compareAssessments();
  const sides = { product: () => assess(facts, version), floor: () => assessByHand(plain) };
  const taken = { product: [] as number[], floor: [] as number[] };
  for (let round = 0; round <= rounds; round += 1)
    for (const side of ['product', 'floor'] as const) {
      const each = cpuOf(sides[side]);
      // The first round warms both up.
      if (round > 0) taken[side].push(each);
    }
  const both = { product: figuresOf(taken.product), floor: figuresOf(taken.floor) };
  return { name: assessName, ventures, atOnce: 1, ...both, where: null };
}

const each = 400;

/** Milliseconds of all threads for one of many. */
function cpuOf(work: () => unknown): number {
  const before = process.cpuUsage();
  for (let count = 0; count < each; count += 1) work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / each;
}

function figuresOf(times: number[]): Figures {
  const median = quantile(times, 0.5);
  return {
    median,
    p95: quantile(times, 0.95),
    perSecond: 1000 / median,
    peakMb: null,
    cpuMs: median,
    statements: 0,
    kb: 0,
  };
}
