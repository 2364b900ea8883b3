import { area, yuan } from '../language/format.js';
import type { Say, Voice } from '../language/say.js';
import type { Lang } from '../language/words.js';
import type { FounderCategory } from '../people/categories.js';
import { regions } from '../standards/regions.js';
import type { Amount, CategoryTest } from './rules.js';

/** Months as people say them: 24 is two years, 18 is 18 months. */
export function duration(months: number, say: Say): string {
  const isYears = months > 0 && months % 12 === 0;
  const n = isYears ? months / 12 : months;
  if (isYears) return say('policies.years', { n });
  return say('policies.months', { n });
}

/** Yuan without decimals that are nothing: 8, 0.53. */
export const plainYuan = (fen: number, { lang }: Voice): string =>
  yuan(fen, lang).replace(/\.00$/, '');

export const listed = (items: string[], say: Say): string => items.join(say('policies.and'));
export const alternatives = (items: string[], say: Say): string => items.join(say('policies.or'));

/** A label inside a sentence: English begins it small. */
export const inText = (label: string): string => label.charAt(0).toLowerCase() + label.slice(1);

/** A category by itself. A policy counts graduates by their graduation, so that it asks for no years. */
export const categoryLabel = (category: FounderCategory, say: Say): string =>
  say(category === 'graduate' ? 'policies.graduate' : `ventures.category.${category}`);

/** A category with the months that the policy asks for. */
export function categoryText(
  { category, afterMonths, withinMonths }: CategoryTest,
  { say }: Voice,
): string {
  const isGraduate = category === 'graduate';
  if (isGraduate && afterMonths === 0 && withinMonths !== null)
    return say('policies.graduate-within', { time: duration(withinMonths, say) });
  const name = inText(categoryLabel(category, say));
  const bounds = [
    ...(afterMonths > 0 ? [say('policies.after', { time: duration(afterMonths, say) })] : []),
    ...(withinMonths !== null
      ? [say('policies.within', { time: duration(withinMonths, say) })]
      : []),
  ];
  if (bounds.length === 0) return name;
  return say('policies.category-bounds', { name, bounds: listed(bounds, say) });
}

/** A rate: the whole rent, half the rent, 8 yuan for each m² a month. */
export function amountText(amount: Amount, voice: Voice): string {
  const { say } = voice;
  switch (amount.kind) {
    case 'share':
      return amount.basisPoints === 10_000
        ? say('policies.amount.whole')
        : say('policies.amount.share', { percent: String(amount.basisPoints / 100) });
    case 'area':
      return say(`policies.amount.area-${amount.per}`, { yuan: plainYuan(amount.fen, voice) });
    case 'fixed':
      return say('policies.amount.fixed', { yuan: plainYuan(amount.fen, voice) });
    case 'sum':
      return say(`policies.amount.sum-${amount.per}`, { yuan: plainYuan(amount.fen, voice) });
    case 'jobs':
      return jobsText(amount, voice);
  }
}

/** By jobs: from how many on, how much, and how much more for each further one, up to what. */
function jobsText(amount: Extract<Amount, { kind: 'jobs' }>, voice: Voice): string {
  const { say } = voice;
  const { per, from, base, step, most, insuredMonths } = amount;
  const parts = [
    say(`policies.amount.jobs-${per}`, { n: from, yuan: plainYuan(base, voice) }),
    ...(step === 0 ? [] : [say('policies.amount.jobs-step', { yuan: plainYuan(step, voice) })]),
    ...(most === null
      ? []
      : [say(`policies.amount.jobs-most-${per}`, { yuan: plainYuan(most, voice) })]),
    ...(insuredMonths === 0
      ? []
      : [say('policies.amount.jobs-insured', { time: duration(insuredMonths, say) })]),
  ];
  return parts.join(say('policies.reason.join'));
}

/** A region by its code. @throws Error for one that the standard does not have */
export function regionName(code: string, lang: Lang): string {
  const region = regions.find((item) => item.code === code);
  if (!region) throw new Error(`no region ${code}`);
  return lang === 'zh' ? region.nameZh : region.nameEn;
}

export const areaText = (hundredths: number, { say, lang }: Voice): string =>
  say('policies.area', { area: area(hundredths, lang) });
