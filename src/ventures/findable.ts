import type { Reads } from '../database/database.js';
import { rowsOf } from '../database/direct-sql.js';
import { jsonRows } from '../database/json.js';
import { listed } from '../database/listed.js';
import { sql } from '../database/sql.js';
import {
  nameFields,
  numberFields,
  personFields,
  phoneFields,
  plainFields,
} from '../find/fields.js';
import { type Findable, type FindFields, seesFew } from '../find/findable.js';
import { isCurrentVenture, parkScope, seesVenture } from '../people/scope.js';
import { homeParkSql } from '../people/whereabouts.js';
import { listAddress } from './filter.js';
import { canSeeVentures } from './permissions.js';
import { ventureHref } from './residency-present.js';

/** Ventures, void ones too, by number, code, name and founders; by their phones for those who may call. */
export const findableVentures: Findable = {
  kind: 'venture',
  group: 'ventures',
  from: sql`"Venture" v`,
  id: sql`v."id"`,
  scope: (viewer) =>
    canSeeVentures(viewer) ? { sql: seesVenture(viewer), few: seesFew(viewer) } : null,
  closedScope(viewer) {
    if (!canSeeVentures(viewer)) return null;
    if (viewer.role !== 'park-manager') return { sql: seesVenture(viewer), few: seesFew(viewer) };
    // As `canSeePhones` has it.
    const isHome = sql`${homeParkSql(sql`v`)} IN ${listed(viewer.parkIds)}`;
    return { sql: sql`${seesVenture(viewer)} AND ${isHome}`, few: false };
  },
  fields: fieldsOf,
  async followers(reads, ids) {
    const cases = await rowsOf<{ id: number }>(
      reads,
      sql`SELECT "id" FROM "WaiverApplication" WHERE "ventureId" IN ${listed(ids)}`,
    );
    return { case: cases.map(({ id }) => id) };
  },
  async lines(reads, viewer, ids, { say, lang }) {
    const rows = await rowsOf<Line>(
      reads,
      sql`SELECT v."id", v."number", v."name", p."nameZh", p."nameEn",
          ${isCurrentVenture.sql} AS "isCurrent" FROM "Venture" v
        LEFT JOIN "Park" p ON p."id" = ${homeParkSql(sql`v`)} AND ${parkScope(viewer).sql}
        WHERE v."id" IN ${listed(ids)}`,
    );
    return rows.map(({ id, number, name, nameZh, nameEn, isCurrent }) => {
      const park = lang === 'zh' ? nameZh : nameEn;
      const state = isCurrent === 1 ? null : say('ventures.void.found');
      const detail = [number, state, park].filter((part) => part !== null).join(' · ');
      return { id, href: ventureHref({ number }), title: name, detail };
    });
  },
  listHref: (_viewer, q) => listAddress('/ventures', { q }),
};

type Line = {
  id: number;
  number: string;
  name: string;
  nameZh: string | null;
  nameEn: string | null;
  isCurrent: number;
};

type Row = {
  id: number;
  number: string;
  name: string;
  creditCode: string | null;
  phone: string | null;
  founders: string;
  former: string;
};
type Founder = { name: string; phone: string | null };
type Former = { number: string; name: string };

const founders = jsonRows(
  ['name', 'phone'],
  sql`(SELECT DISTINCT i."id", i."name", i."phone" FROM "PersonRole" r JOIN "Person" i ON i."id" = r."personId"
    WHERE r."ventureId" = v."id" AND r."role" = 'founder' ORDER BY i."id")`,
);
/** Records that were merged into it. */
const former = jsonRows(
  ['number', 'name'],
  sql`(SELECT o."number", o."name" FROM "VentureMerge" m JOIN "Venture" o ON o."id" = m."loserId"
    WHERE m."survivorId" = v."id" AND m."undoneAt" IS NULL ORDER BY o."id")`,
);

async function fieldsOf(reads: Reads, ids: number[]): Promise<FindFields[]> {
  const rows = await rowsOf<Row>(
    reads,
    sql`SELECT v."id", v."number", v."name", v."creditCode", v."phone", ${founders} AS "founders", ${former} AS "former"
      FROM "Venture" v WHERE v."id" IN ${listed(ids)}`,
  );
  return rows.map((row) => {
    const people: Founder[] = JSON.parse(row.founders);
    const before: Former[] = JSON.parse(row.former);
    return {
      id: row.id,
      open: [
        ...numberFields(row.number),
        ...nameFields(row.name),
        ...plainFields(row.creditCode),
        ...people.flatMap(({ name }) => personFields(name)),
        ...before.flatMap(({ number, name }) => [...numberFields(number), ...nameFields(name)]),
      ],
      closed: [...phoneFields(row.phone), ...people.flatMap(({ phone }) => phoneFields(phone))],
    };
  });
}
