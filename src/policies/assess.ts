import type { Day } from '../calendar/days.js';
import { benefitPeriod, tierOf } from './benefit-days.js';
import { applyChange, type Change } from './changes.js';
import { type Check, checkCondition, jobsNeeded, reliedOn } from './check-condition.js';
import { type Facts, jobsInsuredFor } from './facts.js';
import { isNothingDue, isRentAllThatLacks } from './nothing-due.js';
import {
  allConditions,
  type Condition,
  type PolicyInForce,
  type PolicyRules,
  type Proof,
} from './rules.js';
import { givesAnything, type Schedule, scheduleOf } from './schedule.js';

/** One thing that was looked at. The two that every policy has are in-force and amount. */
export type Finding = {
  id: string;
  /** The condition of the rules; null for what holds for every policy. */
  condition: Condition | null;
  /** The clause that asks for it; null for what is in no clause. */
  clause: string | null;
} & Check;

export type Assessment = {
  /** Whether all holds that the rules ask for. Something is given where `schedule.total` is above nothing as well. */
  eligible: boolean;
  /** Whether nothing is given because no rent is paid: which is no ineligibility. */
  nothingDue: boolean;
  findings: Finding[];
  /** What would be given; also where a condition does not hold, as what is at stake. */
  schedule: Schedule;
  proof: Proof[];
  /**
   * The least that would alter the outcome. Not eligible: all that has to change for it, in order; null
   * where nothing can. Eligible: waiting to the day on which it no longer is; null where time does not end it.
   */
  toAlter: Change[] | null;
};

/**
 * Turns facts and a version of a policy into an outcome. It looks at nothing else, so the same facts have
 * the same outcome on any day and in any park.
 * @throws Error when the rules leave a month without an amount, which PolicyRules refuses
 */
export function assess(facts: Facts, version: PolicyInForce): Assessment {
  const { rules } = version;
  const schedule = scheduleOf(rules, facts);
  const nothingDue = isNothingDue(rules, facts, schedule);
  const findings = findingsOf(facts, version, schedule.total > 0 || nothingDue);
  const eligible = findings.every(({ met }) => met);
  return {
    eligible,
    nothingDue,
    findings,
    schedule,
    proof: proofAsked(rules, facts),
    toAlter: eligible ? lapse(findings) : changesNeeded(facts, version, unmet(findings)),
  };
}

/** @param gives whether there is an amount, or only no rent to waive */
function findingsOf(facts: Facts, version: PolicyInForce, gives: boolean): Finding[] {
  const ofRules = version.rules.conditions.map((condition) => ({
    id: condition.id,
    condition,
    clause: condition.clause,
    ...checkCondition(condition, facts),
  }));
  return [
    { id: 'in-force', condition: null, clause: null, ...checkInForce(facts.on, version) },
    ...ofRules,
    { id: 'amount', condition: null, ...checkAmount(facts, version.rules, gives) },
  ];
}

/** Whether there is an amount, by the clause of the caps; by that of the amount where it goes by the jobs and there are too few. */
function checkAmount(
  facts: Facts,
  rules: PolicyRules,
  gives: boolean,
): Check & Pick<Finding, 'clause'> {
  const { clause } = rules.caps;
  if (gives) return { clause, met: true, lapsesOn: null };
  return moreJobs(rules, facts) ?? { clause, met: false, changes: null };
}

/** Where an amount goes by the jobs, and there are too few for any: those that are missing, and its clause; null for any other amount of nothing. */
function moreJobs(
  rules: PolicyRules,
  facts: Facts,
): { clause: string; met: false; changes: Change[] } | null {
  if (benefitPeriod(rules, facts) === null) return null;
  const { amount, clause } = tierOf(rules, facts, 1) ?? {};
  if (amount?.kind !== 'jobs' || clause === undefined) return null;
  const { from, insuredMonths } = amount;
  if (jobsInsuredFor(facts, insuredMonths) >= from) return null;
  return { clause, met: false, changes: [jobsNeeded(from, insuredMonths, facts)] };
}

