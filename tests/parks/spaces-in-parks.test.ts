import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { Connection } from '../../src/database/connection.js';
import { migrate } from '../../src/database/migrate.js';
import { migrations } from '../database/scratch.js';

const made: string[] = [];
afterAll(() => Promise.all(made.map((folder) => rm(folder, { recursive: true }))));

/** A database as it was before spaces had days in their parks. */
async function before(): Promise<{ file: string; directory: string }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'parks-'));
  made.push(folder);
  const directory = path.join(folder, 'migrations');
  for (const name of await readdir(migrations))
    if (name < '20261253000000')
      await cp(path.join(migrations, name), path.join(directory, name), { recursive: true });
  return { file: path.join(folder, 'parks.db'), directory };
}

const park = (id: number, closedOn: string | null, into: number | null) =>
  `(${id}, 'P0${id}', 'x', 'x', 'r', 'x', 'x', 'x', 'x', 'x', '2023-01-01',
    ${closedOn === null ? 'NULL' : `'${closedOn}'`}, '', '', 0, 0, ${into ?? 'NULL'})`;
const space = (id: number, parkId: number, number: string, openedOn: string) =>
  `(${id}, ${parkId}, '${number}', 'x', 'stall', 'x', 'x', 'x', 100, 'x', '${openedOn}')`;

it('spaces that a merger moved are given back to their park for the days before it', async () => {
  const { file, directory } = await before();
  await migrate({ file, directory, log: () => {} });
  const connection = await Connection.open(file, 'write');
  try {
    await connection.run(`INSERT INTO "Region" ("code", "nameZh", "nameEn", "kind", "sequence")
      VALUES ('r', 'x', 'x', 'county', 1)`);
    await connection.run(`INSERT INTO "Park" ("id", "number", "nameZh", "nameEn", "regionCode", "islandZh", "islandEn",
      "villageZh", "villageEn", "operatorName", "openedOn", "closedOn", "aboutZh", "aboutEn", "mapX", "mapY", "mergedIntoId")
      VALUES ${[park(3, null, null), park(2, '2025-06-01', 3), park(1, '2024-06-01', 2)].join()}`);
    await connection.run(`INSERT INTO "Space" ("id", "parkId", "number", "name", "kind", "village", "island", "address",
      "area", "owner", "openedOn") VALUES ${[
        space(1, 3, 'P01-001', '2023-02-01'),
        space(2, 3, 'P02-1001', '2023-03-01'),
        space(3, 3, 'P03-001', '2023-04-01'),
      ].join()}`);
  } finally {
    await connection.close();
  }
  await migrate({ file, directory: migrations, log: () => {} });
  const migrated = await Connection.open(file, 'write');
  try {
    const rows = await migrated.all(
      'SELECT "spaceId", "parkId", "beganOn", "endedOn" FROM "SpacePark" ORDER BY "spaceId", "beganOn"',
    );
    expect(rows.map((row) => Object.values(row))).toEqual([
      [1, 1, '2023-02-01', '2024-06-01'],
      [1, 2, '2024-06-01', '2025-06-01'],
      [1, 3, '2025-06-01', null],
      [2, 2, '2023-03-01', '2025-06-01'],
      [2, 3, '2025-06-01', null],
      [3, 3, '2023-04-01', null],
    ]);
  } finally {
    await migrated.close();
  }
});
