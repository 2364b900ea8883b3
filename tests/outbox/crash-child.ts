import '../../src/words.js';
import pino from 'pino';
import { openDatabase, transact } from '../../src/database/database.js';
import { announce } from '../../src/outbox/announce.js';
import { drainOnce } from '../../src/outbox/drain.js';

/** Announces, and is killed as the argument says: before anything was sent, or while it was being sent. */
const [file = '', when = ''] = process.argv.slice(2);
const { db } = await openDatabase({ file });
const at = new Date('2025-02-14T02:00:00Z');
const die = (): Promise<never> => {
  process.kill(process.pid, 'SIGKILL');
  return new Promise(() => {});
};

await transact(db, (tx) =>
  announce(tx, { accountId: null, at }, { phone: '13800001234', key: 'people.password-set' }),
);
if (when === 'before') await die();
await drainOnce({
  db,
  clock: { now: () => at },
  log: pino({ level: 'silent' }),
  codeOf: () => '',
  sender: { send: die },
});
