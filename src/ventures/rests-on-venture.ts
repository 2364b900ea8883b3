import type { Reads } from '../database/database.js';
import { rowsOf } from '../database/direct-sql.js';
import { listed } from '../database/listed.js';
import { sql } from '../database/sql.js';
import type { Fault } from '../language/refusal.js';
import type { WordValues } from '../language/say.js';

/** In which nothing of a case holds. */
export const undoneStates = ['refused', 'withdrawn', 'lapsed', 'revoked', 'not-accepted'];
/** In which nothing more is decided on a case. */
export const finishedStates = ['granted', ...undoneStates];

/** What was decided, or is under way, because a venture is on record; it has to be undone before the venture is void. */
export type Resting = {
  kind: 'waiver' | 'case' | 'draft' | 'visit';
  /** Of a visit its day, which is what it goes by. */
  number: string;
  href: string;
};

/**
 * What rests on a venture, each with the number by which it is found. What a founder is still writing is named without
 * its number: nobody else may open it.
 */
export async function restsOnVenture(reads: Reads, ventureId: number): Promise<Resting[]> {
  const rows = await rowsOf<{ kind: Resting['kind']; number: string; href: string }>(
    reads,
    sql`SELECT 'waiver' AS "kind", w."number", '/waivers/' || a."number" AS "href"
        FROM "Waiver" w JOIN "WaiverApplication" a ON a."id" = w."applicationId"
        WHERE w."ventureId" = ${ventureId}
          AND EXISTS (SELECT 1 FROM "WaiverMonth" m WHERE m."waiverId" = w."id"
            GROUP BY m."month" HAVING SUM(m."fen") <> 0)
      UNION ALL SELECT 'case', "number", '/waivers/' || "number" FROM "WaiverApplication"
        WHERE "ventureId" = ${ventureId}
          AND ("submittedAt" IS NOT NULL OR "begunById" IS NOT NULL)
          AND "state" NOT IN ${listed(finishedStates)}
      UNION ALL SELECT 'draft', '', '' FROM "WaiverApplication"
        WHERE "ventureId" = ${ventureId} AND "submittedAt" IS NULL AND "begunById" IS NULL
          AND "state" = 'draft'
      UNION ALL SELECT 'visit', s."madeOn", '/visits/' || s."id" FROM "Visit" s
        JOIN "VisitVenture" o ON o."visitId" = s."id" AND o."ventureId" = ${ventureId}
        WHERE s."cancelledAt" IS NULL AND NOT EXISTS (SELECT 1 FROM "VisitVenture" x
          WHERE x."visitId" = s."id" AND x."ventureId" <> ${ventureId})
      ORDER BY 1, 2`,
  );
  return rows;
}

export const restingFault = ({ kind, number }: Resting): Fault & { values: WordValues } => ({
  field: '',
  key: `ventures.void.rests-${kind}`,
  values: { number: kind === 'visit' ? { day: number } : number },
});
