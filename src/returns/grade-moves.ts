import type { Tx } from '../database/database.js';
import type { Actor } from '../history/actor.js';
import { type EvidenceGrade, evidenceGrades } from '../ventures/kinds.js';
import { findMonthlyReturn, type OfPark } from './begin-return.js';
import { gradesIn } from './grade.js';
import { tellGrades } from './tell-return.js';

/** The grade of a return before and after. */
export type GradeMove = [before: EvidenceGrade, after: EvidenceGrade];

/**
 * Does what may move grades of a park's month: attaching, removing, another roster. Whoever approved or accepted the
 * park's return reads of every grade that became weaker.
 * @returns what the act returns, and the grades that moved, by venture
 */
export async function movingGrades<T>(
  tx: Tx,
  by: Actor,
  { ventureIds, reason = '', ...of }: OfPark & { ventureIds: number[]; reason?: string },
  act: () => Promise<T>,
): Promise<{ result: T; moves: Map<number, GradeMove> }> {
  const before = await gradesIn(tx, ventureIds, of.month);
  const result = await act();
  const after = await gradesIn(tx, ventureIds, of.month);
  const moves = new Map<number, GradeMove>();
  for (const [ventureId, grade] of before) {
    const now = after.get(ventureId);
    if (now !== undefined && now !== grade) moves.set(ventureId, [grade, now]);
  }
  const weaker = [...moves].filter(([, [was, now]]) => order(now) < order(was));
  const monthly = weaker.length > 0 ? await findMonthlyReturn(tx, of) : null;
  if (monthly && (monthly.state === 'approved' || monthly.state === 'accepted'))
    for (const [ventureId, [was, now]] of weaker)
      await tellGrades(tx, by, monthly, { ventureId, before: was, now, reason });
  return { result, moves };
}

const order = (grade: EvidenceGrade): number => evidenceGrades.indexOf(grade);

/** A move as an event tells of it: nothing where the grade stayed. */
export const gradeDetail = (move: GradeMove | undefined): { grade?: GradeMove } =>
  move ? { grade: move } : {};
