import { area, day, yuan } from '../language/format.js';
import type { Voice } from '../language/say.js';
import type { FounderCategory } from '../people/categories.js';
import { duration } from '../policies/present-kinds.js';
import { categoryName } from '../policies/present-looked.js';
import type { CorrectableFact, FactCorrection, FactValue } from './fact-corrections.js';

/** What a fact that can be corrected is called. */
export function factName(fact: CorrectableFact, voice: Voice): string {
  const { say } = voice;
  if (fact.startsWith('category.')) {
    const category = fact.slice('category.'.length) as FounderCategory;
    return say('waivers.fact.category', { name: categoryName(category, voice) });
  }
  if (fact.startsWith('insured.')) {
    const months = Number(fact.slice('insured.'.length));
    return say('waivers.fact.insured-for', { time: duration(months, say) });
  }
  const name = fact as 'area';
  return say(`waivers.fact.${name}`);
}

/** A value of it in words: the same before and after. */
export function factText(fact: CorrectableFact, value: FactValue, voice: Voice): string {
  const { say, lang } = voice;
  if (fact.startsWith('category.'))
    return heldText(value as { since: string | null } | null, voice);
  if (value === null) return say(fact === 'sum' ? 'waivers.fact.no-most' : 'waivers.fact.no-day');
  switch (fact) {
    case 'area':
      return say('ventures.page.area', { area: area(Number(value), lang) });
    case 'rent':
      return say('waivers.fact.rent-text', { yuan: yuan(Number(value), lang) });
    case 'sum':
      return say('waivers.fact.rent-sum', { yuan: yuan(Number(value), lang) });
    case 'months':
      return duration(Number(value), say);
    case 'graduated':
    case 'registered':
    case 'trading':
      return day(String(value), lang);
    default:
      return say('waivers.fact.jobs-text', { n: Number(value) });
  }
}

function heldText(held: { since: string | null } | null, { say, lang }: Voice): string {
  if (held === null) return say('waivers.fact.not-held');
  if (held.since === null) return say('waivers.fact.is-held');
  return say('waivers.fact.held-since', { day: day(held.since, lang) });
}

/** What was corrected, in a sentence. */
export const correctionText = (
  { fact, was, to }: Pick<FactCorrection, 'fact' | 'was' | 'to'>,
  voice: Voice,
): string =>
  voice.say('waivers.fact.corrected', {
    fact: factName(fact, voice),
    was: factText(fact, was, voice),
    to: factText(fact, to, voice),
  });

/** What it rests on: the paper, the register, or that only a part is granted. */
export const basisText = (
  { basis, paper }: Pick<FactCorrection, 'basis' | 'paper'>,
  { say }: Pick<Voice, 'say'>,
): string => paper?.name ?? say(`waivers.fact.basis.${basis}`);

/** The corrections of a case as rows that stand beside each other: what was asked for, and what was found. */
export const correctionRows = (corrections: FactCorrection[], voice: Voice) =>
  corrections.map(({ fact, was, to }) => ({
    label: factName(fact, voice),
    theirs: factText(fact, was, voice),
    mine: factText(fact, to, voice),
    differs: true,
  }));
