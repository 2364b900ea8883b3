import type { Tx } from '../../database/database.js';
import { rowsOf } from '../../database/direct-sql.js';
import { insertRows } from '../../database/insert-rows.js';
import { listed } from '../../database/listed.js';
import { sql } from '../../database/sql.js';
import type { Actor } from '../../history/actor.js';
import { isCurrentVenture } from '../../people/scope.js';

/** A venture whose name others have too, and why it is another one than they, as somebody said on saving it. */
export type Distinct = { ventureId: number; nameKey: string; reason: string };

/** Above every id. */
export const anyId = Number.MAX_SAFE_INTEGER;

/**
 * Puts down that ventures are others than those of their names, as it was said when they were saved: nobody is asked
 * again by the list of likely doubles. A pair that is told apart already stays as it is.
 * @param before of those with a lower id than this one
 */
export async function enterPairs(
  tx: Tx,
  by: Actor,
  distinct: readonly Distinct[],
  before: number,
): Promise<void> {
  if (distinct.length === 0) return;
  const keys = distinct.map(({ nameKey }) => nameKey);
  const named = await rowsOf<{ id: number; nameKey: string }>(
    tx,
    sql`SELECT v."id", v."nameKey" FROM "Venture" v
      WHERE v."nameKey" IN ${listed(keys)} AND v."id" < ${before} AND ${isCurrentVenture.sql}`,
  );
  const pairs = distinct.flatMap(({ ventureId, nameKey, reason }) =>
    named
      .filter((other) => other.nameKey === nameKey && other.id !== ventureId)
      .map(({ id }) => ({
        firstId: Math.min(id, ventureId),
        secondId: Math.max(id, ventureId),
        reason,
      })),
  );
  const known = await rowsOf<{ firstId: number; secondId: number }>(
    tx,
    sql`SELECT "firstId", "secondId" FROM "VenturePair" WHERE "withdrawnAt" IS NULL
      AND "firstId" IN ${listed(pairs.map(({ firstId }) => firstId))}`,
  );
  const knownKeys = new Set(known.map(keyOf));
  const decided = { decidedAt: by.at, decidedById: by.accountId };
  await insertRows(
    tx,
    'VenturePair',
    pairs.filter((pair) => !knownKeys.has(keyOf(pair))).map((pair) => Object.assign(pair, decided)),
  );
}

const keyOf = ({ firstId, secondId }: { firstId: number; secondId: number }): string =>
  `${firstId} ${secondId}`;
