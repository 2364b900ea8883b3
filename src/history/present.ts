import { time } from '../language/format.js';
import { fieldOf, type Names, type Voice } from './fields.js';
import type { EventRow } from './queries.js';
import { isChange, wordOfVerb } from './verbs.js';

/** Fields that say how somebody can be reached, or what is not shown to everybody who sees the history. */
const reserved = new Set(['phone']);

export type ShownEvent = {
  what: string;
  when: string;
  who: string;
  href: string | null;
  /** What changed or what it was about, a line each. */
  lines: string[];
};

/** Who did what and when, with what changed. A blank value of a new record is not worth a line. */
export function presentEvent(
  event: EventRow,
  names: Names,
  voice: Voice,
  { showsPhones, href = null }: { showsPhones: boolean; href?: string | null },
): ShownEvent {
  const { say } = voice;
  const told = Object.entries(event.detail as Record<string, unknown>)
    .filter(([name]) => showsPhones || !reserved.has(name))
    .flatMap(([name, value]) => lineOf(event.verb, name, value, names, voice));
  // Changes stand one below the other; what a new record says, in one line.
  const lines = isChange(event.verb) || told.length === 0 ? told : [told.join(say('history.and'))];
  return {
    what: say(wordOfVerb(event.verb)),
    when: time(event.at),
    who: event.actorId === null ? say('history.system') : (names.accounts.get(event.actorId) ?? ''),
    href,
    lines: event.reason === '' ? lines : [...lines, say('history.reason', { text: event.reason })],
  };
}

function lineOf(verb: string, name: string, value: unknown, names: Names, voice: Voice): string[] {
  const { label, show } = fieldOf(name);
  const { say } = voice;
  const said = (one: unknown) =>
    one === null || one === '' ? say('history.blank') : show(one, voice, names);
  if (isChange(verb) && Array.isArray(value)) {
    const [before, after] = value;
    if (before === after) return [];
    return [say('history.change', { label: say(label), before: said(before), after: said(after) })];
  }
  const isBlank = value === null || value === '' || (Array.isArray(value) && value.length === 0);
  return isBlank ? [] : [say('history.value', { label: say(label), value: said(value) })];
}
