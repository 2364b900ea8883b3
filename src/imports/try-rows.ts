import { type Month, monthOf, today } from '../calendar/days.js';
import { type Db, type Tx, transact } from '../database/database.js';
import { rowsOf } from '../database/direct-sql.js';
import { sql } from '../database/sql.js';
import type { Actor } from '../history/actor.js';
import { Conflict, type Fault, Refusal } from '../language/refusal.js';
import { RowRefused } from './named-row.js';
import { noteOf } from './plan-create.js';
import type { Planned } from './planned.js';
import { type Running, runRows } from './run-rows.js';

/** What the rows would enter in the ledger: sums by measure and month. */
export type Moved = { measure: string; month: Month; amount: number };

/** Ends a transaction in which rows were only tried. */
class OnlyTried extends Error {
  constructor(readonly moved: Moved[]) {
    super('nothing of it is kept');
  }
}

export type Trying = Running & {
  /** The rows that were refused so far: a space that one of them would have made is not there for later rows. */
  refused: Set<number>;
  /** The park and the months that are held to be reopened while rows are tried. */
  backlog?: { from: Month };
};

/**
 * Runs rows and takes everything back: what a verb refuses of them is rejected with its reason, and of the others it is
 * known exactly which totals they move. Rows are changed in place.
 * @param rows those that act, of one piece
 */
export async function tryRows(
  db: Db,
  by: Actor,
  rows: readonly Planned[],
  running: Trying,
): Promise<Moved[]> {
  let acting = [...rows];
  for (;;) {
    acting = acting.filter((planned) => !isWithoutSpace(planned, running));
    if (acting.length === 0) return [];
    const refused = await tryOnce(db, by, acting, running);
    if (Array.isArray(refused)) return refused;
    if (refused === 'unclear') return tryHalves(db, by, acting, running);
    const place = acting.findIndex(({ row }) => row === refused.row);
    const [planned] = acting.splice(place, 1);
    if (planned) reject(planned, refused.faults, running);
  }
}

/** Rejects a row that takes a space which a row before it was to make, where that was refused. */
function isWithoutSpace(planned: Planned, running: Trying): boolean {
  const space = planned.act?.lease?.space;
  if (!space || !running.refused.has(space.row)) return false;
  const values = { space: space.input.name, row: String(space.row) };
  reject(planned, [{ field: 'spaceId', key: 'imports.why.space-of-refused', values }], running);
  return true;
}

/** A verb that takes a list does not always say which of it: the half is tried in which it is. */
async function tryHalves(
  db: Db,
  by: Actor,
  rows: readonly Planned[],
  running: Trying,
): Promise<Moved[]> {
  const middle = Math.ceil(rows.length / 2);
  const first = await tryRows(db, by, rows.slice(0, middle), running);
  return [...first, ...(await tryRows(db, by, rows.slice(middle), running))];
}

/** A lease in the way of another that no venture on record has is of a row of the list. */
const inList = (fault: Fault): Fault =>
  fault.key === 'ventures.space-taken' && fault.values?.venture === ''
    ? { field: fault.field, key: 'imports.why.space-taken', values: fault.values }
    : fault;

function reject(planned: Planned, faults: readonly Fault[], { refused }: Trying): void {
  refused.add(planned.row);
  Object.assign(planned, { outcome: 'rejected', why: faults.map(inList).map(noteOf), act: null });
  delete planned.backlogFrom;
}

async function tryOnce(
  db: Db,
  by: Actor,
  rows: readonly Planned[],
  running: Trying,
): Promise<Moved[] | RowRefused | 'unclear'> {
  try {
    await transact(
      db,
      async (tx) => {
        const before = await position(tx);
        await openFor(tx, by, running);
        await runRows(tx, by, rows, running);
        throw new OnlyTried(await movedSince(tx, before));
      },
      { timeoutMs: 60_000 },
    );
  } catch (error) {
    if (error instanceof OnlyTried) return error.moved;
    if (error instanceof RowRefused) return error;
    const [first, ...others] = rows;
    if (error instanceof Refusal && first)
      return others.length > 0 ? 'unclear' : new RowRefused(first.row, error.faults);
    // Somebody else changes one of them at this moment: it is read again before anything is run.
    if (error instanceof Conflict && first)
      return others.length > 0
        ? 'unclear'
        : new RowRefused(first.row, [{ field: '', key: error.key, values: error.values }]);
    throw error;
  }
  throw new Error('rows that were tried were kept');
}

/** What the bureau would agree to, in the name of somebody: kept no longer than what is tried under it. */
async function openFor(tx: Tx, by: Actor, { parkId, backlog, reason }: Trying): Promise<void> {
  if (!backlog) return;
  const { from: month } = backlog;
  const { id: agreedById } = await tx.account.findFirstOrThrow({ select: { id: true } });
  const lastDay = today(by.at);
  const months = { month, throughMonth: monthOf(lastDay), lastDay };
  const times = { askedAt: by.at, agreedAt: by.at, agreedById };
  await tx.reopening.create({
    data: Object.assign({ scope: 'park', parkId, reason }, months, times),
  });
}

async function position(tx: Tx): Promise<number> {
  const [head] = await rowsOf<{ position: number }>(tx, sql`SELECT "position" FROM "LedgerHead"`);
  return head?.position ?? 0;
}

const movedSince = (tx: Tx, before: number): Promise<Moved[]> =>
  rowsOf<Moved>(
    tx,
    sql`SELECT "measure", substr("effectiveOn", 1, 7) AS "month", SUM("amount") AS "amount" FROM "LedgerEntry"
      WHERE "position" > ${before} GROUP BY 1, 2 HAVING SUM("amount") <> 0 ORDER BY 1, 2`,
  );
