import { afterEach, beforeEach, expect, it } from 'vitest';
import { transact } from '../../src/database/database.js';
import { totalOf } from '../../src/ledger/totals.js';
import { reportJobs } from '../../src/returns/founder-report.js';
import { step } from '../step.js';
import { Client } from '../web/client.js';
import { type Cast, startReturns, typedGrid } from './cast.js';

const month = '2025-01';
const grid = `/returns/${month}/P01`;
let app: Cast;
let page = '';
let number = '';
beforeEach(async () => {
  app = await startReturns();
  number = (await app.db.venture.findUniqueOrThrow({ where: { id: 1 } })).number;
  page = `/ventures/${number}/reports/${month}`;
});
afterEach(() => app.close());

const typed = (changes: Record<string, string> = {}) => ({
  headcount: '6',
  graduates: '1',
  hardship: '',
  returned: '',
  local: '4',
  others: '',
  note: '',
  version: '',
  ...changes,
});

it('a founder reports, corrects that, and the park takes it over', async () => {
  await step('a founder reports the own venture; it counts nowhere', async () => {
    expect((await app.as('founder1').get('/returns')).text).toContain(`href="${page}"`);
    expect((await app.as('founder1').get(page)).text).toContain('上报2025年1月用工');
    const sent = await app.as('founder1').post(page, typed());
    expect([sent.status, sent.location]).toEqual([303, '/returns']);
    expect((await app.as('founder1').get('/returns')).text).toContain('已上报 6 人');
    const jobs = { measure: 'jobs', scope: { kind: 'network' }, asOf: '2025-01-31' } as const;
    expect(await totalOf(app.db, jobs)).toBe(14);
  });

  await step(
    'changes it under the version that was seen; wrong numbers stay on the page',
    async () => {
      expect((await app.as('founder1').post(page, typed({ headcount: '7' }))).status).toBe(409);
      expect(
        (await app.as('founder1').post(page, typed({ local: '9', version: '1' }))).status,
      ).toBe(422);
      expect(
        (await app.as('founder1').post(page, typed({ headcount: '5', version: '1' }))).status,
      ).toBe(303);
      const verbs = await app.db.historyEvent.findMany({
        where: { subjectKind: 'founder-report' },
      });
      expect(verbs.map(({ verb }) => verb)).toEqual([
        'founder-report.filed',
        'founder-report.corrected',
      ]);
    },
  );

  await step(
    'shows in the park’s grid, and is taken over with what was typed beside it',
    async () => {
      const { text } = await app.as('park1').get(grid);
      expect(text).toContain('创业者上报 5 人');
      const take = `${grid}/takeover/${number}`;
      const fields = await typedGrid(app, month, { '2.headcount': '8' });
      const sent = await app.as('park1').post(take, fields, { from: grid });
      expect([sent.status, sent.location]).toEqual([303, `${grid}#c.1.headcount`]);
      const cells = await app.db.returnCell.findMany({ orderBy: { ventureId: 'asc' } });
      expect(cells.map(({ headcount, local, evidence }) => [headcount, local, evidence])).toEqual([
        [5, 4, 'self-reported'],
        [8, null, 'roster'],
      ]);
      const other = (await app.db.venture.findUniqueOrThrow({ where: { id: 2 } })).number;
      expect(
        (await app.as('park1').post(`${grid}/takeover/${other}`, {}, { from: grid })).status,
      ).toBe(409);
      expect((await app.as('park1').post(`${grid}/takeover/V1`, {}, { from: grid })).status).toBe(
        404,
      );
    },
  );
});

it('is nobody else’s: another venture 404, staff 403, nobody 303 and 401, no such month 404', async () => {
  const other = (await app.db.venture.findUniqueOrThrow({ where: { id: 2 } })).number;
  expect((await app.as('founder1').get(`/ventures/${other}/reports/${month}`)).status).toBe(404);
  for (const who of ['park1', 'bureau', 'auditor'])
    expect((await app.as(who).post(page, typed())).status, who).toBe(403);
  expect((await new Client(app.base).get(page)).status).toBe(303);
  expect((await new Client(app.base).post(page, typed())).status).toBe(401);
  expect((await app.as('founder1').get(`/ventures/${number}/reports/2025-02`)).status).toBe(404);
  expect(
    (await app.as('founder1').post(`/ventures/${number}/reports/2024-02`, typed())).status,
  ).toBe(422);
  const report = { ventureId: 2, month, version: null, headcount: 1, note: '' };
  const parts = { graduates: null, hardship: null, returned: null, local: null, others: null };
  for (const who of ['founder1', 'park1'])
    await expect(
      transact(app.db, (tx) => reportJobs(tx, app.by(who), { ...report, ...parts })),
    ).rejects.toMatchObject({ status: 403 });
});
