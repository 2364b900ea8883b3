import { type Db, transact } from '../../src/database/database.js';
import { askBacklog } from '../../src/imports/ask-backlog.js';
import { beginImport } from '../../src/imports/begin-import.js';
import { planImport } from '../../src/imports/plan-import.js';
import { planList, readList } from '../../src/imports/plan-list.js';
import { runImport } from '../../src/imports/run-import.js';
import { takeBackImport } from '../../src/imports/take-back-import.js';
import type { Acts } from './kinds.js';
import type { World } from './world.js';

const rows = [{ row: 2, texts: { name: '石里竹编', form: '个体户', founder: '万竹' } }];
const list = { rows, passedOver: [], unread: [], sheet: '', headRow: 1, month: null };
const listFor = ({ parkId }: World) => ({
  parkId,
  rows,
  choices: {},
  month: null,
  batchId: null,
  reason: '测试',
});

/** A list that somebody who may has brought in. */
async function batchIn({ parkId, at }: World, db: Db) {
  const by = { accountId: null, at };
  const id = await beginImport(db, by, { parkId, fileName: '测试.csv', list });
  return { id, fingerprint: await planImport(db, by, id) };
}

/** Verbs of this room as a stranger would call them: everything in them is right but who acts. */
export const imports: Acts = {
  beginImport: {
    on: ({ parkId }, db, by) => beginImport(db, by, { parkId, fileName: '测试.csv', list }),
  },
  readList: { on: (world, db, by) => readList(db, by, listFor(world)) },
  planList: { on: (world, db, by) => planList(db, by, listFor(world)) },
  planImport: { on: async (world, db, by) => planImport(db, by, (await batchIn(world, db)).id) },
  runImport: { on: async (world, db, by) => runImport(db, by, await batchIn(world, db)) },
  askBacklog: {
    on: async (world, db, by) => {
      const { id } = await batchIn(world, db);
      return transact(db, (tx) => askBacklog(tx, by, { batchId: id, reason: '测试' }));
    },
  },
  takeBackImport: {
    on: async (world, db, by) => {
      const { id } = await batchIn(world, db);
      await db.importBatch.update({ where: { id }, data: { state: 'done', ranAt: world.at } });
      return takeBackImport(db, by, { id, reason: '测试' });
    },
  },
};
