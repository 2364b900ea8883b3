import { type Day, today as dayOf } from '../calendar/days.js';
import { lastDayOf } from '../calendar/last-day.js';
import { rowsOf } from '../database/direct-sql.js';
import { listed } from '../database/listed.js';
import { sql } from '../database/sql.js';
import { day } from '../language/format.js';
import type { TodaySource } from '../people/today-lines.js';
import { homeParkSql } from '../people/whereabouts.js';
import { writableParkIds } from './permissions.js';
import { noticeText } from './present-lease-page.js';

type Row = {
  tenancyId: number;
  givenBy: string;
  givenOn: Day;
  endsOn: Day;
  number: string;
  name: string;
  phone: string | null;
  space: string;
};

/** Leases of which notice to quit was given and whose end is not on record yet, the earliest day first. */
export const noticesToday: TodaySource = async ({ reads, viewer, now, voice }) => {
  const { say, lang } = voice;
  const parkIds = writableParkIds(viewer);
  if (parkIds?.length === 0) return null;
  const own = parkIds === null ? sql`TRUE` : sql`${homeParkSql(sql`v`)} IN ${listed(parkIds)}`;
  const rows = await rowsOf<Row>(
    reads,
    sql`SELECT q."tenancyId", q."givenBy", q."givenOn", q."endsOn", v."number", v."name",
        NULLIF(v."phone", '') AS "phone", s."number" AS "space"
      FROM "QuitNotice" q JOIN "Tenancy" t ON t."id" = q."tenancyId" JOIN "Venture" v ON v."id" = t."ventureId"
      JOIN "Space" s ON s."id" = t."spaceId"
      WHERE q."withdrawnAt" IS NULL AND t."endedOn" IS NULL AND ${own} ORDER BY q."endsOn", q."id"`,
  );
  const on = dayOf(now);
  return {
    id: 'notices',
    title: say('ventures.notice.today'),
    total: rows.length,
    allHref: null,
    lines: rows.map((row) => {
      const last = day(lastDayOf(row.endsOn), lang);
      const isOver = row.endsOn <= on;
      return {
        href: `/tenancies/${row.tenancyId}`,
        title: row.name,
        text: [row.number, row.space, noticeText(row, voice)].join(' · '),
        due: {
          text: say(isOver ? 'prereview.today.over' : 'prereview.today.until', { day: last }),
          tone: isOver ? ('stop' as const) : null,
        },
        isOverdue: isOver,
        phone: row.phone,
        acts: [],
        press: {
          label: say('ventures.notice.end-press'),
          action: `/tenancies/${row.tenancyId}/end`,
          fields: [{ name: 'lastOn', value: lastDayOf(row.endsOn) }],
        },
      };
    }),
  };
};
