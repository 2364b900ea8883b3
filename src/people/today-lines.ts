import type { Reads } from '../database/database.js';
import type { Voice } from '../language/say.js';
import type { Viewer } from './viewer.js';

/** For whom the page of the day is, and when. */
export type Today = { reads: Reads; viewer: Viewer; now: Date; voice: Voice };

/** Something to be done, or to know: who or what it is, why it is here, by when, and what does it. */
export type TodayLine = {
  href: string;
  title: string;
  text: string;
  due: { text: string; tone: 'stop' | 'heed' | null } | null;
  isOverdue: boolean;
  /** Of who is to be called, where the viewer sees phones. */
  phone: string | null;
  acts: { label: string; href: string }[];
  /** What is done by a press on the line itself, which leads back to the page. */
  press?: TodayPress | null;
};

/** A form of one button. It takes `back`, where the act leads on. */
export type TodayPress = {
  label: string;
  action: string;
  fields: { name: string; value: string }[];
};

/** Lines of one kind, the most urgent first, and how many there are in all. */
export type TodaySection = {
  id: string;
  title: string;
  total: number;
  lines: TodayLine[];
  /** Where all of them stand; null where that is nowhere else, and the lines are all there are. */
  allHref: string | null;
};

/** What a room has for the page of the day; null where it has nothing for the viewer. */
export type TodaySource = (today: Today) => Promise<TodaySection | null>;

/** How many lines of a kind the page shows at most, where all others are one press away. */
export const linesOfAKind = 6;
