import { number, time, yuan } from '../language/format.js';
import type { Say, Voice } from '../language/say.js';
import type { Audit, ParkParity } from './audit.js';
import type { LeaseParity } from './leases-without-case.js';
import { LEAST_CASES, SLOWER, UNLIKELY } from './outliers.js';

export type ParkName = { number: string; name: string };

const caseHref = (caseNumber: string): string => `/waivers/${caseNumber}`;

/** What an audit found, in words; the parks by their ids. */
export function presentAudit(
  { at, result }: { at: Date; result: Audit },
  parks: Map<number, ParkName>,
  voice: Voice,
) {
  const { say, lang } = voice;
  const nameOf = (parkId: number) => {
    const park = parks.get(parkId);
    if (!park) throw new Error(`there is no park ${parkId}`);
    return `${park.number} ${park.name}`;
  };
  const { cases, replays, differing } = result;
  return {
    ran: say('parity.ran', { at: time(at, lang) }),
    summary: say('parity.summary', { cases, replays, differing: differing.length }),
    differing: differing.map((differingCase) => ({
      number: differingCase.number,
      href: caseHref(differingCase.number),
      park: nameOf(differingCase.parkId),
      decision: say(`parity.decision.${differingCase.decision}`),
      total: differingCase.decision === 'grant' ? yuan(differingCase.total, lang) : '—',
      what: differingCase.differences
        .map((difference) => differenceText(difference, say))
        .join(lang === 'zh' ? '、' : ', '),
    })),
    parks: result.parks.map((park) => presentPark(park, result, nameOf, voice)),
    leases: (result.leases ?? []).map((park) => presentLeases(park, nameOf, voice)),
    outliers: result.outliers.map(({ parkId, what }) =>
      outlierText(result, parkId, what, nameOf, voice),
    ),
  };
}

function differenceText(
  { what, park }: Audit['differing'][number]['differences'][number],
  say: Say,
): string {
  const label = say(`parity.what.${what}`);
  return park === null ? label : say('parity.what.elsewhere', { what: label, park });
}

function presentPark(
  park: ParkParity,
  { outliers }: Audit,
  nameOf: (parkId: number) => string,
  { lang }: Voice,
) {
  const stands = (what: string) =>
    outliers.some((outlier) => outlier.parkId === park.parkId && outlier.what === what);
  return {
    name: nameOf(park.parkId),
    cases: number(park.cases, lang),
    refused: { text: number(park.refused, lang), standsOut: stands('refusals') },
    corrected: { text: number(park.corrected, lang), standsOut: stands('corrections') },
    days: {
      text: park.medianDays === null ? '—' : number(park.medianDays, lang),
      standsOut: stands('days'),
    },
  };
}

/** Who pays no rent in a park without a case, by what their leases rest on. */
function presentLeases(park: LeaseParity, nameOf: (parkId: number) => string, { lang }: Voice) {
  return {
    name: nameOf(park.parkId),
    ventures: number(park.ventures, lang),
    policy: number(park.policy, lang),
    agreement: number(park.agreement, lang),
    market: number(park.market, lang),
    unstated: number(park.unstated, lang),
    unmet: park.unmet.map((venture) => ({ number: venture, href: `/ventures/${venture}` })),
  };
}

/** A park that stands out, with the cases behind it. */
function outlierText(
  { parks }: Audit,
  parkId: number,
  what: Audit['outliers'][number]['what'],
  nameOf: (parkId: number) => string,
  { say, lang }: Voice,
) {
  const park = parks.find((parkParity) => parkParity.parkId === parkId);
  if (!park) throw new Error(`there is no park ${parkId}`);
  const { cases, refused, corrected, medianDays } = park;
  const hits = what === 'refusals' ? refused : corrected;
  const days = number(medianDays ?? 0, lang);
  const behind = {
    days: park.longest.map((row) => row.number),
    refusals: park.refusals,
    corrections: park.corrections,
  }[what];
  return {
    text: say(`parity.outlier.${what}`, { park: nameOf(parkId), cases, hits, days }),
    cases: behind.map((caseNumber) => ({ number: caseNumber, href: caseHref(caseNumber) })),
  };
}

export const howText = ({ say }: Voice): string =>
  say('parity.how', {
    least: LEAST_CASES,
    times: String(SLOWER.times),
    days: SLOWER.days,
    percent: String(UNLIKELY * 100),
  });
