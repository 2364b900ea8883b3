import type { Tx } from '../database/database.js';
import type { Actor } from '../history/actor.js';
import { nameKey } from '../input/names.js';
import { addSpaces } from '../parks/add-spaces.js';
import { named } from './named-row.js';
import type { Planned, PlannedSpace } from './planned.js';
import { madeSpaces } from './register-facts.js';

/** The id of a space that rows of a list make. */
export type SpaceId = (space: PlannedSpace) => number;
type Made = {
  idOf: SpaceId;
  /** The space that was made now and that no row was asked about before takes; null for a row without one. */
  madeFor: (row: number) => number | null;
};

/**
 * Makes the spaces that rows take and that the park lacks, each once: what an earlier run of the batch, or an earlier piece
 * of it, made is taken. Of a list that is only tried, a later piece makes again what an earlier one would have made.
 * @throws RowRefused as `addSpaces` refuses
 */
export async function makeSpaces(
  tx: Tx,
  by: Actor,
  rows: readonly Planned[],
  { parkId, batchId }: { parkId: number; batchId: number | null },
): Promise<Made> {
  const taking = rows.flatMap(({ row, act }) => {
    const space = act?.lease?.space;
    return space ? [{ row, space }] : [];
  });
  const ids = new Map<string, number>();
  const keyOf = new Map(taking.map(({ row, space }) => [row, space.key]));
  const fresh = new Set<string>();
  if (taking.length > 0) {
    for (const { id, name } of await madeSpaces(tx, batchId)) ids.set(nameKey(name), id);
    const firsts = taking.filter(
      ({ space: { key } }, place) =>
        !ids.has(key) && taking.findIndex(({ space }) => space.key === key) === place,
    );
    const inputs = firsts.map(({ space }) => space.input);
    const added =
      inputs.length === 0
        ? []
        : await named(
            firsts.map(({ row }) => row),
            () => addSpaces(tx, by, parkId, inputs),
          );
    for (const [place, { space }] of firsts.entries()) {
      ids.set(space.key, added[place] as number);
      fresh.add(space.key);
    }
  }
  return {
    idOf: ({ key }) => ids.get(key) as number,
    madeFor: (row) => {
      const key = keyOf.get(row);
      return key !== undefined && fresh.delete(key) ? (ids.get(key) as number) : null;
    },
  };
}
