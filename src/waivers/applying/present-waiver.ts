import { addMonths, type Day, firstOf, type Month } from '../../calendar/days.js';
import { lastDayOf } from '../../calendar/last-day.js';
import { day, month, yuan } from '../../language/format.js';
import type { Voice } from '../../language/say.js';
import { Facts } from '../../policies/facts.js';
import { type RentByDay, rentOfDays } from '../../policies/rent-by-day.js';
import { rentsOf } from '../../policies/stated-rent.js';
import type { WaiverEndReason } from '../reasons.js';
import { totalOf } from '../waiver-months.js';
import { lossesOf, lossText } from './losses.js';
import { endOf, monthsOfTerm, type TermMonth, type Waiver } from './months-of-term.js';

/** A waiver with the rent of its premises by day. */
type RentedWaiver = Waiver & { rents: RentByDay };

/** The rent of a month for the days of it that a waiver covers, in fen. */
function rentIn(waiver: RentedWaiver, of: Month): number {
  const [from, to] = [firstOf(of), firstOf(addMonths(of, 1))];
  const first = waiver.beganOn > from ? waiver.beganOn : from;
  const end = endOf(waiver) < to ? endOf(waiver) : to;
  return rentOfDays(waiver.rents, { from: first, to: end });
}

/** What remains to be paid of it; the last fen of what is waived may have been rounded up. */
const remainsOf = (waiver: RentedWaiver, { month: of, fen }: TermMonth): number =>
  Math.max(rentIn(waiver, of) - fen, 0);

const isPast = ({ effectiveOn }: TermMonth, on: Day): boolean =>
  effectiveOn !== null && effectiveOn <= on;

function stateText(row: TermMonth, on: Day, { say }: Voice): string {
  if (row.effectiveOn === null) return say('waivers.waiver.no-amount');
  return say(isPast(row, on) ? 'waivers.waiver.past' : 'waivers.waiver.to-come');
}

/**
 * What was granted: its term, its months, and how much of it has been given up to a day.
 * @param inSums whether its policy pays by the year or once, and not month by month
 * @param hasRent whether it is measured by a rent: of a benefit without premises none remains, and nothing is said of it
 */
export function presentWaiver(
  granted: Waiver,
  on: Day,
  voice: Voice,
  { inSums = false, hasRent = true }: { inSums?: boolean; hasRent?: boolean } = {},
) {
  const waiver = Object.assign({}, granted, {
    rents: rentsOf(Facts.parse(granted.facts).premises),
  });
  const { say, lang } = voice;
  const months = monthsOfTerm(waiver);
  const remains = months.reduce((total, row) => total + remainsOf(waiver, row), 0);
  const rents = remains + totalOf(months);
  // Of a sum only the months stand there that have some of it.
  const shown = inSums && !hasRent ? months.filter((row) => row.effectiveOn !== null) : months;
  const inYuan = (fen: number) => say('waivers.waiver.yuan', { yuan: yuan(fen, lang) });
  const { beganOn, termEndOn, endedOn, endReason } = waiver;
  const term = { from: day(beganOn, lang), to: day(lastDayOf(termEndOn), lang) };
  const early = endedOn && {
    label: say('waivers.waiver.ended'),
    value: say('waivers.waiver.ended-text', {
      day: day(endedOn, lang),
      why: say(`waivers.end-reason.${endReason as WaiverEndReason}`),
    }),
  };
  return {
    losses:
      endedOn === null
        ? lossesOf(waiver, { on, isInSums: inSums }).map((loss) => lossText(loss, voice))
        : [],
    rows: [
      {
        label: say('waivers.waiver.number'),
        value: waiver.number,
        href: waiver.form === 'subsidy' ? `/payments/grants/${waiver.number}` : null,
      },
      { label: say('waivers.waiver.term'), value: say('waivers.waiver.term-text', term) },
      ...(early ? [early] : []),
      { label: say('waivers.waiver.total'), value: inYuan(totalOf(months)) },
      ...(hasRent ? [{ label: say('waivers.waiver.remains-total'), value: inYuan(remains) }] : []),
      {
        label: say('waivers.waiver.to-date', { day: day(on, lang) }),
        value: inYuan(totalOf(months.filter((row) => isPast(row, on)))),
      },
    ],
    months: shown.map((row) => ({
      month: month(row.month, lang),
      rent: yuan(rentIn(waiver, row.month), lang),
      amount: yuan(row.fen, lang),
      remains: yuan(remainsOf(waiver, row), lang),
      state: stateText(row, on, voice),
    })),
    hasRent,
    total: yuan(totalOf(months), lang),
    rent: yuan(rents, lang),
    remains: yuan(remains, lang),
  };
}
