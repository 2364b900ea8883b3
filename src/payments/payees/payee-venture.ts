import type { Reads, Tx } from '../../database/database.js';
import { rowsOf } from '../../database/direct-sql.js';
import { jsonRows } from '../../database/json.js';
import { sql } from '../../database/sql.js';
import type { Actor } from '../../history/actor.js';
import { actingViewer } from '../../people/acting-viewer.js';
import { seesVenture } from '../../people/scope.js';
import type { Viewer } from '../../people/viewer.js';
import { homeParkSql } from '../../people/whereabouts.js';
import { Forbidden } from '../../web/errors.js';

/** A venture as its account is entered: whose name may stand on it, who keeps it, and whom a change is told. */
export type PayeeVenture = {
  id: number;
  number: string;
  name: string;
  legalForm: string;
  homeParkId: number;
  regionCode: string;
  /** Founders and legal representatives of today. */
  people: { id: number; name: string }[];
};

const people = jsonRows(
  ['id', 'name'],
  sql`(SELECT DISTINCT i."id", i."name" FROM "PersonRole" r JOIN "Person" i ON i."id" = r."personId"
    WHERE r."ventureId" = v."id" AND r."endedOn" IS NULL AND r."role" IN ('founder', 'legal-representative')
    ORDER BY i."id")`,
);

/** The venture with a number that the viewer sees, or null. */
export async function findPayeeVenture(
  reads: Reads,
  viewer: Viewer | null,
  which: { number: string } | { id: number },
): Promise<PayeeVenture | null> {
  const one = 'id' in which ? sql`v."id" = ${which.id}` : sql`v."number" = ${which.number}`;
  const seen = viewer === null ? sql`TRUE` : seesVenture(viewer);
  const [row] = await rowsOf<Omit<PayeeVenture, 'people'> & { people: string }>(
    reads,
    sql`SELECT v."id", v."number", v."name", v."legalForm", ${homeParkSql(sql`v`)} AS "homeParkId",
        (SELECT "regionCode" FROM "Park" WHERE "id" = ${homeParkSql(sql`v`)}) AS "regionCode", ${people} AS "people"
      FROM "Venture" v WHERE ${one} AND ${seen}`,
  );
  return row ? { ...row, people: JSON.parse(row.people) } : null;
}

/** The venture as the verb reads it for who acts; the system sees every one. @throws Forbidden */
export async function payeeVentureFor(
  tx: Tx,
  by: Actor,
  ventureId: number,
  may: (viewer: Viewer, venture: PayeeVenture) => boolean,
): Promise<{ venture: PayeeVenture; viewer: Viewer | null }> {
  const viewer = await actingViewer(tx, by);
  const venture = await findPayeeVenture(tx, viewer, { id: ventureId });
  if (!venture || (viewer !== null && !may(viewer, venture))) throw new Forbidden();
  return { venture, viewer };
}
