import type { Month } from '../calendar/days.js';
import type { Reads } from '../database/database.js';
import { rowsOf } from '../database/direct-sql.js';
import { listed } from '../database/listed.js';
import { type Sql, sql } from '../database/sql.js';
import type { WordKey, WordValues } from '../language/say.js';
import { type EvidenceGrade, evidenceGrades } from '../ventures/kinds.js';

/** What a file of a return can be: labour contracts, or a record of social insurance. */
export const proofKinds = ['contract', 'social-insurance'] as const;
export type ProofKind = (typeof proofKinds)[number];

/** What there is beside the number of a return: people in its files by kind, and in the roster of its month. */
export type Proved = {
  headcount: number;
  rosterPeople: number | null;
  proofs: readonly { kind: string; people: number }[];
};

const provedBy = ({ proofs }: Proved, kind: ProofKind): number =>
  proofs.filter((proof) => proof.kind === kind).reduce((sum, { people }) => sum + people, 0);

/**
 * The grade of a headcount (DESIGN, "Grades of evidence"): the strongest of what is there for all of its people. Files
 * have to come to at least the headcount, as they may name founders too; a roster has to come to it exactly. What
 * somebody chose has no part in it.
 */
export function gradeOf(proved: Proved): EvidenceGrade {
  const { headcount, rosterPeople } = proved;
  const covers = (kind: ProofKind) =>
    provedBy(proved, kind) >= headcount && provedBy(proved, kind) > 0;
  if (covers('social-insurance')) return 'social-insurance';
  if (covers('contract')) return 'contract';
  return rosterPeople === headcount ? 'roster' : 'self-reported';
}

/** `gradeOf` of a row of JobsReturn by its alias. */
export function gradeSql(of: Sql): Sql {
  const proved = (kind: ProofKind) => sql`(SELECT SUM("people") FROM "ReturnProof"
    WHERE "ventureId" = ${of}."ventureId" AND "month" = ${of}."month" AND "kind" = ${kind})`;
  return sql`CASE WHEN ${proved('social-insurance')} >= ${of}."headcount" THEN 'social-insurance'
    WHEN ${proved('contract')} >= ${of}."headcount" THEN 'contract'
    WHEN (SELECT "people" FROM "Roster" WHERE "ventureId" = ${of}."ventureId" AND "month" = ${of}."month")
      = ${of}."headcount" THEN 'roster'
    ELSE 'self-reported' END`;
}

/** The grades of the returns of some ventures for a month, by venture; those that filed none are left out. */
export async function gradesIn(
  reads: Reads,
  ventureIds: number[],
  month: Month,
): Promise<Map<number, EvidenceGrade>> {
  if (ventureIds.length === 0) return new Map();
  const rows = await rowsOf<{ ventureId: number; grade: EvidenceGrade }>(
    reads,
    sql`SELECT r."ventureId", ${gradeSql(sql`r`)} AS "grade" FROM "JobsReturn" r
      WHERE r."ventureId" IN ${listed(ventureIds)} AND r."month" = ${month} AND NOT r."setAside"`,
  );
  return new Map(rows.map(({ ventureId, grade }) => [Number(ventureId), grade]));
}

/**
 * What would have to be there for the grade that was stated.
 * @returns null where what is there is as good, or better
 */
export function missingFor(
  stated: EvidenceGrade,
  proved: Proved,
): { key: WordKey; values: WordValues } | null {
  const order = (grade: EvidenceGrade) => evidenceGrades.indexOf(grade);
  if (order(gradeOf(proved)) >= order(stated)) return null;
  const now = proved.headcount;
  if (stated === 'roster') {
    const { rosterPeople } = proved;
    return rosterPeople === null
      ? { key: 'returns.grade.needs.roster', values: {} }
      : { key: 'returns.grade.needs.match', values: { roster: rosterPeople, now } };
  }
  const kind = stated as ProofKind;
  const people = provedBy(proved, kind);
  return people === 0
    ? { key: `returns.grade.needs.${kind}`, values: {} }
    : { key: 'returns.grade.needs.more', values: { people, now } };
}
