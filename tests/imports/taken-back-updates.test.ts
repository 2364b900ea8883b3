import { afterEach, beforeEach, expect, it } from 'vitest';
import { transact } from '../../src/database/database.js';
import { batchWith } from '../../src/imports/batch.js';
import { runImport } from '../../src/imports/run-import.js';
import { takeBackImport } from '../../src/imports/take-back-import.js';
import { logVenture } from '../../src/ventures/log-venture.js';
import { findMergeable, markOfRecords } from '../../src/ventures/merging/find-mergeable.js';
import { mergeVentures } from '../../src/ventures/merging/merge-ventures.js';
import { someVenture } from '../ledger/network.js';
import { type People, startPeople } from '../people/cast.js';
import { signIn } from '../web/client.js';
import { csv, heads, plannedBatch } from './world.js';

let app: People;
beforeEach(async () => {
  app = await startPeople();
});
afterEach(() => app.close());

const by = () => ({ accountId: app.idOf.park1 as number, at: new Date('2025-02-14T02:00:00Z') });
const run = async (line: string) => {
  const bytes = csv(heads, line);
  const batch = await plannedBatch(app.db, by(), { parkId: app.parkIds[0], bytes });
  await runImport(app.db, by(), batch);
  return batch.id;
};
const back = (id: number) => takeBackImport(app.db, by(), { id, reason: '传错了文件' });
const outcomeOf = async (id: number) => (await batchWith(app.db, id)).plan.rows[0]?.outcome;

it('takes no update back of a venture that was merged into another since, and says so', async () => {
  await run('石里竹编,个体户,,万竹,13857200134,2025.1.8,,,');
  const { id: otherId, number } = await app.db.venture.findFirstOrThrow();
  const id = await run('石里竹编,个体户,,万竹,13857200134,2025.1.8,,,5');
  const ownId = await transact(app.db, (tx) => logVenture(tx, by(), someVenture(app.parkIds[0])));
  const seen = markOfRecords(await findMergeable(app.db, ownId, otherId));
  const choices = { fields: [], stays: 'other', months: [], leases: [] } as const;
  await transact(app.db, (tx) =>
    mergeVentures(tx, by(), { ownId, otherId, choices, seen, reason: '同一家' }),
  );
  await expect(back(id)).rejects.toMatchObject({
    faults: [{ key: 'imports.built.merged', values: { number } }],
  });
  expect((await batchWith(app.db, id)).state).toBe('done');
  expect(await app.db.importedRow.count({ where: { takenBackAt: { not: null } } })).toBe(0);
});

it('brings a headcount in again that was taken back with its list, and takes it back again', async () => {
  await run('石里竹编,个体户,,万竹,13857200134,2025.1.8,,,');
  const first = await run('石里竹编,个体户,,万竹,13857200134,2025.1.8,,,5');
  await back(first);
  const second = await run('石里竹编,个体户,,万竹,13857200134,2025.1.8,,,3');
  expect(await outcomeOf(second)).toBe('update');
  const filed = () => app.db.jobsReturn.findMany();
  expect(await filed()).toMatchObject([{ headcount: 3, setAside: false }]);
  await back(second);
  expect(await filed()).toMatchObject([{ setAside: true }]);
});

it('has a reviewed return looked at again of which it takes a headcount out', async () => {
  await run('石里竹编,个体户,,万竹,13857200134,2025.1.8,,,');
  const id = await run('石里竹编,个体户,,万竹,13857200134,2025.1.8,,,5');
  const { month } = await app.db.jobsReturn.findFirstOrThrow();
  const { idOf, parkIds } = app;
  const approved = { state: 'approved', approvedAt: by().at, approvedById: idOf.bureau as number };
  const handed = { parkId: parkIds[0], month, submittedAt: by().at, confirmed: {} };
  await app.db.monthlyReturn.create({ data: Object.assign(handed, approved) });
  await back(id);
  expect(await app.db.monthlyReturn.findFirstOrThrow()).toMatchObject({
    state: 'submitted',
    approvedById: null,
  });
  const { text } = await (await signIn(app.base, 'bureau')).get('/messages');
  expect(text).toContain('由 5 更正为 不计入');
});
