import { defineWords } from '../language/words.js';

export const calendarWords = defineWords({
  'calendar.in-future': ['不能晚于今天', 'It cannot be later than today'],
  'calendar.provisional': ['{day}（暂定）', '{day} (provisional)'],
});
