import type { Reads } from '../../database/database.js';
import { rowsOf } from '../../database/direct-sql.js';
import { sql } from '../../database/sql.js';
import type { DocumentNumber } from './letter-issuer.js';

/** The latest number of every series, of its latest year. */
export const lastNumbers = (reads: Reads): Promise<DocumentNumber[]> =>
  rowsOf(
    reads,
    sql`WITH numbered AS (
        SELECT "series", "seriesYear", "ordinal" FROM "Letter" WHERE "series" IS NOT NULL
        UNION ALL SELECT "series", "seriesYear", "ordinal" FROM "PaymentLine" WHERE "series" IS NOT NULL)
      SELECT l."series", l."seriesYear", MAX(l."ordinal") AS "ordinal" FROM numbered l
      WHERE l."seriesYear" = (SELECT MAX(o."seriesYear") FROM numbered o WHERE o."series" = l."series")
      GROUP BY l."series", l."seriesYear" ORDER BY l."series"`,
  );
