import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase, type Tx, transact } from '../../src/database/database.js';
import { addSpace } from '../../src/parks/add-spaces.js';
import { firstThresholds } from '../../src/parks/thresholds.js';
import { setThresholds } from '../../src/reports/set-thresholds.js';
import { fileHeadcount } from '../../src/returns/file-headcounts.js';
import { endResidency } from '../../src/ventures/end-residency.js';
import { logVenture } from '../../src/ventures/log-venture.js';
import { settleVenture } from '../../src/ventures/settle-venture.js';
import { type Network, startNetwork } from '../ledger/cast.js';
import { at, headcount, someVenture } from '../ledger/network.js';
import { aSpace } from '../parks/cast.js';
import { Client, signIn, startApp } from '../web/client.js';

let app: Network;
let file = '';
beforeAll(async () => {
  app = await startNetwork();
  const [main] = await app.db.$queryRaw<{ file: string }[]>`PRAGMA database_list`;
  file = main?.file ?? '';
});
afterAll(() => app.close());

const by = at('2025-02-10');
const usernames = ['bureau', 'putuo', 'park1', 'park13', 'auditor'];
const addresses = [
  '/dashboard',
  '/dashboard?lang=en',
  '/dashboard?asOf=2025-01-21',
  '/dashboard?position=20',
];

/** Without what is different on each page of a session. */
const withoutToken = (text: string): string => text.replace(/(name="_token" value=")[^"]+/g, '$1');

/** The page as somebody sees it in a service that has just been started, and has kept nothing. */
async function afresh(client: Client, address: string): Promise<string> {
  const { db, close } = await openDatabase({ file, readers: 1 });
  const fresh = await startApp({ db, clock: app.clock, config: app.config, keys: app.keys });
  try {
    const other = new Client(fresh.base);
    for (const [name, value] of client.cookies) other.cookies.set(name, value);
    return withoutToken((await other.get(address)).text);
  } finally {
    await fresh.close();
    await close();
  }
}

type Act = (tx: Tx, round: number) => Promise<unknown>;

/** What is done to the register, and what the nightly runs find. */
const acts: Record<string, Act> = {
  files: (tx, round) =>
    fileHeadcount(tx, by, {
      ventureId: app.ventureIds[3 + (round % 4)] as number,
      month: '2025-01',
      version: round < 4 ? null : 1,
      ...headcount(20 + round),
    }),
  arrives: async (tx) => {
    const [, parkId] = app.parkIds;
    const ventureId = await logVenture(tx, by, { ...someVenture(parkId), legalForm: 'firm' });
    await settleVenture(tx, by, { ventureId, parkId, beganOn: '2025-02-01' });
  },
  leaves: (tx, round) =>
    endResidency(tx, by, {
      ventureId: app.ventureIds[7 + round] as number,
      endedOn: '2025-02-09',
      reason: 'graduated',
      note: '',
      setsAsideReturns: true,
    }),
  'adds a space': (tx) => addSpace(tx, by, app.parkIds[0], aSpace({ name: '新场地' })),
  'sets a threshold': (tx, round) =>
    setThresholds(
      tx,
      by,
      { ...firstThresholds, 'visit-days': 30 + round },
      { kind: 'from', day: '2025-02-01' },
    ),
  'is audited': (tx, round) =>
    tx.parityRun.create({ data: { at: by.at, cases: round, differing: 0, result: {} } }),
};

describe('the dashboard that is kept', () => {
  it('is the one that a service makes afresh, for every viewer, language and day, after any acts', async () => {
    const clients = await Promise.all(usernames.map((name) => signIn(app.base, name)));
    const names = Object.keys(acts);
    const random = mulberry(20261128);
    const done: Record<string, number> = {};
    for (let round = 0; round < 14; round += 1) {
      const name = names[
        round < names.length ? round : Math.floor(random() * names.length)
      ] as string;
      const times = done[name] ?? 0;
      done[name] = times + 1;
      if (name !== 'leaves' || times < 3)
        await transact(app.db, async (tx) => acts[name]?.(tx, times));
      for (const client of clients) {
        const address = addresses[Math.floor(random() * addresses.length)] as string;
        const [first, second] = [await client.get(address), await client.get(address)];
        expect(first.status).toBe(200);
        expect(withoutToken(second.text)).toBe(withoutToken(first.text));
        expect(withoutToken(second.text), `${name}, ${address}`).toBe(
          await afresh(client, address),
        );
      }
    }
  });

  it('costs one statement, and follows what another process has done', async () => {
    const bureau = await signIn(app.base, 'bureau');
    const before = await bureau.get('/dashboard');
    app.queries.length = 0;
    await bureau.get('/dashboard');
    expect(app.queries).toHaveLength(1);
    const other = await openDatabase({ file, readers: 1 });
    await transact(other.db, (tx) => acts.arrives?.(tx, 0) as Promise<unknown>);
    await other.close();
    const after = await bureau.get('/dashboard');
    expect(withoutToken(after.text)).not.toBe(withoutToken(before.text));
    expect(withoutToken(after.text)).toBe(await afresh(bureau, '/dashboard'));
  });
});

/** A small generator whose numbers are the same on each run. */
function mulberry(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
