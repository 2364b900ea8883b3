import type { Reads } from '../database/database.js';
import { formOn, industryOn } from './profile-on.js';
import { contributions, foundersCategories, type Kind, type RecordQuery } from './record-list.js';

/** So many of a total are of one kind. A venture with several categories counts in each. */
export type Share = Kind & { amount: number };

/** A total of ventures by legal form, by industry and by founders' category, the largest first, in one reading. */
export async function breakdown(
  reads: Reads,
  query: Omit<RecordQuery, 'kind' | 'measure'>,
): Promise<Share[]> {
  const residents = contributions({ ...query, measure: 'ventures' });
  const rows = await reads.$queryRaw<{ by: Kind['by']; value: string; amount: number | bigint }[]>`
    WITH r AS (${residents})
    SELECT 'form' AS "by", ${formOn(query.asOf)} AS "value", SUM(r."amount") AS "amount"
      FROM r JOIN "Venture" v ON v."id" = r."ventureId" GROUP BY 2
    UNION ALL SELECT 'industry', ${industryOn(query.asOf)}, SUM(r."amount")
      FROM r JOIN "Venture" v ON v."id" = r."ventureId" GROUP BY 2
    UNION ALL SELECT 'category', c."category", SUM(r."amount")
      FROM r JOIN (${foundersCategories(query.asOf)}) c ON c."ventureId" = r."ventureId" GROUP BY c."category"
    ORDER BY 3 DESC, 2`;
  return rows.map((row) => ({ ...row, amount: Number(row.amount) }));
}
