import type { Day, Month } from '../calendar/days.js';
import type { Reads } from '../database/database.js';
import { rowsOf } from '../database/direct-sql.js';
import { asJson, jsonField, jsonRows, jsonValues } from '../database/json.js';
import { listed } from '../database/listed.js';
import { type Sql, sql } from '../database/sql.js';
import { nameKey } from '../input/names.js';
import { isCurrentVenture, ventureScope } from '../people/scope.js';
import type { Viewer } from '../people/viewer.js';
import { homeParkSql } from '../people/whereabouts.js';
import { peopleSounding, type StoredPerson } from '../ventures/find-like-people.js';
import { type SpaceWithLeases, spacesAsJson } from '../ventures/leases-of-space.js';
import type { VentureProfile } from '../ventures/venture-profile.js';

export type StoredFounder = {
  personId: number;
  name: string;
  phone: string | null;
  version: number;
  /** 1 for somebody with an account, who changes the own phone. */
  hasAccount: number;
};
/** A venture on record that a row may be. */
export type StoredVenture = Omit<VentureProfile, 'isNamed'> & {
  id: number;
  number: string;
  nameKey: string;
  soundKey: string;
  isNamed: number;
  version: number;
  homeParkId: number;
  /** 1 where whoever brings the list in sees it; else only that it is there is said. */
  isSeen: number;
  founders: StoredFounder[];
  stays: { parkId: number; beganOn: Day; endedOn: Day | null }[];
  leases: { spaceId: number; rent: number }[];
  /** What was done for it on the days of visits that the rows state. */
  visits: { madeOn: Day; kind: string }[];
  /** Its headcount of the month that the list speaks of. */
  headcount: number | null;
  /** The version of its return of that month that was set aside, and that another takes the place of. */
  asideVersion: number | null;
};
export type StoredSpace = SpaceWithLeases & {
  number: string;
  /** Its name as names are compared; blank for one that was found by its number alone. */
  key: string;
  /** Market rents in fen a month, each from a day; null where it is not known. */
  rents: { fromOn: Day; fen: number | null }[];
};
/** What is on record of all that some rows name. */
export type Facts = {
  ventures: StoredVenture[];
  spaces: StoredSpace[];
  /** Whom their founders may be. */
  people: StoredPerson[];
};

export type Asked = {
  numbers: string[];
  codes: string[];
  nameKeys: string[];
  soundKeys: string[];
  phones: string[];
  /** The numbers of spaces, and their names as names are compared. */
  spaces: string[];
  spaceNames: string[];
  founders: string[];
  visitDays: Day[];
};
export type Asking = {
  /** Who brings the list in; null is the system, which sees all. */
  viewer: Viewer | null;
  month: Month | null;
  /** In which spaces are found by their names. */
  parkId: number;
  /** What this batch made already is no double of what it is about to make. */
  batchId: number | null;
};

/** Reads what is on record of what some rows name, in four questions. */
export async function factsOf(reads: Reads, asked: Asked, asking: Asking): Promise<Facts> {
  return {
    ventures: await venturesOf(reads, asked, asking),
    spaces: await spacesOf(reads, asked, asking),
    people: await peopleOf(reads, asked, asking),
  };
}

/** Without those whom this batch entered: of its own rows each is looked at beside the others. */
async function peopleOf(
  reads: Reads,
  { founders: names }: Asked,
  { viewer, batchId }: Asking,
): Promise<StoredPerson[]> {
  // Of which ventures they are changes as the batch runs.
  const people = (await peopleSounding(reads, viewer, names)).map((person) =>
    Object.assign(person, { ventures: [] }),
  );
  if (batchId === null || people.length === 0) return people;
  const own = await rowsOf<{ id: number }>(
    reads,
    sql`SELECT r."personId" AS "id" FROM "PersonRole" r WHERE r."personId" IN ${listed(people.map(({ id }) => id))}
      GROUP BY r."personId" HAVING SUM(r."ventureId" NOT IN ${venturesMadeBy(batchId)}) = 0`,
  );
  const entered = new Set(own.map(({ id }) => id));
  return people.filter(({ id }) => !entered.has(id));
}

/** The ventures that a batch made and that were not taken back with it. */
export const venturesMadeBy = (batchId: number | null): Sql =>
  sql`(SELECT "ventureId" FROM "ImportedRow" WHERE "batchId" = ${batchId ?? 0} AND "outcome" = 'create' AND "takenBackAt" IS NULL)`;

/** The leases that a batch made for ventures on record, as JSON; null for an update without one. */
const letBy = (batchId: number | null): Sql =>
  jsonValues(
    jsonField(sql`"undo"`, 'tenancyId'),
    sql`"ImportedRow" WHERE "batchId" = ${batchId ?? 0} AND "takenBackAt" IS NULL`,
  );

