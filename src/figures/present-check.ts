import type { Voice } from '../language/say.js';
import { amountText, signedAmount } from '../ledger/amounts.js';
import type { Publishable } from '../ledger/definitions.js';
import type { EditionCheck, KnownNow } from './check-edition.js';
import type { Edition } from './published-queries.js';

/** An edition as published, computed again, and as known today. */
export function presentCheck(
  measure: Publishable,
  edition: Edition,
  { recomputed, differing }: EditionCheck,
  now: KnownNow,
  { say, lang }: Voice,
) {
  const isExact = differing.length === 0;
  const exact = {
    label: say(isExact ? 'figures.published.exact' : 'figures.published.not-exact'),
    tone: isExact ? 'sea' : 'stop',
  };
  const since = sinceTag(measure, now, { say, lang });
  const said = (
    name: string,
    value: number | null,
    verdict: typeof exact | typeof since | null,
  ) => ({
    name,
    verdict,
    value: value === null ? '—' : amountText(measure, value, lang),
  });
  const what = differing
    .map((item) => say(`figures.differing.${item}`))
    .join(lang === 'zh' ? '、' : ', ');
  return {
    rows: [
      said(say('figures.published.then'), edition.value, null),
      said(say('figures.published.again'), recomputed.value, exact),
      said(say('figures.published.now'), now.value, since),
    ],
    alarm: isExact ? null : say('figures.published.alarm-text', { what }),
  };
}

/** How the sum of today stands to what was published. */
function sinceTag(measure: Publishable, { value, difference }: KnownNow, { say, lang }: Voice) {
  if (value === null) return { label: say('figures.published.unknown-now'), tone: 'heed' };
  if (difference === 0) return { label: say('figures.published.same-now'), tone: null };
  const key = difference > 0 ? 'figures.published.more-now' : 'figures.published.fewer-now';
  return { label: say(key, { n: amountText(measure, Math.abs(difference), lang) }), tone: 'heed' };
}

/** What explains the difference besides entries: parks that came into the scope or left it. */
export function presentParkChanges(
  measure: Publishable,
  { parkChanges }: KnownNow,
  parks: Map<number, string>,
  { say, lang }: Voice,
): string[] {
  return parkChanges.map(({ parkId, amount }) =>
    say(amount > 0 ? 'figures.published.park-joined' : 'figures.published.park-left', {
      park: parks.get(parkId) ?? String(parkId),
      n: signedAmount(measure, amount, lang),
    }),
  );
}
