import { today as dayOf } from '../calendar/days.js';
import type { Reads } from '../database/database.js';
import { rowsOf as idRowsOf } from '../database/direct-sql.js';
import { sql } from '../database/sql.js';
import { time } from '../language/format.js';
import { lastHere } from '../people/last-sign-in.js';
import { linesOfAKind, type TodaySource } from '../people/today-lines.js';
import type { Viewer } from '../people/viewer.js';
import { countEvents, idsStatement } from './event-list.js';
import { HistoryFilter, historyAddress } from './filter.js';
import { namesFor } from './names.js';
import { canReadHistory } from './permissions.js';
import { presentRow } from './present-list.js';
import type { EventRow } from './queries.js';
import { type Selection, selectionOf } from './selection.js';
import { subjectsOf } from './subjects.js';

/** Nobody reads up on more than this many days. */
const mostDays = 14;

/** What others have done since the viewer was last here, the newest first. */
export const newsToday: TodaySource = async ({ reads, viewer, now, voice }) => {
  if (!canReadHistory(viewer)) return null;
  const before = await lastHere(reads, viewer);
  const earliest = new Date(now.getTime() - mostDays * 86_400_000);
  const since = before !== null && before > earliest ? before : earliest;
  const selection = await othersSince(reads, viewer, since);
  const events = await newestOf(reads, selection);
  const names = await namesFor(reads, events, voice.lang);
  const subjectOf = await subjectsOf(reads, viewer, events, voice.lang);
  return {
    id: 'news',
    title: voice.say('history.today', { time: time(since, voice.lang) }),
    total: events.length < linesOfAKind ? events.length : await countEvents(reads, selection),
    lines: events.map((event) => {
      const { what, when, who, of, href } = presentRow(
        event,
        subjectOf(event),
        names,
        voice,
        false,
      );
      return {
        href: of?.href ?? href ?? '/history',
        title: of?.name
          ? voice.say('components.chosen-text', { label: what, value: of.name })
          : what,
        text: [who, when].join(' · '),
        due: null,
        isOverdue: false,
        phone: null,
        acts: [],
      };
    }),
    allHref: historyAddress('/history', { from: dayOf(since) }),
  };
};

async function othersSince(reads: Reads, viewer: Viewer, since: Date): Promise<Selection> {
  const { conditions, scope } = await selectionOf(reads, viewer, HistoryFilter.parse({}));
  return {
    conditions,
    period: sql`"at" > ${since}`,
    scope: sql`${scope} AND COALESCE("actorId", 0) <> ${viewer.accountId}`,
  };
}

async function newestOf(reads: Reads, selection: Selection): Promise<EventRow[]> {
  const statement = idsStatement(selection, { from: null, backwards: false, limit: linesOfAKind });
  if (statement === null) return [];
  const ids = (await idRowsOf<{ id: number }>(reads, statement)).map(({ id }) => id);
  const orderBy = [{ at: 'desc' }, { id: 'desc' }] as const;
  return reads.historyEvent.findMany({ where: { id: { in: ids } }, orderBy: [...orderBy] });
}
