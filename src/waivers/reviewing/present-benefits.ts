import { yuan } from '../../language/format.js';
import type { Voice } from '../../policies/present-kinds.js';
import { PolicyRules } from '../../policies/rules.js';
import { parkName } from '../../ventures/residency-present.js';
import { stateTag } from '../next-step.js';
import { periodText } from './present-facts.js';
import type { OtherBenefits } from './review-queries.js';

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
    const sum = waiver.months.reduce((fen, month) => fen + month.fen, 0);
    const told = {
      what: policyName(waiver.policyVersion.rules, voice),
      when: periodText(waiver.beganOn, waiver.endedOn ?? waiver.termEndOn, voice),
      amount: say('waivers.fact.rent-sum', { yuan: yuan(sum, lang) }),
    };
    if (!other.seenWaivers.has(waiver.id)) return { ...elsewhere, ...told };
    const { number } = waiver.application;
    return {
      ...told,
      number: waiver.number,
      href: `/waivers/${number}`,
      who: whoText(waiver, voice),
    };
  });
  const cases = other.cases.map((item) => {
    const told = {
      what: policyName(item.policyVersion.rules, voice),
      when: stateTag(item.state, voice).label,
      amount: '',
    };
    if (!other.seenCases.has(item.id)) return { ...elsewhere, ...told };
    return {
      ...told,
      number: item.number,
      href: `/waivers/${item.number}`,
      who: whoText(item, voice),
    };
  });
  return [...cases, ...waivers];
}

const policyName = (rules: unknown, { lang }: Voice): string => PolicyRules.parse(rules).name[lang];

type Whose = Pick<OtherBenefits['waivers'][number], 'venture' | 'person' | 'park'>;
const whoText = ({ venture, person, park }: Whose, { lang }: Voice): string =>
  [venture.name, person.name, parkName(park, lang)].join(' · ');
