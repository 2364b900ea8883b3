import { endOfMonth } from '../calendar/days.js';
import { day, month } from '../language/format.js';
import type { Say, Voice, WordKey } from '../language/say.js';
import { amountText } from './amounts.js';
import type { Coverage } from './coverage.js';
import { type TotalsAddress, totalsAddress } from './forms.js';
import type { Listed } from './measures.js';
import type { Kind } from './record-list.js';
import type { SeenScope } from './seen-scope.js';

export const scopeName = ({ text, name }: SeenScope, { say, lang }: Voice): string =>
  name?.[lang] ?? say(text === 'network' ? 'ledger.whole.network' : 'ledger.whole.mine');

export const kindName = ({ by, value }: Kind, say: Say): string =>
  say(`ventures.${by}.${value}` as WordKey);

/** Of which ventures a share is; a category is that of their founders, and says so. */
export const shareName = (kind: Kind, say: Say): string =>
  kind.by === 'category'
    ? say('ledger.of-founders', { category: kindName(kind, say) })
    : kindName(kind, say);

/** What a number is called: what one month added is not the sum since the beginning. */
export const measureName = (
  { measure, month: asked }: { measure: Listed; month?: string | null | undefined },
  say: Say,
): string => say(asked ? `ledger.in-month.${measure}` : `ledger.measure.${measure}`);

/** The day, or the month, and the position that a number is read as of; of a month that still runs, the day too. */
export function asOfText(
  at: { asOf: string; month?: string | null; position?: number | undefined },
  { say, lang }: Voice,
): string {
  const asOf = say('ledger.as-of', { day: day(at.asOf, lang) });
  const parts = at.month ? [say('ledger.for-month', { month: month(at.month, lang) })] : [asOf];
  if (at.month && at.asOf < endOfMonth(at.month))
    parts.push(say('ledger.up-to', { day: day(at.asOf, lang) }));
  if (at.position !== undefined) parts.push(say('ledger.known-at', { position: at.position }));
  return parts.join(lang === 'zh' ? '，' : ', ');
}

/** Coverage in words, or null where no return is due. */
export function coverageText(coverage: Coverage, { say, lang }: Voice): string | null {
  if (coverage.due === 0) return null;
  return say('ledger.coverage', { ...coverage, month: month(coverage.month, lang) });
}

/**
 * A number with its records behind it, as components/figure-card shows it.
 * @param publish where the viewer publishes it, or null
 */
export function figure(
  address: TotalsAddress,
  value: number,
  { say, lang }: Voice,
  publish: string | null = null,
) {
  return {
    publish,
    label: measureName(address, say),
    value: amountText(address.measure, value, lang),
    unit: say(`ledger.unit.${address.measure}`, { n: value }),
    href: totalsAddress(address),
  };
}

/** What the list of measures means, in words. */
export const meaning = (measure: Listed, say: Say) => ({
  term: say(`ledger.measure.${measure}`),
  text: say(`ledger.meaning.${measure}`),
});
