import type { Day } from '../calendar/days.js';
import type { Prisma } from '../database/generated/client.js';
import { asJson, jsonObject, jsonRows, jsonValues } from '../database/json.js';
import { column, type Sql, sql } from '../database/sql.js';
import { homeParkSql } from '../people/whereabouts.js';

/** What belongs to a case, as its pages show it. Times are Dates. */
export type CaseRecords = {
  venture: { id: number; number: string; name: string; creditCode: string | null };
  person: {
    id: number;
    number: string;
    name: string;
    /** Never the sealed number: that is opened by one verb only. */
    identity: { kind: string; masked: string } | null;
    /** The parks that keep the person's ventures: by them it is told who may do what. */
    roles: { venture: { loggedParkId: number; residencies: [] } }[];
  };
  park: { number: string; nameZh: string; nameEn: string; phone: string | null };
  editions: {
    edition: number;
    answers: unknown;
    facts: unknown;
    proof: unknown;
    basis: string;
    madeAt: Date;
    madeById: number | null;
  }[];
  proof: { item: string; proofFileId: number; proofFile: ProofFileOfCase }[];
  comments: {
    at: Date;
    byId: number | null;
    isApplicants: 0 | 1;
    audience: string;
    text: string;
  }[];
  objections: {
    id: number;
    at: Date;
    number: string;
    provenAt: Date | null;
    ground: string;
    name: string;
    phone: string;
    text: string;
    /** Whether its notice stands until it is answered. */
    stops: 0 | 1;
    state: string;
    answer: string;
    resolvedAt: Date | null;
    resolvedById: number | null;
  }[];
  letters: { number: string; kind: string; madeAt: Date }[];
  waiver: WaiverOfCase | null;
  /** What the accounts are called that had to do with it. */
  names: { id: number; name: string }[];
};
export type ProofFileOfCase = {
  id: number;
  name: string;
  mediaType: string;
  size: number;
  removedAt: Date | null;
};
export type WaiverOfCase = {
  id: number;
  number: string;
  applicationId: number;
  policyId: number;
  policyVersionId: number;
  ventureId: number;
  personId: number;
  parkId: number;
  tenancyId: number | null;
  area: number;
  rent: number;
  beganOn: Day;
  termEndOn: Day;
  endedOn: Day | null;
  endReason: string | null;
  facts: Prisma.JsonValue;
  grantedAt: Date;
  grantedById: number | null;
  version: number;
  form: string;
  months: {
    id: number;
    waiverId: number;
    month: string;
    effectiveOn: Day;
    fen: number;
    reversesId: number | null;
  }[];
};

/** The names of accounts that had to do with a case, by their ids. */
export const namesIn = ({ names: all }: Pick<CaseRecords, 'names'>): Map<number, string> =>
  new Map(all.map(({ id, name }) => [id, name]));

const of = (table: Sql, order: Sql): Sql =>
  sql`(SELECT * FROM ${table} WHERE "applicationId" = a."id" ORDER BY ${order})`;
const same = (...names: string[]): Record<string, Sql> =>
  Object.fromEntries(names.map((name) => [name, column(name)]));

