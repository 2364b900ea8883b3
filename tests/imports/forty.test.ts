import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { main } from '../../src/imports/command.js';
import { planList } from '../../src/imports/plan-list.js';
import type { Planned } from '../../src/imports/planned.js';
import { whyText } from '../../src/imports/row-text.js';
import { type Demonstration, demonstration } from '../demonstration.js';
import { forty, readBytes, say } from './world.js';

const by = { accountId: null, at: new Date('2026-11-29T02:00:00Z') };

let network: Demonstration;
let rows: Planned[];
beforeAll(async () => {
  network = await demonstration();
  const { db } = network;
  const { id: parkId } = await db.park.findUniqueOrThrow({ where: { number: 'P01' } });
  const list = await readBytes(db, parkId, forty(), by.at);
  // Its title says so.
  expect(list.month).toBe('2026-05');
  const input = { parkId, rows: list.rows, choices: {}, month: list.month, batchId: null };
  rows = (await planList(db, by, Object.assign(input, { reason: 'forty-ventures.xlsx' }))).rows;
}, 300_000);
afterAll(() => network?.close());

/** The outcomes that stand beside the list: where two would do, the one that this system takes. */
const right: Record<number, [Planned['outcome'], RegExp]> = {
  2: ['create', /.*/],
  9: ['unchanged', /6 人/],
  10: ['update', /16363324188.*13857200110/],
  11: ['possible', /V2023-0008/],
  12: ['possible', /V2023-0004/],
  14: ['possible', /第17行/],
  15: ['rejected', /入驻日期：.*存在的日期/],
  16: ['rejected', /统一社会信用代码：/],
  17: ['rejected', /联系电话：/],
  18: ['create', /P01-001届时由V2023-0004租用，不订租约/],
  19: ['rejected', /没有编号为P01-999的场地/],
  20: ['rejected', /入驻日期：/],
  21: ['rejected', /入驻日期：/],
  // The tenant before leaves in June: the venture comes in, and its lease is left to its page.
  24: ['create', /P01-049届时由V2025-0046租用，不订租约/],
  22: ['create', /2024年3月起已锁定的月份：申请补录/],
  23: ['rejected', /带动就业人数：/],
  25: ['rejected', /带动就业人数：/],
  29: ['rejected', /带动就业人数：/],
  33: ['possible', /联盟/],
  36: ['rejected', /第4行/],
  38: ['create', /P01-038已由第43行租用，不订租约/],
};

describe('the forty ventures of a park manager', () => {
  const beside = parse(readFileSync(path.join(import.meta.dirname, 'forty-ventures.csv')), {
    columns: true,
  }) as { no: string; name: string }[];

  it('are forty rows, without the title, the blank lines, the sum and the signatures', () => {
    expect(rows.map(({ name }) => name)).toEqual(
      beside.map(({ name }) => name.replace('Ｒ＆Ｄ', 'R&D')),
    );
  });

  it.each(beside)('$no $name', ({ no }) => {
    const row = rows[Number(no) - 1] as Planned;
    const [outcome, why] = right[Number(no)] ?? ['create', /.*/];
    const text = whyText(row.why, { say, lang: 'zh' });
    expect([row.outcome, text]).toEqual([outcome, expect.stringMatching(why)]);
  });
});

it('come out the same at a terminal, as JSON, and nothing is written', async () => {
  const lines: string[] = [];
  const file = path.join(import.meta.dirname, 'forty-ventures.xlsx');
  const env = { DATA_DIR: path.dirname(network.file) };
  const before = await network.db.venture.count();
  const code = await main(['--park', 'P01', '--dry-run', '--json', file], env, (line) =>
    lines.push(line),
  );
  expect(code).toBe(0);
  const { rows: told, ...counts } = JSON.parse(lines.join('\n'));
  expect(Object.keys(counts)).toEqual(['create', 'update', 'unchanged', 'possible', 'rejected']);
  expect(Object.values(counts).reduce((sum: number, n) => sum + Number(n), 0)).toBe(40);
  expect(told[0]).toMatchObject({ row: 4, outcome: 'create' });
  expect(told).toHaveLength(40);
  expect(await network.db.venture.count()).toBe(before);
  expect(await network.db.importBatch.count()).toBe(0);
  expect(await main(['--park', 'P99', '--dry-run', file], env, () => {})).toBe(2);
});
