import { today } from '../../calendar/days.js';
import { addWorkingDays, isProvisional } from '../../calendar/working-days.js';
import type { Actor } from '../../history/actor.js';
import { makeSay } from '../../language/say.js';
import type { Case } from '../case.js';
import type { OpenFields } from '../open-fields.js';
import type { NewLetter } from './make-letter.js';

/** The notice of correction (补正通知书) of a case: everything that is named, and until when. */
export function correctionLetter(
  { rules, calendar }: Pick<Case, 'rules' | 'calendar'>,
  by: Pick<Actor, 'at'>,
  { fields, proof, note }: OpenFields & { note: string },
): NewLetter {
  const [zh, en] = [makeSay('zh'), makeSay('en')];
  const questions = fields.map((name) => ({
    zh: zh(`waivers.question.${name}`),
    en: en(`waivers.question.${name}`),
  }));
  const items = rules.proof.filter(({ id }) => proof.includes(id)).map(({ text }) => text);
  const dueOn = addWorkingDays(calendar, today(by.at), rules.limits.correct);
  return {
    kind: 'correction',
    items: [...questions, ...items],
    note: note.trim(),
    dueOn,
    isProvisional: isProvisional(calendar, dueOn),
  };
}
