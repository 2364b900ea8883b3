import { acts } from '../history/acts.js';
import { isWordKey, type Say } from '../language/say.js';

/** What an act was done to; taking records out of the system is a kind of its own. */
export function kindOf(verb: string): string {
  const [noun = '', act] = verb.split('.');
  return act === 'exported' ? 'export' : noun;
}

export const kinds: readonly string[] = [...new Set(acts.map(kindOf))];

export const verbsOfKind = (kind: string): string[] => acts.filter((verb) => kindOf(verb) === kind);

/** An act in words; one of a newer or older version of the system, that has none, by its name. */
export function sayVerb(verb: string, say: Say): string {
  const key = `history.${verb}`;
  return isWordKey(key) ? say(key) : verb;
}

export function sayKind(kind: string, say: Say): string {
  const key = `history.kind.${kind}`;
  return isWordKey(key) ? say(key) : kind;
}

/** Whether the details of an event are [before, after] pairs. */
export const isChange = (verb: string): boolean =>
  /\.(edited|corrected|changed|redated)$/.test(verb);
