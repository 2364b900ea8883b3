import { z } from 'zod';
import { isDay } from '../calendar/days.js';
import { founderCategories } from '../people/categories.js';
import { industries, legalForms, trades } from '../standards/register-codes.js';
import { type PolicyRules, premisesKinds } from './rules.js';

const day = z.string().refine(isDay);
/** Half-open: the second day is the first that is not in it. */
const period = z
  .strictObject({ from: day, to: day })
  .refine(({ from, to }) => from < to, { path: ['to'] });
const used = z.strictObject({ months: z.int().min(0), fen: z.int().min(0) });

/**
 * All that the rules look at. Nothing in it names a park, a person or a venture: the same facts have the
 * same outcome everywhere. A day that is null is not so (not registered, not settled).
 */
export const Facts = z.strictObject({
  /** The day of the application. */
  on: day,
  /** The days for which the benefit is asked. */
  period,
  /** The first day of the benefit where this goes on with one: its months count from there. */
  startedOn: day.nullable(),
  /** since: null where the day is not known and the category is taken as it stands. Graduates: see below. */
  categories: z.array(
    z.strictObject({ category: z.enum(founderCategories), since: day.nullable() }),
  ),
  graduatedOn: day.nullable(),
  legalForm: z.enum(legalForms),
  registeredOn: day.nullable(),
  tradingSince: day.nullable(),
  settledOn: day.nullable(),
  /** Headcount, founders not counted. */
  jobs: z.int().min(0),
  /** Jobs insured for at least 1, 2, 3 … months without a break, up to the day: never more than for fewer months. */
  insuredJobs: z.array(z.int().min(0)).max(120).default([]),
  /** null where it is not known: facts of before these were looked at. */
  industry: z.enum(industries).nullable().default(null),
  trade: z.enum(trades).nullable().default(null),
  /** The code of the region, and whether a boat alone goes there. */
  region: z.string().nullable().default(null),
  outerIsland: z.boolean().nullable().default(null),
  premises: z.strictObject({
    /** none: a policy that is not for premises looks at none. */
    kind: z.enum([...premisesKinds, 'none']),
    area: z.int().min(0).max(1_000_000_000), // hundredths of a m²
    rent: z.int().min(0).max(1_000_000_000_000), // fen a month
    /** Where the lease states more than one rent: each from its day on. `rent` is then the first that is not nil. */
    rents: z
      .array(z.strictObject({ from: day, fen: z.int().min(0).max(1_000_000_000_000) }))
      .min(2)
      .optional(),
    leaseFrom: day,
    leaseTo: day.nullable(), // the first day after it; null where it has no end
  }),
  /** Other benefits for rent, whoever pays them. endedOn: null where it goes on. */
  otherBenefits: z.array(
    z.strictObject({ name: z.string(), beganOn: day, endedOn: day.nullable() }),
  ),
  /** What this policy has given before, in other cases and before the period. */
  used: z.strictObject({
    person: used,
    venture: used,
    /** In the year of the benefit in which the period begins. */
    yearFen: z.int().min(0),
  }),
  /** The days for which this policy was given before, in other cases; those that lie ahead too. */
  earlier: z
    .array(z.strictObject({ from: day, to: day }))
    .max(500)
    .default([]),
  /** The ids of the declarations that were made. */
  declared: z.array(z.string()),
  /** The most that is given in all, in fen, where the decision grants a part of what was asked for. */
  atMost: z.int().min(1).max(1_000_000_000_000).optional(),
});
export type Facts = z.output<typeof Facts>;

/** In facts for a policy that is not for premises. */
export const noPremises: Facts['premises'] = {
  kind: 'none',
  area: 0,
  rent: 0,
  leaseFrom: '1900-01-01',
  leaseTo: null,
};

/** What rules look at: no premises where they are for none. */
export const premisesFor = (
  { needsPremises }: Pick<PolicyRules, 'needsPremises'>,
  { premises }: Facts,
): Facts['premises'] => (needsPremises ? premises : noPremises);

/** Of a venture of which nothing of this was told. */
export const untold = {
  insuredJobs: [],
  industry: null,
  trade: null,
  region: null,
  outerIsland: null,
  earlier: [],
} satisfies Partial<Facts>;

/** The jobs that count where so many months of social insurance are asked for. */
export const jobsInsuredFor = ({ jobs, insuredJobs }: Facts, months: number): number =>
  months === 0 ? jobs : (insuredJobs[months - 1] ?? 0);
