import type { Day } from '../calendar/days.js';
import { monthsLater } from '../calendar/months-later.js';
import { isInRegion } from '../standards/regions.js';
import { type CategoryCheck, checkCategory, holds } from './categories-held.js';
import { applyChange, type Change } from './changes.js';
import { windowChanges } from './check-window.js';
import { type Facts, jobsInsuredFor } from './facts.js';
import type { CategoryTest, Condition } from './rules.js';

/**
 * Whether a condition holds. Where it does, the day on which it no longer will (null: time does not
 * change it). Where it does not, all that has to change so that it would; null where nothing can.
 */
export type Check = { met: true; lapsesOn: Day | null } | { met: false; changes: Change[] | null };

const yes = (lapsesOn: Day | null = null): Check => ({ met: true, lapsesOn });
const unless = (...changes: Change[]): Check => ({ met: false, changes });
const never: Check = { met: false, changes: null };

type Of<K extends Condition['kind']> = Extract<Condition, { kind: K }>;

const checks: { [K in Condition['kind']]: (condition: Of<K>, facts: Facts) => Check } = {
  category: checkCategories,
  'graduation-age': ({ least, most }, facts) =>
    checkAny([{ category: 'graduate', afterMonths: least ?? 0, withinMonths: most }], facts),
  registered: (span, { on, registeredOn }) => checkSpan(span, on, registeredOn, 'register'),
  trading: (span, { on, tradingSince }) => checkSpan(span, on, tradingSince, 'trade'),
  'legal-form': ({ anyOf }, { legalForm }) =>
    anyOf.includes(legalForm) ? yes() : unless({ kind: 'legal-form', anyOf }),
  premises: ({ anyOf }, { premises }) =>
    anyOf.some((kind) => kind === premises.kind) ? yes() : unless({ kind: 'premises', anyOf }),
  'other-benefit': checkOtherBenefits,
  settled: (_, { on, settledOn }) => {
    if (settledOn === null) return unless({ kind: 'settle' });
    return settledOn <= on ? yes() : unless({ kind: 'wait', until: settledOn });
  },
  'not-settled': (_, { on, settledOn }) => (settledOn === null || settledOn > on ? yes() : never),
  jobs: ({ least, insuredMonths }, facts) =>
    jobsInsuredFor(facts, insuredMonths) >= least
      ? yes()
      : unless(jobsNeeded(least, insuredMonths, facts)),
  industry: ({ industries, trades, isExcluded }, { industry, trade }) => {
    const isNamed =
      industries.some((code) => code === industry) || trades.some((code) => code === trade);
    return isNamed === isExcluded ? never : yes();
  },
  place: ({ regions, islands }, { region, outerIsland }) => {
    const isThere =
      regions.length === 0 ||
      (region !== null && regions.some((within) => isInRegion(region, within)));
    const isOnOne = islands === 'any' || outerIsland === (islands === 'outer');
    return isThere && isOnOne ? yes() : unless({ kind: 'place', regions, islands });
  },
  lease: ({ least }, { premises: { leaseFrom, leaseTo } }) => {
    const until = monthsLater(leaseFrom, least);
    return leaseTo === null || leaseTo >= until ? yes() : unless({ kind: 'lease', until });
  },
  window: (window, facts) => {
    const changes = windowChanges(window, facts);
    if (changes === null) return never;
    return changes.length === 0 ? yes() : unless(...changes);
  },
  declaration: ({ id }, { declared }) =>
    declared.includes(id) ? yes() : unless({ kind: 'declare', id }),
};

export const checkCondition = (condition: Condition, facts: Facts): Check =>
  (checks[condition.kind] as (condition: Condition, facts: Facts) => Check)(condition, facts);

/** What is missing to so many jobs that count. */
export const jobsNeeded = (least: number, insuredMonths: number, { jobs }: Facts): Change =>
  insuredMonths === 0
    ? { kind: 'jobs', more: least - jobs }
    : { kind: 'insured-jobs', least, months: insuredMonths };

