import type { Tx } from '../database/database.js';
import { rowsOf } from '../database/direct-sql.js';
import { listed } from '../database/listed.js';
import { sql } from '../database/sql.js';
import { type Fault, refuseIf } from '../language/refusal.js';
import { isCurrentVenture } from '../people/scope.js';

/** @throws Refusal with the row whose credit code another venture has */
export async function refuseTakenCodes(
  tx: Tx,
  inputs: { creditCode: string | null }[],
): Promise<void> {
  const codes = inputs.map((input) => input.creditCode).filter((code) => code !== null);
  if (codes.length === 0) return;
  const taken = await rowsOf<{ creditCode: string }>(
    tx,
    sql`SELECT "creditCode" FROM "Venture" WHERE "creditCode" IN ${listed(codes)}`,
  );
  const seen = new Set(taken.map((venture) => venture.creditCode));
  inputs.forEach(({ creditCode }, row) => {
    refuseIf(
      [
        creditCode !== null &&
          seen.has(creditCode) && { field: 'creditCode', key: 'ventures.code-taken' },
      ],
      row,
    );
    if (creditCode !== null) seen.add(creditCode);
  });
}

/**
 * Holds up what would be counted twice. @param keys of the names of the inputs, in their order. @returns the places of the inputs that another venture shares its name with
 * @throws Refusal with the row where nobody says why it is another one
 */
export async function refuseSameNames(
  tx: Tx,
  inputs: { another?: string | null }[],
  keys: string[],
): Promise<Set<number>> {
  const taken = await rowsOf<{ nameKey: string }>(
    tx,
    sql`SELECT DISTINCT v."nameKey" FROM "Venture" v
      WHERE v."nameKey" IN ${listed(keys)} AND ${isCurrentVenture.sql}`,
  );
  const seen = new Set(taken.map(({ nameKey }) => nameKey));
  const shared = new Set<number>();
  for (const [row, key] of keys.entries()) {
    const isShared = seen.has(key);
    refuseIf([isShared && !inputs[row]?.another && sameNameFault], row);
    if (isShared) shared.add(row);
    seen.add(key);
  }
  return shared;
}

export const sameNameFault: Fault = { field: 'another', key: 'ventures.same-name' };
