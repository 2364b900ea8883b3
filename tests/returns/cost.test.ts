import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { verifyLedger } from '../../src/backup/verify-ledger.js';
import { transact } from '../../src/database/database.js';
import { logVentures } from '../../src/ventures/log-venture.js';
import { settleVentures } from '../../src/ventures/settle-venture.js';
import { fewest } from '../database/fewest.js';
import { type Scratch, scratchDatabase } from '../database/scratch.js';
import { at, someVenture } from '../ledger/network.js';
import { startParks } from '../parks/cast.js';
import { step } from '../step.js';
import { type Client, signIn, type TestApp } from '../web/client.js';
import { typedGrid } from './cast.js';

const grid = '/returns/2025-01/P01';
let scratch: Scratch;
let app: TestApp;
let park1: Client;
let statements = 0;
beforeAll(async () => {
  scratch = await scratchDatabase({ onQuery: () => (statements += 1) });
  app = await startParks({ db: scratch.db });
  park1 = await signIn(app.base, 'park1');
});
afterAll(async () => {
  await app.close();
  await scratch.close();
});

const pages = [
  '/dashboard',
  grid,
  `${grid}/submission`,
  '/returns?month=2025-01',
  '/returns/2025-01/evidence',
];

async function counts(): Promise<number[]> {
  const taken: number[] = [];
  for (const page of pages) {
    const look = async () => {
      statements = 0;
      expect((await park1.get(page)).status, page).toBe(200);
      return statements;
    };
    taken.push(await fewest(look));
  }
  return taken;
}

it('asks as many statements for 500 ventures as for two, when they are read, filled in, saved and submitted', async () => {
  await step('asks as many statements for 500 ventures as for two', async () => {
    const few = await counts();
    await transact(
      app.db,
      async (tx) => {
        const by = at('2025-02-01');
        const ids = await logVentures(
          tx,
          by,
          Array.from({ length: 498 }, () => someVenture(1)),
        );
        const beganOn = '2024-09-15';
        await settleVentures(
          tx,
          by,
          ids.map((ventureId) => ({ ventureId, parkId: 1, beganOn })),
        );
      },
      { timeoutMs: 60_000 },
    );
    expect(await counts()).toEqual(few);
    for (const [i, count] of few.entries()) expect(count, pages[i]).toBeLessThan(40);
  });

  await step(
    '500 ventures are filled in by one file, of a bounded number of statements',
    async () => {
      const cookie = [...park1.cookies].map((pair) => pair.join('=')).join('; ');
      const file = await fetch(`${app.base}${grid}/headcounts.xlsx`, { headers: { cookie } });
      const { sheets } = await readXlsx(new Uint8Array(await file.arrayBuffer()));
      const rows = (sheets[0]?.rows ?? []).map((row, i) => (i === 0 ? row : row.with(5, 8)));
      const bytes = await writeXlsx({ sheets: [{ name: '月报', rows }] });
      const body = new FormData();
      body.append('_token', await park1.tokenOf(`${grid}/import`));
      body.append('file', new Blob([new Uint8Array(bytes)]), '月报.xlsx');
      statements = 0;
      const shown = await park1.send(`${grid}/import`, { method: 'POST', body });
      expect(shown.text).toContain('500 家创业主体，500 格将改动');
      expect(statements).toBeLessThan(40);
      const ids = (await app.db.venture.findMany({ select: { id: true } })).map(({ id }) => id);
      const fields = await typedGrid(
        app,
        '2025-01',
        Object.fromEntries(ids.map((id) => [`${id}.headcount`, '8'])),
      );
      statements = 0;
      const kept = await park1.post(`${grid}/import/cells`, fields, { from: '/account' });
      expect(kept.status).toBe(303);
      expect(statements).toBeLessThan(60);
      expect(await app.db.returnCell.count({ where: { headcount: 8 } })).toBe(500);
    },
  );

  await step(
    '500 ventures are saved by one form and submitted by one request, of a bounded number of statements',
    async () => {
      const ids = (await app.db.venture.findMany({ select: { id: true } })).map(({ id }) => id);
      const typed = Object.fromEntries(ids.map((id) => [`${id}.headcount`, '7']));
      const fields = await typedGrid(app, '2025-01', typed);
      statements = 0;
      expect((await park1.post(`${grid}/grid`, fields, { from: '/account' })).status).toBe(303);
      expect(statements).toBeLessThan(60);
      const note = { 'note.park.park:3500': '新并入一批', version: '' };
      const token = await park1.tokenOf('/account');
      statements = 0;
      const sent = await park1.postExactly(`${grid}/submission`, { ...note, _token: token });
      expect(sent.status, sent.text.slice(0, 2000)).toBe(303);
      expect(statements).toBeLessThan(60);
      expect(await app.db.jobsReturn.count({ where: { month: '2025-01' } })).toBe(500);
      expect((await verifyLedger(app.db)).problems).toEqual([]);
    },
  );
});
