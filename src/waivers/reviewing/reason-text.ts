import type { Voice } from '../../language/say.js';
import { isWordKey } from '../../language/say.js';
import { reasons } from '../reasons.js';

/** A reason code in words; empty where there is none. A code of an earlier version stands as it is. */
export function reasonText(code: string, { say }: Pick<Voice, 'say'>): string {
  const key = `waivers.reason.${code}`;
  return isWordKey(key) ? say(key) : code;
}

/** The reasons of a move as choices. */
export const reasonOptions = (move: keyof typeof reasons, voice: Pick<Voice, 'say'>) =>
  reasons[move].map((value: string) => ({ value, label: reasonText(value, voice) }));
