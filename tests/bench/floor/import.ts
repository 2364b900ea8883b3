import '../../../src/words.js';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { today } from '../../../src/calendar/days.js';
import { openConnection, Writer } from './connection.js';
import { logVenture } from './writes.js';

/**
 * The floor of an import: every row of a list whose columns are known becomes a venture with its founder, in one
 * transaction. Nothing is looked at: no row is compared with the register, none can be refused.
 */
const [list = ''] = process.argv.slice(2);
const connection = await openConnection(path.join(process.env.DATA_DIR ?? '', 'parks.db'), 'write');
const now = new Date();
const by = { accountId: 1, at: now.toISOString(), today: today(now) };
const [, ...rows] = readFileSync(list, 'utf8').split('\n');
await new Writer(connection).transact(async (tx) => {
  for (const [at, row] of rows.entries()) {
    const [name = '', , , founder = '', , settledOn = ''] = row.split(',');
    const fields = { name, legalForm: 'team', industry: 'A', 'founders.0.name': founder };
    const where = { parkId: '1', settledOn, _key: `list-${at}` };
    await logVenture(tx, by, new URLSearchParams({ ...fields, ...where }));
  }
});
await connection.close();
