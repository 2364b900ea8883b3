import { z } from 'zod';
import type { Day } from '../calendar/days.js';
import { cleanName, isName } from '../input/names.js';
import { sinceFields } from '../ledger/since.js';
import { type FounderCategory, founderCategories } from '../people/categories.js';
import type { NewPerson } from '../people/enter-people.js';
import { industries, legalForms } from '../standards/register-codes.js';
import {
  choice,
  choices,
  day,
  name,
  optional,
  optionalText,
  phone,
  text,
  ticked,
  wholeNumber,
} from '../web/fields.js';
import { noFields, type Sent } from '../web/form-body.js';
import { trades } from './kinds.js';
import type { NewVenture } from './log-venture.js';
import { checkingProfile } from './venture-profile.js';

export const mostFounders = 10;
/** 毕业五年内 is not chosen: it follows from the graduation day. */
export const chosenCategories = founderCategories.filter((one) => one !== 'graduate') as [
  FounderCategory,
  ...FounderCategory[],
];

/** A code as people type it: with spaces, in small letters, at full width. */
const creditCode = optional(
  z
    .string()
    .max(60, 'ventures.code-form')
    .transform((typed) => typed.normalize('NFKC').toUpperCase().replace(/\s/g, '')),
);

const profile = {
  name: name(60),
  legalForm: choice(legalForms),
  creditCode,
  creditCodeNote: optional(text(200)),
  industry: choice(industries),
  trade: optional(choice(trades)),
  registeredOn: optional(day),
  phone: optional(phone),
  about: optionalText(500, { lines: true }),
  isNamed: ticked,
};

/** Why it is another venture than one that looks the same. */
const another = optional(text(200));

export const editVentureForm = (now: Day) =>
  checkingProfile(
    z.object({
      ...profile,
      ...sinceFields,
      another,
      version: wholeNumber(1, 1_000_000_000),
    }),
    now,
  );

const FounderBlock = z.object({
  name: optionalText(40)
    .transform(cleanName)
    .refine((typed) => typed === '' || isName(typed), 'web.field.name'),
  phone: optional(phone),
  graduatedOn: optional(day),
  categories: choices(chosenCategories),
  since: optional(day),
  proof: optionalText(120),
});
type FounderBlock = z.output<typeof FounderBlock>;

const isBlank = ({ since, proof, categories, ...person }: FounderBlock): boolean =>
  Object.values(person).every((value) => value === null || value === '') &&
  since === null &&
  proof === '' &&
  categories.length === 0;

/** A block with anything in it needs a name, and the first block is of somebody. */
const founders = z.array(FounderBlock).superRefine((blocks, context) => {
  blocks.forEach((block, index) => {
    if (block.name !== '' || (index > 0 && isBlank(block))) return;
    const message = index === 0 ? 'ventures.founder-needed' : 'web.field.required';
    context.addIssue({ code: 'custom', path: [index, 'name'], message });
  });
});

/** Fields are named founders.0.name and so on, one block a founder. */
export const newVentureForm = (now: Day) => {
  const notYet = (on: Day | null) => on === null || on <= now;
  const fields = z.object({
    ...profile,
    another,
    anotherPerson: optional(text(200)),
    founders,
    foundedOn: optional(day).refine(notYet, 'calendar.in-future'),
    parkId: wholeNumber(1, 1_000_000_000),
    settledOn: optional(day).refine(notYet, 'calendar.in-future'),
  });
  return z.preprocess(
    (sent) => ({ ...(sent as Sent), founders: blocksOf(sent as Sent) }),
    checkingProfile(fields, now),
  );
};
export type NewVentureForm = z.output<ReturnType<typeof newVentureForm>>;

const blockField = /^founders\.(\d)\.(\w+)$/;

/** How many blocks a form has that was sent. */
export function blockCount(sent: Sent): number {
  const indices = Object.keys(sent).map((name) => Number(blockField.exec(name)?.[1] ?? 0));
  return Math.max(0, ...indices) + 1;
}

function blocksOf(sent: Sent): Sent[] {
  const blocks: Sent[] = Array.from({ length: blockCount(sent) }, noFields);
  for (const [name, value] of Object.entries(sent)) {
    const [, index, field] = blockField.exec(name) ?? [];
    const block = blocks[Number(index)];
    if (block && field) block[field] = value;
  }
  return blocks;
}

/** What the form says, for the verb: without a day of its own, a venture was founded when registered, or today. */
export function newVentureOf(form: NewVentureForm, today: Day): NewVenture {
  const { founders, foundedOn, settledOn, ...rest } = form;
  const implied = rest.registeredOn ?? settledOn ?? today;
  // A day in the future is refused under its own name, not under this one's.
  const since = foundedOn ?? (implied < today ? implied : today);
  return {
    ...rest,
    foundedOn: since,
    founders: founders.filter((block) => block.name !== '').map((block) => personOf(block, since)),
  };
}

function personOf(block: FounderBlock, foundedOn: Day): NewPerson {
  const { name, phone, graduatedOn, categories, since, proof } = block;
  return {
    name,
    phone,
    graduatedOn,
    categories: categories.map((category) => ({ category, beganOn: since ?? foundedOn, proof })),
  };
}
