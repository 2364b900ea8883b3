import { day } from '../../language/format.js';
import type { Voice } from '../../language/say.js';
import { parkName, ventureHref } from '../residency-present.js';
import { type ChosenVenture, openStay, reachable, type WhyNot } from './chosen-ventures.js';

/** The ventures that an act is about, as its page names them. */
export const presentChosen = (ventures: ChosenVenture[], voice: Voice) =>
  ventures.map((venture) => presentOne(venture, voice));

function presentOne(venture: ChosenVenture, { lang }: Voice) {
  const stay = openStay(venture) ?? venture.residencies[0];
  return {
    href: ventureHref(venture),
    number: venture.number,
    name: venture.name,
    park: stay ? parkName(stay.park, lang) : '—',
    arrived: stay ? day(stay.beganOn, lang) : '—',
    leases: venture._count.tenancies,
    told: reachable(venture)
      .map(({ name }) => name)
      .join(lang === 'zh' ? '、' : ', '),
  };
}

/** Those that it leaves out, each with why. */
export const presentLeftOut = (
  leftOut: { venture: ChosenVenture; reason: Exclude<WhyNot, null> }[],
  { say }: Voice,
) =>
  leftOut.map(({ venture, reason }) => ({
    href: ventureHref(venture),
    name: `${venture.number} ${venture.name}`,
    why: say(`ventures.batch.why.${reason}`),
  }));
