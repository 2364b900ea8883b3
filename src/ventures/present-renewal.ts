import { addDays, type Day, daysBetween } from '../calendar/days.js';
import { lastDayOf } from '../calendar/last-day.js';
import { monthsLater } from '../calendar/months-later.js';
import { hundredthsOf } from '../input/numbers.js';
import { day, yuan } from '../language/format.js';
import type { Voice } from '../language/say.js';
import { marketShare } from '../ledger/market-share.js';
import { areaOnDay } from '../ledger/space-on.js';
import { rentByDay } from '../policies/rent-by-day.js';
import { basisOfLease, typedHundredths } from './present-lease.js';
import type { AroundRenewal } from './renewal-queries.js';
import type { TenancyFound } from './tenancy-queries.js';

/** The form of a renewal as it is opened: from its first day as long as before, at the rent of now. */
export function typedRenewal(
  lease: TenancyFound,
  { beganOn, today }: { beganOn: Day; today: Day },
) {
  return {
    beganOn,
    termLastOn: lastDayOf(endAhead(lease, { beganOn, today })),
    rent: typedHundredths(rentByDay(lease).at(-1)?.fen ?? lease.rent),
    basis: basisOfLease(lease) ?? '',
    contractNumber: '',
    deposit: lease.deposit === null ? '' : typedHundredths(lease.deposit),
    version: String(lease.version),
  };
}

/**
 * The first day after a term as long as that of a lease; where that is over already, after as many of them as reach beyond today:
 * a lease that ran out long ago would else be renewed into one that has run out too.
 */
export function endAhead(
  lease: { beganOn: Day; termEndOn: Day },
  { beganOn, today }: { beganOn: Day; today: Day },
): Day {
  let end = sameLength(lease, beganOn);
  while (end <= today) end = sameLength(lease, end);
  return end;
}

/** The first day after a term as long as that of a lease: in whole months where it has them, and else in days. */
export function sameLength(
  { beganOn, termEndOn }: { beganOn: Day; termEndOn: Day },
  from: Day,
): Day {
  const [year, month] = [Number(termEndOn.slice(0, 4)), Number(termEndOn.slice(5, 7))];
  const months = (year - Number(beganOn.slice(0, 4))) * 12 + month - Number(beganOn.slice(5, 7));
  if (months > 0 && monthsLater(beganOn, months) === termEndOn) return monthsLater(from, months);
  return addDays(from, daysBetween(beganOn, termEndOn));
}

/**
 * What a renewal means before it is done: what the space would bring on its first day, what of it is not asked, what becomes of
 * waivers, and what remains to be paid.
 * @param typed the rent as it stands in the form
 */
export function renewalMeans(
  lease: TenancyFound,
  { valuations, waivers }: AroundRenewal,
  { beganOn, typed }: { beganOn: Day; typed: string },
  { say, lang }: Voice,
): string[] {
  const fen = valuations.findLast(({ fromOn }) => fromOn <= beganOn)?.fen ?? null;
  const whole = areaOnDay(lease.space, beganOn);
  const market = fen === null ? null : marketShare(fen, { area: lease.area, whole });
  const rent = hundredthsOf(typed, 'yuan');
  const from = day(beganOn, lang);
  const lines = [
    market === null
      ? say('ventures.renewal.market-unknown', { day: from })
      : say('ventures.renewal.market', { day: from, yuan: yuan(market, lang) }),
  ];
  if (rent !== null && market !== null && market > rent)
    lines.push(say('ventures.renewal.forgone', { yuan: yuan(market - rent, lang) }));
  for (const waiver of waivers) {
    const isCut = waiver.termEndOn > beganOn;
    const last = day(lastDayOf(isCut ? beganOn : waiver.termEndOn), lang);
    const numbers = { waiver: waiver.number, number: waiver.application.number };
    lines.push(
      say(isCut ? 'ventures.renewal.waiver-cut' : 'ventures.renewal.waiver', {
        ...numbers,
        day: last,
      }),
    );
  }
  if (rent === 0) lines.push(say('ventures.renewal.nothing-due'));
  if (rent !== null && rent > 0)
    lines.push(say('ventures.renewal.due', { day: from, yuan: yuan(rent, lang) }));
  return lines;
}
