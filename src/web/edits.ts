import type { z } from 'zod';
import { isDay } from '../calendar/days.js';
import { day } from '../language/format.js';
import { Conflict, type Fault } from '../language/refusal.js';
import type { Lang } from '../language/words.js';
import type { Sent } from './form-body.js';
import { type Typed, takeForm, typedOf } from './forms.js';

export type EditResult<T> =
  | { ok: true; value: T }
  | { ok: false; isLate: boolean; faults: Fault[]; typed: Typed };

/**
 * Reads a form that changes a record, and acts on it. Where somebody else was quicker (the verb threw
 * Conflict), what was typed comes back as late: the page answers 409 and shows both versions.
 */
export async function takeEdit<S extends z.ZodType, T>(
  schema: S,
  body: Sent | undefined,
  act: (value: z.output<S>) => Promise<T>,
): Promise<EditResult<T>> {
  try {
    const form = await takeForm(schema, body, act);
    return form.ok ? form : { ...form, isLate: false };
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return { ok: false, isLate: true, faults: [], typed: typedOf(body ?? {}) };
  }
}

/** A field of a form as the comparison names it; a choice with its options, to show their labels. */
export type ComparedField = {
  name: string;
  label: string;
  options?: { value: string; label: string }[];
};
export type ComparedRow = { label: string; theirs: string; mine: string; differs: boolean };

/** What web/_conflict shows: the record as it stands now beside what was typed, field by field; days as the language writes them. */
export function compareTyped(
  fields: ComparedField[],
  theirs: Typed,
  mine: Typed,
  lang: Lang,
): ComparedRow[] {
  return fields.map(({ name, label, options }) => {
    const both = [theirs[name], mine[name]].map((value) => shown(value, options, lang));
    const [now = '', typed = ''] = both;
    return { label, theirs: now, mine: typed, differs: now !== typed };
  });
}

function shown(
  value: string | string[] | undefined,
  options: ComparedField['options'],
  lang: Lang,
): string {
  const values = [value ?? []].flat().map((text) => text.replace(/\r\n?/g, '\n').trim());
  return values
    .map((text) => options?.find((option) => option.value === text)?.label ?? text)
    .map((text) => (isDay(text) ? day(text, lang) : text))
    .join('、');
}
