import type { Voice } from '../../src/language/say.js';
import { makeSay } from '../../src/language/say.js';

export const zh: Voice = { say: makeSay('zh'), lang: 'zh' };
export const en: Voice = { say: makeSay('en'), lang: 'en' };

/** What is told, in Chinese and in English. */
export const inBoth = (tell: (voice: Voice) => string): string[] => [tell(zh), tell(en)];
