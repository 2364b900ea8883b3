import type { Reads } from '../database/database.js';
import { rowsOf } from '../database/direct-sql.js';
import { listed } from '../database/listed.js';
import { sql } from '../database/sql.js';
import { recordedVentureScope } from '../people/scope.js';
import type { Viewer } from '../people/viewer.js';
import { boundParkIds } from './own-time.js';

/** A venture that was logged by mistake, as its page shows it. */
export type VoidedVenture = {
  id: number;
  number: string;
  name: string;
  loggedParkId: number;
  /** It is in no park, and never was. */
  residencies: [];
  voidedAt: Date;
  voidedBy: string | null;
  reason: string;
  /** Rows by table, as JSON. */
  records: string;
};

/** The void venture of a number, or null. The parks that its entries are in see it too, though no stay names them. */
export async function findVoided(
  reads: Reads,
  viewer: Viewer,
  number: string,
): Promise<VoidedVenture | null> {
  const own = boundParkIds(viewer);
  const counted =
    own === null
      ? sql`FALSE`
      : sql`v."id" IN (SELECT "ventureId" FROM "LedgerEntry"
          WHERE "ventureId" = v."id" AND "measure" = 'ventures' AND "parkId" IN ${listed(own)})`;
  const [row] = await rowsOf<Omit<VoidedVenture, 'residencies'>>(
    reads,
    sql`SELECT v."id", v."number", v."name", v."loggedParkId", d."voidedAt", d."reason", d."records",
        (SELECT "name" FROM "Account" WHERE "id" = d."voidedById") AS "voidedBy"
      FROM "Venture" v JOIN "VentureVoid" d ON d."ventureId" = v."id"
      WHERE v."number" = ${number} AND (${recordedVentureScope(viewer).sql} OR ${counted})`,
    { times: ['voidedAt'] },
  );
  return row ? Object.assign(row, { residencies: [] as [] }) : null;
}
