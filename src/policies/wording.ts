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

/** A text of a policy: of the policy itself, or of a row of a list. */
export type TextOf =
  | { part: 'name' | 'summary' | 'source' }
  | { part: 'conditions' | 'supplements' | 'proof'; index: number };

/** The texts of a policy that have no English yet, without which it is not put in force. */
export function textsWithoutEnglish(rules: PolicyRules): TextOf[] {
  const own = (['name', 'summary', 'source'] as const).filter((part) => lacksEnglish(rules[part]));
  const rows = {
    conditions: rules.conditions.map(({ text }) => text),
    supplements: rules.supplements.map(({ when }) => when.text),
    proof: rules.proof.map(({ text }) => text),
  };
  return [
    ...own.map((part) => ({ part })),
    ...(['conditions', 'supplements', 'proof'] as const).flatMap((part) =>
      rows[part].flatMap((text, index) => (lacksEnglish(text) ? [{ part, index }] : [])),
    ),
  ];
}
