import { lastDayOf } from '../calendar/last-day.js';
import { day, month, yuan } from '../language/format.js';
import type { Voice } from '../language/say.js';
import type { LossAhead } from './losses-ahead.js';
import { categoryName } from './present-looked.js';

/** What will be lost and when, in a sentence. */
export function lossAheadText(loss: LossAhead, voice: Voice): string {
  const { say, lang } = voice;
  if (loss.kind === 'falls')
    return say('policies.loss.falls', {
      month: month(loss.month, lang),
      before: yuan(loss.before, lang),
      after: yuan(loss.after, lang),
    });
  const last = day(lastDayOf(loss.on), lang);
  if (loss.kind === 'ends') return say(`policies.loss.ends-${loss.why}`, { day: last });
  const name = categoryName(loss.category, voice);
  return say('policies.loss.category', { name, day: last });
}
