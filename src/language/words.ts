export type Lang = 'zh' | 'en';
/** What a reader sees, in Chinese and in English. */
export type Wording = readonly [zh: string, en: string];

/** A room's words: each key has both languages, or it does not compile. */
export function defineWords<const W extends Record<string, Wording>>(words: W): W {
  return words;
}
