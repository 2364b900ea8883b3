import { presentPhone } from '../input/present-phone.js';
import type { Voice } from '../language/say.js';
import { linesOfAKind, type TodayLine, type TodaySection } from '../people/today-lines.js';

/** What is read, and asks for nothing to be done. */
const toKnow = ['messages', 'news'];

/** The page: what is overdue first, of whatever kind; then what waits, kind by kind; beside it what there is to know. */
export function presentToday(sections: readonly TodaySection[], voice: Voice) {
  const { say } = voice;
  const overdue = linesInTurn(
    'overdue',
    sections.flatMap(({ title, lines }) =>
      lines.filter((line) => line.isOverdue).map((line) => shownLine(line, title)),
    ),
  );
  // Where more of a kind are overdue than are shown, how many there are is said by its own list.
  const isWhole = sections.every(
    ({ total, lines }) => total === lines.length || lines.at(-1)?.isOverdue !== true,
  );
  const shown = sections.map((section) => presentSection(section, voice));
  const withLines = shown.filter(({ lines, rest }) => lines.length > 0 || rest !== null);
  const isToKnow = ({ id }: { id: string }) => toKnow.includes(id);
  const todo = withLines.filter((section) => !isToKnow(section));
  return {
    overdue:
      overdue.length > 0
        ? { title: say('today.overdue'), n: isWhole ? overdue.length : null, lines: overdue }
        : null,
    todo,
    known: withLines.filter(isToKnow),
    isDone: overdue.length === 0 && todo.length === 0,
  };
}

/** A kind without its overdue lines, which stand above all. */
function presentSection({ id, title, total, lines, allHref }: TodaySection, { say }: Voice) {
  // What stands nowhere else is shown whole.
  const most = allHref === null ? lines.length : linesOfAKind;
  const others = lines.filter(({ isOverdue }) => !isOverdue).slice(0, most);
  const above = lines.filter(({ isOverdue }) => isOverdue).length;
  const isMore = total > others.length + above;
  return {
    id,
    title,
    total,
    lines: linesInTurn(
      id,
      others.map((line) => shownLine(line, null)),
    ),
    rest:
      isMore && allHref !== null ? { href: allHref, label: say('today.all', { n: total }) } : null,
  };
}

/** @param kind of the line, where lines of several stand together */
function shownLine({ phone, isOverdue: _, press = null, ...line }: TodayLine, kind: string | null) {
  const phoneHref = phone && (presentPhone(phone)?.href ?? null);
  return { ...line, press, kind, phone, phoneHref };
}

/**
 * Lines one below the other, each with its place on the page: a press on one leads back to the one that followed it, or
 * to the one before where it was the last.
 */
function linesInTurn(section: string, lines: ReturnType<typeof shownLine>[]) {
  const places = lines.map(({ href }) => `${section}-${href.replace(/[^\p{L}\p{N}]+/gu, '-')}`);
  // Several lines of a kind may lead to one page: then it is the first of them that is led back to.
  const own = places.map((place, i) => (places.indexOf(place) === i ? place : null));
  return lines.map((line, i) => {
    const next = places[i + 1] ?? places[i - 1];
    return { ...line, place: own[i] ?? null, back: next ? `/today#${next}` : '/today' };
  });
}
