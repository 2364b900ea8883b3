import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase, type Tx, transact } from '../../src/database/database.js';
import { addSpace } from '../../src/parks/add-spaces.js';
import { firstThresholds } from '../../src/parks/thresholds.js';
import { setThresholds } from '../../src/reports/set-thresholds.js';
import { fileHeadcount } from '../../src/returns/file-headcounts.js';
import { editVenture } from '../../src/ventures/edit-venture.js';
import { endResidency } from '../../src/ventures/end-residency.js';
import { logVenture } from '../../src/ventures/log-venture.js';
import { settleVenture } from '../../src/ventures/settle-venture.js';
import { logVisit } from '../../src/visits/log-visit.js';
import { aSpace } from '../parks/cast.js';
import { type Answer, Client, signIn, startApp } from '../web/client.js';
import { type Network, startNetwork } from './cast.js';
import { at, headcount, someVenture } from './network.js';

let app: Network;
let file = '';
beforeAll(async () => {
  app = await startNetwork();
  const [main] = await app.db.$queryRaw<{ file: string }[]>`PRAGMA database_list`;
  file = main?.file ?? '';
  const ventures = await app.db.venture.findMany({ orderBy: { id: 'asc' }, skip: 3, take: 5 });
  ofVentures.push(...ventures.map(({ number }) => `/ventures/${number}`));
});
afterAll(() => app.close());

const by = at('2025-02-10');
const usernames = ['bureau', 'putuo', 'park1', 'park13', 'auditor'];
/** Every page that is kept; those whose acts change something stand in sight of whom it concerns. */
const addresses = [
  '/dashboard',
  '/dashboard?lang=en',
  '/dashboard?asOf=2025-01-21',
  '/dashboard?position=20',
  '/ventures',
  '/ventures?status=settled&sort=headcount',
  '/ventures?density=tight&lang=en',
  '/ventures?density=wide&lang=zh',
  '/today',
];
/** Pages of the ventures that the acts are done to. */
const ofVentures: string[] = [];

/** Without what is different on each page of a session. */
const withoutToken = (text: string): string =>
  text.replace(/(?<=name="_(?:token|key)" value="|(?:Request number: |请求编号：))[^"<]+/g, '');

const read = ({ status, text }: Answer): [number, string] => [status, withoutToken(text)];

/** The page as somebody sees it in a service that has just been started, and has kept nothing. */
async function afresh(client: Client, address: string): Promise<[number, string]> {
  const { db, close } = await openDatabase({ file, readers: 1 });
  const fresh = await startApp({ db, clock: app.clock, config: app.config, keys: app.keys });
  try {
    const other = new Client(fresh.base);
    for (const [name, value] of client.cookies) other.cookies.set(name, value);
    return read(await other.get(address));
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
  'is renamed': async (tx, round) => {
    const { parkId: _, founders: __, foundedOn: ___, ...profile } = someVenture(app.parkIds[0]);
    const id = app.ventureIds[3] as number;
    await editVenture(tx, by, id, 1 + round, { ...profile, name: `改名 ${round}` });
  },
  'is visited': async (tx) => {
    const ventureId = app.ventureIds[5] as number;
    const { parkId } = await tx.residency.findFirstOrThrow({ where: { ventureId } });
    const facts = { kind: 'call' as const, madeBy: '某人', note: '', followUpOn: null };
    await logVisit(tx, by, { parkId, madeOn: '2025-02-03', ventureIds: [ventureId], ...facts });
  },
  'is audited': (tx, round) =>
    tx.parityRun.create({ data: { at: by.at, cases: round, differing: 0, result: {} } }),
};

describe('a page that is kept', () => {
  it('is the one that a service makes afresh, for every viewer, language and day, after any acts', async () => {
    const clients = await Promise.all(usernames.map((name) => signIn(app.base, name)));
    const names = Object.keys(acts);
    const all = [...addresses, ...ofVentures];
    const random = mulberry(20261128);
    const done: Record<string, number> = {};
    const opened = new Set<string>();
    for (let round = 0; round < 16; round += 1) {
      const name = names[
        round < names.length ? round : Math.floor(random() * names.length)
      ] as string;
      const times = done[name] ?? 0;
      done[name] = times + 1;
      if (name !== 'leaves' || times < 3)
        await transact(app.db, async (tx) => acts[name]?.(tx, times));
      for (const [of, client] of clients.entries()) {
        // The bureau sees each in turn, so that none is left out.
        const next = of === 0 ? round % all.length : Math.floor(random() * all.length);
        const address = all[next] as string;
        const [first, second] = [await client.get(address), await client.get(address)];
        if (first.status === 200) opened.add(address);
        expect(read(second)).toEqual(read(first));
        expect(read(second), `${name}, ${address}`).toEqual(await afresh(client, address));
      }
    }
    expect([...opened].sort()).toEqual([...all].sort());
  });

  it('costs one statement', async () => {
    const bureau = await signIn(app.base, 'bureau');
    for (const address of [...addresses, ...ofVentures]) {
      const counts: number[] = [];
      // Who is signed in, and what waits in the menu, is read again every two seconds.
      for (let time = 0; time < 5; time += 1) {
        app.queries.length = 0;
        await bureau.get(address);
        counts.push(app.queries.length);
      }
      expect(Math.min(...counts), address).toBe(1);
    }
  });

  it('follows what another process has done', async () => {
    const bureau = await signIn(app.base, 'bureau');
    for (const address of ['/dashboard', '/ventures']) {
      const before = await bureau.get(address);
      const other = await openDatabase({ file, readers: 1 });
      await transact(other.db, (tx) => acts.arrives?.(tx, 0) as Promise<unknown>);
      await other.close();
      const after = await bureau.get(address);
      expect(read(after)).not.toEqual(read(before));
      expect(read(after)).toEqual(await afresh(bureau, address));
    }
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
