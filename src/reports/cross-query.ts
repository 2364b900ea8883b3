import { z } from 'zod';
import {
  addMonths,
  type Day,
  endOfMonth,
  firstOf,
  lastWholeMonth,
  type Month,
  monthsBetween,
} from '../calendar/days.js';
import { asOfFields, scopeField } from '../ledger/forms.js';
import { type Dimension, dimensions } from '../ledger/measure-definition.js';
import { canSplit, crossed } from '../ledger/measures.js';
import { founderCategories } from '../people/categories.js';
import { industries, legalForms } from '../standards/register-codes.js';
import { choice, month, optional } from '../web/fields.js';
import { isOfPeriod } from './counted.js';

/** Whose regions: of each number's own day, or of today. */
export const structures = ['now', 'then'] as const;

/** At most so many months stand beside each other. */
export const mostMonths = 24;

/** What a cross-table's address says. */
export const crossForm = (now: Day) => {
  const last = lastWholeMonth(now);
  return z
    .object({
      measure: choice(crossed).default('ventures'),
      rows: choice(dimensions).default('region'),
      columns: optional(choice(dimensions)),
      from: optional(month.refine((asked) => asked <= last, 'ledger.month-not-over')),
      to: optional(month.refine((asked) => asked <= last, 'ledger.month-not-over')),
      scope: scopeField,
      form: optional(choice(legalForms)),
      industry: optional(choice(industries)),
      category: optional(choice(founderCategories)),
      structure: choice(structures).default('now'),
      position: asOfFields(now).position,
    })
    .transform(({ from, to, ...query }) => {
      const end = to ?? last;
      return { ...query, to: end, from: from ?? (end < last ? end : addMonths(end, -11)) };
    })
    .refine(({ from, to }) => from <= to, { path: ['to'], error: 'reports.cross.wrong-order' })
    .refine(({ from, to }) => monthsBetween(from, to).length <= mostMonths, {
      path: ['to'],
      error: 'reports.cross.too-many',
    })
    .refine(({ measure, rows }) => canSplit(measure, rows), {
      path: ['rows'],
      error: 'web.field.wrong',
    })
    .refine(({ measure, columns }) => columns === null || canSplit(measure, columns), {
      path: ['columns'],
      error: 'web.field.wrong',
    })
    .refine(({ rows, columns }) => rows !== columns, {
      path: ['columns'],
      error: 'reports.cross.same-twice',
    });
};
export type CrossQuery = z.output<ReturnType<typeof crossForm>>;

export const dimensionsOf = ({ rows, columns }: CrossQuery): Dimension[] =>
  columns === null ? [rows] : [rows, columns];

/** The spans that the numbers are of: every month, or all of them as one. */
export function spansOf(query: CrossQuery): { month: Month; from: Day; asOf: Day }[] {
  const { from, to } = query;
  if (!dimensionsOf(query).includes('month'))
    return [{ month: to, from: firstOf(from), asOf: endOfMonth(to) }];
  return monthsOf(query);
}

const monthsOf = ({ from, to }: CrossQuery) =>
  monthsBetween(from, to).map((text) => ({
    month: text,
    from: firstOf(text),
    asOf: endOfMonth(text),
  }));

/** What a period had, in the regions of then: every month of it counts where its park was at that month's end. */
export const isFlowOfThen = ({ measure, structure }: CrossQuery): boolean =>
  structure === 'then' && isOfPeriod(measure);

/** The day whose regions the scope means: the last of the table, or today. */
export const countiesDayOf = ({ structure, to }: CrossQuery, now: Day): Day =>
  structure === 'then' ? endOfMonth(to) : now;

/** The spans that the parts of the numbers are of: no longer than that one region holds for each. */
export const partSpansOf = (query: CrossQuery): ReturnType<typeof spansOf> =>
  isFlowOfThen(query) ? monthsOf(query) : spansOf(query);

/**
 * Whether parts of a number by a dimension add up to it: a stock stands at a day, a venture can be in two categories,
 * and in another one in each month.
 */
export function addsUp(dimension: Dimension, query: CrossQuery): boolean {
  if (dimension === 'category') return false;
  const isOfCategories = query.category !== null || dimensionsOf(query).includes('category');
  return dimension !== 'month' || (isOfPeriod(query.measure) && !isOfCategories);
}

/** The address of a table, or of its file; what is as it would be anyway is left out. */
export function crossAddress(query: CrossQuery, path = '/reports/cross-table'): string {
  const pairs = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    if (value !== null && value !== undefined && value !== '') pairs.set(name, String(value));
  return `${path}?${pairs.toString().replaceAll('%3A', ':')}`;
}