const founders = jsonRows(
  {
    personId: sql`h."id"`,
    name: sql`h."name"`,
    phone: sql`h."phone"`,
    version: sql`h."version"`,
    hasAccount: sql`EXISTS (SELECT 1 FROM "Account" a WHERE a."personId" = h."id")`,
  },
  sql`(SELECT DISTINCT p.* FROM "PersonRole" r JOIN "Person" p ON p."id" = r."personId"
    WHERE r."ventureId" = v."id" AND r."role" = 'founder' AND r."endedOn" IS NULL ORDER BY p."id") h`,
);
const stays = jsonRows(
  ['parkId', 'beganOn', 'endedOn'],
  sql`(SELECT * FROM "Residency" WHERE "ventureId" = v."id" ORDER BY "beganOn")`,
);
const leases = jsonRows(
  ['spaceId', 'rent'],
  sql`(SELECT * FROM "Tenancy" WHERE "ventureId" = v."id" AND "endedOn" IS NULL ORDER BY "id")`,
);

/** Those on some days, without what this batch logged. */
const visitsOn = (days: Day[], batchId: number | null): Sql =>
  jsonRows(
    ['madeOn', 'kind'],
    sql`(SELECT i."madeOn", i."kind" FROM "VisitVenture" w JOIN "Visit" i ON i."id" = w."visitId"
      WHERE w."ventureId" = v."id" AND i."madeOn" IN ${listed(days)} AND i."cancelledAt" IS NULL
        AND i."id" NOT IN ${visitsLoggedBy(batchId)} ORDER BY i."id")`,
  );

/** The visits that a batch logged and that were not taken back with it. */
export const visitsLoggedBy = (batchId: number | null): Sql =>
  sql`(SELECT ${jsonField(sql`"undo"`, 'visitId')} FROM "ImportedRow" WHERE "batchId" = ${batchId ?? 0}
    AND "takenBackAt" IS NULL AND ${jsonField(sql`"undo"`, 'visitId')} IS NOT NULL)`;

type Nested = 'founders' | 'stays' | 'leases' | 'visits';
type VentureRow = Omit<StoredVenture, Nested> & Record<Nested, string>;

async function venturesOf(
  reads: Reads,
  { numbers, codes, nameKeys, soundKeys, phones, visitDays }: Asked,
  { viewer, month, batchId }: Asking,
): Promise<StoredVenture[]> {
  const isSeen = viewer === null ? sql`TRUE` : ventureScope(viewer).sql;
  const rows = await rowsOf<VentureRow>(
    reads,
    sql`SELECT v."id", v."number", v."name", v."nameKey", v."soundKey", v."legalForm", v."creditCode",
        v."creditCodeNote", v."industry", v."trade", v."registeredOn", v."phone", v."about", v."isNamed",
        v."version", ${homeParkSql(sql`v`)} AS "homeParkId", ${isSeen} AS "isSeen",
        ${founders} AS "founders", ${stays} AS "stays", ${leases} AS "leases",
        ${visitDays.length === 0 ? sql`'[]'` : visitsOn(visitDays, batchId)} AS "visits",
        (SELECT j."headcount" FROM "JobsReturn" j WHERE j."ventureId" = v."id" AND j."month" = ${month ?? ''}
          AND NOT j."setAside") AS "headcount",
        (SELECT j."version" FROM "JobsReturn" j WHERE j."ventureId" = v."id" AND j."month" = ${month ?? ''}
          AND j."setAside") AS "asideVersion"
      FROM "Venture" v
      WHERE v."id" IN (
        SELECT "id" FROM "Venture" WHERE "number" IN ${listed(numbers)}
        UNION SELECT "id" FROM "Venture" WHERE "creditCode" IN ${listed(codes)}
        UNION SELECT "id" FROM "Venture" WHERE "nameKey" IN ${listed(nameKeys)}
        UNION SELECT "id" FROM "Venture" WHERE "soundKey" IN ${listed(soundKeys)}
        UNION SELECT "id" FROM "Venture" WHERE "phone" IN ${listed(phones)}
        UNION SELECT o."ventureId" FROM "Person" h JOIN "PersonRole" o ON o."personId" = h."id" AND o."role" = 'founder'
          WHERE h."phone" IN ${listed(phones)})
        AND ${isCurrentVenture.sql} AND v."id" NOT IN ${venturesMadeBy(batchId)}
      ORDER BY v."id"`,
  );
  return rows.map((row) =>
    Object.assign(row, {
      founders: JSON.parse(row.founders) as StoredFounder[],
      stays: JSON.parse(row.stays) as StoredVenture['stays'],
      leases: JSON.parse(row.leases) as StoredVenture['leases'],
      visits: JSON.parse(row.visits) as StoredVenture['visits'],
    }),
  );
}

