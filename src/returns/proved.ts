import type { Month } from '../calendar/days.js';
import type { Reads } from '../database/database.js';
import type { Say } from '../language/say.js';
import type { EvidenceGrade } from '../ventures/kinds.js';
import { gradeOf, missingFor, type Proved } from './grade.js';

/** What is there for one venture's month, the files as their page shows them. */
export async function findProved(reads: Reads, ventureId: number, month: Month) {
  const where = { ventureId, month };
  const proofs = await reads.returnProof.findMany({
    where,
    include: { proofFile: { select: { name: true, removedAt: true } } },
    orderBy: { id: 'asc' },
  });
  const roster = await reads.roster.findUnique({ where: { ventureId_month: where } });
  return { proofs, rosterPeople: roster?.people ?? null };
}
export type ProvedOfMonth = Awaited<ReturnType<typeof findProved>>;

/** A grade in words, and what the one that was stated would need; both null where there is no number to prove. */
export function presentGrade(
  say: Say,
  stated: EvidenceGrade,
  { headcount, rosterPeople, proofs }: Omit<Proved, 'headcount'> & { headcount: number | null },
): { grade: string | null; missing: string | null } {
  if (headcount === null) return { grade: null, missing: null };
  const proved = { headcount, rosterPeople, proofs };
  const missing = missingFor(stated, proved);
  return {
    grade: say(`returns.evidence.${gradeOf(proved)}`),
    missing: missing && say(missing.key, missing.values),
  };
}