const editions = jsonRows(
  Object.assign(same('edition', 'basis', 'madeAt', 'madeById'), {
    answers: asJson(sql`"answers"`),
    facts: asJson(sql`"facts"`),
    proof: asJson(sql`"proof"`),
  }),
  of(sql`"WaiverEdition"`, sql`"edition"`),
);
const proof = jsonRows(
  Object.assign(same('item', 'proofFileId'), {
    proofFile: jsonObject({
      id: sql`"proofFileId"`,
      name: sql`"name"`,
      mediaType: sql`"mediaType"`,
      size: sql`"size"`,
      removedAt: sql`"removedAt"`,
    }),
  }),
  sql`(SELECT wp."item", wp."proofFileId", f."name", f."mediaType", f."size", f."removedAt" FROM "WaiverProof" wp
    JOIN "ProofFile" f ON f."id" = wp."proofFileId" WHERE wp."applicationId" = a."id" ORDER BY wp."id")`,
);
const comments = jsonRows(
  Object.assign(same('at', 'byId', 'audience', 'text'), {
    isApplicants: sql`EXISTS (SELECT 1 FROM "Account" WHERE "id" = "byId" AND "personId" = a."personId")`,
  }),
  of(sql`"WaiverComment"`, sql`"id"`),
);
const objections = jsonRows(
  [
    ...['id', 'at', 'number', 'provenAt', 'ground', 'name', 'phone', 'text', 'state'],
    ...['stops', 'answer', 'resolvedAt', 'resolvedById'],
  ],
  of(sql`"Objection"`, sql`"id"`),
);
const letters = jsonRows(['number', 'kind', 'madeAt'], of(sql`"Letter"`, sql`"id"`));
const months = jsonRows(
  ['id', 'waiverId', 'month', 'effectiveOn', 'fen', 'reversesId'],
  sql`(SELECT * FROM "WaiverMonth" WHERE "waiverId" = w."id" ORDER BY "month", "id")`,
);
const waiver = sql`(SELECT ${jsonObject(
  Object.assign(
    Object.fromEntries(
      [
        ...[
          'id',
          'number',
          'applicationId',
          'policyId',
          'policyVersionId',
          'ventureId',
          'personId',
        ],
        ...['parkId', 'tenancyId', 'area', 'rent', 'beganOn', 'termEndOn', 'endedOn', 'endReason'],
        ...['grantedAt', 'grantedById', 'version', 'form'],
      ].map((name) => [name, sql`w.${column(name)}`]),
    ),
    { facts: asJson(sql`w."facts"`), months: asJson(months) },
  ),
)} FROM "Waiver" w WHERE w."applicationId" = a."id")`;
const identity = sql`(SELECT ${jsonObject(['kind', 'masked'])} FROM "Identity" WHERE "personId" = i."id")`;
const homes = jsonValues(
  homeParkSql(sql`h`),
  sql`"PersonRole" r JOIN "Venture" h ON h."id" = r."ventureId" WHERE r."personId" = i."id"`,
);
const names = jsonRows(
  ['id', 'name'],
  sql`"Account" WHERE "id" IN (SELECT a."claimedById" UNION SELECT a."begunById"
    UNION SELECT "byId" FROM "WaiverStep" WHERE "applicationId" = a."id"
    UNION SELECT "byId" FROM "WaiverComment" WHERE "applicationId" = a."id"
    UNION SELECT "madeById" FROM "WaiverEdition" WHERE "applicationId" = a."id"
    UNION SELECT "resolvedById" FROM "Objection" WHERE "applicationId" = a."id")`,
);

/** What belongs to a case `a` with its venture `e`, applicant `i` and park `k`, each as JSON. */
export const recordColumns = sql`
  ${jsonObject({ id: sql`e."id"`, number: sql`e."number"`, name: sql`e."name"`, creditCode: sql`e."creditCode"` })} AS "venture",
  ${jsonObject({ id: sql`i."id"`, number: sql`i."number"`, name: sql`i."name"` })} AS "person", ${identity} AS "identity",
  ${homes} AS "homes", ${jsonObject({
    number: sql`k."number"`,
    nameZh: sql`k."nameZh"`,
    nameEn: sql`k."nameEn"`,
    phone: sql`k."phone"`,
  })} AS "park", ${editions} AS "editions", ${proof} AS "proof", ${comments} AS "comments",
  ${objections} AS "objections", ${letters} AS "letters", ${waiver} AS "waiver", ${names} AS "names"`;
export const recordTables = sql`JOIN "Venture" e ON e."id" = a."ventureId"
  JOIN "Person" i ON i."id" = a."personId" JOIN "Park" k ON k."id" = a."parkId"`;

type Plain = 'venture' | 'person' | 'park' | 'editions' | 'proof' | 'comments' | 'objections';
/** A row of `recordColumns`. */
export type RecordsRow = Record<Plain | 'letters' | 'names' | 'homes', string> & {
  identity: string | null;
  waiver: string | null;
};

export function recordsOf(row: RecordsRow): CaseRecords {
  const person = parsed<Pick<CaseRecords['person'], 'id' | 'number' | 'name'>>(row.person);
  const parkIds = parsed<number[]>(row.homes);
  return {
    venture: parsed(row.venture),
    person: {
      ...person,
      identity: row.identity === null ? null : parsed(row.identity),
      roles: parkIds.map((loggedParkId) => ({ venture: { loggedParkId, residencies: [] } })),
    },
    park: parsed(row.park),
    editions: parsed(row.editions),
    proof: parsed(row.proof),
    comments: parsed(row.comments),
    objections: parsed(row.objections),
    letters: parsed(row.letters),
    waiver: row.waiver === null ? null : parsed(row.waiver),
    names: parsed(row.names),
  };
}

const times = new Set(['at', 'provenAt', 'madeAt', 'resolvedAt', 'removedAt', 'grantedAt']);
/** JSON in which times are Dates again; answers and facts have none. */
const parsed = <T>(json: string): T =>
  JSON.parse(json, (name, value) =>
    times.has(name) && typeof value === 'string' ? new Date(value) : value,
  );
