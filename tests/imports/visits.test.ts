import { afterEach, beforeEach, expect, it } from 'vitest';
import { transact } from '../../src/database/database.js';
import { batchWith } from '../../src/imports/batch.js';
import { restWorkbook } from '../../src/imports/rest-workbook.js';
import { runImport } from '../../src/imports/run-import.js';
import { takeBackImport } from '../../src/imports/take-back-import.js';
import { correctVisit } from '../../src/visits/correct-visit.js';
import { type People, startPeople } from '../people/cast.js';
import { csv, plannedBatch, readBytesWith, say } from './world.js';

let app: People;
beforeEach(async () => {
  app = await startPeople();
});
afterEach(() => app.close());

const by = () => ({ accountId: app.idOf.park1 as number, at: new Date('2025-02-14T02:00:00Z') });
const plan = (...lines: string[]) =>
  plannedBatch(app.db, by(), { parkId: app.parkIds[0], bytes: csv(...lines) });
const run = async (...lines: string[]) => {
  const batch = await plan(...lines);
  await runImport(app.db, by(), batch);
  return batch.id;
};
const rowsOf = async (id: number) => (await batchWith(app.db, id)).plan.rows;
const back = (id: number) => takeBackImport(app.db, by(), { id, reason: '传错了文件' });
const logged = () =>
  app.db.visit.findMany({
    where: { cancelledAt: null },
    include: { ventures: { include: { venture: { select: { name: true } } } } },
    orderBy: { madeOn: 'asc' },
  });

const ventures = '企业名称,类型,负责人,联系电话,入驻时间';
const two = [
  '石里竹编,个体户,万竹,13857200134,2025-01-08',
  '石里剪纸,个体户,左剪,13857200138,2025-01-08',
];
const visits = '创业主体,走访日期,走访方式,走访人员,走访内容,回访日期';

it('logs the visit that a row of a venture states, and cancels it with the venture', async () => {
  const id = await run(`${ventures},服务日期,服务人员`, `${two[0]},2025.1.20,何海`, `${two[1]},,`);
  expect(await rowsOf(id)).toMatchObject([{ outcome: 'create' }, { outcome: 'create' }]);
  expect(await logged()).toMatchObject([
    {
      kind: 'visit',
      madeOn: '2025-01-20',
      madeBy: '何海',
      ventures: [{ venture: { name: '石里竹编' } }],
    },
  ]);
  await back(id);
  expect(await logged()).toEqual([]);
  expect(await app.db.ventureVoid.count()).toBe(2);
});

it('logs a sheet of visits by the names of ventures, those that say the same as one, and each once', async () => {
  await run(ventures, ...two);
  const sheet = [
    visits,
    '石里竹编,1月20日,,何海,看了新样品,',
    '石里竹编,2025/1/21,培训,何海,直播课,2025-03-01',
    '石里剪纸,2025/1/21,培训,何海,直播课,2025-03-01',
    '石里竹编,2025-01-21,创业培训,何海,又写了一遍,',
  ].map((line) => line.replace('1月20日', '2025年1月20日'));
  const id = await run(...sheet);
  expect(await rowsOf(id)).toMatchObject([
    { outcome: 'update', why: [{ key: 'imports.note.visit' }, { key: 'imports.note.visit-kind' }] },
    { outcome: 'update' },
    { outcome: 'update' },
    { outcome: 'unchanged', why: [{ key: 'imports.note.visit-of-row', values: { row: '3' } }] },
  ]);
  expect(await logged()).toMatchObject([
    { kind: 'visit', madeOn: '2025-01-20', note: '看了新样品', followUpOn: null },
    { kind: 'training', followUpOn: '2025-03-01', ventures: [{}, {}] },
  ]);
  const again = await plan(...sheet);
  expect((await rowsOf(again.id)).map(({ outcome }) => outcome)).toEqual(
    Array.from({ length: 4 }, () => 'unchanged'),
  );
  await back(id);
  expect(await logged()).toEqual([]);
});

it('says at its cell why a visit is not logged, and gives the row back', async () => {
  await run(ventures, ...two);
  const { id } = await plan(
    visits,
    '石里竹编,2025-01-02,上门走访,何海,还没有来,',
    '石里竹编,2025-01-20,聚餐,何海,,',
    '石里竹编,2025-01-20,上门走访,,,',
    '石里竹编,,上门走访,何海,,',
    '石里竹编,2025-02-20,上门走访,何海,,',
    '没有这家,2025-01-20,上门走访,何海,,',
    '石里剪纸,2025-01-20,电话,何海,,',
  );
  expect(await rowsOf(id)).toMatchObject([
    { outcome: 'rejected', why: [{ field: 'visitedOn', key: 'visits.not-in-residence' }] },
    { outcome: 'rejected', why: [{ field: 'visitKind', key: 'imports.why.visit-kind' }] },
    { outcome: 'rejected', why: [{ field: 'visitedBy', key: 'imports.why.visit-by' }] },
    { outcome: 'rejected', why: [{ field: 'visitedOn', key: 'imports.why.visit-day' }] },
    { outcome: 'rejected', why: [{ field: 'visitedOn', key: 'calendar.in-future' }] },
    { outcome: 'rejected', why: [{ field: 'name', key: 'imports.why.no-name' }] },
    { outcome: 'update', act: { visit: { kind: 'call' } } },
  ]);
  const rest = await restWorkbook(await batchWith(app.db, id), { say, lang: 'zh' });
  const read = await readBytesWith(rest as Buffer, '2025-02-14');
  expect(read.rows).toHaveLength(6);
  expect(read.rows[1]?.texts).toMatchObject({ name: '石里竹编', visitKind: '聚餐' });
});

it('refuses a second row of a venture that changes the venture, whatever visit it states', async () => {
  await run(ventures, ...two);
  const { id } = await plan(
    '企业名称,负责人,联系电话,注册日期,服务日期,服务人员',
    '石里竹编,万竹,13857200134,2025-01-02,2025-01-20,何海',
    '石里竹编,万竹,13857200134,2025-01-03,2025-01-21,何海',
  );
  expect(await rowsOf(id)).toMatchObject([
    { outcome: 'update' },
    { outcome: 'rejected', why: [{ key: 'imports.why.same-as-row' }] },
  ]);
});

it('takes no visit back that was corrected since, and names the venture', async () => {
  await run(ventures, ...two);
  const id = await run(visits, '石里竹编,2025-01-20,上门走访,何海,,');
  const [visit] = await logged();
  const {
    kind,
    madeOn,
    madeBy,
    version,
    id: visitId,
    ventures: of,
  } = visit as NonNullable<typeof visit>;
  const ventureIds = of.map(({ ventureId }) => ventureId);
  await transact(app.db, (tx) =>
    correctVisit(tx, by(), visitId, {
      kind: kind as 'visit',
      madeOn,
      madeBy,
      ventureIds,
      version,
      note: '补写',
      followUpOn: null,
      reason: '漏写',
    }),
  );
  await expect(back(id)).rejects.toMatchObject({
    faults: [{ key: 'imports.built.visit-touched', values: { name: '石里竹编' } }],
  });
});

it('brings a visit in a closed month in through a backlog', async () => {
  await run(ventures, ...two);
  await app.db.closedMonth.create({ data: { month: '2025-01', closedAt: by().at } });
  const { id } = await plan(visits, '石里竹编,2025-01-20,上门走访,何海,,');
  expect(await rowsOf(id)).toMatchObject([
    {
      outcome: 'update',
      backlogFrom: '2025-01',
      why: [{ key: 'imports.note.backlog-visit' }, { key: 'imports.note.visit' }],
    },
  ]);
});
