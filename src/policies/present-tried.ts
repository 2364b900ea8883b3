import { month, yuan } from '../language/format.js';
import type { Voice } from '../language/say.js';
import type { Tried, TriedCase } from './tried.js';

/** How many cases a page names; the sums are over all. */
const NAMED = 50;

/** What a draft would have made of the cases of the last year. */
export function presentTried(
  { cases, changed, decidedTotal, draftedTotal, months }: Tried,
  address: string,
  voice: Voice,
) {
  const { say, lang } = voice;
  const money = (fen: number) => yuan(fen, lang);
  const came = (fen: TriedCase['decided']) =>
    fen === null
      ? say('policies.tried.refused')
      : say('policies.tried.granted', { yuan: money(fen) });
  const more = draftedTotal - decidedTotal;
  return {
    summary:
      cases === 0
        ? say('policies.tried.none')
        : say('policies.tried.summary', { cases, changed: changed.length }),
    money:
      cases === 0
        ? null
        : say('policies.tried.money', {
            decided: money(decidedTotal),
            drafted: money(draftedTotal),
            more: `${more > 0 ? '+' : more < 0 ? '−' : ''}${money(Math.abs(more))}`,
          }),
    months: months.map((row) => ({
      month: month(row.month, lang),
      decided: money(row.decided),
      drafted: money(row.drafted),
    })),
    rows: changed.slice(0, NAMED).map(({ number, decided, drafted }) => ({
      number,
      href: `/waivers/${number}`,
      sample: `${address}/samples/borrowed?case=${number}`,
      decided: came(decided),
      drafted: came(drafted),
    })),
  };
}
