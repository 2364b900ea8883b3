import { type Db, type Tx, transact } from '../../../src/database/database.js';
import { enterPeople } from '../../../src/people/enter-people.js';
import { seedAccounts } from '../accounts.js';
import { loadReference } from '../reference.js';
import { type Act, actsOf } from './acts.js';
import { accountFounders } from './featured.js';
import { planNetwork } from './plan.js';
import { Replay } from './replay.js';
import type { Shape } from './shape.js';

const beginning = new Date('2023-01-04T01:00:00Z');
/** A month of a very large network takes its time. */
const timeoutMs = 600_000;

/**
 * Fills an empty database with a network of that shape: accounts, then month by month what its people record.
 * `log` is told how far it is.
 */
export async function loadNetwork(
  db: Db,
  shape: Shape,
  { log }: { log: (line: string) => void },
): Promise<void> {
  await loadReference(db);
  const accounts = await transact(db, seedPeople);
  const replay = new Replay(accounts);
  let year = '';
  for (const acts of byMonth(actsOf(planNetwork(shape)))) {
    const next = (acts[0] as Act).at.toISOString().slice(0, 4);
    if (next !== year) log(`  ${next} ...`);
    year = next;
    await transact(
      db,
      async (tx) => {
        for (const act of acts) await replay.play(tx, act);
      },
      { timeoutMs },
    );
  }
}

async function seedPeople(tx: Tx): Promise<Map<string, number>> {
  const by = { accountId: null, at: beginning };
  const [first, second] = await enterPeople(tx, by, accountFounders);
  return seedAccounts(tx, by, {
    putuoRegion: '330903',
    founderPersonIds: [first as number, second as number],
  });
}

/** Each month is one transaction. */
function byMonth(acts: Act[]): Act[][] {
  const months = new Map<string, Act[]>();
  for (const act of acts) {
    const month = act.at.toISOString().slice(0, 7);
    const others = months.get(month);
    if (others) others.push(act);
    else months.set(month, [act]);
  }
  return [...months.values()];
}
