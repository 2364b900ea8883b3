import type { Day } from '../calendar/days.js';
import { day, months } from '../language/format.js';
import type { Say } from '../language/say.js';
import type { Lang } from '../language/words.js';
import type { Viewer } from '../people/viewer.js';
import { canClose } from './close-month.js';
import { type NamedReopening, type ReopeningScope, stateOfReopening } from './reopen-month.js';

const tones = {
  asked: 'heed',
  'in-force': 'stop',
  refused: null,
  ended: null,
  expired: null,
} as const;

/** The month of a reopening, or the first and the last of several. */
export function monthsText(
  { month, throughMonth }: Pick<NamedReopening, 'month' | 'throughMonth'>,
  lang: Lang,
): string {
  return months(month, throughMonth ?? month, lang);
}

/** A line of the list of reopenings. */
export function presentReopening(
  row: NamedReopening,
  now: Day,
  { say, lang }: { say: Say; lang: Lang },
  viewer: Viewer,
) {
  const state = stateOfReopening(row, now);
  return {
    href: `/returns/reopenings/${row.id}`,
    months: monthsText(row, lang),
    scope: say(`returns.reopening.scope.${row.scope as ReopeningScope}`),
    reason: row.reason,
    lastDay: day(row.lastDay, lang),
    askedBy: row.askedBy?.name ?? '—',
    agreedBy: row.agreedBy?.name ?? '—',
    state: say(`returns.reopening.state.${state}`),
    tone: tones[state],
    act:
      state === 'asked' && canClose(viewer) && viewer.accountId !== row.askedById
        ? say('returns.today.decide')
        : null,
  };
}