/** The leases that a batch made for ventures on record and that were not taken back with it. */
export const leasesLetBy = (batchId: number | null): Sql =>
  sql`(SELECT ${jsonField(sql`"undo"`, 'tenancyId')} FROM "ImportedRow" WHERE "batchId" = ${batchId ?? 0}
    AND "takenBackAt" IS NULL AND ${jsonField(sql`"undo"`, 'tenancyId')} IS NOT NULL)`;

/** The spaces that a batch made and that were not taken back with it. */
export const spacesMadeBy = (batchId: number | null): Sql =>
  sql`(SELECT ${jsonField(sql`"undo"`, 'spaceId')} FROM "ImportedRow" WHERE "batchId" = ${batchId ?? 0}
    AND "takenBackAt" IS NULL AND ${jsonField(sql`"undo"`, 'spaceId')} IS NOT NULL)`;

type Named = { id: number; number: string; name: string };

/** Those of a batch itself: what is still to do of it finds them by their names. */
export async function madeSpaces(reads: Reads, batchId: number | null): Promise<Named[]> {
  if (batchId === null) return [];
  return rowsOf<Named>(
    reads,
    sql`SELECT "id", "number", "name" FROM "Space" WHERE "voidedAt" IS NULL AND "id" IN ${spacesMadeBy(batchId)}`,
  );
}

/** The same with all that a lease needs to know of them. */
export async function storedMadeSpaces(
  reads: Reads,
  batchId: number | null,
): Promise<StoredSpace[]> {
  const made = await madeSpaces(reads, batchId);
  const keyOf = new Map(made.map(({ id, name }) => [id, nameKey(name)]));
  return withLeases(reads, keyOf, batchId);
}

/** Spaces by their numbers, wherever they are, and by their names in the park: without those that this batch made. */
async function spacesOf(
  reads: Reads,
  { spaces, spaceNames }: Asked,
  { batchId, parkId }: Asking,
): Promise<StoredSpace[]> {
  if (spaces.length === 0 && spaceNames.length === 0) return [];
  const inPark =
    spaceNames.length === 0
      ? sql`FALSE`
      : sql`(s."parkId" = ${parkId} AND s."voidedAt" IS NULL AND s."id" NOT IN ${spacesMadeBy(batchId)})`;
  const found = await rowsOf<Named & { inPark: number }>(
    reads,
    sql`SELECT s."id", s."number", s."name", ${inPark} AS "inPark" FROM "Space" s
      WHERE s."number" IN ${listed(spaces)} OR ${inPark} ORDER BY s."id"`,
  );
  const [numbers, names] = [new Set(spaces), new Set(spaceNames)];
  const keyOf = new Map<number, string>();
  for (const { id, number, name, inPark: isHere } of found) {
    const key = isHere === 1 ? nameKey(name) : '';
    const isNamed = key !== '' && names.has(key);
    if (isNamed || numbers.has(number)) keyOf.set(id, isNamed ? key : '');
  }
  return withLeases(reads, keyOf, batchId);
}

type Numbered = { id: number; number: string; rents: string };

async function withLeases(
  reads: Reads,
  keyOf: ReadonlyMap<number, string>,
  batchId: number | null,
): Promise<StoredSpace[]> {
  if (keyOf.size === 0) return [];
  const rents = jsonRows(
    ['fromOn', 'fen'],
    sql`(SELECT * FROM "SpaceValuation" WHERE "spaceId" = s."id" ORDER BY "fromOn", "id")`,
  );
  const named = await rowsOf<Numbered>(
    reads,
    sql`SELECT s."id", s."number", ${asJson(rents)} AS "rents" FROM "Space" s
      WHERE s."id" IN ${listed([...keyOf.keys()])} ORDER BY s."id"`,
  );
  const [row] = await rowsOf<{ spaces: string; own: string; let: string }>(
    reads,
    sql`SELECT ${spacesAsJson(named.map(({ id }) => id))} AS "spaces",
      ${jsonValues(sql`"ventureId"`, venturesMadeBy(batchId))} AS "own", ${letBy(batchId)} AS "let"`,
  );
  const own = new Set<number>(JSON.parse(row?.own ?? '[]'));
  const letIds = new Set<number | null>(JSON.parse(row?.let ?? '[]'));
  const spaces: SpaceWithLeases[] = JSON.parse(row?.spaces ?? '[]');
  return named.flatMap(({ id, number, rents: valued }) => {
    const space = spaces.find((each) => each.id === id);
    if (!space) return [];
    const others = space.leases.filter(
      (lease) => !own.has(lease.ventureId) && !letIds.has(lease.id),
    );
    const key = keyOf.get(id) ?? '';
    return Object.assign(space, { number, key, leases: others, rents: JSON.parse(valued) });
  });
}
