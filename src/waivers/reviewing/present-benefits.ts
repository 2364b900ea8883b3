import { yuan } from '../../language/format.js';
import type { Voice } from '../../language/say.js';
import { parkName } from '../../ventures/residency-present.js';
import { stateTag } from '../next-step.js';
import type { OtherBenefits, OtherWaiver } from './other-benefits.js';
import { periodText } from './present-facts.js';

export type BenefitRow = {
  number: string;
  href: string | null;
  what: string;
  who: string;
  when: string;
  amount: string;
};

/**
 * What the venture and the person hold or have asked for beside a case. Of what lies outside the viewer's sight it is
 * told that there is something, under which policy and for when, and who decides on it; not whose it is.
 */
export function benefitRows(other: OtherBenefits, voice: Voice): BenefitRow[] {
  const { say, lang } = voice;
  const elsewhere = { number: '', href: null, who: say('waivers.review.benefits.elsewhere') };
  const waivers = other.waivers.map((waiver) => {
    const shown = {
      what: waiver.rules.name[lang],
      when: periodText(waiver.beganOn, waiver.endedOn ?? waiver.termEndOn, voice),
      amount: say('waivers.fact.rent-sum', { yuan: yuan(waiver.fen, lang) }),
    };
    if (!waiver.isSeen) return { ...elsewhere, ...shown };
    const href = `/waivers/${waiver.applicationNumber}`;
    return { ...shown, number: waiver.number, href, who: whoText(waiver, voice) };
  });
  const cases = other.cases.map((application) => {
    const shown = {
      what: application.rules.name[lang],
      when: stateTag(application.state, voice).label,
      amount: '',
    };
    if (!application.isSeen) return { ...elsewhere, ...shown };
    const { number } = application;
    return { ...shown, number, href: `/waivers/${number}`, who: whoText(application, voice) };
  });
  return [...cases, ...waivers];
}

type Whose = Pick<OtherWaiver, 'venture' | 'person' | 'park'>;
const whoText = ({ venture, person, park }: Whose, { lang }: Voice): string =>
  [venture, person, parkName(park, lang)].join(' · ');
