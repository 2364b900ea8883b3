import { time } from '../language/format.js';
import type { Voice } from '../policies/present-kinds.js';
import type { SeenApplication } from './find-case.js';
import { type MoveName, moves } from './states.js';

type Event = { what: string; when: string; text?: string };

/** What happened to a case, the newest first, as its founder reads it: no word that only reviewers do. */
export function timelineOf(one: SeenApplication, { say }: Pick<Voice, 'say'>): Event[] {
  const begun = say(one.begunById === null ? 'waivers.case.begun' : 'waivers.case.begun-park');
  const steps = one.steps.flatMap(({ move, at, reason, note }): Event[] => {
    if (!Object.hasOwn(moves, move)) return [];
    const text = [reasonText(reason, say), note].filter((part) => part !== '').join('\n');
    const what = say(`waivers.step.${move as MoveName}`);
    return [{ what, when: time(at), ...(text === '' ? {} : { text }) }];
  });
  return [...steps.reverse(), { what: begun, when: time(one.begunAt) }];
}

/** The reason of a decision; that it is as assessed goes without saying. */
function reasonText(reason: string, say: Voice['say']): string {
  if (reason === '' || reason === 'as-assessed') return '';
  return say('waivers.case.why', { reason: sayReason(reason, say) });
}

type ReasonKey = Parameters<Voice['say']>[0] & `waivers.reason.${string}`;
export const sayReason = (reason: string, say: Voice['say']): string =>
  say(`waivers.reason.${reason}` as ReasonKey);
