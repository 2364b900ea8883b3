import { z } from 'zod';
import { choice, text } from '../../web/fields.js';
import type { FormView } from '../../web/forms.js';
import { categorySources } from './merged-categories.js';
import {
  accountSide,
  type PeopleChoices,
  type PersonField,
  personFields,
} from './plan-people-merge.js';
import type { PeopleRecords } from './stored-people.js';

/** The field of a form in which a side is chosen for something of the details. */
export const fromField = (field: PersonField): string => `from.${field}`;

const side = choice(['own', 'other'] as const).default('own');

export const PeopleMergeForm = z
  .object({
    ...Object.fromEntries(personFields.map((field) => [fromField(field), side])),
    categories: choice(categorySources).default('both'),
    reason: text(200),
    with: z.string(),
    seen: z.string(),
    shown: z.string().default(''),
  })
  .transform((sent) => {
    const { reason, seen, shown } = sent;
    return { reason, seen, shown, choices: peopleChoicesOf(sent) };
  });

/** What is chosen in a form, as far as it was sent; the record that stays is right where nothing is said. */
export function peopleChoicesOf(sent: Record<string, unknown>): PeopleChoices {
  return {
    fields: personFields.filter((field) => sent[fromField(field)] === 'other'),
    categories: categorySources.find((source) => source === sent.categories) ?? 'both',
  };
}

export const markOfPeopleChoices = ({ fields, categories }: PeopleChoices): string =>
  JSON.stringify([fields, categories]);

/**
 * A form that nobody has filled in: the record that stays is right, but for what it does not state, and for the phone of the
 * one that has an account.
 */
export function typedPeopleChoices(before: PeopleRecords, ownId: number): FormView['typed'] {
  const own = before.Person.find(({ id }) => id === ownId);
  const other = before.Person.find(({ id }) => id !== ownId);
  const sides = personFields.map((field): [string, string] => {
    const isBlank = !own?.[field] && Boolean(other?.[field]);
    return [fromField(field), isBlank ? 'other' : 'own'];
  });
  const side = accountSide(before, ownId);
  const phone = own?.phone !== other?.phone && side !== null ? { 'from.phone': side } : {};
  return Object.assign(Object.fromEntries(sides), { categories: 'both' }, phone);
}
