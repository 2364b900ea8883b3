import type { Reads } from '../database/database.js';
import { rowsOf } from '../database/direct-sql.js';
import { sql } from '../database/sql.js';
import type { Fault } from '../language/refusal.js';
import { leasesLetBy, spacesMadeBy, venturesMadeBy } from './register-facts.js';

/** What may have been built on a space since a list made it, beside leases. */
const builtKinds = ['edited', 'moved', 'valued', 'photos'] as const;

type Counted = Record<'id' | (typeof builtKinds)[number], number> & {
  number: string;
  name: string;
  /** The ventures of leases that are not of the batch. */
  tenants: string | null;
};

/** What was built on the spaces that a batch made, each with its number: it has to be undone before the batch is taken back. */
export async function builtOnSpaces(reads: Reads, batchId: number): Promise<Fault[]> {
  const rows = await rowsOf<Counted>(
    reads,
    sql`SELECT s."id", s."number", s."name", s."version" > 1 AS "edited",
        (SELECT COUNT(*) FROM "SpacePark" p WHERE p."spaceId" = s."id") > 1 AS "moved",
        (SELECT COUNT(*) FROM "SpaceValuation" u WHERE u."spaceId" = s."id") > 1 AS "valued",
        EXISTS (SELECT 1 FROM "Photo" o WHERE o."spaceId" = s."id") AS "photos",
        (SELECT MIN(v."number") FROM "Tenancy" t JOIN "Venture" v ON v."id" = t."ventureId"
          WHERE t."spaceId" = s."id" AND t."voidedAt" IS NULL AND t."ventureId" NOT IN ${venturesMadeBy(batchId)}
            AND t."id" NOT IN ${leasesLetBy(batchId)}) AS "tenants"
      FROM "Space" s WHERE s."voidedAt" IS NULL AND s."id" IN ${spacesMadeBy(batchId)} ORDER BY s."id"`,
  );
  return rows.flatMap(({ number, name, tenants, ...was }) => {
    const values = { number, name };
    const built: Fault[] = builtKinds
      .filter((kind) => was[kind] === 1)
      .map((kind) => ({ field: '', key: `imports.built.space-${kind}`, values }));
    if (tenants === null) return built;
    const isLet: Fault = {
      field: '',
      key: 'imports.built.space-let',
      values: { number, name, venture: tenants },
    };
    return [...built, isLet];
  });
}
