import { type Db, transact } from '../../src/database/database.js';
import { loadRegister } from '../../src/figures/register.js';
import { fileHeadcounts } from '../../src/returns/file-headcounts.js';
import { settleVentures } from '../../src/ventures/settle-venture.js';
import type { World } from '../database/scratch.js';
import { at, headcount, somePark, someVentures } from '../ledger/network.js';

/** When everything of the network was recorded. */
const by = at('2025-01-22');

/** The network as a world of its own, made once for the whole run. */
export const reported: World = { name: 'reported-network', fill: (db) => reportedNetwork(db) };

/**
 * The register of figures and the network that the report tells of: ten parks, 267 ventures, and so many
 * people in each. All reported for November 2024; 16 did not for December, and are carried forward.
 */
export async function reportedNetwork(db: Db, people = 13): Promise<void> {
  await transact(db, async (tx) => {
    await loadRegister(tx);
    const parkIds: number[] = [];
    for (let i = 0; i < 10; i += 1) parkIds.push(await somePark(tx, by));
    const first = parkIds[0] as number;
    const ventureIds = await someVentures(tx, by, first, 267);
    const settled = ventureIds.map((ventureId, i) => ({
      ventureId,
      parkId: parkIds[i % 10] as number,
      beganOn: '2024-06-03',
    }));
    await settleVentures(tx, by, settled);
    const filed = (month: string, ids: number[]) =>
      ids.map((ventureId) => ({ ventureId, month, ...headcount(people), version: null }));
    await fileHeadcounts(tx, by, filed('2024-11', ventureIds));
    await fileHeadcounts(tx, by, filed('2024-12', ventureIds.slice(16)));
  });
}
