import { z } from 'zod';
import { isDay } from '../calendar/days.js';
import { founderCategories } from '../people/categories.js';

const day = z.string().refine(isDay);

/** 园区场地 by its tenancy, or premises that were rented on the market. */
const Premises = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('tenancy'), tenancyId: z.int().min(1) }),
  z.strictObject({
    kind: z.literal('market'),
    address: z.string().min(1).max(200),
    area: z.int().min(1).max(100_000_000), // hundredths of a m²
    rent: z.int().min(0).max(100_000_000_000), // fen a month
    leaseFrom: day,
    leaseTo: day.nullable(),
  }),
]);

/** What an applicant says of the own case; null is not answered yet, an empty list is "none". */
export const Answers = z.strictObject({
  premises: Premises.nullable(),
  /** The first day for which the waiver is asked, and for how many months. */
  from: day.nullable(),
  months: z.int().min(1).max(600).nullable(),
  categories: z
    .array(z.strictObject({ category: z.enum(founderCategories), since: day.nullable() }))
    .max(8)
    .nullable(),
  graduatedOn: day.nullable(),
  /** Asked only where the register does not know it; `notYet` stands for a day that has not come. */
  registeredOn: day.or(z.literal('not-yet')).nullable(),
  tradingSince: day.or(z.literal('not-yet')).nullable(),
  otherBenefits: z
    .array(
      z.strictObject({
        name: z.string().min(1).max(100),
        beganOn: day,
        endedOn: day.nullable(),
      }),
    )
    .max(10)
    .nullable(),
  /** The declarations that were made, by the ids of the conditions that ask for them. */
  declared: z.array(z.string().max(40)).max(40).nullable(),
});
export type Answers = z.output<typeof Answers>;

export const noAnswers: Answers = {
  premises: null,
  from: null,
  months: null,
  categories: null,
  graduatedOn: null,
  registeredOn: null,
  tradingSince: null,
  otherBenefits: null,
  declared: null,
};

/** The questions by the names of their answers; a graduation day belongs to the categories. */
export const questionNames = [
  'premises',
  'from',
  'months',
  'categories',
  'registeredOn',
  'tradingSince',
  'otherBenefits',
  'declared',
] as const;
export type QuestionName = (typeof questionNames)[number];

/** Answers as they were stored. @throws ZodError for what this version of the program cannot read */
export const answersOf = (stored: unknown): Answers => Answers.parse(stored);
