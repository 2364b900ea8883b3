import { z } from 'zod';
import type { Day } from '../../calendar/days.js';
import { dayAfter, lastDayOf } from '../../calendar/last-day.js';
import { monthsLater } from '../../calendar/months-later.js';
import { founderCategories } from '../../people/categories.js';
import { industries, legalForms, trades } from '../../standards/register-codes.js';
import { choice, choices, day, hundredths, optional, text, wholeNumber } from '../../web/fields.js';
import type { Labels, Typed } from '../../web/forms.js';
import { type Facts, noPremises } from '../facts.js';
import { regionCodes } from '../forms.js';
import { type PolicyRules, premisesKinds } from '../rules.js';
import type { OwnSample } from './samples-of.js';

const yuan = hundredths(1_000_000_000_000, 'yuan');
const months = wholeNumber(0, 600, 'months');

const ofAll = {
  title: text(60),
  on: day,
  from: day,
  legalForm: choice(legalForms),
  categories: choices(founderCategories),
  since: optional(day),
  graduatedOn: optional(day),
  registeredOn: optional(day),
  tradingSince: optional(day),
  settledOn: optional(day),
  jobs: wholeNumber(0, 10_000),
  insuredJobs: optional(wholeNumber(0, 10_000)),
  insuredMonths: optional(wholeNumber(1, 120, 'months')),
  industry: optional(choice(industries)),
  trade: optional(choice(trades)),
  region: optional(choice(regionCodes)),
  island: choice(['unknown', 'outer', 'reached']).default('unknown'),
  otherFrom: optional(day),
  otherTo: optional(day.transform(dayAfter)),
  usedMonths: optional(months),
  usedTo: optional(day.transform(dayAfter)),
  usedYuan: optional(yuan),
  declares: choice(['yes', 'no']).default('yes'),
};
const ofPremises = {
  premises: choice(premisesKinds),
  area: hundredths(1_000_000_000, 'area').refine((area) => area > 0, 'policies.sample.fault-area'),
  rent: yuan,
  leaseFrom: day,
  leaseTo: optional(day.transform(dayAfter)),
};

const Bare = z.object(ofAll);
type Form = z.output<typeof Bare> & { premises: Omit<Facts['premises'], 'rents'> | null };
const WithPremises = z
  .object({ ...ofAll, ...ofPremises })
  .transform(({ premises: kind, area, rent, leaseFrom, leaseTo, ...form }) => ({
    ...form,
    premises: { kind, area, rent, leaseFrom, leaseTo },
  }));

/** An invented case, as it is typed; premises are asked of where the policy is for some. */
export function sampleForm(rules: PolicyRules) {
  const form: z.ZodType<Form> = rules.needsPremises
    ? WithPremises
    : Bare.transform((bare) => ({ ...bare, premises: null }));
  return form
    .superRefine((typed, context) => {
      for (const [path, message] of faultsOf(typed))
        context.addIssue({ code: 'custom', path: [path], message });
    })
    .transform((typed) => sampleOf(typed, rules));
}

type Fault = [path: string, message: string];

function faultsOf({ on, from, otherFrom, otherTo, insuredJobs, ...form }: Form): Fault[] {
  const { jobs, insuredMonths, categories, since, premises } = form;
  const faults: (Fault | false)[] = [
    from < on && ['from', 'policies.sample.fault-from'],
    categories.length > 0 && since === null && ['since', 'web.field.required'],
    insuredJobs !== null && insuredJobs > jobs && ['insuredJobs', 'policies.sample.fault-insured'],
    insuredJobs !== null && insuredMonths === null && ['insuredMonths', 'web.field.required'],
    otherTo !== null && otherFrom === null && ['otherFrom', 'web.field.required'],
    isBackward(otherFrom, otherTo) && ['otherTo', 'policies.sample.fault-to'],
    premises !== null &&
      isBackward(premises.leaseFrom, premises.leaseTo) && ['leaseTo', 'policies.sample.fault-to'],
  ];
  return faults.filter((fault) => fault !== false);
}

const isBackward = (from: Day | null, to: Day | null): boolean =>
  from !== null && to !== null && to <= from;

