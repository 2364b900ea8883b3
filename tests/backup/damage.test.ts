import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { verifyLive } from '../../src/backup/verify-live.js';
import { checkDatabase } from '../../src/database/check-database.js';
import { transact } from '../../src/database/database.js';
import { scratchDatabase } from '../database/scratch.js';
import { at, somePark } from '../ledger/network.js';
import { someWorld, type World } from './world.js';

let world: World;
let sound: Buffer;
beforeAll(async () => {
  world = await someWorld();
  await world.db.$queryRawUnsafe('PRAGMA wal_checkpoint(TRUNCATE)');
  await world.stop();
  sound = readFileSync(world.config.databaseFile);
});
afterAll(() => world.close());

/** Where each row of a venture stands in the file: its name is there in full. */
function placesOf(text: string): number[] {
  const places: number[] = [];
  for (let at = sound.indexOf(text); at >= 0; at = sound.indexOf(text, at + 1)) places.push(at);
  return places;
}

const problems = async (bytes: Buffer): Promise<string[]> => {
  writeFileSync(world.config.databaseFile, bytes);
  return (await verifyLive(world.config, world.keys)).problems;
};

it('a sound database has no problem', async () => {
  expect(await problems(sound)).toEqual([]);
});

it.each([0xff, 0x80, 0x20, 0x01])(
  '200 bytes flipped by %i in a venture are found',
  async (mask) => {
    const places = placesOf('海风民宿v2024').concat(placesOf('海风民宿'));
    expect(places.length).toBeGreaterThan(4);
    for (const start of places.slice(0, 4)) {
      const bytes = Buffer.from(sound);
      for (let i = start; i < start + 200; i += 1) bytes[i] = (bytes[i] ?? 0) ^ mask;
      expect(await problems(bytes), `at ${start}`).not.toEqual([]);
    }
  },
);

it.each<[string, string, string, RegExp]>([
  ['a name', '海风民宿', '海岸民宿', /^venture \d+: its name/m],
  ['a day', '2024-01-10', '2024-02-30', /^database: row \d+ missing from index/m],
  ['a time', '2024-04-15T02:00', '2024-04-15X02:00', /At cannot be what was stored/],
])('%s that was altered in the file is found', async (_what, from, to, problem) => {
  const bytes = Buffer.from(sound);
  // The newest row stands first in its page.
  bytes.write(to, bytes.indexOf(from));
  expect((await problems(bytes)).join('\n')).toMatch(problem);
});

it('text that is not text any more is named with its row and column', async () => {
  const bytes = Buffer.from(sound);
  bytes[bytes.indexOf('海岛运营公司') + 1] = 0x41;
  expect(await problems(bytes)).toContain('Park row 1: operatorName is not text any more');
});

it.each<[string, string, string]>([
  ['a day that is none', 'openedOn', `'2023-02-30'`],
  ['text where a number belongs', 'mapX', `'far'`],
  ['bytes where text belongs', 'aboutZh', `x'ff00'`],
  ['a control character', 'phone', `char(27)`],
])('%s is named with its table, row and column', async (_what, column, value) => {
  const scratch = await scratchDatabase();
  await transact(scratch.db, (tx) => somePark(tx, at('2024-04-15')));
  await scratch.db.$executeRawUnsafe(`UPDATE "Park" SET "${column}" = ${value}`);
  const { faults } = await checkDatabase(scratch.file);
  expect(faults.join()).toMatch(new RegExp(`^Park row 1: ${column} `));
  await scratch.close();
});
