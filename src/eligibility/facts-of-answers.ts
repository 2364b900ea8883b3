import type { Request } from 'express';
import { addMonths, type Day, firstOf, monthOf } from '../calendar/days.js';
import { monthsLater } from '../calendar/months-later.js';
import { type Facts, noPremises } from '../policies/facts.js';
import { askingForAll } from '../policies/months-that-fit.js';
import { someRent } from '../policies/nothing-due.js';
import { isOfRent, type PremisesKind } from '../policies/rules.js';
import { readAnswers } from './answer-cookie.js';
import type { Answers } from './answers.js';
import { type AskingPolicy, needsOf } from './needs.js';

/**
 * The facts that the answers stand for, as looked at by one policy: applied for on the day, from the first of
 * the next month on (or from the first day of the lease, where that is later), for all the months that the policy
 * gives. What it gave before is taken to have been given without a gap up to then. What was not asked has a value
 * that no policy in force looks at.
 */
export function factsOfAnswers(answers: Answers, on: Day, policy: AskingPolicy): Facts {
  const next = firstOf(addMonths(monthOf(on), 1));
  const { code, rules } = policy;
  const lease = (rules.needsPremises ? answers.lease : null) ?? { from: next, to: null };
  const from = lease.from > next ? lease.from : next;
  const had = answers.before?.had.includes(code) ? answers.had?.[code] : undefined;
  const used = { months: had?.months ?? 0, fen: had?.fen ?? 0 };
  return askingForAll(rules, {
    on,
    period: { from, to: from },
    startedOn: had ? monthsLater(from, -had.months) : null,
    ...categoriesOf(answers),
    legalForm: answers.legalForm ?? 'firm',
    registeredOn: answers.legalForm === 'team' ? null : (answers.registeredOn ?? null),
    tradingSince: answers.tradingSince ?? null,
    settledOn: answers.settledOn ?? null,
    jobs: answers.jobs ?? 0,
    ...kindsOf(answers),
    premises: rules.needsPremises ? premisesOf(answers, lease) : noPremises,
    otherBenefits: benefitsOf(answers, on),
    used: { person: used, venture: used, yearFen: had?.yearFen ?? 0 },
    earlier: had && had.months > 0 ? [{ from: monthsLater(from, -had.months), to: from }] : [],
    declared: declaredOf(answers, code),
  });
}

const premisesOf = (answers: Answers, lease: { from: Day; to: Day | null }): Facts['premises'] => ({
  kind: kindOf(answers),
  area: answers.area ?? 10_000,
  rent: answers.rent ?? someRent,
  leaseFrom: lease.from,
  leaseTo: lease.to,
});

/** Its trade, where it is, and how long its jobs are insured: for each number of months that was asked for, and so for fewer. */
function kindsOf({ industry, trade, region, outerIsland, insured = {} }: Answers) {
  const asked = Object.keys(insured)
    .map(Number)
    .sort((a, b) => a - b);
  const insuredJobs = Array.from({ length: asked.at(-1) ?? 0 }, (_, index) =>
    Math.max(...asked.filter((months) => months > index).map((months) => insured[months] ?? 0)),
  );
  return {
    insuredJobs,
    industry: industry?.is ?? null,
    trade: trade?.is ?? null,
    region: region?.is ?? null,
    outerIsland: outerIsland ?? null,
  };
}

/** Who has chosen nothing yet is looked at as in a space of a park. */
const kindOf = ({ premises }: Answers): PremisesKind =>
  premises === undefined || premises === 'none' ? 'park-space' : premises;

/** Whether amounts can be told: the rent is known, and the area where the policy counts it. */
export const isPriced = ({ rent, area }: Answers, policy: AskingPolicy): boolean =>
  !isOfRent(policy.rules) ||
  (typeof rent === 'number' && (typeof area === 'number' || !needsOf([policy]).area));

function categoriesOf(answers: Answers): Pick<Facts, 'categories' | 'graduatedOn'> {
  const chosen = answers.categories?.held ?? [];
  return {
    categories: chosen
      .filter((category) => category !== 'graduate')
      .map((category) => ({ category, since: answers.since?.[category] ?? null })),
    graduatedOn: chosen.includes('graduate') ? (answers.graduatedOn ?? null) : null,
  };
}

/** It has no name: which one it is was not asked. */
function benefitsOf({ otherBenefit }: Answers, on: Day): Facts['otherBenefits'] {
  if (!otherBenefit) return [];
  return [{ name: '', beganOn: otherBenefit.from ?? on, endedOn: otherBenefit.to }];
}

const declaredOf = ({ declared = {} }: Answers, code: string): string[] =>
  Object.keys(declared)
    .filter((key) => declared[key] && key.startsWith(`${code}.`))
    .map((key) => key.slice(code.length + 1));

/** What a form can be filled in with from the answers: only what was asked. */
export type AnsweredFacts = Partial<
  Pick<
    Facts,
    | 'categories'
    | 'graduatedOn'
    | 'legalForm'
    | 'registeredOn'
    | 'tradingSince'
    | 'settledOn'
    | 'jobs'
    | 'otherBenefits'
  >
> & { premises: Partial<Facts['premises']> };

/** The answers that this browser gave in the check, for an application to go on with. */
export function eligibilityAnswers(req: Request, on: Day): AnsweredFacts {
  const answers = readAnswers(req);
  const { legalForm, registeredOn, tradingSince, settledOn, jobs, premises, area, rent, lease } =
    answers;
  return {
    ...(answers.categories ? categoriesOf(answers) : {}),
    ...present({ legalForm, registeredOn, tradingSince, settledOn, jobs }),
    ...(answers.otherBenefit === undefined ? {} : { otherBenefits: benefitsOf(answers, on) }),
    premises: {
      ...present({
        kind: premises === 'none' ? undefined : premises,
        area: area ?? undefined,
        rent: rent ?? undefined,
      }),
      ...(lease ? { leaseFrom: lease.from, leaseTo: lease.to } : {}),
    },
  };
}

type Present<T> = { [K in keyof T]?: Exclude<T[K], undefined> };
const present = <T extends object>(values: T): Present<T> =>
  Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined),
  ) as Present<T>;
