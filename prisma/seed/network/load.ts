import { enterAuthority } from '../../../src/about/enter-authority.js';
import { enterOffice } from '../../../src/waivers/letters/enter-office.js';
import { authorities } from './authorities.js';
import { offices } from './offices.js';
// Leaving a stay ends what rests on it, in rooms above, and messages need their words.
import '../../../src/between-rooms.js';
import '../../../src/words.js';
import { currentCalendar } from '../../../src/calendar/stored-calendar.js';
import { type Db, type Tx, transact } from '../../../src/database/database.js';
import { markDemonstration } from '../../../src/database/demonstration-mark.js';
import { sql } from '../../../src/database/sql.js';
import { restateRent } from '../../../src/ledger/restate.js';
import { enterPeople } from '../../../src/people/enter-people.js';
import { loadReference } from '../../../src/reference.js';
import { beginWorkers } from '../../../src/returns/enter-workers.js';
import { beginRents } from '../../../src/ventures/enter-rents.js';
import { goOnHolding } from '../../../src/ventures/hold-over.js';
import { seedAccounts } from '../accounts.js';
import { subsidyActs } from '../subsidies/subsidy-acts.js';
import { addInBulk } from '../waivers/add-in-bulk.js';
import type { Sealing } from '../waivers/papers.js';
import { type Act, actsOf } from './acts.js';
import { accountFounders } from './featured.js';
import { leaseActs } from './leases.js';
import { mistakes } from './mistakes.js';
import { parkActs } from './park-changes.js';
import { photoActs } from './photos.js';
import { planNetwork } from './plan.js';
import { Replay } from './replay.js';
import { reportsAt, seedReports } from './reports.js';
import { viewActs } from './saved-views.js';
import type { Shape } from './shape.js';

const by = { accountId: null, at: new Date('2023-01-04T01:00:00Z') };
/** The whole demonstration, or a month of a very large network, is one transaction and takes its time. */
const timeoutMs = 600_000;

export type Loading = {
  log: (line: string) => void;
  /** All in one transaction, so that an interrupted start leaves nothing behind; else one for each month. */
  isWhole: boolean;
  /** Identity numbers and proof are sealed here as anywhere. */
  sealing: Sealing;
};

/** Fills an empty database with a network of that shape: accounts, then what its people record, in order of time. */
export async function loadNetwork(
  db: Db,
  shape: Shape,
  { log, isWhole, sealing }: Loading,
): Promise<void> {
  await loadReference(db);
  // Of an empty ledger nothing is left to enter: what follows enters workers as it goes along.
  await beginWorkers(db, by.at);
  const plan = planNetwork(shape, await currentCalendar(db));
  const own = [...mistakes, ...leaseActs, ...photoActs, ...viewActs, ...subsidyActs];
  const acts = actsOf(plan, isWhole ? [...parkActs, ...own] : parkActs);
  let replay: Replay | undefined;
  let told = '';
  let month = '';
  let hasReports = !isWhole;
  for (const part of isWhole ? [acts] : byMonth(acts)) {
    await transact(
      db,
      async (tx) => {
        replay ??= new Replay(await seedPeople(tx), sealing, isWhole);
        for (const act of part) {
          const year = act.at.toISOString().slice(0, 4);
          if (year !== told) log(`  ${year} ...`);
          told = year;
          if (!hasReports && act.at > reportsAt) await seedReports(tx);
          hasReports ||= act.at > reportsAt;
          if (month !== act.at.toISOString().slice(0, 7)) await goOn(tx, act.at);
          month = act.at.toISOString().slice(0, 7);
          await replay.play(tx, act);
        }
        await carryMessages(tx);
      },
      { timeoutMs },
    );
  }
  if (shape.waiversInBulk > 0)
    await transact(db, (tx) => addInBulk(tx, shape.waiversInBulk), { timeoutMs });
  await beginRents(db, (acts.at(-1) as Act).at);
}

/** What the service does by itself in a new month. */
async function goOn(tx: Tx, at: Date): Promise<void> {
  const system = { accountId: null, at };
  await restateRent(tx, system, await goOnHolding(tx, system));
}

/** Whether nothing has been entered: reference data does not count. */
export async function isEmpty(db: Db): Promise<boolean> {
  return (await db.account.findFirst()) === null && (await db.park.findFirst()) === null;
}

/** What was told in an invented past went out then: the first start must not send it. */
const carryMessages = (tx: Tx): Promise<number> =>
  tx.$executeRaw(sql`
    UPDATE "OutboxMessage" SET "sentAt" = "createdAt", "nextTryAt" = NULL WHERE "nextTryAt" IS NOT NULL`);

async function seedPeople(tx: Tx): Promise<Map<string, number>> {
  await markDemonstration(tx);
  const [first, second] = await enterPeople(tx, by, accountFounders);
  const ids = await seedAccounts(tx, by, {
    founderPersonIds: [first as number, second as number],
  });
  const bureau = { accountId: ids.get('bureau') as number, at: by.at };
  for (const authority of authorities) await enterAuthority(tx, bureau, authority);
  for (const office of offices) await enterOffice(tx, bureau, office);
  return ids;
}

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
