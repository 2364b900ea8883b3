import { addDays, type Day, today as dayOf } from '../calendar/days.js';
import { rowsOf } from '../database/direct-sql.js';
import { listed } from '../database/listed.js';
import { type Sql, sql } from '../database/sql.js';
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
import { readsParks } from './park-of-finding.js';

const endings = ['tenancy-ends', 'waiver-ends', 'proof-runs-out'] as const;

type Row = {
  kind: (typeof endings)[number];
  dueOn: Day;
  number: string;
  name: string;
  phone: string | null;
  park: string;
  total: number;
};

/** What was found in the night and still holds: a lease that was renewed or ended since is no longer one. */
const stillHolds: Sql = sql`(f."kind" = 'proof-runs-out'
  OR (f."kind" = 'waiver-ends' AND EXISTS (SELECT 1 FROM "Waiver" w
    WHERE w."ventureId" = f."ventureId" AND COALESCE(w."endedOn", w."termEndOn") = f."dueOn"))
  OR (f."kind" = 'tenancy-ends' AND EXISTS (SELECT 1 FROM "Tenancy" t
    WHERE t."ventureId" = f."ventureId" AND t."termEndOn" = f."dueOn" AND t."endedOn" IS NULL
      AND NOT EXISTS (SELECT 1 FROM "Tenancy" n WHERE n."ventureId" = t."ventureId" AND n."spaceId" = t."spaceId"
        AND n."beganOn" >= t."termEndOn" AND n."voidedAt" IS NULL))))`;

/** Leases that ran out and were neither renewed nor ended, and waivers and proofs whose day has come; the earliest first. */
export const ranOutToday: TodaySource = (today) => sectionOf('ran-out', today);
/** Leases, waivers and proofs that end soon. */
export const endingsToday: TodaySource = (today) => sectionOf('endings', today);

async function sectionOf(which: 'ran-out' | 'endings', today: Today): Promise<TodaySection | null> {
  const { reads, viewer, now, voice } = today;
  if (!canReadTotals(viewer)) return null;
  const on = dayOf(now);
  const when = which === 'ran-out' ? sql`f."dueOn" <= ${on}` : sql`f."dueOn" > ${on}`;
  const rows = await rowsOf<Row>(
    reads,
    sql`SELECT f."kind", f."dueOn", v."number", v."name", p."number" AS "park",
        COALESCE(NULLIF(v."phone", ''), i."phone") AS "phone", COUNT(*) OVER () AS "total"
      FROM "PrereviewFinding" f JOIN "Venture" v ON v."id" = f."ventureId" JOIN "Park" p ON p."id" = f."parkId"
      LEFT JOIN "Person" i ON i."id" = f."personId"
      WHERE ${readsParks(viewer)} AND f."kind" IN ${listed([...endings])} AND ${when} AND ${stillHolds}
        AND EXISTS (SELECT 1 FROM "Residency" r WHERE r."ventureId" = f."ventureId" AND r."parkId" = f."parkId"
          AND r."endedOn" IS NULL)
      ORDER BY f."dueOn", f."id" LIMIT ${linesOfAKind}`,
  );
  return {
    id: which,
    title: voice.say(`prereview.today.${which}`),
    total: rows[0]?.total ?? 0,
    lines: rows.map((row) => lineOf(row, on, voice)),
    allHref: `/prereview?kind=${rows[0]?.kind ?? 'tenancy-ends'}`,
  };
}

/** A term runs up to, not including, its end day: people say its last day. */
function lineOf({ kind, dueOn, number, name, phone, park }: Row, on: Day, voice: Voice): TodayLine {
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
    acts: [{ label: say('prereview.today.open'), href: `/ventures/${number}` }],
  };
}
