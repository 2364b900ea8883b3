import { desk, phone } from '../browser.js';

export type Look = {
  who: string;
  language: 'zh' | 'en';
  size: { width: number; height: number };
  /** How many pages of each route are looked at: what stands in the query makes them differ. */
  ofOneRoute: number;
};

/** Each kind of page is seen on a phone and on a desk, in both languages by those who see most of them. A file each. */
export const looks = {
  'visitor-zh': { who: 'visitor', language: 'zh', size: phone, ofOneRoute: 1 },
  'visitor-en': { who: 'visitor', language: 'en', size: desk, ofOneRoute: 1 },
  'bureau-zh': { who: 'bureau', language: 'zh', size: desk, ofOneRoute: 2 },
  'bureau-en': { who: 'bureau', language: 'en', size: phone, ofOneRoute: 1 },
  'manager-zh': { who: 'park1', language: 'zh', size: phone, ofOneRoute: 1 },
  'reviewer-en': { who: 'putuo', language: 'en', size: desk, ofOneRoute: 1 },
  'founder-zh': { who: 'founder1', language: 'zh', size: phone, ofOneRoute: 1 },
  'administrator-zh': { who: 'admin', language: 'zh', size: desk, ofOneRoute: 1 },
  'auditor-zh': { who: 'auditor', language: 'zh', size: desk, ofOneRoute: 1 },
} as const satisfies Record<string, Look>;

export type LookName = keyof typeof looks;
export const lookNames = Object.keys(looks) as LookName[];
