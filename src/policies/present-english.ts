import type { Voice } from '../language/say.js';
import { rowLabel } from './present-editor-fields.js';
import { inText, listed } from './present-kinds.js';
import type { PolicyRules } from './rules.js';
import { type TextOf, textsWithoutEnglish } from './wording.js';

/** What a draft says of the English that it still lacks, and where it is written; null where it lacks none. */
export function presentEnglish(rules: PolicyRules, address: string, { say }: Voice) {
  const texts = textsWithoutEnglish(rules);
  const [first] = texts;
  if (first === undefined) return null;
  const placeOf = (text: TextOf) =>
    'index' in text
      ? inText(rowLabel(text.part, text.index, say))
      : say(`policies.part.${text.part}`);
  return {
    title: say('policies.draft.no-english', { n: texts.length }),
    text: say('policies.draft.no-english-lead', { places: listed(texts.map(placeOf), say) }),
    href: `${address}/edit#${'index' in first ? `${first.part}.${first.index}.en` : `${first.part}.en`}`,
  };
}