/** At least `least` months after a first day, and less than `most`. */
function checkSpan(
  { least, most }: { least: number | null; most: number | null },
  on: Day,
  since: Day | null,
  absent: 'register' | 'trade',
): Check {
  if (since === null) {
    const wait: Change = { kind: 'wait', until: monthsLater(on, least ?? 0) };
    return unless({ kind: absent }, ...(wait.until > on ? [wait] : []));
  }
  const from = monthsLater(since, least ?? 0);
  if (on < from) return unless({ kind: 'wait', until: from });
  const lapsesOn = most === null ? null : monthsLater(since, most);
  return lapsesOn !== null && lapsesOn <= on ? never : yes(lapsesOn);
}

function checkCategories({ anyOf, allOf }: Of<'category'>, facts: Facts): Check {
  const parts = [
    ...allOf.map((test) => checkAny([test], facts)),
    ...(anyOf.length > 0 ? [checkAny(anyOf, facts)] : []),
  ];
  if (parts.every((part) => part.met)) {
    const days = parts.flatMap((part) => part.lapsesOn ?? []);
    return yes(days.sort()[0] ?? null);
  }
  const changes = parts.map((part) => (part.met ? [] : part.changes));
  return changes.includes(null) ? never : unless(...changes.flatMap((part) => part ?? []));
}

/** One of several. The smallest change is to wait for the first day, else to prove one that may still be. */
function checkAny(tests: CategoryTest[], facts: Facts): Check {
  const checks = tests.map((test) => checkCategory(test, facts));
  const met = checks.filter((check) => check.met);
  if (met.length > 0) {
    return yes(lastLapse(checks));
  }
  const [until] = checks.flatMap((check) => (check.met ? [] : (check.from ?? []))).sort();
  if (until !== undefined) return unless({ kind: 'wait', until });
  const provable = tests.filter((test) => {
    const categoryStanding = checkCategory(test, facts);
    return !categoryStanding.met && categoryStanding.from === null && categoryStanding.mayBeProved;
  });
  return provable.length > 0 ? unless({ kind: 'category', anyOf: provable }) : never;
}

/** Until when one or another holds without a gap; null for ever. */
function lastLapse(checks: CategoryCheck[]): Day | null {
  const inOrder = checks
    .flatMap((check) => {
      if (check.met) return [{ from: '', lapsesOn: check.lapsesOn }];
      return check.from === null ? [] : [{ from: check.from, lapsesOn: check.lapsesOn }];
    })
    .sort((a, b) => (a.from < b.from ? -1 : 1));
  let until = '';
  for (const { from, lapsesOn } of inOrder) {
    if (from > until) break;
    if (lapsesOn === null) return null;
    if (lapsesOn > until) until = lapsesOn;
  }
  return until;
}

function checkOtherBenefits({ mode }: Pick<Of<'other-benefit'>, 'mode'>, facts: Facts): Check {
  const { otherBenefits, period } = facts;
  if (mode === 'never') return otherBenefits.length === 0 ? yes() : never;
  const atOnce = otherBenefits.filter(
    ({ beganOn, endedOn }) => beganOn < period.to && (endedOn === null || endedOn > period.from),
  );
  if (atOnce.length === 0) return yes();
  const endless = atOnce.filter(({ endedOn }) => endedOn === null).map(({ name }) => name);
  const ends = atOnce.flatMap(({ endedOn }) => endedOn ?? []).sort();
  const step: Change =
    endless.length > 0
      ? { kind: 'end-benefit', names: endless }
      : { kind: 'begin-later', from: ends.at(-1) as Day };
  // Beginning later, the months asked for may reach into yet another.
  const next = checkOtherBenefits({ mode }, applyChange(facts, step));
  return unless(step, ...(next.met ? [] : (next.changes ?? [])));
}

/** The first of the tests that hold: what a founder relies on. */
export const reliedOn = (tests: CategoryTest[], facts: Facts): CategoryTest | undefined =>
  tests.find((test) => holds(test, facts));
