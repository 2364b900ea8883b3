import type { Month } from '../calendar/days.js';
import type { Db } from '../database/database.js';
import type { Actor } from '../history/actor.js';
import { classify, hashOf, type Piece } from './classify.js';
import { groundOf } from './ground-of.js';
import { refuseUnlessImporter } from './permissions.js';
import { backlogMonths, type Choices, isBacklog, isToDo, type Planned } from './planned.js';
import type { SourceRow } from './source-rows.js';
import { type Moved, type Trying, tryRows } from './try-rows.js';

/** A list that is to be brought into a park. */
export type List = {
  parkId: number;
  rows: readonly SourceRow[];
  choices: Choices;
  month: Month | null;
  batchId: number | null;
  /** What the history says of a correction: from which list it is. */
  reason: string;
};
export type Plan = {
  rows: Planned[];
  moved: Moved[];
  /** What its backlog would move, once it is agreed to. */
  backlogMoved: Moved[];
  /** Of what is on record of the rows, a piece each: another where what they rest on has changed. */
  marks: string[];
};
type Progress = (done: number) => void | Promise<void>;

/**
 * Says what a list comes to, without trying anything.
 * @throws Forbidden for who does not keep the park's records
 */
export async function readList(
  db: Db,
  by: Actor,
  { parkId, rows, choices, month, batchId }: List,
): Promise<Piece[]> {
  const viewer = await refuseUnlessImporter(db, by, parkId);
  const ground = await groundOf(db, parkId, { month, at: by.at, viewer });
  return classify(db, rows, { choices, ground, asking: { viewer, month, parkId, batchId } });
}

/**
 * What a run of a list would do, row by row, and which totals it would move (预演). Nothing is written.
 * @param ran rows that were run already, as they were planned: they stay as they are
 * @throws Forbidden for who does not keep the park's records
 */
export async function planList(
  db: Db,
  by: Actor,
  list: List,
  {
    ran = new Map(),
    progress = () => {},
  }: { ran?: Map<number, Planned>; progress?: Progress } = {},
): Promise<Plan> {
  const pieces = await readList(db, by, list);
  const sums = new Map<string, Moved>();
  const backlogSums = new Map<string, Moved>();
  const trying: Trying = Object.assign({ refused: new Set<number>() }, list);
  let done = 0;
  for (const piece of pieces) {
    piece.rows = piece.rows.map((row) => ran.get(row.row) ?? row);
    const toDo = piece.rows.filter(isToDo);
    for (const moved of await tryRows(db, by, toDo, trying)) addTo(sums, moved);
    for (const moved of await tryBacklog(db, by, piece.rows, trying)) addTo(backlogSums, moved);
    done += piece.rows.length;
    await progress(done);
  }
  return {
    rows: pieces.flatMap(({ rows }) => rows),
    moved: sumsIn(sums),
    backlogMoved: sumsIn(backlogSums),
    marks: pieces.map(({ mark }) => mark),
  };
}

/** Tries what waits for the bureau as if it had agreed, so that it is shown what it would agree to. */
async function tryBacklog(db: Db, by: Actor, rows: readonly Planned[], trying: Trying) {
  const waiting = rows.filter(isBacklog);
  const [from] = backlogMonths(waiting);
  if (from === undefined) return [];
  return tryRows(db, by, waiting, Object.assign({}, trying, { backlog: { from } }));
}

const sumsIn = (sums: ReadonlyMap<string, Moved>): Moved[] =>
  [...sums.values()].filter(({ amount }) => amount !== 0);

function addTo(sums: Map<string, Moved>, { measure, month, amount }: Moved): void {
  const key = `${measure} ${month}`;
  const before = sums.get(key)?.amount ?? 0;
  sums.set(key, { measure, month, amount: before + Number(amount) });
}

/** What was shown of a list, so that what is run is that. */
export const fingerprintOf = ({ rows, marks }: Pick<Plan, 'rows' | 'marks'>): string =>
  hashOf([rows, marks]);
