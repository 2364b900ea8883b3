import { peopleWords } from './people/words.js';
import { webWords } from './web/words.js';

/** All that a reader sees, from every room: each key in Chinese and in English. */
export const words = {
  ...peopleWords,
  ...webWords,
};

export type WordKey = keyof typeof words;
