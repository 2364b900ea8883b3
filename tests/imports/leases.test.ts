import { afterEach, beforeEach, expect, it } from 'vitest';
import { transact } from '../../src/database/database.js';
import { batchWith } from '../../src/imports/batch.js';
import { runImport } from '../../src/imports/run-import.js';
import { addSpace } from '../../src/parks/add-spaces.js';
import { aSpace } from '../parks/cast.js';
import { type People, startPeople } from '../people/cast.js';
import { csv, plannedBatch } from './world.js';

let app: People;
beforeEach(async () => {
  app = await startPeople();
  const by = { accountId: null, at: new Date('2025-02-01T02:00:00Z') };
  await transact(app.db, (tx) => addSpace(tx, by, app.parkIds[0], aSpace()));
});
afterEach(() => app.close());

const heads = '企业名称,类型,负责人,联系电话,入驻时间,场地,月租金,面积,起租日期,到期日';
const by = () => ({ accountId: app.idOf.park1 as number, at: new Date('2025-02-14T02:00:00Z') });
const plan = (...lines: string[]) =>
  plannedBatch(app.db, by(), { parkId: app.parkIds[0], bytes: csv(heads, ...lines) });
const rowsOf = async (id: number) => (await batchWith(app.db, id)).plan.rows;

it('says at its last day that a lease ends before it begins', async () => {
  const { id } = await plan(
    '石里竹编,个体户,万竹,13857200134,2025-01-08,P01-001,0,20,2025-02-01,2025-01-10',
  );
  expect(await rowsOf(id)).toMatchObject([
    { outcome: 'rejected', why: [{ field: 'leaseTo', key: 'ventures.term-before-begin' }] },
  ]);
});

it('runs a later piece of a list whose update let a part of the same space before', async () => {
  await runImport(app.db, by(), await plan('石里竹编,个体户,万竹,13857200134,2025-01-08,,,,,'));
  const others = Array.from({ length: 200 }, (_, n) => `渔火${n}号,个体户,万渔,,,,,,,`);
  const batch = await plan(
    '石里竹编,个体户,万竹,13857200134,2025-01-08,P01-001,0,20,,',
    ...others,
    '石里剪纸,个体户,左剪,13857200138,2025-01-08,P01-001,0,30,,',
  );
  await runImport(app.db, by(), batch);
  const leases = await app.db.tenancy.findMany({ orderBy: { id: 'asc' } });
  expect(leases.map(({ area }) => area)).toEqual([2000, 3000]);
});
