// Fills in, submits and closes one month after the other, and prints what was acknowledged:
// submitted MONTH, closed MONTH. Whoever started it kills it.
import '../../src/words.js';
import '../../src/between-rooms.js';
import { writeSync } from 'node:fs';
import { monthsBetween } from '../../src/calendar/days.js';
import { openDatabase, transact } from '../../src/database/database.js';
import { findMonthlyReturn, type OfPark } from '../../src/returns/begin-return.js';
import { closeMonth } from '../../src/returns/close-month.js';
import { gridRows } from '../../src/returns/grid-rows.js';
import { noteName, problemsOf } from '../../src/returns/problems.js';
import { readRules } from '../../src/returns/return-rules.js';
import { saveCells } from '../../src/returns/save-cells.js';
import { isOpen, type ReturnState } from '../../src/returns/states.js';
import { submitReturn } from '../../src/returns/submit-return.js';
import { at } from '../ledger/network.js';

const [file = '', parkId = '', from = ''] = process.argv.slice(2);
const by = at('2045-01-10');
const { db } = await openDatabase({ file });
const tell = (...words: unknown[]) => writeSync(1, `${words.join(' ')}\n`);
tell('begins');

for (const month of monthsBetween(from, '2044-12')) {
  const of = { parkId: Number(parkId), month };
  if (isOpen(((await findMonthlyReturn(db, of))?.state ?? 'draft') as ReturnState)) {
    await handIn(of);
    tell('submitted', month);
  }
  await transact(db, (tx) => closeMonth(tx, by, { month, reason: '测试' }));
  tell('closed', month);
}

async function handIn(of: OfPark): Promise<void> {
  const rows = await gridRows(db, of);
  const edits = rows.map(({ ventureId, shown }) => ({
    ventureId,
    column: 'headcount' as const,
    value: Number(of.month.slice(5)),
    was: String(shown.headcount ?? ''),
  }));
  await transact(db, (tx) => saveCells(tx, by, of, edits));
  const problems = problemsOf(await gridRows(db, of), await readRules(db), new Map());
  const notes = Object.fromEntries(problems.map((problem) => [noteName(problem), '核实']));
  await transact(db, (tx) => submitReturn(tx, by, { ...of, version: null, notes }));
}
