import { time } from '../../language/format.js';
import type { Voice } from '../../language/say.js';
import { isWordKey } from '../../language/say.js';
import { FactCorrection } from '../fact-corrections.js';
import type { CaseFile } from '../find-case.js';
import { correctionText } from '../present-fact-corrections.js';

type Event = { what: string; when: string; text?: string };

/** What happened to a case, the newest first, as its founder reads it: nothing that only reviewers do. */
export function timelineOf(application: CaseFile, { say, lang }: Voice): Event[] {
  const begun = say(
    application.begunById === null ? 'waivers.case.begun' : 'waivers.case.begun-park',
  );
  const steps = application.steps.flatMap(({ move, at, reason, note, outcome }): Event[] => {
    const key = `waivers.step.${move}`;
    if (!isWordKey(key)) return [];
    const corrected =
      move === 'fact-corrected' ? correctionText(FactCorrection.parse(outcome), { say, lang }) : '';
    const text = [corrected, reasonText(reason, say), note]
      .filter((part) => part !== '')
      .join('\n');
    return [{ what: say(key), when: time(at, lang), ...(text === '' ? {} : { text }) }];
  });
  return [...steps.reverse(), { what: begun, when: time(application.begunAt, lang) }];
}

/** Why a decision was made, or a waiver ended; that it is as assessed goes without saying. */
function reasonText(reason: string, say: Voice['say']): string {
  if (reason === '' || reason === 'as-assessed') return '';
  const key = [`waivers.reason.${reason}`, `waivers.end-reason.${reason}`].find(isWordKey);
  return key === undefined ? '' : say('waivers.case.why', { reason: say(key) });
}
