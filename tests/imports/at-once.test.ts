import { afterEach, beforeEach, expect, it } from 'vitest';
import { inBackground } from '../../src/imports/background.js';
import { batchWith } from '../../src/imports/batch.js';
import { planImport } from '../../src/imports/plan-import.js';
import { runImport } from '../../src/imports/run-import.js';
import { type People, startPeople } from '../people/cast.js';
import { csv, heads, plannedBatch } from './world.js';

let app: People;
beforeEach(async () => {
  app = await startPeople();
});
afterEach(() => app.close());

const by = () => ({ accountId: app.idOf.park1 as number, at: new Date('2025-02-14T02:00:00Z') });
const planned = () =>
  plannedBatch(app.db, by(), {
    parkId: app.parkIds[0],
    bytes: csv(heads, '石里竹编,个体户,,万竹,13857200134,2025.1.8,,,0'),
  });

it('joins what is under way for a batch, and begins nothing of another kind beside it', async () => {
  let begun = 0;
  let end = () => {};
  const work = () => {
    begun += 1;
    return new Promise<void>((resolve) => {
      end = resolve;
    });
  };
  const both = [inBackground(1, 'plan', work), inBackground(1, 'plan', work)];
  await expect(inBackground(1, 'run', work)).rejects.toMatchObject({
    key: 'record.changed-meanwhile',
  });
  end();
  await Promise.all(both);
  expect(begun).toBe(1);
  const next = inBackground(1, 'run', work);
  end();
  await next;
  expect(begun).toBe(2);
});

it('stores no plan of a batch that was run while it was being made', async () => {
  const { id, fingerprint } = await planned();
  await runImport(app.db, by(), { id, fingerprint });
  const planning = planImport(app.db, by(), id);
  const refused = expect(planning).rejects.toMatchObject({ key: 'record.changed-meanwhile' });
  const state = async () => (await batchWith(app.db, id)).state;
  while ((await state()) !== 'planning');
  // Another process has planned it too, and run it.
  await app.db.importBatch.update({ where: { id }, data: { state: 'done', fingerprint: 'its' } });
  await refused;
  expect(await batchWith(app.db, id)).toMatchObject({ state: 'done', fingerprint: 'its' });
});
