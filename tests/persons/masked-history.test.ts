import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { Connection } from '../../src/database/connection.js';
import { migrate } from '../../src/database/migrate.js';
import { numbersInText, withoutNumbers } from '../../src/people/numbers-in-text.js';
import { migrations } from '../database/scratch.js';

const made: string[] = [];
afterAll(() => Promise.all(made.map((folder) => rm(folder, { recursive: true }))));

/** What history held of a category, and what is left of it. */
const texts: [string, string][] = [
  ['就业创业证 3309 0220 2400 11', '就业创业证 ****'],
  ['手机 138 0000 1111', '手机 ****'],
  ['手机１３８００００１１１１', '手机****'],
  ['残疾人证３３０９０２１９９００１０１１２３Ｘ４２', '残疾人证****'],
  ['退伍证字第０１２３号', '退伍证字第****号'],
  ['证号：AB-12-345，2024年发', '证号：****，2024年发'],
  ['甲 12-345，乙 12-345-6', '甲 ****，乙 ****'],
  ['毕业证书（２０２４年6月）', '毕业证书（２０２４年6月）'],
  ['2024-06-30 学籍报告', '2024-06-30 学籍报告'],
  ['２０２４０６３０', '２０２４０６３０'],
  ['2019-2023 在校证明', '2019-2023 在校证明'],
  ['2019年—2023年', '2019年—2023年'],
  ['舟山技师学院 2104 班', '舟山技师学院 2104 班'],
  ['2019级2023届', '2019级2023届'],
  ['退役证 001', '退役证 001'],
  ['****', '****'],
  ['', ''],
];
const spell = (proof: string) => ({
  category: 'veteran',
  beganOn: '2024-01-01',
  endedOn: null,
  proof,
});

/** A database that the migration before has been through, with these texts in what it keeps. */
async function stored(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'parks-'));
  made.push(folder);
  const directory = path.join(folder, 'migrations');
  for (const name of await readdir(migrations))
    if (name < '20261296000000')
      await cp(path.join(migrations, name), path.join(directory, name), { recursive: true });
  const file = path.join(folder, 'parks.db');
  await migrate({ file, directory, log: () => {} });
  const all = texts.map(([before]) => spell(before));
  await write(file, [
    ['person.corrected', { categories: [all, all.slice(0, 2)], graduatedOn: ['2020-06-30', null] }],
    ['person.corrected', { phone: ['138 0000 1111', '139 0000 1111'] }],
    ['venture.edited', { categories: [[spell('12 34 56')], []] }],
  ]);
  return file;
}

async function write(file: string, events: [string, object][]): Promise<void> {
  const connection = await Connection.open(file, 'write');
  try {
    for (const [verb, detail] of events)
      await connection.run(`INSERT INTO "HistoryEvent" ("at", "verb", "subjectKind", "subjectId", "detail")
        VALUES (0, '${verb}', 'person', 1, '${JSON.stringify(detail)}')`);
    const rows = JSON.stringify({
      PersonCategory: texts.map(([before]) => spell(before)),
      Person: [],
    });
    await connection.run('PRAGMA foreign_keys = OFF');
    await connection.run(`INSERT INTO "Person" ("id", "number", "name", "namePinyin") VALUES
      (1, 'R000001', '甲', 'jia j'), (2, 'R000002', '甲', 'jia j')`);
    await connection.run(`INSERT INTO "PersonMerge" ("loserId", "survivorId", "mergedAt", "reason", "before", "after")
      VALUES (1, 2, 0, 'x', '${rows}', '${rows}')`);
  } finally {
    await connection.close();
  }
}

it('numbers at full width or in groups are masked in old history; days, years and classes stand', async () => {
  const file = await stored();
  await migrate({ file, directory: migrations, log: () => {} });
  const connection = await Connection.open(file, 'write');
  try {
    const events = await connection.all(
      'SELECT "verb", "detail" FROM "HistoryEvent" ORDER BY "id"',
    );
    const details = events.map(({ detail }) => JSON.parse(String(detail)));
    const right = texts.map(([, after]) => spell(after));
    expect(details).toEqual([
      { categories: [right, right.slice(0, 2)], graduatedOn: ['2020-06-30', null] },
      { phone: ['138 0000 1111', '139 0000 1111'] },
      { categories: [[spell('12 34 56')], []] },
    ]);
    const [merge] = await connection.all('SELECT "before", "after" FROM "PersonMerge"');
    const kept = { PersonCategory: right, Person: [] };
    expect(JSON.parse(String(merge?.before))).toEqual(kept);
    expect(JSON.parse(String(merge?.after))).toEqual(kept);
    await expect(connection.run(`UPDATE "HistoryEvent" SET "reason" = 'x'`)).rejects.toThrow(
      'only ever added',
    );
  } finally {
    await connection.close();
  }
});

it.each(texts)('%s is told in history as %s', (before, after) => {
  expect(withoutNumbers(before)).toBe(after);
  expect(numbersInText(after)).toEqual([]);
});
