import { listAsJson, rowAsJson } from '../database/as-json.js';
import type { Reads } from '../database/database.js';
import { rowsOf } from '../database/direct-sql.js';
import type { Prisma } from '../database/generated/client.js';
import { asJson, jsonObject } from '../database/json.js';
import { sql } from '../database/sql.js';
import { ventureScope } from '../people/scope.js';
import type { Viewer } from '../people/viewer.js';

const withRecords = {
  residencies: {
    include: { park: { include: { region: true } } },
    orderBy: { beganOn: 'desc' },
  },
  roles: {
    include: { person: { include: { categories: true } } },
    orderBy: [{ beganOn: 'asc' }, { id: 'asc' }],
  },
  tenancies: {
    include: { space: true, steps: { orderBy: { fromOn: 'asc' } } },
    orderBy: [{ beganOn: 'desc' }, { id: 'desc' }],
  },
  returns: { orderBy: { month: 'asc' } },
  mergesAsSurvivor: {
    where: { undoneAt: null },
    select: { loser: { select: { number: true, name: true } } },
    orderBy: { id: 'asc' },
  },
} as const satisfies Prisma.VentureInclude;

/** A venture with all that its page shows; the newest residency and tenancy first. */
export type VentureWithRecords = Prisma.VentureGetPayload<{ include: typeof withRecords }>;

/** Of the parks that a venture was in: the ids of those that the viewer sees. */
export function parksSeen(viewer: Viewer, { residencies }: VentureWithRecords): number[] {
  const ids = [...new Set(residencies.map(({ parkId }) => parkId))];
  switch (viewer.role) {
    case 'bureau-staff':
    case 'auditor':
      return ids;
    case 'county-reviewer':
    case 'park-manager':
      return ids.filter((id) => viewer.parkIds.includes(id));
    case 'founder':
    case 'administrator':
      return [];
  }
}

/** What JSON cannot carry: a truth is 0 or 1, a time text. */
type Raw = Omit<VentureWithRecords, 'isNamed' | 'loggedAt' | 'returns' | 'tenancies'> & {
  isNamed: number;
  loggedAt: string;
  tenancies: (Omit<VentureWithRecords['tenancies'][number], 'voidedAt'> & {
    voidedAt: string | null;
  })[];
  returns: (Omit<VentureWithRecords['returns'][number], 'setAside' | 'filedAt'> & {
    setAside: number;
    filedAt: string;
  })[];
};

const park = rowAsJson('Park', 'p', { region: rowAsJson('Region', 'g') });
const residencies = listAsJson(rowAsJson('Residency', 'r', { park }), {
  from: sql`"Residency" r JOIN "Park" p ON p."id" = r."parkId" JOIN "Region" g ON g."code" = p."regionCode"
    WHERE r."ventureId" = v."id"`,
  order: sql`r."beganOn" DESC`,
});
const categories = listAsJson(rowAsJson('PersonCategory', 'c'), {
  from: sql`"PersonCategory" c WHERE c."personId" = n."id"`,
  order: sql`c."category", c."beganOn"`,
});
const person = rowAsJson('Person', 'n', { categories });
const roles = listAsJson(rowAsJson('PersonRole', 'o', { person }), {
  from: sql`"PersonRole" o JOIN "Person" n ON n."id" = o."personId" WHERE o."ventureId" = v."id"`,
  order: sql`o."beganOn", o."id"`,
});
const steps = listAsJson(rowAsJson('RentStep', 'q'), {
  from: sql`"RentStep" q WHERE q."tenancyId" = t."id"`,
  order: sql`q."fromOn"`,
});
const tenancies = listAsJson(rowAsJson('Tenancy', 't', { space: rowAsJson('Space', 's'), steps }), {
  from: sql`"Tenancy" t JOIN "Space" s ON s."id" = t."spaceId" WHERE t."ventureId" = v."id"`,
  order: sql`t."beganOn" DESC, t."id" DESC`,
});
const returns = listAsJson(rowAsJson('JobsReturn', 'j'), {
  from: sql`"JobsReturn" j WHERE j."ventureId" = v."id"`,
  order: sql`j."month"`,
});

/** The records that went into it. */
const loser = jsonObject({ number: sql`l."number"`, name: sql`l."name"` });
const mergesAsSurvivor = listAsJson(jsonObject({ loser: asJson(loser) }), {
  from: sql`"VentureMerge" m JOIN "Venture" l ON l."id" = m."loserId"
    WHERE m."survivorId" = v."id" AND m."undoneAt" IS NULL`,
  order: sql`m."id"`,
});

/**
 * The venture with a public number and its records, or null where the viewer does not see it: one question, where the
 * client asks ten. A test holds it against what the client reads.
 */
export async function findVentureRecords(
  reads: Reads,
  viewer: Viewer,
  number: string,
): Promise<VentureWithRecords | null> {
  const [row] = await rowsOf<{ record: string }>(
    reads,
    sql`SELECT ${rowAsJson('Venture', 'v', { residencies, roles, tenancies, returns, mergesAsSurvivor })} AS "record"
      FROM "Venture" v WHERE v."number" = ${number} AND ${ventureScope(viewer).sql}`,
  );
  if (!row) return null;
  const raw: Raw = JSON.parse(row.record);
  return Object.assign(raw, {
    isNamed: raw.isNamed === 1,
    loggedAt: new Date(raw.loggedAt),
    tenancies: raw.tenancies.map((lease) => {
      const { voidedAt } = lease;
      return Object.assign(lease, { voidedAt: voidedAt === null ? null : new Date(voidedAt) });
    }),
    returns: raw.returns.map((filed) =>
      Object.assign(filed, { setAside: filed.setAside === 1, filedAt: new Date(filed.filedAt) }),
    ),
  });
}
