import type { Reads } from '../database/database.js';

/** The names behind some accounts, by their ids. */
export async function accountNames(
  reads: Reads,
  ids: (number | null | undefined)[],
): Promise<(id: number | null) => string | null> {
  const known = [...new Set(ids)].filter((id) => typeof id === 'number');
  const accounts = await reads.account.findMany({ where: { id: { in: known } } });
  const names = new Map(accounts.map(({ id, name }) => [id, name]));
  return (id) => (id === null ? null : (names.get(id) ?? null));
}
