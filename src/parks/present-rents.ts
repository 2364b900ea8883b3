import type { Day } from '../calendar/days.js';
import { day, time, yuan } from '../language/format.js';
import type { Voice } from '../language/say.js';

/** A valuation as a page reads it, the earliest first and of one day the last entered last. */
type Valuation = { fromOn: Day; fen: number | null };

/** What a space would bring on the market on a day, in words: an amount, or that it is not known. */
export function rentText(valuations: readonly Valuation[], on: Day, { say, lang }: Voice): string {
  const current = valuations.findLast(({ fromOn }) => fromOn <= on);
  const fen = current?.fen ?? null;
  return fen === null
    ? say('parks.space.rent-unknown')
    : say('parks.yuan', { amount: yuan(fen, lang) });
}

/** The valuations of a space for its page, the newest first. */
export const presentRents = (
  valuations: readonly (Valuation & {
    source: string;
    enteredAt: Date | null;
    by: string | null;
  })[],
  voice: Voice,
) =>
  valuations.toReversed().map((valuation) => ({
    from: day(valuation.fromOn, voice.lang),
    rent: rentText([valuation], valuation.fromOn, voice),
    source: valuation.source || voice.say('parks.rents.source-before'),
    entered: [valuation.enteredAt && time(valuation.enteredAt, voice.lang), valuation.by]
      .filter(Boolean)
      .join(' · '),
  }));
