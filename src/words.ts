import { residencyWords } from './ventures/residency-words.js';
import { ventureWords } from './ventures/words.js';
import { returnWords } from './returns/words.js';
import { parkWords } from './parks/words.js';
import { historyWords } from './history/words.js';
import { calendarWords } from './calendar/words.js';
import { peopleWords } from './people/words.js';
import { componentWords } from './web/component-words.js';
import { webWords } from './web/words.js';

/** All that a reader sees, from every room: each key in Chinese and in English. */
export const words = {
  ...componentWords,
  ...peopleWords,
  ...calendarWords,
  ...historyWords,
  ...parkWords,
  ...returnWords,
  ...residencyWords,
  ...ventureWords,
  ...webWords,
};

export type WordKey = keyof typeof words;
