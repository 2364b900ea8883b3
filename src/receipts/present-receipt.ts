import type { Reads } from '../database/database.js';
import { month } from '../language/format.js';
import { isWordKey, type Say, type Voice } from '../language/say.js';
import type { Viewer } from '../people/viewer.js';
import { namesFor } from '../trail/names.js';
import { presentEvent } from '../trail/present.js';
import type { EventRow } from '../trail/queries.js';
import { type Subject, subjectsOf } from '../trail/subjects.js';
import { isChange, sayVerb } from '../trail/verbs.js';
import type { Receipt } from '../web/frame.js';
import { factsOf } from './facts.js';
import { isOfTwo } from './main-acts.js';
import type { Recorded } from './own-events.js';
import { undoOf } from './undo.js';

/** A change of more is said to be more: its page shows all of it. */
const MOST_LINES = 3;

/**
 * What was done, to what, and with which numbers, from the history that it made; and how it is taken back, where it can
 * be. Names of records are read in the viewer's scope.
 */
export async function presentReceipt(
  reads: Reads,
  viewer: Viewer,
  { main, count, others }: Recorded,
  voice: Voice,
): Promise<Receipt> {
  const { say } = voice;
  const subject = (await subjectsOf(reads, viewer, [main], voice.lang))(main);
  const did = sayDone(main.verb, say);
  const also = others.map((other) => sayOther(other, voice)).join(say('receipts.and'));
  const isMany = count > 1 && !isOfTwo(main.verb);
  const parts = isMany
    ? [say('receipts.many', { did, n: count })]
    : [sayOf(did, labelOf(main, subject, voice), say), ...(await factLines(reads, main, voice))];
  return {
    text: parts.join(voice.lang === 'zh' ? '' : ' '),
    also: also === '' ? null : say('receipts.also', { acts: also }),
    undo: isMany ? null : await undoOf(reads, { event: main, subject, viewer }, voice),
  };
}

const sayOf = (did: string, label: string, say: Say): string =>
  label === '' ? say('receipts.done', { did }) : say('receipts.done-to', { did, label });

/** An act as done; where the words of its history make no sentence, in words of its own. */
export function sayDone(verb: string, say: Say): string {
  const own = `receipts.did.${verb}`;
  return isWordKey(own) ? say(own) : say('receipts.did', { act: sayVerb(verb, say) });
}

function sayOther({ verb, count }: { verb: string; count: number }, { say, lang }: Voice): string {
  const act = sayVerb(verb, say);
  // In English it stands inside a sentence.
  const inside = lang === 'zh' ? act : act.charAt(0).toLowerCase() + act.slice(1);
  return count === 1 ? inside : say('receipts.several', { act: inside, n: count });
}

/** What it was done to: a case by its number, a return by its month, all else by its number and name. */
function labelOf({ verb, detail }: EventRow, subject: Subject | null, { lang }: Voice): string {
  const fields = detail as Record<string, unknown>;
  const parts = [
    /^(application|waiver)\./.test(verb) ? fields.number : null,
    subject?.number,
    subject?.name,
    subject === null ? fields.name : null,
    typeof fields.month === 'string' ? month(fields.month, lang) : null,
  ];
  return [...new Set(parts.filter((part) => typeof part === 'string' && part !== ''))].join(' ');
}

async function factLines(reads: Reads, event: EventRow, voice: Voice): Promise<string[]> {
  const { say } = voice;
  const all = Object.entries(event.detail as object);
  const names = factsOf(event.verb);
  const worth = isChange(event.verb)
    ? all.filter(([name]) => name !== 'month')
    : all.filter(([name]) => names.includes(name));
  const said = { ...event, reason: '', detail: Object.fromEntries(worth) };
  const { lines } = presentEvent(said, await namesFor(reads, [said], voice.lang), voice, {
    showsPhones: false,
  });
  if (lines.length === 0) return [];
  const shown = lines.slice(0, MOST_LINES).join(say('history.and'));
  const more = lines.length - MOST_LINES;
  return [
    say('receipts.facts', { facts: more > 0 ? say('receipts.more', { shown, n: more }) : shown }),
  ];
}
