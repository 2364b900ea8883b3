import type { Response } from 'express';
import { type Month, monthsBetween } from '../calendar/days.js';
import type { Reads } from '../database/database.js';
import { month as monthText } from '../language/format.js';
import type { Voice } from '../language/say.js';
import type { Deps } from '../web/deps.js';
import type { FormView } from '../web/forms.js';
import { frameOf } from '../web/frame.js';
import { page } from '../web/views.js';
import { openParks } from './close-month.js';
import { closingHref } from './closing-page.js';
import type { Months } from './request-closing.js';
import type { ReturnState } from './states.js';

/** The page that asks before months are closed: whose return was not accepted, month by month, and why all the same. */
export async function confirmationPage(
  { db }: Deps,
  res: Response,
  { from, month }: Months,
  form: FormView,
): Promise<void> {
  const { say, lang } = frameOf(res);
  const { rows, missing } = await missingByMonth(db, { from, month }, { say, lang });
  const text = (of: Month) => say('returns.closing.title', { month: monthText(of, lang) });
  page(res, 'returns/closing-confirmation', {
    title: say('returns.closing.confirm-title'),
    over: monthsText({ from, month }, { say, lang }),
    crumbs: [{ href: closingHref(month), label: text(month) }],
    form,
    action: closingHref(month),
    back: closingHref(month),
    from: from === month ? null : from,
    rows,
    missing: missing > 0 ? say('returns.closing.two', { n: missing }) : null,
    submit: say(
      missing > 0
        ? 'returns.closing.ask-second'
        : from === month
          ? 'returns.closing.submit'
          : 'returns.closing.submit-all',
      { n: rows.length },
    ),
    hasErrors: form.summary.length > 0,
  });
}

export const monthsText = ({ from, month }: Months, { say, lang }: Voice): string =>
  from === month
    ? monthText(month, lang)
    : say('returns.closing.months-range', {
        from: monthText(from, lang),
        to: monthText(month, lang),
      });

/** Month by month the parks whose return was not accepted, each with how far it is; and how many there are in all. */
export async function missingByMonth(reads: Reads, { from, month }: Months, { say, lang }: Voice) {
  const months = monthsBetween(from, month);
  const parks = await reads.park.findMany();
  const parkOf = new Map(parks.map((park) => [park.id, park]));
  const begun = await reads.monthlyReturn.findMany({
    where: { month: { gte: from, lte: month } },
    select: { month: true, parkId: true, state: true },
  });
  const stateOf = new Map(begun.map((row) => [`${row.month} ${row.parkId}`, row.state]));
  let missing = 0;
  const rows = [];
  for (const of of months) {
    const ids = await openParks(reads, of);
    missing += ids.length;
    rows.push({
      month: monthText(of, lang),
      href: closingHref(of),
      parks: ids.map((id) => {
        const park = parkOf.get(id);
        const state = (stateOf.get(`${of} ${id}`) ?? 'none') as ReturnState | 'none';
        const name = (lang === 'zh' ? park?.nameZh : park?.nameEn) ?? '';
        return { name: `${park?.number ?? ''} ${name}`, state: say(`returns.state.${state}`) };
      }),
    });
  }
  return { rows, missing };
}
