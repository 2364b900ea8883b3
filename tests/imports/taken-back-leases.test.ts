import { afterEach, beforeEach, expect, it } from 'vitest';
import { verifyLedger } from '../../src/backup/verify-ledger.js';
import { transact } from '../../src/database/database.js';
import { runImport } from '../../src/imports/run-import.js';
import { takeBackImport } from '../../src/imports/take-back-import.js';
import { addSpace } from '../../src/parks/add-spaces.js';
import { endTenancy } from '../../src/ventures/end-tenancy.js';
import { aSpace } from '../parks/cast.js';
import { type People, startPeople } from '../people/cast.js';
import { csv, plannedBatch } from './world.js';

let app: People;
beforeEach(async () => {
  app = await startPeople();
  const system = { accountId: null, at: new Date('2025-02-01T02:00:00Z') };
  await transact(app.db, (tx) => addSpace(tx, system, app.parkIds[0], aSpace()));
});
afterEach(() => app.close());

const heads = '企业名称,类型,负责人,联系电话,入驻时间,场地,月租金,面积,起租日期,到期日';
const by = () => ({ accountId: app.idOf.park1 as number, at: new Date('2025-02-14T02:00:00Z') });
const run = async (...lines: string[]) => {
  const bytes = csv(heads, ...lines);
  const batch = await plannedBatch(app.db, by(), { parkId: app.parkIds[0], bytes });
  await runImport(app.db, by(), batch);
  return batch.id;
};
const back = (id: number) => takeBackImport(app.db, by(), { id, reason: '传错了文件' });
const leases = () =>
  app.db.tenancy.findMany({ where: { voidedAt: null }, orderBy: { beganOn: 'asc' } });

const known = [
  '石里竹编,个体户,万竹,13857200134,2025-01-08,,,,,',
  '石里剪纸,个体户,左剪,13857200138,2025-01-08,,,,,',
];
const first = '石里竹编,个体户,万竹,13857200134,2025-01-08,P01-001,0,80.5㎡,2025-02-01,2025-05-31';
const next = '石里剪纸,个体户,左剪,13857200138,2025-01-08,P01-001,0,80.5㎡,2025-06-01,2026-05-31';
/** Rows that let no space, so that those around them are run in two pieces. */
const others = Array.from({ length: 200 }, (_, n) => `渔火${n}号,个体户,万渔,,,,,,,`);

it.each([
  ['of ventures on record', known, [first, next]],
  ['in two pieces of a list, of ventures that it makes', [], [first, ...others, next]],
  ['in two pieces of a list, the later one of a venture on record', known.slice(1), [first, next]],
  ['in a piece, of ventures that it makes', [], [first, next]],
])('takes back leases that follow one another in a space: %s', async (_, before, lines) => {
  if (before.length > 0) await run(...before);
  const id = await run(...lines);
  expect(await leases()).toMatchObject([
    { beganOn: '2025-02-01', endedOn: '2025-06-01' },
    { beganOn: '2025-06-01', endedOn: null },
  ]);
  await back(id);
  expect(await leases()).toEqual([]);
  expect((await verifyLedger(app.db)).problems).toEqual([]);
});

it.each([
  ['on record', known],
  ['that it makes', []],
])('takes no lease back that somebody has ended since, of a venture %s', async (_, before) => {
  if (before.length > 0) await run(...before);
  const id = await run(first);
  const later = { accountId: app.idOf.park1 as number, at: new Date('2025-02-15T02:00:00Z') };
  const { id: leaseId } = await app.db.tenancy.findFirstOrThrow();
  await transact(app.db, (tx) => endTenancy(tx, later, leaseId, '2025-06-01'));
  await expect(back(id)).rejects.toMatchObject({ faults: [{ key: 'imports.built.lease' }] });
});

it('takes no lease back that ended as another list let its space on', async () => {
  const id = await run(first.replace('80.5㎡', '40㎡'));
  await run(next.replace('80.5㎡', '60㎡'));
  expect(await leases()).toMatchObject([{ endedOn: '2025-06-01' }, { area: 6000 }]);
  await expect(back(id)).rejects.toMatchObject({ faults: [{ key: 'imports.built.lease' }] });
});
