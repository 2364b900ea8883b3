import type { Day } from '../calendar/days.js';
import { day } from '../language/format.js';
import type { Say } from '../language/say.js';
import type { Lang } from '../language/words.js';
import { type NamedReopening, type ReopeningScope, stateOfReopening } from './reopen-month.js';

const tones = {
  asked: 'heed',
  'in-force': 'stop',
  refused: null,
  ended: null,
  expired: null,
} as const;

/** A line of the list of reopenings. */
export function presentReopening(
  row: NamedReopening,
  now: Day,
  { say, lang }: { say: Say; lang: Lang },
) {
  const state = stateOfReopening(row, now);
  return {
    href: `/returns/reopenings/${row.id}`,
    scope: say(`returns.reopening.scope.${row.scope as ReopeningScope}`),
    reason: row.reason,
    lastDay: day(row.lastDay, lang),
    askedBy: row.askedBy?.name ?? '—',
    agreedBy: row.agreedBy?.name ?? '—',
    state: say(`returns.reopening.state.${state}`),
    tone: tones[state],
  };
}
