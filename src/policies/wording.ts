import type { PolicyRules } from './rules.js';

type Wording = PolicyRules['name'];

/** A text of a draft whose English may not be written yet: the Chinese stands in its place meanwhile. */
export const wording = (zh: string, en: string): Wording => ({
  zh,
  en: en.trim() === '' ? zh : en,
});

/** Whether the Chinese stands in place of the English. */
export const lacksEnglish = ({ zh, en }: Wording): boolean =>
  en === zh && /\p{Script=Han}/u.test(zh);

/** The English as it is typed: nothing where there is none yet. */
export const typedEnglish = (text: Wording): string => (lacksEnglish(text) ? '' : text.en);

/** How many texts of a policy have no English yet, without which it is not put in force. */
export const textsWithoutEnglish = (rules: PolicyRules): number =>
  [
    ...[rules.name, rules.summary, rules.source],
    ...rules.conditions.map(({ text }) => text),
    ...rules.supplements.map(({ when }) => when.text),
    ...rules.proof.map(({ text }) => text),
  ].filter(lacksEnglish).length;
