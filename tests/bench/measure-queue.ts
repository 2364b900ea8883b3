import { rmSync } from 'node:fs';
import path from 'node:path';
import { openDatabase } from '../../src/database/database.js';
import { manyCases } from '../waivers/many-cases.js';
import type { Case } from './cases.js';
import { compareSides, type Effort, type Line } from './compare-sides.js';
import { copyOf, server, untilAssessed } from './networks.js';
import { serve } from './processes.js';
import { compare, signIn } from './visit.js';

export const queueName = 'queue-of-10000';
const cases = 10_000;

const page: Case = {
  name: queueName,
  kind: 'page',
  status: 200,
  next: () => ({ path: '/waivers/queue?tab=all&page=3' }),
  same: /<a href="\/waivers\/(A\d{4}-\d{6})"/g,
};

/** The queue with many cases in it, in a copy of its own: the other pages are measured without them. */
export async function measureQueue(
  file: string,
  ventures: number,
  effort: Effort,
): Promise<Line[]> {
  const folder = copyOf(file);
  const copy = path.join(folder, 'parks.db');
  const { db, close } = await openDatabase({ file: copy });
  await manyCases(db, cases);
  await close();
  const product = await serve(server, { DATA_DIR: folder });
  const floor = await serve(['--import', 'tsx', 'tests/bench/floor/server.ts', copy], {
    UV_THREADPOOL_SIZE: '16',
  });
  try {
    await untilAssessed(copy);
    const signedIn = await signIn(product.base);
    const sides = { product: { ...product, ...signedIn }, floor: { ...floor, ...signedIn } };
    await compare(sides.product, sides.floor, page);
    const lines: Line[] = [];
    for (const atOnce of [1, 16])
      lines.push(await compareSides(sides, page, { ventures, atOnce, effort }));
    return lines;
  } finally {
    await product.stop();
    await floor.stop();
    rmSync(folder, { recursive: true });
  }
}
