import type { Reads } from '../database/database.js';
import { rowsOf } from '../database/direct-sql.js';
import { listed } from '../database/listed.js';
import { sql } from '../database/sql.js';
import { isCurrentVenture, ventureScope } from '../people/scope.js';
import type { Viewer } from '../people/viewer.js';
import { keysOfName, type Likeness, likenessOf } from './name-likeness.js';

/** What two records are taken for one by: their names, the phone of the venture, or a founder with name and phone. */
export type DoubleReason = Likeness | 'phone' | 'founder';

export type Double = {
  reason: DoubleReason;
  park: { number: string; nameZh: string; nameEn: string; phone: string | null };
  /** Null for a venture of another park, which the viewer does not see: only that it is there is told. */
  venture: { number: string; name: string } | null;
};

type Row = Record<'number' | 'name' | 'parkNumber' | 'nameZh' | 'nameEn', string> & {
  phone: string | null;
  parkPhone: string | null;
  isSeen: number;
};

const mostDoubles = 10;

/**
 * The ventures that a new one may be: of the same name in the whole network; and of those that the viewer sees, of a
 * likely name, the same phone, or a founder under one of these phones. The surest first, at most ten.
 */
export async function findDoubles(
  reads: Reads,
  viewer: Viewer,
  { name, phones }: { name: string; phones: string[] },
): Promise<Double[]> {
  const { nameKey, soundKey } = keysOfName(name);
  const rows = await rowsOf<Row>(
    reads,
    sql`SELECT v."number", v."name", v."phone", p."number" AS "parkNumber", p."nameZh", p."nameEn",
        p."phone" AS "parkPhone", ${ventureScope(viewer).sql} AS "isSeen"
      FROM "Venture" v JOIN "Park" p ON p."id" = COALESCE((SELECT r."parkId" FROM "Residency" r
        WHERE r."ventureId" = v."id" ORDER BY r."beganOn" DESC LIMIT 1), v."loggedParkId")
      WHERE v."id" IN (
        SELECT "id" FROM "Venture" WHERE "nameKey" = ${nameKey}
        UNION SELECT "id" FROM "Venture" WHERE "soundKey" = ${soundKey}
        UNION SELECT "id" FROM "Venture" WHERE "phone" IN ${listed(phones)}
        UNION SELECT o."ventureId" FROM "Person" h JOIN "PersonRole" o ON o."personId" = h."id" AND o."role" = 'founder'
          WHERE h."phone" IN ${listed(phones)})
        AND ${isCurrentVenture.sql}
      ORDER BY v."nameKey" <> ${nameKey}, v."id"
      LIMIT 50`,
  );
  return rows
    .map((row) => doubleOf(row, name, phones))
    .filter(({ reason, venture }) => reason === 'same' || venture !== null)
    .slice(0, mostDoubles);
}

function doubleOf(row: Row, name: string, phones: string[]): Double {
  const { number, phone, parkNumber, nameZh, nameEn, parkPhone, isSeen } = row;
  const bySound = likenessOf(name, row.name);
  return {
    reason: bySound ?? (phone !== null && phones.includes(phone) ? 'phone' : 'founder'),
    park: { number: parkNumber, nameZh, nameEn, phone: parkPhone },
    venture: isSeen === 1 ? { number, name: row.name } : null,
  };
}
