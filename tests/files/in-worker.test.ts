import { expect, it } from 'vitest';
import { inWorker } from '../../src/files/in-worker.js';
import { takePlace } from '../../src/files/places.js';

it('what never ends is ended', async () => {
  const job = inWorker('tests/files/endless.worker', null, { heapMegabytes: 32, seconds: 0.5 });
  await expect(job).rejects.toMatchObject({ name: 'RefusedFile', reason: 'time' });
});

it('what takes too much memory is ended, and nothing else with it', async () => {
  const job = inWorker('tests/files/hungry.worker', null, { heapMegabytes: 32, seconds: 120 });
  await expect(job).rejects.toMatchObject({ name: 'RefusedFile', reason: 'memory' });
});

it('two are read at once, twenty wait in their order, and the next is told to come again', async () => {
  const order: number[] = [];
  const leave = await Promise.all([takePlace(), takePlace()]);
  const waiting = Array.from({ length: 20 }, async (_, i) => {
    const own = await takePlace();
    order.push(i);
    own();
  });
  await expect(takePlace()).rejects.toMatchObject({
    status: 503,
    headers: { 'Retry-After': '30' },
  });
  expect(order).toEqual([]);
  for (const own of leave) own();
  await Promise.all(waiting);
  expect(order).toEqual(Array.from({ length: 20 }, (_, i) => i));
  (await takePlace())();
});
