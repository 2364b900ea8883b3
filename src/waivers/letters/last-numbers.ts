import type { Reads } from '../../database/database.js';
import { rowsOf } from '../../database/direct-sql.js';
import { sql } from '../../database/sql.js';
import type { DocumentNumber } from './letter-issuer.js';

/** The latest number of every series, of its latest year. */
export const lastNumbers = (reads: Reads): Promise<DocumentNumber[]> =>
  rowsOf(
    reads,
    sql`SELECT l."series", l."seriesYear", MAX(l."ordinal") AS "ordinal" FROM "Letter" l
      WHERE l."series" IS NOT NULL
        AND l."seriesYear" = (SELECT MAX(o."seriesYear") FROM "Letter" o WHERE o."series" = l."series")
      GROUP BY l."series", l."seriesYear" ORDER BY l."series"`,
  );
