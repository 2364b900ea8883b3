import { isWordKey, type Say } from '../language/say.js';
import { words } from '../words.js';

/**
 * Every act that history tells of, as noun.act. A room that records events says them in its own words:
 * `history.<noun>.<act>` the act, `history.kind.<noun>` what it was done to. A test holds both complete.
 */
export const verbs: readonly string[] = Object.keys(words).flatMap((key) => {
  const verb = /^history\.([a-z-]+\.[a-z-]+)$/.exec(key)?.[1] ?? '';
  return isWordKey(`history.kind.${kindOf(verb)}`) ? [verb] : [];
});

/** What an act was done to; taking records out of the system is a kind of its own. */
export function kindOf(verb: string): string {
  const [noun = '', act] = verb.split('.');
  return act === 'exported' ? 'export' : noun;
}

export const kinds: readonly string[] = [...new Set(verbs.map(kindOf))];

export const verbsOfKind = (kind: string): string[] =>
  verbs.filter((verb) => kindOf(verb) === kind);

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
