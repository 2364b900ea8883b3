import { addDays, type Day, daysBetween } from '../calendar/days.js';
import { monthsLater } from '../calendar/months-later.js';
import type { LegalForm } from '../standards/register-codes.js';
import type { Facts } from './facts.js';
import type { CategoryTest, PremisesKind } from './rules.js';

/** One thing that could be different, and then the outcome would be. */
export type Change =
  | { kind: 'wait'; until: Day } // apply on that day, not before
  | { kind: 'begin-later'; from: Day } // ask for months from that day on
  | { kind: 'begin-after'; from: Day } // the same, when months of before no longer count
  | { kind: 'fewer-months'; months: number } // ask for so many from the first day on
  | { kind: 'category'; anyOf: CategoryTest[] } // prove one of them
  | { kind: 'register' }
  | { kind: 'trade' }
  | { kind: 'settle' }
  | { kind: 'legal-form'; anyOf: LegalForm[] }
  | { kind: 'premises'; anyOf: PremisesKind[] }
  | { kind: 'jobs'; more: number }
  | { kind: 'insured-jobs'; least: number; months: number } // so many jobs, each insured for so long
  | { kind: 'place'; regions: string[]; islands: 'any' | 'outer' | 'reached' }
  | { kind: 'lease'; until: Day } // a lease at least up to, not including, that day
  | { kind: 'end-benefit'; names: string[] }
  | { kind: 'declare'; id: string };

/** The facts as they would be after a change. */
export function applyChange(facts: Facts, change: Change): Facts {
  switch (change.kind) {
    case 'wait':
      return change.until <= facts.on ? facts : wait(facts, change.until);
    case 'begin-later':
    case 'begin-after':
      return { ...facts, period: beginningOn(facts.period, change.from) };
    case 'fewer-months':
      return { ...facts, period: shortened(facts.period, change.months) };
    case 'category':
      return prove(facts, change.anyOf);
    case 'register':
      return { ...facts, registeredOn: facts.on };
    case 'trade':
      return { ...facts, tradingSince: facts.on };
    case 'settle':
      return { ...facts, settledOn: facts.on };
    case 'legal-form':
      return { ...facts, legalForm: change.anyOf[0] ?? facts.legalForm };
    case 'premises':
      return premisesOf(facts, { kind: change.anyOf[0] ?? facts.premises.kind });
    case 'jobs':
      return { ...facts, jobs: facts.jobs + change.more };
    case 'insured-jobs':
      return insureJobs(facts, change);
    case 'place':
      return {
        ...facts,
        region: change.regions[0] ?? facts.region,
        outerIsland: change.islands === 'any' ? facts.outerIsland : change.islands === 'outer',
      };
    case 'lease':
      return premisesOf(facts, { leaseTo: change.until });
    case 'end-benefit':
      return { ...facts, otherBenefits: without(facts, change.names) };
    case 'declare':
      return { ...facts, declared: [...facts.declared, change.id] };
  }
}

/** The months asked for begin no earlier than the day of the application, and are as many. */
function wait(facts: Facts, until: Day): Facts {
  const { period } = facts;
  const later = period.from < until ? beginningOn(period, until) : period;
  return { ...facts, on: until, period: later };
}

function shortened({ from, to }: Facts['period'], months: number): Facts['period'] {
  const until = monthsLater(from, months);
  return { from, to: until < to ? until : to };
}

const beginningOn = ({ from, to }: Facts['period'], day: Day): Facts['period'] => ({
  from: day,
  to: addDays(to, daysBetween(from, day)),
});

function prove(facts: Facts, [test]: CategoryTest[]): Facts {
  if (!test) return facts;
  const { category, afterMonths } = test;
  const since = monthsLater(facts.on, -afterMonths);
  if (category === 'graduate') return { ...facts, graduatedOn: since };
  const others = facts.categories.filter((row) => row.category !== category);
  return { ...facts, categories: [...others, { category, since }] };
}

/** So many jobs that all have so many months: what had fewer months then has at least as many jobs. */
function insureJobs(facts: Facts, { least, months }: { least: number; months: number }): Facts {
  const insuredJobs = Array.from({ length: Math.max(months, facts.insuredJobs.length) }, (_, i) =>
    Math.max(facts.insuredJobs[i] ?? 0, i < months ? least : 0),
  );
  return { ...facts, insuredJobs, jobs: Math.max(facts.jobs, least) };
}

const premisesOf = (facts: Facts, change: Partial<Facts['premises']>): Facts => ({
  ...facts,
  premises: { ...facts.premises, ...change },
});

const without = ({ otherBenefits }: Facts, names: string[]): Facts['otherBenefits'] =>
  otherBenefits.filter(({ name, endedOn }) => endedOn !== null || !names.includes(name));
