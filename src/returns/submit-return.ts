import type { Tx } from '../database/database.js';
import type { Actor } from '../history/actor.js';
import { recordEvent } from '../history/record.js';
import { Conflict, refuseIf } from '../language/refusal.js';
import type { OfPark } from './begin-return.js';
import { columns, type Values, valuesOf } from './cell-values.js';
import { duplicatesIn } from './duplicates.js';
import { fileHeadcounts } from './file-headcounts.js';
import { type GridRow, gridRows } from './grid-rows.js';
import type { Headcount } from './headcount.js';
import type { Filing } from './keep-returns.js';
import { noteName, type Problem, problemsOf } from './problems.js';
import { readRules } from './return-rules.js';
import { openReturn } from './save-cells.js';
import { tellReviewers } from './tell-return.js';

export type Submission = OfPark & {
  /** The version of the return that was seen; null where nobody had begun it. */
  version: number | null;
  /** The notes that confirm warnings, by their names. */
  notes: Record<string, string>;
};

/** A warning as it was confirmed: kept with the return, for whoever reviews it. */
export type Confirmed = { ventureId: number | null; code: string; note: string };

/**
 * Submits a park's return (提交): what was filled in becomes returns that count, all of them at this moment.
 * Rows that say what was filed already are left alone; others correct it.
 * @throws Refusal for an error in a row and for a warning without a note; Conflict when it changed meanwhile
 */
export async function submitReturn(tx: Tx, by: Actor, input: Submission): Promise<void> {
  const { parkId, month, version, notes } = input;
  const monthly = await openReturn(tx, by, { parkId, month });
  if (version !== null && monthly.version !== version)
    throw new Conflict('record.changed-meanwhile');
  const rows = await gridRows(tx, { parkId, month });
  const present = rows.filter(({ hasLeft }) => !hasLeft);
  const ids = present.map(({ ventureId }) => ventureId);
  const problems = problemsOf(rows, await readRules(tx), await duplicatesIn(tx, month, ids));
  refuseIf(problems.map((problem) => unconfirmed(problem, notes)));
  refuseIf([present.length === 0 && { field: '', key: 'returns.grid.empty' }]);
  await fileHeadcounts(tx, by, filingsOf(month, present));
  await tx.monthlyReturn.update({
    where: { id: monthly.id },
    data: {
      state: 'submitted',
      submittedAt: by.at,
      submittedById: by.accountId,
      approvedAt: null,
      approvedById: null,
      acceptedAt: null,
      acceptedById: null,
      firstSubmittedAt: monthly.firstSubmittedAt ?? by.at,
      confirmed: confirmedBy(problems, notes),
      version: monthly.version + 1,
    },
  });
  const filled = present.filter(({ shown }) => shown.headcount !== null);
  recordEvent(tx, by, {
    verb: 'monthly-return.submitted',
    subjectKind: 'monthly-return',
    subjectId: monthly.id,
    parkId,
    detail: {
      month,
      ventures: filled.length,
      missing: present.length - filled.length,
      headcount: filled.reduce((sum, { shown }) => sum + (shown.headcount ?? 0), 0),
    },
  });
  await tellReviewers(tx, by, { parkId, month });
}

function unconfirmed(problem: Problem, notes: Record<string, string>) {
  const field = noteName(problem);
  if (problem.kind === 'error')
    return { field: `error.${problem.ventureId}`, key: problem.key, values: problem.values };
  return (notes[field] ?? '').trim() === '' && ({ field, key: 'returns.confirm.note' } as const);
}

const confirmedBy = (problems: Problem[], notes: Record<string, string>): Confirmed[] =>
  problems.map((problem) => ({
    ventureId: problem.ventureId,
    code: problem.code,
    note: notes[noteName(problem)] ?? '',
  }));

/** What has to be filed so that the returns say what the grid says. */
function filingsOf(month: string, rows: GridRow[]): Filing[] {
  return rows.flatMap(({ ventureId, shown, filed }) => {
    if (shown.headcount === null || (filed && isSame(shown, valuesOf(filed)))) return [];
    const version = filed?.version ?? null;
    return [{ ...(shown as Headcount), ventureId, month, version }];
  });
}

const isSame = (a: Values, b: Values): boolean =>
  columns.every((column) => a[column] === b[column]);
