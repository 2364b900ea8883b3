import { rmSync } from 'node:fs';
import path from 'node:path';
import { openDatabase } from '../../src/database/database.js';
import { manyCases } from '../waivers/many-cases.js';
import type { Case } from './cases.js';
import { compareSides, type Effort, type Line } from './compare-sides.js';
import { copyOf } from './networks.js';
import { serveSides } from './sides.js';
import { compare } from './visit.js';

export const queueName = 'queue-of-10000';
const cases = 10_000;

/** A page of all cases. */
export const queuePage: Case = {
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
  { effort, floorNode }: { effort: Effort; floorNode: string | null },
): Promise<Line[]> {
  const folder = copyOf(file);
  const copy = path.join(folder, 'parks.db');
  const { db, close } = await openDatabase({ file: copy });
  await manyCases(db, cases);
  await close();
  const { sides, stop } = await serveSides(folder, floorNode);
  try {
    await compare(sides.product, sides.floor, queuePage);
    const lines: Line[] = [];
    for (const atOnce of [1, 16])
      lines.push(await compareSides(sides, queuePage, { ventures, atOnce, effort }));
    return lines;
  } finally {
    await stop();
    rmSync(folder, { recursive: true });
  }
}
