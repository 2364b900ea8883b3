import { today } from '../../calendar/days.js';
import { isProvisional } from '../../calendar/working-days.js';
import type { Actor } from '../../history/actor.js';
import type { Case } from '../case.js';
import { dueDays } from '../clock.js';
import type { NewLetter } from './make-letter.js';

/** The notice that asks for a further paper: what it is, why it is needed, and until when. */
export function paperLetter(
  { rules, calendar, steps }: Pick<Case, 'rules' | 'calendar' | 'steps'>,
  by: Pick<Actor, 'at'>,
  { paper, note }: { paper: string; note: string },
): NewLetter {
  const clock = { calendar, steps, on: today(by.at) };
  const { dueOn } = dueDays('supplement', rules.limits, clock);
  return {
    kind: 'supplement',
    items: [{ zh: paper.trim(), en: paper.trim() }],
    note: note.trim(),
    dueOn,
    isProvisional: dueOn !== null && isProvisional(calendar, dueOn),
  };
}
