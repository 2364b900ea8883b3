import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { backoff, drainOnce } from '../../src/outbox/drain.js';
import { Outbox } from '../../src/outbox/outbox.js';
import { type Post, startPost, tell } from './cast.js';

let post: Post;
beforeEach(async () => {
  post = await startPost();
});
afterEach(() => post.close());

const minute = 60_000;
const note = { phone: '13800001234', key: 'people.password-set' } as const;
const only = () => post.db.outboxMessage.findFirstOrThrow({ orderBy: { id: 'desc' } });
const round = () => drainOnce(post.drain);

describe('sending', () => {
  it('gives each message to the sender once, in its language, and notes it', async () => {
    await tell(post, note);
    await tell(post, { ...note, lang: 'en' });
    expect(await round()).toBe(2);
    expect(post.gateway.taken.map(({ phone, text }) => [phone, text.slice(0, 21)])).toEqual([
      ['13800001234', expect.stringContaining('【没有围墙的创业园】')],
      ['13800001234', '[Parks Without Walls]'],
    ]);
    expect(await only()).toMatchObject({ sentAt: post.clock.now(), nextTryAt: null, attempts: 1 });
    post.clock.pass(600 * minute);
    expect(await round()).toBe(0);
    expect(post.gateway.taken).toHaveLength(2);
  });

  it('goes to the phone of the account, else of its person, else to the account', async () => {
    const accountId = post.idOf.founder1 as number;
    const toFounder = { accountId, key: 'people.password-set' } as const;
    await tell(post, toFounder);
    await round();
    const { personId } = await post.db.account.findUniqueOrThrow({ where: { id: accountId } });
    await post.db.person.update({ where: { id: personId as number }, data: { phone: '1' } });
    await tell(post, toFounder);
    await round();
    await post.db.account.update({ where: { id: accountId }, data: { phone: '2' } });
    await tell(post, toFounder);
    await round();
    const addresses = post.gateway.taken.map(({ phone, accountId: id }) => [phone, id]);
    expect(addresses).toEqual([
      [null, accountId],
      ['1', accountId],
      ['2', accountId],
    ]);
  });

  it('sends what runs out first before a heap of other things, and never after', async () => {
    for (let i = 0; i < 25; i += 1) await tell(post, note);
    const expiresAt = new Date(post.clock.now().getTime() + 10 * minute);
    await tell(post, { ...note, phone: '13900000000', expiresAt });
    expect(await round()).toBe(20);
    expect(post.gateway.taken[0]?.phone).toBe('13900000000');
    await tell(post, { ...note, phone: '13700000000', expiresAt });
    post.clock.pass(10 * minute);
    await round();
    expect(post.gateway.taken.map(({ phone }) => phone)).not.toContain('13700000000');
    expect(await only()).toMatchObject({ sentAt: null, nextTryAt: null, lastError: 'expired' });
  });

  it('sends nothing to a deactivated account, nor to a person who cannot be reached', async () => {
    const accountId = post.idOf.park1 as number;
    await post.db.account.update({ where: { id: accountId }, data: { isActive: false } });
    await tell(post, { accountId, key: 'people.password-set' });
    await round();
    expect(await only()).toMatchObject({ nextTryAt: null, lastError: 'account deactivated' });
    const { id: personId } = await post.db.person.findFirstOrThrow({ where: { account: null } });
    await tell(post, { personId, key: 'people.password-set' });
    await round();
    expect(await only()).toMatchObject({ nextTryAt: null, lastError: 'no phone' });
    expect(post.gateway.taken).toEqual([]);
  });
});

describe('a sender that fails', () => {
  it('is tried again, later each time, until it works', async () => {
    await tell(post, note);
    post.gateway.failure = new Error('gateway down for 13800001234');
    for (let tries = 1; tries <= 3; tries += 1) {
      expect(await round()).toBe(1);
      const { attempts, nextTryAt, sentAt, lastError } = await only();
      expect([attempts, sentAt]).toEqual([tries, null]);
      expect(nextTryAt?.getTime()).toBe(post.clock.now().getTime() + backoff(tries));
      expect(lastError).toBe('Error: gateway down for ****');
      expect(await round()).toBe(0);
      post.clock.pass(backoff(tries));
    }
    post.gateway.failure = null;
    await round();
    expect(post.gateway.taken).toHaveLength(1);
    expect(await only()).toMatchObject({ attempts: 4, lastError: null, nextTryAt: null });
  });

  it('is given up after eight tries, and the reason stays', async () => {
    await tell(post, note);
    post.gateway.failure = new Error('no');
    for (let tries = 1; tries <= 9; tries += 1) {
      await round();
      post.clock.pass(120 * minute);
    }
    expect(await only()).toMatchObject({
      attempts: 8,
      sentAt: null,
      nextTryAt: null,
      lastError: 'Error: no',
    });
  });

  it('does not stand in the way of the next message', async () => {
    await tell(post, note);
    await tell(post, { ...note, phone: '13900000000' });
    const { gateway } = post;
    const send = async (message: Parameters<typeof gateway.send>[0]) => {
      if (message.phone === note.phone) throw new Error('no');
      return gateway.send(message);
    };
    await drainOnce({ ...post.drain, sender: { send } });
    expect(gateway.taken.map(({ phone }) => phone)).toEqual(['13900000000']);
  });

  it('waits from half a minute to two hours', () => {
    expect([1, 2, 3, 8, 12].map((n) => backoff(n) / minute)).toEqual([0.5, 1, 2, 64, 120]);
  });
});

describe('two at once', () => {
  it('send a message once', async () => {
    for (let i = 0; i < 10; i += 1) await tell(post, note);
    await Promise.all([round(), round(), round()]);
    const ids = post.gateway.taken.map(({ id }) => id);
    expect([ids.length, new Set(ids).size]).toEqual([10, 10]);
  });

  it('are one round after the other in one process, and none after it was stopped', async () => {
    const outbox = new Outbox(post.drain);
    for (let i = 0; i < 45; i += 1) await tell(post, note);
    outbox.wake();
    outbox.wake();
    await expect.poll(() => post.gateway.taken.length, { timeout: 60_000 }).toBe(45);
    await outbox.stop();
    await tell(post, note);
    outbox.wake();
    await outbox.stop();
    expect(post.gateway.taken).toHaveLength(45);
  });
});
