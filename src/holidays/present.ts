import {
  addDays,
  addMonths,
  type Day,
  daysBetween,
  endOfMonth,
  type Month,
  monthOf,
} from '../calendar/days.js';
import { isWeekend } from '../calendar/working-days.js';
import { day, month, time } from '../language/format.js';
import type { Voice } from '../language/say.js';
import type { Viewer } from '../people/viewer.js';
import type { RedatedCase } from '../waivers/redate-cases.js';
import { changedDays } from '../waivers/redated-messages.js';
import { canEnterNotices } from './permissions.js';
import type { StoredNotice } from './queries.js';

type Row = { label: string; value: string; href?: string };

/** How many cases that would move are listed. */
export const casesListed = 200;

export function stateOf(notice: StoredNotice, all: StoredNotice[]) {
  if (notice.discardedAt !== null) return 'discarded';
  if (notice.confirmedAt === null) return 'waiting';
  const isReplaced = all.some(
    ({ year, edition, confirmedAt }) =>
      year === notice.year && edition > notice.edition && confirmedAt !== null,
  );
  return isReplaced ? 'replaced' : 'current';
}

const daysOf = ({ days }: StoredNotice, kind: string): number =>
  days.filter((row) => row.kind === kind).length;

const sourceText = ({ documentNumber, link, enteredById }: StoredNotice, { say }: Voice): string =>
  enteredById === null ? say('holidays.source-system') : documentNumber || link;

/** A notice as a line of the list. */
export function listRow(notice: StoredNotice, all: StoredNotice[], viewer: Viewer, voice: Voice) {
  const { say } = voice;
  const state = stateOf(notice, all);
  const tones = { waiting: 'heed', current: 'sea', replaced: null, discarded: null } as const;
  return {
    href: `/holidays/${notice.id}`,
    name: say('holidays.notice', { year: String(notice.year), n: notice.edition }),
    state: { label: say(`holidays.state.${state}`), tone: tones[state] },
    act:
      state === 'waiting' && canEnterNotices(viewer) && viewer.accountId !== notice.enteredById
        ? say('holidays.today.look')
        : null,
    off: say('holidays.days-off', { n: daysOf(notice, 'off') }),
    worked: say('holidays.days-worked', { n: daysOf(notice, 'worked') }),
    source: sourceText(notice, voice),
  };
}

/** Where a notice comes from, and who entered and confirmed it when. */
export function topRows(notice: StoredNotice, all: StoredNotice[], voice: Voice): Row[] {
  const { say, lang } = voice;
  const act = (key: 'entered' | 'confirmed' | 'discarded', who: string, at: Date): Row => ({
    label: say(`holidays.${key}`),
    value: say('holidays.who-when', { who, when: time(at, lang) }),
  });
  const { issuedOn, link, enteredBy, confirmedBy, discardedBy } = notice;
  return [
    { label: say('holidays.state'), value: say(`holidays.state.${stateOf(notice, all)}`) },
    { label: say('holidays.source'), value: sourceText(notice, voice) },
    ...(link ? [{ label: say('holidays.link'), value: link, href: link }] : []),
    ...(issuedOn ? [{ label: say('holidays.issued'), value: day(issuedOn, lang) }] : []),
    ...(enteredBy ? [act('entered', enteredBy.name, notice.enteredAt)] : []),
    ...(confirmedBy ? [act('confirmed', confirmedBy.name, notice.confirmedAt as Date)] : []),
    ...(discardedBy ? [act('discarded', discardedBy.name, notice.discardedAt as Date)] : []),
  ];
}

/** The year month by month, with the neighbouring months that the notice speaks of; each week has seven cells. */
export function monthTables({ year, days }: StoredNotice, { say, lang }: Voice) {
  const kinds = new Map(days.map((row) => [row.day, row.kind]));
  const own = Array.from({ length: 12 }, (_, i) => addMonths(`${year}-01`, i));
  const beside = days.map((row) => monthOf(row.day)).filter((text) => !own.includes(text));
  const months = [...new Set([...own, ...beside])].sort();
  const cellOf = (on: Day): Cell => {
    const kind = kinds.get(on);
    const mark = kind === 'off' ? say('holidays.off') : kind === 'worked' ? say('holidays.on') : '';
    return {
      n: String(Number(on.slice(8))),
      mark,
      isFree: isWeekend(on) ? kind !== 'worked' : kind === 'off',
    };
  };
  return months.map((of) => ({ name: month(of, lang), weeks: weeksOf(of, cellOf) }));
}

type Cell = { n: string; mark: string; isFree: boolean };
const blank: Cell = { n: '', mark: '', isFree: false };

function weeksOf(of: Month, cellOf: (on: Day) => Cell): Cell[][] {
  const first = `${of}-01`;
  const before = ((daysBetween('2024-01-01', first) % 7) + 7) % 7; // 2024-01-01 was a Monday
  const length = Number(endOfMonth(of).slice(8));
  const cells: Cell[] = Array.from({ length: before }, () => blank);
  for (let i = 0; i < length; i += 1) cells.push(cellOf(addDays(first, i)));
  while (cells.length % 7 > 0) cells.push(blank);
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}

/** The days that would move, a line for each. */
export const movedRows = (cases: RedatedCase[], { say, lang }: Voice) =>
  cases.slice(0, casesListed).flatMap((changed) =>
    changedDays(changed).map(({ key, before, after }) => ({
      number: changed.application.number,
      href: `/waivers/${changed.application.number}`,
      which: say(`holidays.day.${key}`),
      before: before === null ? '—' : day(before, lang),
      after: after === null ? '—' : day(after, lang),
    })),
  );
