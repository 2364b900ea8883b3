import { z } from 'zod';
import {
  type Day,
  endOfMonth,
  firstOf,
  lastWholeMonth,
  type Month,
  monthOf,
} from '../calendar/days.js';
import { founderCategories } from '../people/categories.js';
import { industries, legalForms } from '../standards/register-codes.js';
import { choice, day, month, optional, wholeNumber } from '../web/fields.js';
import { pageNumber } from '../web/page-number.js';
import { canBeOfMonth, isOfMonth, type Listed, listed } from './measures.js';
import { type Kind, kinds, type RecordQuery } from './record-list.js';
import { scopeForm } from './seen-scope.js';

/** Beyond what any ledger will hold. */
const positions = 999_999_999_999;

/** The day and the position that a page is read as of; the day is today's where none is given. */
export const asOfFields = (now: Day) => ({
  asOf: optional(day.refine((asked) => asked <= now, 'calendar.in-future')).transform(
    (asked) => asked ?? now,
  ),
  position: optional(wholeNumber(0, positions)).transform((asked) => asked ?? undefined),
});

export const scopeField = z.string().regex(scopeForm).default('mine');

/** Which number: what an address of /totals says. Today is needed to say what has not happened yet. */
export const totalsQuery = (now: Day) =>
  z
    .object({
      measure: choice(listed),
      scope: scopeField,
      ...asOfFields(now),
      month: optional(month),
      form: optional(choice(legalForms)),
      industry: optional(choice(industries)),
      category: optional(choice(founderCategories)),
      page: pageNumber,
    })
    .transform(({ month, ...query }) => ({
      ...query,
      month: askedMonth(query, month),
    }))
    .refine(({ measure, month, asOf }) => month === null || month <= lastMonth(measure, asOf), {
      error: 'ledger.month-not-over',
      path: ['month'],
    });
export type TotalsQuery = z.output<ReturnType<typeof totalsQuery>>;

function askedMonth(
  { measure, asOf }: { measure: Listed; asOf: Day },
  month: Month | null,
): Month | null {
  if (isOfMonth(measure)) return month ?? lastWholeMonth(asOf);
  return canBeOfMonth(measure) ? month : null;
}

/** Such a month may still run. */
const lastMonth = (measure: Listed, asOf: Day): Month =>
  canBeOfMonth(measure) ? monthOf(asOf) : lastWholeMonth(asOf);

/** The question to the ledger that an address stands for. */
export function recordQueryOf(query: TotalsQuery, parkIds: number[]): RecordQuery {
  const { measure, position, month } = query;
  const kind = kindOf(query);
  if (month === null) return { measure, parkIds, asOf: query.asOf, position, kind };
  const end = endOfMonth(month);
  const period = { from: firstOf(month), asOf: end < query.asOf ? end : query.asOf };
  return { measure, parkIds, ...period, position, kind };
}

/** The share that is asked for; the first, where several are. */
export function kindOf(query: TotalsQuery): Kind | undefined {
  if (query.measure === 'parks') return undefined;
  return kinds.flatMap((by) => {
    const value = query[by];
    return value === null ? [] : [{ by, value }];
  })[0];
}

export type TotalsAddress = {
  measure: Listed;
  scope: string;
  asOf: Day;
  position?: number | undefined;
  month?: string | undefined;
  kind?: Kind | undefined;
};

/** The address of the records of a number: /totals?measure=jobs&scope=park:P01&asOf=2025-01-21 */
export function totalsAddress(address: TotalsAddress, path = '/totals'): string {
  const { measure, scope, asOf, month, position, kind } = address;
  const query = new URLSearchParams({ measure, scope, asOf });
  if (month !== undefined) query.set('month', month);
  if (position !== undefined) query.set('position', String(position));
  if (kind !== undefined) query.set(kind.by, kind.value);
  return `${path}?${query.toString().replaceAll('%3A', ':')}`;
}
