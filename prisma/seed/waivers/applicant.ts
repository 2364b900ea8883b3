import type { Day } from '../../../src/calendar/days.js';
import type { Tx } from '../../../src/database/database.js';
import { rowsOf } from '../../../src/database/direct-sql.js';
import { sql } from '../../../src/database/sql.js';
import type { FounderCategory } from '../../../src/people/categories.js';

/** The founder who applies, with what a case takes of the person. */
export type Applicant = {
  id: number;
  number: string;
  name: string;
  phone: string | null;
  graduatedOn: Day | null;
  /** Whether the number of a document was entered, for an earlier case. */
  hasIdentity: boolean;
  categories: { category: FounderCategory; since: Day }[];
  /** The first file that is there of each kind. */
  files: Map<string, number>;
};

type Row = Omit<Applicant, 'hasIdentity' | 'categories' | 'files'> & {
  hasIdentity: number;
  categories: string;
  files: string;
};

/** The first founder of a venture. */
export async function applicantOf(tx: Tx, ventureId: number): Promise<Applicant> {
  const [row] = await rowsOf<Row>(
    tx,
    sql`SELECT p."id", p."number", p."name", p."phone", p."graduatedOn",
        EXISTS (SELECT 1 FROM "Identity" WHERE "personId" = p."id") AS "hasIdentity",
        (SELECT json_group_array(json_object('category', "category", 'since', "beganOn"))
          FROM "PersonCategory" WHERE "personId" = p."id" AND "endedOn" IS NULL) AS "categories",
        (SELECT json_group_array(json_array("item", "id")) FROM (SELECT "item", MIN("id") AS "id"
          FROM "ProofFile" WHERE "personId" = p."id" AND "removedAt" IS NULL GROUP BY "item")) AS "files"
      FROM "PersonRole" r JOIN "Person" p ON p."id" = r."personId"
      WHERE r."ventureId" = ${ventureId} AND r."role" = 'founder' AND r."endedOn" IS NULL
      ORDER BY r."id" LIMIT 1`,
  );
  if (!row) throw new Error(`venture ${ventureId} has no founder`);
  return {
    ...row,
    hasIdentity: row.hasIdentity === 1,
    categories: JSON.parse(row.categories),
    files: new Map(JSON.parse(row.files)),
  };
}
