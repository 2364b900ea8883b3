import { time } from '../language/format.js';
import type { Voice } from '../language/say.js';
import { fieldOf } from './fields.js';
import type { Names } from './names.js';
import type { EventRow } from './queries.js';
import { saying } from './values.js';
import { isChange, kindOf, sayVerb } from './verbs.js';

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
  const fields = Object.entries(detailOf(event))
    .filter(([name]) => showsPhones || !reserved.has(name))
    .flatMap(([name, value]) => lineOf(event.verb, name, value, names, voice));
  // Changes stand one below the other; what a new record says, in one line.
  const lines =
    isChange(event.verb) || fields.length === 0 ? fields : [fields.join(say('history.and'))];
  return {
    what: sayVerb(event.verb, say),
    when: time(event.at, voice.lang),
    who: event.actorId === null ? say('history.system') : (names.accounts.get(event.actorId) ?? ''),
    href,
    lines: event.reason === '' ? lines : [...lines, say('history.reason', { text: event.reason })],
  };
}

/** An account's change tells all of its settings before and after: here as pairs, as every other change. */
function detailOf({ detail }: EventRow): Record<string, unknown> {
  const { before, after, ...rest } = detail as Record<string, unknown>;
  if (!isSettings(before) || !isSettings(after)) return detail as Record<string, unknown>;
  const pairs = Object.entries(after).map(([name, value]) => [name, [before[name], value]]);
  return { ...rest, ...Object.fromEntries(pairs) };
}

const isSettings = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

function lineOf(verb: string, name: string, value: unknown, names: Names, voice: Voice): string[] {
  const { label, show } = fieldOf(kindOf(verb), name);
  const { say } = voice;
  const said = (row: unknown) => (isBlank(row) ? say('history.blank') : show(row, voice, names));
  if (isChange(verb) && Array.isArray(value) && value.length === 2) {
    const [before = '', after = ''] = value.map(said);
    if (before === after) return [];
    return [say('history.change', { label: saying(label, voice), before, after })];
  }
  if (isBlank(value)) return [];
  const shown = said(value);
  return shown === '' ? [] : [say('history.value', { label: saying(label, voice), value: shown })];
}

const isBlank = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && !value.length);
