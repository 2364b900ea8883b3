import type { Response } from 'express';
import type { Month } from '../calendar/days.js';
import type { Reads } from '../database/database.js';
import { months, month as monthText } from '../language/format.js';
import type { Voice } from '../language/say.js';
import type { Deps } from '../web/deps.js';
import type { FormView } from '../web/forms.js';
import { frameOf } from '../web/frame.js';
import { page } from '../web/views.js';
import { closingHref } from './closing-page.js';
import type { ReturnState } from './states.js';
import { countUnaccepted, type Months, type Unaccepted, unacceptedIn } from './unaccepted.js';

/** The page that asks before months are closed: whose return was not accepted, month by month, and why all the same. */
export async function confirmationPage(
  { db }: Deps,
  res: Response,
  { from, month }: Months,
  form: FormView,
): Promise<void> {
  const { say, lang } = frameOf(res);
  const unaccepted = await unacceptedIn(db, { from, month });
  const rows = await missingByMonth(db, unaccepted, { say, lang });
  const missing = countUnaccepted(unaccepted);
  const text = (of: Month) => say('returns.closing.title', { month: monthText(of, lang) });
  page(res, 'returns/closing-confirmation', {
    title: say('returns.closing.confirm-title'),
    over: months(from, month, lang),
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

/** Month by month the parks whose return was not accepted, each with how far it is. */
export async function missingByMonth(reads: Reads, unaccepted: Unaccepted[], { say, lang }: Voice) {
  const parks = await reads.park.findMany();
  const parkOf = new Map(parks.map((park) => [park.id, park]));
  const begun = await reads.monthlyReturn.findMany({
    where: { month: { in: unaccepted.map(({ month }) => month) } },
    select: { month: true, parkId: true, state: true },
  });
  const stateOf = new Map(begun.map((row) => [`${row.month} ${row.parkId}`, row.state]));
  return unaccepted.map(({ month, parkIds }) => ({
    month: monthText(month, lang),
    href: closingHref(month),
    parks: parkIds.map((id) => {
      const park = parkOf.get(id);
      const state = (stateOf.get(`${month} ${id}`) ?? 'none') as ReturnState | 'none';
      const name = (lang === 'zh' ? park?.nameZh : park?.nameEn) ?? '';
      return { name: `${park?.number ?? ''} ${name}`, state: say(`returns.state.${state}`) };
    }),
  }));
}