function checkInForce(on: Day, { beganOn, endedOn }: PolicyInForce): Check {
  if (on < beganOn) return { met: false, changes: [{ kind: 'wait', until: beganOn }] };
  if (endedOn !== null && endedOn <= on) return { met: false, changes: null };
  return { met: true, lapsesOn: endedOn };
}

/** The first day on which one of what holds no longer does; null where time ends none of it. */
export function lapsesOn(findings: Finding[]): Day | null {
  const days = findings.flatMap((finding) => (finding.met ? (finding.lapsesOn ?? []) : []));
  return days.sort()[0] ?? null;
}

function lapse(findings: Finding[]): Change[] | null {
  const until = lapsesOn(findings);
  return until === null ? null : [{ kind: 'wait', until }];
}

/** Changing one thing may touch another (waiting: a graduation grows older), so the way is walked to its end. */
function changesNeeded(facts: Facts, version: PolicyInForce, unmetNow: Unmet[]): Change[] | null {
  const way: Change[] = [];
  let now = facts;
  for (let step = 0; step < 6; step += 1) {
    const failing = step === 0 ? unmetNow : failingOf(now, version);
    if (failing.length === 0) return shortest(way, facts, version);
    // An amount of nothing may follow from what else is wrong, and is looked at again after it.
    const isStuck = ({ id, changes }: Unmet) =>
      changes === null && (id !== 'amount' || failing.length === 1);
    if (failing.some(isStuck)) return null;
    const steps = inOrder(failing.flatMap((finding) => finding.changes ?? []));
    now = steps.reduce(applyChange, now);
    way.push(...steps);
  }
  return null;
}

/** What can be done at once comes before what has to be waited for. */
function inOrder(changes: Change[]): Change[] {
  const dayOf = (change: Change) => (change.kind === 'wait' ? change.until : '');
  return changes.toSorted((a, b) => (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : 0));
}

type Unmet = Extract<Finding, { met: false }>;
const unmet = (findings: Finding[]): Unmet[] =>
  findings.flatMap((finding) => (finding.met ? [] : [finding]));

function failingOf(facts: Facts, version: PolicyInForce): Unmet[] {
  const { rules } = version;
  const gives = givesAnything(rules, facts) || isRentAllThatLacks(rules, facts);
  return unmet(findingsOf(facts, version, gives));
}

/** Of several days to wait for only the last, and nothing twice, where that still leads there. */
function shortest(way: Change[], facts: Facts, version: PolicyInForce): Change[] {
  const isDated = ({ kind }: Change) =>
    kind === 'wait' || kind === 'begin-later' || kind === 'begin-after';
  const same = (a: Change, b: Change) =>
    a.kind === b.kind && (isDated(a) || JSON.stringify(a) === JSON.stringify(b));
  const short = way.filter((change, i) => !way.slice(i + 1).some((later) => same(change, later)));
  if (short.length === way.length) return way;
  return failingOf(short.reduce(applyChange, facts), version).length === 0 ? short : way;
}

/** What everyone brings, and what the conditions need for the categories that this founder relies on. */
export function proofAsked(rules: PolicyRules, facts: Facts): Proof[] {
  const relied = new Set(
    [
      ...allConditions(rules).flatMap((condition) =>
        condition.kind === 'category'
          ? [...condition.allOf, reliedOn(condition.anyOf, facts) ?? []].flat()
          : [],
      ),
      ...rules.tiers.flatMap(({ only }) => reliedOn(only, facts) ?? []),
    ].map(({ category }) => category),
  );
  // What only a supplement needs is asked for where there is one.
  const unneeded = rules.supplements
    .map(({ when }) => when)
    .filter((when) => !checkCondition(when, facts).met)
    .map(({ id }) => id);
  const asked = rules.proof.filter(
    ({ condition }) => condition === null || !unneeded.includes(condition),
  );
  return asked.filter(
    ({ categories }) => categories.length === 0 || categories.some((value) => relied.has(value)),
  );
}
