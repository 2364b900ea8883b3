import type { Month } from '../calendar/days.js';
import type { Db } from '../database/database.js';
import type { Actor } from '../history/actor.js';
import { classify, hashOf, type Piece } from './classify.js';
import { groundOf } from './ground-of.js';
import { refuseUnlessImporter } from './permissions.js';
import type { Choices, Planned } from './planned.js';
import type { SourceRow } from './source-rows.js';
import { type Moved, tryRows } from './try-rows.js';

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
  const ground = await groundOf(db, parkId, { month, at: by.at });
  return classify(db, rows, { choices, ground, asking: { viewer, month, batchId } });
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
  let done = 0;
  for (const piece of pieces) {
    piece.rows = piece.rows.map((row) => ran.get(row.row) ?? row);
    for (const moved of await tryRows(db, by, piece.rows, list)) addTo(sums, moved);
    done += piece.rows.length;
    await progress(done);
  }
  const moved = [...sums.values()].filter(({ amount }) => amount !== 0);
  return {
    rows: pieces.flatMap(({ rows }) => rows),
    moved,
    marks: pieces.map(({ mark }) => mark),
  };
}

function addTo(sums: Map<string, Moved>, { measure, month, amount }: Moved): void {
  const key = `${measure} ${month}`;
  const before = sums.get(key)?.amount ?? 0;
  sums.set(key, { measure, month, amount: before + Number(amount) });
}

/** What was shown of a list, so that what is run is that. */
export const fingerprintOf = ({ rows, marks }: Pick<Plan, 'rows' | 'marks'>): string =>
  hashOf([rows, marks]);
