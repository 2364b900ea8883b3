import { type Day, today as dayOf } from '../../calendar/days.js';
import { currentCalendar } from '../../calendar/stored-calendar.js';
import type { WorkCalendar } from '../../calendar/working-days.js';
import { rowsOf } from '../../database/direct-sql.js';
import { sql } from '../../database/sql.js';
import type { Voice } from '../../language/say.js';
import type { TodayLine, TodaySource } from '../../people/today-lines.js';
import { stateTag } from '../next-step.js';
import { canSeeQueue } from '../permissions.js';
import { clockOf } from '../present-clock.js';
import { deskOfToday, objectedTo } from './queue-selection.js';

/** How many cases of a desk the page of the day shows. */
const mostCases = 12;

type Row = {
  number: string;
  version: number;
  isFree: number;
  state: string;
  dueOn: Day | null;
  noticeTo: Day | null;
  pausedFrom: Day | null;
  pausedTo: Day | null;
  isObjectedTo: number;
  venture: string;
  applicant: string;
  holder: string | null;
  total: number;
};

/** Cases that wait for the viewer, and those of the desk that are overdue in whosever hand, the longest overdue first. */
export const casesToday: TodaySource = async ({ reads, viewer, now, voice }) => {
  if (!canSeeQueue(viewer)) return null;
  const on = dayOf(now);
  const rows = await rowsOf<Row>(
    reads,
    sql`SELECT a."number", a."version", a."claimedById" IS NULL AS "isFree", a."state", a."dueOn", a."noticeTo",
        a."pausedFrom", a."pausedTo", ${objectedTo} AS "isObjectedTo", v."name" AS "venture", i."name" AS "applicant",
        CASE WHEN a."claimedById" = ${viewer.accountId} THEN NULL ELSE c."name" END AS "holder",
        COUNT(*) OVER () AS "total"
      FROM "WaiverApplication" a JOIN "Venture" v ON v."id" = a."ventureId"
      JOIN "Person" i ON i."id" = a."personId" LEFT JOIN "Account" c ON c."id" = a."claimedById"
      WHERE ${deskOfToday(viewer, on)}
      ORDER BY a."dueOn" NULLS LAST, a."id" LIMIT ${mostCases}`,
  );
  const calendar = await currentCalendar(reads);
  const canClaim = viewer.role !== 'auditor';
  return {
    id: 'cases',
    title: voice.say('waivers.queue.title'),
    total: rows[0]?.total ?? 0,
    lines: rows.map((row) => lineOf(row, { on, calendar, canClaim }, voice)),
    allHref: '/waivers/queue',
  };
};

function lineOf(
  { number, version, isFree, isObjectedTo, venture, applicant, holder, ...item }: Row,
  { on, calendar, canClaim }: { on: Day; calendar: WorkCalendar; canClaim: boolean },
  voice: Voice,
): TodayLine {
  const { say } = voice;
  const parts = [number, applicant, stateTag(item.state, voice).label];
  if (isObjectedTo === 1) parts.push(say('waivers.today.objected'));
  if (holder !== null) parts.push(say('waivers.today.holder', { name: holder }));
  const href = `/waivers/${number}`;
  return {
    href,
    title: venture,
    text: parts.join(' · '),
    due: clockOf({ ...item, isObjectedTo: isObjectedTo === 1, calendar }, on, voice),
    isOverdue: item.dueOn !== null && item.dueOn < on,
    phone: null,
    acts: [{ label: say('waivers.today.act'), href }],
    press:
      canClaim && isFree === 1
        ? {
            label: say('waivers.review.claim.do'),
            action: `${href}/claim`,
            fields: [{ name: 'version', value: String(version) }],
          }
        : null,
  };
}
