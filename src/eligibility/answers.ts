import { z } from 'zod';
import { isDay } from '../calendar/days.js';
import { founderCategories } from '../people/categories.js';
import { premisesKinds } from '../policies/rules.js';
import { regions } from '../standards/regions.js';
import { industries, legalForms, trades } from '../standards/register-codes.js';

const day = z.string().refine(isDay);
const days = day.nullable();
const sum = z.int().min(0).max(100_000_000_000);
const category = z.enum(founderCategories);
const code = z.string().max(40);
const region = z.string().refine((value) => regions.some((row) => row.code === value));

/**
 * What a visitor has answered so far; nothing in it says who that is. A question not yet answered is
 * absent. Where the choices came from the policies, they are kept too: a policy put in force meanwhile may
 * offer another.
 */
export const Answers = z.strictObject({
  categories: z.strictObject({ of: z.array(category), held: z.array(category) }).optional(),
  graduatedOn: day.optional(),
  /** The first day of a category whose months count. */
  since: z.partialRecord(category, day).optional(),
  legalForm: z.enum(legalForms).optional(),
  registeredOn: days.optional(),
  tradingSince: days.optional(),
  settledOn: days.optional(),
  premises: z.enum([...premisesKinds, 'none']).optional(), // none: not chosen yet
  /** The number of a free space that somebody began with. */
  space: z.string().max(12).optional(),
  // null: not known.
  area: z.int().min(1).max(1_000_000_000).nullable().optional(), // hundredths of a m²
  rent: z.int().min(0).max(1_000_000_000_000).nullable().optional(), // fen a month
  lease: z.strictObject({ from: day, to: days }).nullable().optional(), // to: the first day after it
  jobs: z.int().min(0).max(100_000).optional(),
  /** Of these jobs, those insured for so many months. */
  insured: z.record(z.string().max(3), z.int().min(0).max(100_000)).optional(),
  /** Which of those that the policies name it is; null for none of them. */
  industry: z
    .strictObject({ of: z.array(z.enum(industries)), is: z.enum(industries).nullable() })
    .optional(),
  trade: z.strictObject({ of: z.array(z.enum(trades)), is: z.enum(trades).nullable() }).optional(),
  region: z.strictObject({ of: z.array(region), is: region.nullable() }).optional(),
  outerIsland: z.boolean().optional(),
  /** null: none. The days are null where no policy asked for them. */
  otherBenefit: z.strictObject({ from: days, to: days }).nullable().optional(),
  /** Of these policies, those that gave something before. */
  before: z.strictObject({ of: z.array(code), had: z.array(code) }).optional(),
  /** How much each gave; the sums are null where no cap of the policy asks for them. */
  had: z
    .record(
      code,
      z.strictObject({
        months: z.int().min(1).max(600),
        fen: sum.nullable(),
        yearFen: sum.nullable(),
      }),
    )
    .optional(),
  /** Declarations by policy and condition: `rent-free.first-venture`. */
  declared: z.record(z.string().max(81), z.boolean()).optional(),
});
export type Answers = z.output<typeof Answers>;
