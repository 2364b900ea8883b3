import { listAsJson, rowAsJson } from '../database/as-json.js';
import type { Reads } from '../database/database.js';
import { rowsOf } from '../database/direct-sql.js';
import type { Prisma } from '../database/generated/client.js';
import { sql } from '../database/sql.js';
import { ventureScope } from '../people/scope.js';
import type { Viewer } from '../people/viewer.js';

const withStays = {
  residencies: { include: { park: true }, orderBy: { beganOn: 'desc' } },
} as const satisfies Prisma.VentureInclude;

/** A venture with its residencies, the newest first. */
export type VentureWithStays = Prisma.VentureGetPayload<{ include: typeof withStays }>;

const park = rowAsJson('Park', 'p');
const residencies = listAsJson(rowAsJson('Residency', 'r', { park }), {
  from: sql`"Residency" r JOIN "Park" p ON p."id" = r."parkId" WHERE r."ventureId" = v."id"`,
  order: sql`r."beganOn" DESC`,
});

/** A truth is 0 or 1 in JSON, and a time text. */
type Raw = Omit<VentureWithStays, 'isNamed' | 'loggedAt'> & { isNamed: number; loggedAt: string };

/** The venture with a public number, or null where the viewer does not see it. */
export async function findVenture(
  reads: Reads,
  viewer: Viewer,
  number: string,
): Promise<VentureWithStays | null> {
  const [row] = await rowsOf<{ record: string }>(
    reads,
    sql`SELECT ${rowAsJson('Venture', 'v', { residencies })} AS "record"
      FROM "Venture" v WHERE v."number" = ${number} AND ${ventureScope(viewer).sql}`,
  );
  if (!row) return null;
  const raw: Raw = JSON.parse(row.record);
  const { isNamed, loggedAt } = raw;
  return Object.assign(raw, { isNamed: isNamed === 1, loggedAt: new Date(loggedAt) });
}
