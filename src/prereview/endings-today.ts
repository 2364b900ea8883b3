import { addDays, type Day, today as dayOf } from '../calendar/days.js';
import { rowsOf } from '../database/direct-sql.js';
import { sql } from '../database/sql.js';
import { day } from '../language/format.js';
import type { Voice } from '../language/say.js';
import { canReadTotals } from '../ledger/seen-scope.js';
import {
  linesOfAKind,
  type Today,
  type TodayLine,
  type TodaySection,
  type TodaySource,
} from '../people/today-lines.js';
import type { Viewer } from '../people/viewer.js';
import { canWriteInPark } from '../ventures/permissions.js';
import { parkIdsOf } from './queries.js';
import { type DatedKind, type DueGroup, isDatedFound, isInGroup, leaseOf } from './still-holds.js';

type Row = {
  kind: DatedKind;
  dueOn: Day;
  number: string;
  name: string;
  phone: string | null;
  park: string;
  parkId: number;
  /** Of a lease that ends: which one. */
  tenancyId: number | null;
  total: number;
};

/** Leases that ran out and were neither renewed nor ended, and waivers and proofs whose day has come; the earliest first. */
export const ranOutToday: TodaySource = (today) => sectionOf('ran-out', today);
/** Leases, waivers and proofs that end soon. */
export const endingsToday: TodaySource = (today) => sectionOf('endings', today);

async function sectionOf(which: DueGroup, today: Today): Promise<TodaySection | null> {
  const { reads, viewer, now, voice } = today;
  if (!canReadTotals(viewer)) return null;
  const on = dayOf(now);
  const parkIds = await parkIdsOf(reads, viewer);
  const rows = await rowsOf<Row>(
    reads,
    sql`SELECT f."kind", f."dueOn", v."number", v."name", p."number" AS "park", f."parkId",
        ${leaseOf} AS "tenancyId", COALESCE(NULLIF(v."phone", ''), i."phone") AS "phone", COUNT(*) OVER () AS "total"
      FROM "PrereviewFinding" f JOIN "Venture" v ON v."id" = f."ventureId" JOIN "Park" p ON p."id" = f."parkId"
      LEFT JOIN "Person" i ON i."id" = f."personId"
      WHERE ${isDatedFound(parkIds)} AND ${isInGroup(which, on)}
      ORDER BY f."dueOn", f."id" LIMIT ${linesOfAKind}`,
  );
  return {
    id: which,
    title: voice.say(`prereview.today.${which}`),
    total: rows[0]?.total ?? 0,
    lines: rows.map((row) => lineOf(row, on, viewer, voice)),
    allHref: `/prereview?due=${which}`,
  };
}

/** A term runs up to, not including, its end day: people say its last day. */
function lineOf(row: Row, on: Day, viewer: Viewer, voice: Voice): TodayLine {
  const { kind, dueOn, number, name, phone, park, parkId, tenancyId } = row;
  const { say, lang } = voice;
  const isOver = dueOn <= on;
  const last = day(addDays(dueOn, -1), lang);
  return {
    href: `/ventures/${number}`,
    title: name,
    text: [number, park, say(`prereview.today.${kind}`)].join(' · '),
    due: {
      text: say(isOver ? 'prereview.today.over' : 'prereview.today.until', { day: last }),
      tone: isOver ? 'stop' : null,
    },
    isOverdue: false,
    phone,
    acts: [
      ...(tenancyId !== null && canWriteInPark(viewer, parkId)
        ? [{ label: say('ventures.renewal.act'), href: `/tenancies/${tenancyId}/renewal` }]
        : []),
      { label: say('prereview.today.open'), href: `/ventures/${number}` },
    ],
  };
}
