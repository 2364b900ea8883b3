import type { z } from 'zod';
import { type Fault, Refusal } from '../language/refusal.js';
import type { Say, WordKey } from '../language/say.js';
import { checksOfRest } from './checks-of-rest.js';
import { faultOf } from './faults.js';
import type { Sent } from './form-body.js';

export type Typed = Record<string, string | string[]>;
export type FormResult<T> = { ok: true; value: T } | { ok: false; faults: Fault[]; typed: Typed };

/**
 * Reads a form by its schema. What was typed comes back without spaces around it and with plain line
 * ends; fields for the machinery (`_token`) and passwords do not come back at all. All that is wrong is told at once:
 * checks of several fields wait for their own fields alone.
 */
export function readForm<S extends z.ZodType>(
  schema: S,
  body: Sent | undefined,
): FormResult<z.output<S>> {
  const sent = Object.fromEntries(
    Object.entries(body ?? {}).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.map(tidy) : tidy(value),
    ]),
  );
  const read = schema.safeParse(sent, { reportInput: true });
  if (read.success) return { ok: true, value: read.data };
  const issues = [...read.error.issues, ...checksOfRest(schema, sent)];
  return { ok: false, faults: firstOfEach(issues.map(faultOf)), typed: typedOf(sent) };
}

/**
 * Reads a form and acts on it; a refusal of the act comes back like a bad field, so that a route has
 * one way to show its form again. Every other error goes on its way.
 */
export async function takeForm<S extends z.ZodType, T>(
  schema: S,
  body: Sent | undefined,
  act: (value: z.output<S>) => Promise<T>,
): Promise<FormResult<T>> {
  const form = readForm(schema, body);
  if (!form.ok) return form;
  try {
    return { ok: true, value: await act(form.value) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { ok: false, faults: error.faults, typed: typedOf(body ?? {}) };
  }
}

/** The fields of a form by the words of their labels. */
export type Labels = Record<string, WordKey>;
export const labelsOf = (say: Say, labels: Labels): { name: string; label: string }[] =>
  Object.entries(labels).map(([name, key]) => ({ name, label: say(key) }));

/** What the form components read: values to show, a message by the field, and the list of them. */
export type FormView = {
  typed: Typed;
  errors: Record<string, string>;
  summary: { href: string; message: string }[];
};

/**
 * A form as its page shows it: at first with the given values, afterwards with what was typed.
 * @param fields the labels of its fields, by which the summary names them
 */
export function formView(
  say: Say,
  typed: Typed,
  faults: Fault[] = [],
  fields: { name: string; label: string }[] = [],
): FormView {
  const messages = faults.map(({ field, key, values }) => ({ field, message: say(key, values) }));
  const named = ({ field, message }: { field: string; message: string }) => {
    const label = fields.find(({ name }) => name === field)?.label;
    return label === undefined ? message : say('web.field.of', { label, message });
  };
  return {
    typed,
    errors: Object.fromEntries(
      messages.filter(({ field }) => field !== '').map(({ field, message }) => [field, message]),
    ),
    summary: messages.map((fault) => ({
      href: `#${fault.field || 'main'}`,
      message: named(fault),
    })),
  };
}

function tidy(text: string): string {
  return text.replace(/\r\n?/g, '\n').trim();
}

/** What was typed, without the fields of the machinery and without passwords. */
export function typedOf(sent: Typed): Typed {
  return Object.fromEntries(
    Object.entries(sent).filter(([name]) => !name.startsWith('_') && !/password/i.test(name)),
  );
}

function firstOfEach(faults: Fault[]): Fault[] {
  return faults.filter((fault, i) => faults.findIndex((f) => f.field === fault.field) === i);
}
