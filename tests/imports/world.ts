import { readFileSync } from 'node:fs';
import path from 'node:path';
import '../../src/between-rooms.js';
import { today } from '../../src/calendar/days.js';
import type { Db } from '../../src/database/database.js';
import { beginImport } from '../../src/imports/begin-import.js';
import { planImport } from '../../src/imports/plan-import.js';
import {
  listIn,
  placesIn,
  type ReadList,
  readTable,
  rememberedHeads,
} from '../../src/imports/read-list.js';
import { makeSay } from '../../src/language/say.js';

export const say = makeSay('zh');
export const forty = (): Buffer =>
  readFileSync(path.join(import.meta.dirname, 'forty-ventures.xlsx'));

/** A list as text, a row a line. */
export const csv = (...lines: string[]): Buffer => Buffer.from(lines.join('\n'));
export const heads = '企业名称,类型,统一信用代码,负责人,联系电话,入驻时间,场地,月租金,用工人数';

/** The list in a file, by a park that has said nothing of headings. */
export async function readBytesWith(bytes: Buffer, day: string): Promise<ReadList> {
  const remembered = new Map();
  const table = await readTable(bytes, say, { remembered });
  const places = placesIn(table, say, remembered);
  if (places === null) throw new Error('its headings were not found');
  return listIn(table, places, day);
}

export async function readBytes(
  db: Db,
  parkId: number,
  bytes: Buffer,
  at: Date,
): Promise<ReadList> {
  const remembered = await rememberedHeads(db, parkId);
  const table = await readTable(bytes, say, { remembered });
  const places = placesIn(table, say, remembered);
  if (places === null) throw new Error('its headings were not found');
  return listIn(table, places, today(at));
}

/** A batch that is planned. */
export async function plannedBatch(
  db: Db,
  by: { accountId: number | null; at: Date },
  { parkId, bytes }: { parkId: number; bytes: Buffer },
): Promise<{ id: number; fingerprint: string }> {
  const list = await readBytes(db, parkId, bytes, by.at);
  const id = await beginImport(db, by, { parkId, fileName: 'list.csv', list });
  return { id, fingerprint: await planImport(db, by, id) };
}
