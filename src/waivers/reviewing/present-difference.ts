import type { Reads } from '../../database/database.js';
import { yuan } from '../../language/format.js';
import type { Voice } from '../../language/say.js';
import type { Assessment } from '../../policies/assess.js';
import { askedOf } from '../assess-case.js';
import type { Case } from '../case.js';
import { correctionsIn } from '../difference.js';

/** What would be given beside what was asked for, in a line; none where no fact was corrected. */
export async function differenceRows(
  reads: Reads,
  application: Case,
  assessment: Assessment,
  voice: Voice,
) {
  if (correctionsIn(application).length === 0) return [];
  const asked = await askedOf(reads, application);
  return [differenceRow(asked.assessment, assessment, voice)];
}

/** The same of two assessments. */
export function differenceRow(asked: Assessment, found: Assessment, { say, lang }: Voice) {
  const [was, is] = [asked.schedule.total, found.schedule.total];
  const key = is < was ? 'less' : is > was ? 'more' : 'same';
  const value = say(`waivers.desk.difference.${key}`, {
    asked: yuan(was, lang),
    given: yuan(is, lang),
    yuan: yuan(Math.abs(was - is), lang),
    n: asked.schedule.lines.length,
    months: found.schedule.lines.length,
  });
  return { label: say('waivers.desk.difference'), value };
}
