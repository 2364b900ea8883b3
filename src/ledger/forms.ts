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

export const scopeField = z.string().regex(scopeForm, 'web.field.choose').default('mine');

/** Which number: what an address of /totals says. Today is needed to say what has not happened yet. */
export const totalsQuery = (now: Day) =>
  z
    .object({
      measure: choice(listed),
      scope: scopeField,
      ...asOfFields(now),
      month: optional(month),
      countiesOn: optional(day),
      form: optional(choice(legalForms)),
      industry: optional(choice(industries)),
      category: optional(choice(founderCategories)),
      page: pageNumber,
    })
    .refine(({ measure, month }) => month === null || isOfMonth(measure) || canBeOfMonth(measure), {
      error: 'web.query.no-time',
      path: ['month'],
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
  return isOfMonth(measure) ? (month ?? lastWholeMonth(asOf)) : month;
}

/** Such a month may still run. */
const lastMonth = (measure: Listed, asOf: Day): Month =>
  canBeOfMonth(measure) ? monthOf(asOf) : lastWholeMonth(asOf);

/** The question to the ledger that an address stands for. */
export function recordQueryOf(query: TotalsQuery, parkIds: number[]): RecordQuery {
  const { measure, position, month } = query;
  const kind = kindOf(query);
  const asOf = lastDayOf(query);
  if (month === null) return { measure, parkIds, asOf, position, kind };
  return { measure, parkIds, from: firstOf(month), asOf, position, kind };
}

/** The last day that a number is of; its region has the parks of that day. */
export function lastDayOf({ asOf, month }: { asOf: Day; month?: Month | null | undefined }): Day {
  const end = month ? endOfMonth(month) : asOf;
  return end < asOf ? end : asOf;
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
  /** The day whose regions are meant, where the number stands among others of that day. */
  countiesOn?: Day | undefined;
};

/** What an address says of the day of its regions: nothing where it is the number's own, or no region is meant. */
export const countiesOfAddress = (
  { scope, countiesOn }: { scope: string; countiesOn?: Day | null | undefined },
  own: Day,
): Day | undefined =>
  countiesOn && countiesOn !== own && scope.startsWith('region:') ? countiesOn : undefined;

/** The address of the records of a number: /totals?measure=jobs&scope=park:P01&asOf=2025-01-21 */
export function totalsAddress(address: TotalsAddress, path = '/totals'): string {
  const { measure, scope, asOf, month, position, kind } = address;
  const query = new URLSearchParams({ measure, scope, asOf });
  if (month !== undefined) query.set('month', month);
  const counties = countiesOfAddress(address, lastDayOf({ asOf, month }));
  if (counties !== undefined) query.set('countiesOn', counties);
  if (position !== undefined) query.set('position', String(position));
  if (kind !== undefined) query.set(kind.by, kind.value);
  return `${path}?${query.toString().replaceAll('%3A', ':')}`;
}