function sampleOf(form: Form, rules: PolicyRules): Omit<OwnSample, 'id'> {
  const { title, declares, premises, ...row } = form;
  const used = { months: row.usedMonths ?? 0, fen: row.usedYuan ?? 0 };
  const facts: Facts = {
    on: row.on,
    period: { from: row.from, to: monthsLater(row.from, rules.months) },
    startedOn: null,
    categories: row.categories.map((category) => ({ category, since: row.since })),
    graduatedOn: row.graduatedOn,
    legalForm: row.legalForm,
    registeredOn: row.registeredOn,
    tradingSince: row.tradingSince,
    settledOn: row.settledOn,
    jobs: row.jobs,
    insuredJobs: Array.from({ length: row.insuredMonths ?? 0 }, () => row.insuredJobs ?? 0),
    industry: row.industry,
    trade: row.trade,
    region: row.region,
    outerIsland: row.island === 'unknown' ? null : row.island === 'outer',
    premises: premises ?? noPremises,
    otherBenefits:
      row.otherFrom === null
        ? []
        : [{ name: 'other', beganOn: row.otherFrom, endedOn: row.otherTo }],
    used: { person: used, venture: used, yearFen: 0 },
    earlier: earlierOf(used.months, row.usedTo ?? row.on),
    declared: [],
  };
  return { title, declares: declares === 'yes', facts };
}

/** What was had before as one time up to a day. */
const earlierOf = (months: number, to: Day): Facts['earlier'] =>
  months === 0 ? [] : [{ from: monthsLater(to, -months), to }];

const decimal = (hundredths: number): string => (hundredths / 100).toFixed(2).replace(/\.?0+$/, '');

/** Facts as one types them. Of several first days of categories the latest is, so that no category counts for too long. */
export function typedFacts(facts: Facts): Typed {
  const { premises, otherBenefits, insuredJobs, used } = facts;
  const [other] = otherBenefits;
  const since = facts.categories
    .flatMap((row) => row.since ?? [])
    .sort()
    .at(-1);
  const values: Record<string, string | string[] | null | undefined> = {
    on: facts.on,
    from: facts.period.from,
    legalForm: facts.legalForm,
    categories: facts.categories
      .map(({ category }) => category)
      .filter((one) => one !== 'graduate'),
    since,
    graduatedOn: facts.graduatedOn,
    registeredOn: facts.registeredOn,
    tradingSince: facts.tradingSince,
    settledOn: facts.settledOn,
    jobs: String(facts.jobs),
    insuredJobs: insuredJobs.length > 0 ? String(insuredJobs.at(-1)) : null,
    insuredMonths: insuredJobs.length > 0 ? String(insuredJobs.length) : null,
    industry: facts.industry,
    trade: facts.trade,
    region: facts.region,
    island: facts.outerIsland === null ? 'unknown' : facts.outerIsland ? 'outer' : 'reached',
    otherFrom: other?.beganOn,
    otherTo: other?.endedOn && lastDayOf(other.endedOn),
    usedMonths: used.person.months > 0 ? String(used.person.months) : null,
    usedTo: facts.earlier[0] && lastDayOf(facts.earlier[0].to),
    usedYuan: used.person.fen > 0 ? decimal(used.person.fen) : null,
    declares: 'yes',
    ...(premises.kind === 'none'
      ? {}
      : {
          premises: premises.kind,
          area: decimal(premises.area),
          rent: decimal(premises.rent),
          leaseFrom: premises.leaseFrom,
          leaseTo: premises.leaseTo && lastDayOf(premises.leaseTo),
        }),
  };
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  );
}

export const sampleLabels: Labels = {
  title: 'policies.sample.title',
  on: 'policies.sample.on',
  from: 'policies.sample.from',
  legalForm: 'policies.kind.legal-form',
  categories: 'policies.kind.category',
  since: 'policies.sample.since',
  graduatedOn: 'policies.sample.graduated-on',
  registeredOn: 'policies.sample.registered-on',
  tradingSince: 'policies.sample.trading-since',
  settledOn: 'policies.sample.settled-on',
  jobs: 'policies.sample.jobs',
  insuredJobs: 'policies.sample.insured-jobs',
  insuredMonths: 'policies.sample.insured-months',
  industry: 'policies.sample.industry',
  trade: 'policies.sample.trade',
  region: 'policies.sample.region',
  island: 'policies.sample.island',
  premises: 'policies.kind.premises',
  area: 'policies.sample.area',
  rent: 'policies.sample.rent',
  leaseFrom: 'policies.sample.lease-from',
  leaseTo: 'policies.sample.lease-to',
  otherFrom: 'policies.sample.other-from',
  otherTo: 'policies.sample.other-to',
  usedMonths: 'policies.sample.used-months',
  usedTo: 'policies.sample.used-to',
  usedYuan: 'policies.sample.used-yuan',
  declares: 'policies.sample.declares',
};
