import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { transact } from '../../src/database/database.js';
import { once, onceKeyOf } from '../../src/web/once.js';
import { type Scratch, scratchDatabase } from '../database/scratch.js';

const at = new Date('2025-02-14T02:00:00Z');
let scratch: Scratch;
beforeEach(async () => {
  scratch = await scratchDatabase();
  made = 0;
  const account = { name: '某人', role: 'auditor', passwordHash: 'hash', createdAt: at };
  for (const [index, username] of ['one', 'two'].entries())
    await scratch.db.account.create({ data: { ...account, id: index + 1, username } });
});
afterEach(() => scratch.close());

let made = 0;

/** Makes a region, each time under another code, as an act that would otherwise repeat itself. */
const send = (key: string | null, accountId = 1) =>
  transact(scratch.db, (tx) =>
    once(tx, { key, accountId, at }, async () => {
      made += 1;
      const region = { nameZh: '区', nameEn: 'Region', kind: 'zone', sequence: 1 };
      await tx.region.create({ data: { code: `R${made}`, ...region } });
      return `/made/${made}`;
    }),
  );

describe('a form with a key', () => {
  it('acts once, sent twenty times at the same moment', async () => {
    const key = 'k'.repeat(36);
    const locations = await Promise.all(Array.from({ length: 20 }, () => send(key)));
    expect(new Set(locations)).toEqual(new Set(['/made/1']));
    expect(await scratch.db.region.count()).toBe(1);
    expect(await send(key)).toBe('/made/1');
  });

  it('is another form in another account', async () => {
    const key = 'l'.repeat(36);
    expect(await send(key, 1)).not.toBe(await send(key, 2));
  });

  it('can be sent again after the act failed', async () => {
    const key = 'm'.repeat(36);
    const fail = () =>
      transact(scratch.db, (tx) =>
        once(tx, { key, accountId: 1, at }, () => Promise.reject(new Error('no'))),
      );
    await expect(fail()).rejects.toThrow('no');
    expect(await send(key)).toBe(`/made/${made}`);
  });
});

describe('the key of a request', () => {
  const keyOf = (body?: object) => onceKeyOf({ body } as never);

  it('is read from the form, and may be missing', () => {
    expect(keyOf({ _key: 'a'.repeat(36) })).toBe('a'.repeat(36));
    expect([keyOf({ _key: '' }), keyOf({}), keyOf()]).toEqual([null, null, null]);
  });

  it.each([['short'], ['x'.repeat(65)], ['a b'.repeat(8)], [['a'.repeat(36), 'b'.repeat(36)]]])(
    'is no %j',
    (_key) => {
      expect(() => keyOf({ _key })).toThrow('400');
    },
  );
});
