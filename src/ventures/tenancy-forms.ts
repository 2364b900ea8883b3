import { z } from 'zod';
import { dayAfter } from '../calendar/last-day.js';
import {
  chosenId,
  day,
  hundredths,
  optional,
  optionalText,
  text,
  wholeNumber,
} from '../web/fields.js';
import { basisOf, isOfNoMarket, type RentBasis } from './rent-basis.js';
import { checkSteps, readRentTerms, rentFaults, rentFields } from './rent-steps.js';

/** Ten million yuan a month and a million square metres are beyond any space. */
const mostYuan = 10_000_000_00;
const mostArea = 1_000_000_00;

const LetFields = z.object({
  spaceId: chosenId,
  beganOn: day,
  /** The last day of the agreed term, as contracts have it. */
  termLastOn: day,
  rent: hundredths(mostYuan, 'yuan'),
  /** Null for the whole space. */
  area: optional(hundredths(mostArea, 'area')),
  /** As basisOf reads it. */
  basis: z
    .string({ error: 'web.field.choose' })
    .refine((value) => basisOf(value) !== null, 'web.field.choose')
    .transform((value) => basisOf(value) as RentBasis),
  contractNumber: optionalText(60).transform((value) => value.trim()),
  /** Null where it is not stated, which is not nil. */
  deposit: optional(hundredths(mostYuan, 'yuan')),
  ...rentFields,
});
type Typed = z.output<typeof LetFields>;

/** The term ends after it began, with all spells of the rent in it: told with all else that is wrong with the form. */
function checkTerm(typed: Typed, context: z.RefinementCtx): void {
  const { beganOn, termLastOn } = typed;
  const term = { beganOn, termEndOn: dayAfter(termLastOn) };
  const faults = [
    termLastOn < beganOn && { field: 'termLastOn', key: 'ventures.term-before-begin' },
    ...rentFaults(term, readRentTerms(typed)),
  ];
  for (const fault of faults)
    if (fault) context.addIssue({ code: 'custom', message: fault.key, path: [fault.field] });
}

const checkBasis = ({ basis, rent }: Typed, context: z.RefinementCtx): void => {
  if (!isOfNoMarket({ basis, rent })) return;
  context.addIssue({
    code: 'custom',
    message: 'ventures.nothing-is-no-market-rent',
    path: ['basis'],
  });
};

export const LetForm = LetFields.superRefine(checkSteps)
  .superRefine(checkTerm)
  .superRefine(checkBasis);

/** The next lease of the same space: from the end of the present one, unless that ran out and goes on. */
export const RenewForm = LetFields.omit({ spaceId: true, area: true })
  .extend({ beganOn: optional(day), version: wholeNumber(1, 1_000_000_000) })
  .superRefine(checkSteps);

/** The same of a lease that is on record; its basis may not be stated. */
export const CorrectTenancyForm = LetFields.omit({ spaceId: true })
  .extend({
    lastOn: optional(day),
    basis: z
      .string()
      .default('')
      .refine((value) => value === '' || basisOf(value) !== null, 'web.field.choose')
      .transform((value): RentBasis | undefined => basisOf(value) ?? undefined),
    reason: text(200),
    version: wholeNumber(1, 1_000_000_000),
  })
  .superRefine(checkSteps);

export const VoidTenancyForm = z.object({
  reason: text(200),
  version: wholeNumber(1, 1_000_000_000),
});

export const EndTenancyForm = z.object({ lastOn: day });
