import { endOfMonth, type Month, today } from '../calendar/days.js';
import { closedTo } from '../ledger/closed-months.js';
import { parkIdOn } from '../people/whereabouts.js';
import type { VentureWithStays } from '../ventures/find-venture.js';
import type { Deps } from '../web/deps.js';
import type { Frame } from '../web/frame.js';
import { opening } from './asked-return.js';

/** Why no return can be filed for the month, or null. The verb refuses for the same reasons. */
export async function blockedBy({ db, clock }: Deps, venture: VentureWithStays, month: Month) {
  const end = endOfMonth(month);
  const now = today(clock.now());
  if (end > now) return 'returns.month-not-over';
  const parkId = parkIdOn(venture, end);
  if (parkId === null) return 'returns.not-in-park';
  const closed = await closedTo(db, now, [{ month, parkId, ventureId: venture.id }]);
  return closed && 'returns.closed';
}

type Blocked = Awaited<ReturnType<typeof blockedBy>>;

/** The same in words: of a month that is not over, when it opens. */
export function blockedText(blocked: Blocked, month: Month, { say, lang }: Frame): string | null {
  if (blocked === 'returns.month-not-over') return say('returns.month-opens', opening(month, lang));
  return blocked && say(blocked);
}
