import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { transact } from '../../src/database/database.js';
import { WriteInsideTransaction } from '../../src/database/errors.js';
import { type Scratch, scratchDatabase } from './scratch.js';

let scratch: Scratch;
beforeEach(async () => {
  scratch = await scratchDatabase();
  await scratch.db.setting.deleteMany(); // what the migrations put there
});
afterEach(() => scratch.close());

const row = (key: string) => ({ data: { key, value: 'v' } });
const keys = async () =>
  (await scratch.db.setting.findMany({ orderBy: { key: 'asc' } })).map((setting) => setting.key);

/** A promise to be kept by hand, to stop a transaction where the test wants it. */
function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}

/** A transaction that has written `key` and stands open until it is told how to end. */
function openTransaction(key: string) {
  const written = gate();
  const ending = gate();
  let fails = false;
  const done = transact(scratch.db, async (tx) => {
    await tx.setting.create(row(key));
    written.open();
    await ending.opened;
    if (fails) throw new Error('thought better of it');
  });
  return {
    written: Promise.race([written.opened, done]),
    commit: () => {
      ending.open();
      return done;
    },
    rollBack: () => {
      fails = true;
      ending.open();
      return expect(done).rejects.toThrow('thought better of it');
    },
  };
}

describe('requests beside each other', () => {
  test('a reader never sees the uncommitted row of another, and sees it once it is committed', async () => {
    const other = openTransaction('uncommitted');
    await other.written;
    for (let times = 0; times < 20; times += 1) expect(await keys()).toEqual([]);
    expect(await scratch.db.$queryRaw`SELECT count(*) AS n FROM "Setting"`).toEqual([{ n: 0 }]);
    await other.commit();
    expect(await keys()).toEqual(['uncommitted']);
  });

  test('reads do not wait for the transaction that is open', async () => {
    const other = openTransaction('slow');
    await other.written;
    expect(await Promise.race([keys(), pause(2_000, 'waited')])).toEqual([]);
    await other.commit();
  });

  test('a write acknowledged after another transaction rolls back is there to stay', async () => {
    const other = openTransaction('taken back');
    await other.written;
    let acknowledged = false;
    const single = scratch.db.setting.create(row('single')).then(() => {
      acknowledged = true;
    });
    const second = transact(scratch.db, (tx) => tx.setting.create(row('second')));
    await pause(50);
    expect(acknowledged).toBe(false);
    await other.rollBack();
    await Promise.all([single, second]);
    expect(await keys()).toEqual(['second', 'single']);
  });

  test('200 interactive transactions at once all finish, and none is lost', async () => {
    await scratch.db.setting.create({ data: { key: 'count', value: '0' } });
    const acts = Array.from({ length: 200 }, (_, index) =>
      transact(scratch.db, async (tx) => {
        const { value } = await tx.setting.findUniqueOrThrow({ where: { key: 'count' } });
        await tx.setting.create(row(`act ${index}`));
        await pause(index % 3);
        const data = { value: String(Number(value) + 1) };
        await tx.setting.update({ where: { key: 'count' }, data });
      }),
    );
    await Promise.all(acts);
    expect(await scratch.db.setting.findUnique({ where: { key: 'count' } })).toMatchObject({
      value: '200',
    });
    expect(await scratch.db.setting.count()).toBe(201);
  });

  test('statements sent at once inside a transaction run one after the other', async () => {
    await transact(scratch.db, (tx) =>
      Promise.all(
        Array.from({ length: 50 }, (_, index) => tx.setting.create(row(`at once ${index}`))),
      ),
    );
    expect(await scratch.db.setting.count()).toBe(50);
  });
});

describe('a write through the plain client inside a transaction', () => {
  const through = {
    'a single write': () => scratch.db.setting.create(row('aside')),
    'raw SQL': () => scratch.db.$executeRaw`DELETE FROM "Setting"`,
    'another transaction': () => transact(scratch.db, (tx) => tx.setting.create(row('aside'))),
    'several at once': () => scratch.db.$transaction([scratch.db.setting.create(row('aside'))]),
  };
  test.each(Object.entries(through))('%s throws at once', async (_, write) => {
    const act = transact(scratch.db, async (tx) => {
      await tx.setting.create(row('inside'));
      await write();
    });
    await expect(act).rejects.toThrow(WriteInsideTransaction);
    expect(await keys()).toEqual([]);
    await scratch.db.setting.create(row('after'));
    expect(await keys()).toEqual(['after']);
  });

  test('a read is allowed, and sees what was committed before', async () => {
    const seen = await transact(scratch.db, async (tx) => {
      await tx.setting.create(row('inside'));
      return { aside: await keys(), inside: (await tx.setting.findMany()).length };
    });
    expect(seen).toEqual({ aside: [], inside: 1 });
  });

  test('so too where a transaction of another database stands between; the other may be written', async () => {
    const other = await scratchDatabase();
    try {
      const act = transact(scratch.db, (tx) =>
        transact(other.db, async (otherTx) => {
          await tx.setting.create(row('inside'));
          await otherTx.setting.create(row('of the other'));
          await scratch.db.setting.create(row('aside'));
        }),
      );
      await expect(act).rejects.toThrow(WriteInsideTransaction);
      await transact(scratch.db, () => other.db.setting.create(row('of the other')));
      expect([
        await keys(),
        await other.db.setting.count({ where: { key: row('of the other').data.key } }),
      ]).toEqual([[], 1]);
    } finally {
      await other.close();
    }
  });
});
