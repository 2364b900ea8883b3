import { addMonths, type Day, firstOf, monthOf } from '../../calendar/days.js';
import { jsonValues } from '../../database/json.js';
import { listed } from '../../database/listed.js';
import { holdsOn, orNever } from '../../database/periods.js';
import { join, type Sql, sql } from '../../database/sql.js';
import { contains } from '../../database/text-search.js';
import { findKey } from '../../find/fields.js';
import { ofSpaceOn } from '../../ledger/space-on.js';
import { marketRentOn } from '../../parks/market-rent-on.js';
import { parkOfSpaceOn } from '../../parks/park-of-space.js';
import { readingOfName } from '../venture-order.js';
import type { RollFilter } from './roll-filter.js';

/** Which leases: those that run at some time of the month of a day up to the day, in spaces that some parks have on it. */
export type RollQuery = Pick<RollFilter, 'state' | 'relief' | 'ends' | 'sort' | 'order'> & {
  asOf: Day;
  parkIds: number[];
  /** In lower case. */
  words: string[];
};

/** That something of the ledger is of the month of a day, up to the day: as a total of the month has it. */
const inMonth = (on: Sql, day: Day): Sql =>
  sql`${on} >= ${firstOf(monthOf(day))} AND ${on} <= ${day}`;

/** What the ledger has of a lease `t` in the month, in the parks that are asked for: rent forgone by agreement. */
const forgoneIn = ({ asOf, parkIds }: RollQuery): Sql => {
  return sql`COALESCE((SELECT SUM(e."amount") FROM "LedgerEntry" e WHERE e."causeKind" = 'tenancy' AND e."causeId" = t."id"
    AND e."measure" = 'rent-forgone' AND ${inMonth(sql`e."effectiveOn"`, asOf)}
    AND e."parkId" IN ${listed(parkIds)}), 0)`;
};

/** The same of what is waived of its rent by decision: what a waiver's months say stands in the ledger one to one. */
const waivedIn = ({ asOf, parkIds }: RollQuery): Sql => {
  return sql`COALESCE((SELECT SUM(m."fen") FROM "Waiver" w JOIN "WaiverMonth" m ON m."waiverId" = w."id"
    WHERE w."ventureId" = t."ventureId" AND w."tenancyId" = t."id" AND w."parkId" IN ${listed(parkIds)}
    AND w."form" = 'waiver' AND ${inMonth(sql`m."effectiveOn"`, asOf)}), 0)`;
};

const stateOfLease = (day: Day): Sql =>
  sql`CASE WHEN NOT ${holdsOn('t', day)} THEN 'over' WHEN t."termEndOn" <= ${day} THEN 'held-over' ELSE 'let' END`;

/** For which day notice to quit was given, where it stands and the lease has not ended: the first day after it. */
const noticeFor = sql`(SELECT q."endsOn" FROM "QuitNotice" q WHERE q."tenancyId" = t."id" AND q."withdrawnAt" IS NULL
  AND t."endedOn" IS NULL LIMIT 1)`;

/** What a lease states on the day: nothing in its rent-free days, then the last of its steps, or its rent before them. */
const rentOnDay = (day: Day): Sql => sql`CASE WHEN t."rentFreeTo" > ${day} THEN 0 ELSE COALESCE(
  (SELECT p."fen" FROM "RentStep" p WHERE p."tenancyId" = t."id" AND p."fromOn" <= ${day}
  ORDER BY p."fromOn" DESC LIMIT 1), t."rent") END`;

/**
 * The leases of a roll as a table `l`. Market rent is the share of the area, to the fen as `marketShare` has it; market
 * rent and rent are those of the day, and null of a lease that does not run on it.
 */
export function rollOf(query: RollQuery): Sql {
  const { asOf, parkIds } = query;
  const leases = sql`SELECT t."id", t."ventureId", t."beganOn", t."termEndOn", t."endedOn", t."area", ${rentOnDay(asOf)} AS "stated",
      t."rentBasis", t."clause", t."contractNumber", ${noticeFor} AS "noticeFor", ${parkOfSpaceOn(asOf)} AS "parkId", ${stateOfLease(asOf)} AS "state",
      s."id" AS "spaceId", s."number" AS "spaceNumber", ${ofSpaceOn('name', asOf)} AS "spaceName", v."number" AS "ventureNumber",
      v."name" AS "ventureName", v."searchText", ${readingOfName} AS "ventureReading", ${marketRentOn(asOf)} AS "value", ${ofSpaceOn('area', asOf)} AS "whole",
      ${forgoneIn(query)} AS "forgone", ${waivedIn(query)} AS "waived"
    FROM "Tenancy" t JOIN "Space" s ON s."id" = t."spaceId" JOIN "Venture" v ON v."id" = t."ventureId"
    WHERE t."voidedAt" IS NULL AND t."beganOn" <= ${asOf} AND ${orNever(sql`t."endedOn"`)} > ${firstOf(monthOf(asOf))}`;
  return sql`(SELECT r.*, CASE WHEN r."state" IN ('let', 'held-over') THEN r."stated" END AS "rent",
      CASE WHEN r."state" IN ('let', 'held-over') THEN
        (2 * r."value" * r."area" + r."whole") / (2 * r."whole") END AS "market"
    FROM (${leases}) r WHERE r."parkId" IN ${listed(parkIds)}) l`;
}

/** What picks leases of a roll out. */
export function isChosen({ state, relief, ends, words }: RollQuery): Sql {
  const conditions = [
    sql`TRUE`,
    ...(state === null ? [] : [sql`l."state" = ${state}`]),
    ...(relief === null ? [] : [reliefOf[relief]]),
    ...(ends === null
      ? []
      : [
          sql`l."termEndOn" > ${firstOf(ends)} AND l."termEndOn" <= ${firstOf(addMonths(ends, 1))}`,
        ]),
    ...words.map(
      (word) => sql`(${contains(sql`l."searchText"`, findKey(word))}
        OR ${contains(sql`LOWER(l."spaceNumber" || ' ' || l."spaceName" || ' ' || l."ventureNumber" || ' ' || l."ventureName" || ' ' || l."contractNumber")`, word)})`,
    ),
  ];
  return join(conditions, ' AND ');
}

const reliefOf = {
  agreement: sql`l."forgone" > 0`,
  decision: sql`l."waived" > 0`,
  none: sql`l."forgone" = 0 AND l."waived" = 0 AND l."value" IS NOT NULL`,
  unknown: sql`l."value" IS NULL`,
} as const;

/** The cases by which rent of a lease `l` is waived in the month, as JSON. */
export const casesOf = (asOf: Day): Sql => {
  return jsonValues(
    sql`a."number"`,
    sql`"Waiver" w JOIN "WaiverApplication" a ON a."id" = w."applicationId"
      WHERE w."ventureId" = l."ventureId" AND w."tenancyId" = l."id" AND w."form" = 'waiver' AND EXISTS (SELECT 1 FROM "WaiverMonth" m
        WHERE m."waiverId" = w."id" AND ${inMonth(sql`m."effectiveOn"`, asOf)})`,
  );
};
