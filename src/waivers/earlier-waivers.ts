import type { Day } from '../calendar/days.js';
import { monthStarts, monthsLater } from '../calendar/months-later.js';
import type { Reads } from '../database/database.js';
import { rowsOf } from '../database/direct-sql.js';
import { jsonField, jsonRows } from '../database/json.js';
import { listed } from '../database/listed.js';
import { type Sql, sql } from '../database/sql.js';
import { sameRecords } from '../identities/same-people.js';
import type { Facts } from '../policies/facts.js';

/** For whom a waiver is asked, and under which policy. */
export type Asking = {
  /** The case in which it is asked, where there is one: what it was granted itself is not counted against it. */
  id?: number;
  policyId: number;
  ventureId: number;
  personId: number;
};

/** A waiver as the rules see it: what it covers, [beganOn, until), and what stands of it in fen. */
export type HeldWaiver = {
  number: string;
  policyId: number;
  ventureId: number;
  personId: number;
  beganOn: Day;
  until: Day;
  months: { month: string; fen: number }[];
  /** Whether it is for premises: what is not for any stands beside every other benefit. */
  ofPremises: number;
};

type Row = Omit<HeldWaiver, 'months'> & { months: string };

/** Whether a version of a policy is for premises, as 1 or 0. */
export const ofPremises = (versionId: Sql): Sql =>
  sql`(SELECT COALESCE(${jsonField(sql`"rules"`, 'needsPremises')}, 1) FROM "PolicyVersion" WHERE "id" = ${versionId})`;

/** What a waiver is read as: those that were taken back as a whole are not. */
const waivers = sql`"number", "policyId", "ventureId", "personId", "beganOn", COALESCE("endedOn", "termEndOn") AS "until",
  ${jsonRows(['month', 'fen'], sql`"WaiverMonth" WHERE "waiverId" = "Waiver"."id"`)} AS "months",
  ${ofPremises(sql`"policyVersionId"`)} AS "ofPremises"`;
const stands = sql`"beganOn" < COALESCE("endedOn", "termEndOn")`;
const heldOf = <R extends Row>(row: R) => ({ ...row, months: JSON.parse(row.months) });

/** Every waiver of some ventures or people, without those that were taken back as a whole. */
export async function waiversOf(
  reads: Reads,
  { ventureIds, personIds }: { ventureIds: number[]; personIds: number[] },
): Promise<HeldWaiver[]> {
  const rows = await rowsOf<Row>(
    reads,
    sql`SELECT ${waivers} FROM "Waiver"
      WHERE ("ventureId" IN ${listed(ventureIds)} OR "personId" IN ${listed(personIds)}) AND ${stands} ORDER BY "id"`,
  );
  return rows.map(heldOf);
}

/** Months of the benefit from a day to a day, a begun one counted whole. */
export const benefitMonths = (beganOn: Day, to: Day): number =>
  monthStarts({ from: beganOn, to }).length;

const usedBy = (waivers: HeldWaiver[]) => ({
  months: waivers.reduce((sum, waiver) => sum + benefitMonths(waiver.beganOn, waiver.until), 0),
  fen: waivers.reduce(
    (sum, waiver) => sum + waiver.months.reduce((fen, month) => fen + month.fen, 0),
    0,
  ),
});

/**
 * What was granted before, for a period that begins on a day: what the policy has given already, since when the
 * venture has had it, and every other benefit for rent that this system knows of; of the same person under whatever
 * record the same document was entered. What the case itself was granted is none of it.
 */
export async function earlierWaivers(
  reads: Reads,
  asking: Asking,
  period: { from: Day; to: Day },
): Promise<Earlier> {
  const rows = await rowsOf<Row & { isTheirs: number }>(
    reads,
    sql`WITH "people"("id") AS (SELECT ${asking.personId} UNION ${sameRecords(asking.personId)})
      SELECT ${waivers}, "personId" IN (SELECT "id" FROM "people") AS "isTheirs" FROM "Waiver"
      WHERE ("ventureId" = ${asking.ventureId} OR "personId" IN (SELECT "id" FROM "people")) AND "applicationId" <> ${asking.id ?? 0}
        AND ${stands} ORDER BY "id"`,
  );
  const people = rows.filter(({ isTheirs }) => isTheirs === 1).map(({ personId }) => personId);
  return earlierOf(rows.map(heldOf), asking, people, period);
}

export type Earlier = Pick<Facts, 'startedOn' | 'used' | 'earlier' | 'otherBenefits'>;

/** The same of waivers that were read already. @param people the records of who asks */
export function earlierOf(
  waivers: HeldWaiver[],
  { policyId, ventureId }: Asking,
  people: number[],
  period: { from: Day; to: Day },
): Earlier {
  const ofPolicy = waivers.filter((waiver) => waiver.policyId === policyId);
  const isOwn = (item: HeldWaiver) => item.ventureId === ventureId;
  const chain = ofPolicy.filter((waiver) => isOwn(waiver) && waiver.until <= period.from);
  const startedOn = chain.map(({ beganOn }) => beganOn).sort()[0] ?? null;
  return {
    startedOn,
    used: {
      person: usedBy(ofPolicy.filter(({ personId }) => people.includes(personId))),
      venture: usedBy(ofPolicy.filter(isOwn)),
      yearFen: yearFen(chain, startedOn, period.from),
    },
    earlier: ofPolicy
      .filter((waiver) => isOwn(waiver) || people.includes(waiver.personId))
      .map(({ beganOn, until }) => ({ from: beganOn, to: until })),
    otherBenefits: waivers
      .filter((waiver) => waiver.ofPremises === 1 && !chain.includes(waiver))
      .map((waiver) => ({ name: waiver.number, beganOn: waiver.beganOn, endedOn: waiver.until })),
  };
}

/** What the policy gave in the year of the benefit that a day lies in. */
function yearFen(chain: HeldWaiver[], startedOn: Day | null, day: Day): number {
  if (startedOn === null) return 0;
  let year = 0;
  while (monthsLater(startedOn, (year + 1) * 12) <= day) year += 1;
  const first = monthsLater(startedOn, year * 12).slice(0, 7);
  return chain
    .flatMap(({ months }) => months)
    .filter(({ month }) => month >= first)
    .reduce((sum, { fen }) => sum + fen, 0);
}
