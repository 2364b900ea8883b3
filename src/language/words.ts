export type Lang = 'zh' | 'en';
/** What a reader sees, in Chinese and in English. */
export type Wording = readonly [zh: string, en: string];

/** The words of all rooms. `src/words.ts`, above them, says to the compiler which there are, and brings them at a start. */
// biome-ignore lint/suspicious/noEmptyInterface: src/words.ts merges the words of the rooms into it
export interface Vocabulary {}
export type WordKey = keyof Vocabulary & string;

const vocabulary = new Map<string, Wording>();

/** A room's words: each key has both languages, or it does not compile. */
export function defineWords<const W extends Record<string, Wording>>(words: W): W {
  return words;
}

/** Brings the words that are said from now on. */
export function useWords(words: Record<string, Wording>): void {
  for (const [key, wording] of Object.entries(words)) vocabulary.set(key, wording);
}

/** What a key says, or null for one that no room has. @throws Error where no words were brought at all */
export function wordingOf(key: string): Wording | null {
  if (vocabulary.size === 0) throw new Error('no words were brought: import src/words.ts first');
  return vocabulary.get(key) ?? null;
}

export const wordKeys = (): string[] => [...vocabulary.keys()];
