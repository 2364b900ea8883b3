import pino from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { drainOnce } from '../../src/outbox/drain.js';
import { logSender } from '../../src/outbox/sender.js';
import { type Post, startPost, tell } from '../outbox/cast.js';
import { Client, signedIn } from '../web/client.js';

let post: Post;
let clientOf: (name: string) => Client;
beforeEach(async () => {
  post = await startPost();
  clientOf = signedIn(post.base);
  const accountId = post.idOf.founder1 as number;
  const message = { key: 'people.phone-changed', values: { phone: '139****5678' } } as const;
  for (let i = 0; i < 3; i += 1) await tell(post, { accountId, ...message, href: '/account' });
});
afterEach(() => post.close());

const get = (name: string, url: string) => clientOf(name).get(url);
const newest = () => post.db.outboxMessage.findFirstOrThrow({ orderBy: { id: 'desc' } });

describe('one’s own messages', () => {
  it('are counted in the menu, read when opened, and said in the reader’s language', async () => {
    const { id } = await newest();
    const list = await get('founder1', '/messages');
    expect([list.status, list.text.split('>未读<').length - 1]).toEqual([200, 3]);
    expect(list.text).toContain('消息（3）');
    const one = await get('founder1', `/messages/${id}`);
    expect(one.text).toContain('您账号的登录手机号已更换为 139****5678');
    expect(one.text).toContain('href="/account"');
    expect(one.text).toContain('消息（2）');
    const after = await get('founder1', '/messages?lang=en');
    expect(after.text).toContain('Messages (2)');
    expect(after.text).toContain('Your phone for signing in was changed');
    expect(after.text).toContain('Your account now signs in with 139****5678');
    await get('founder1', '/messages?lang=zh');
    const { readAt } = await newest();
    expect(readAt).toEqual(post.clock.now());
    post.clock.pass(60_000);
    await get('founder1', `/messages/${id}`);
    expect((await newest()).readAt).toEqual(readAt);
  });

  it('can all be marked as read, and only the own are', async () => {
    const accountId = post.idOf.park1 as number;
    await tell(post, { accountId, key: 'people.password-set' });
    const answer = await clientOf('founder1').post('/messages/read', {}, { from: '/messages' });
    expect([answer.status, answer.location]).toEqual([303, '/messages']);
    expect((await get('founder1', '/messages')).text).not.toContain('消息（');
    expect((await get('park1', '/messages')).text).toContain('消息（1）');
    const forged = await clientOf('park1').postExactly('/messages/read', {});
    expect(forged.status).toBe(403);
  });

  it('are nobody else’s: 404 for the bureau and the administrator too, and they stay unread', async () => {
    const accountId = post.idOf.park1 as number;
    await tell(post, { accountId, key: 'people.password-set' });
    const { id } = await post.db.outboxMessage.findFirstOrThrow({
      where: { readAt: null, accountId },
    });
    for (const name of ['founder1', 'bureau', 'admin', 'putuo', 'auditor']) {
      expect((await get(name, `/messages/${id}`)).status, name).toBe(404);
      expect((await get(name, '/messages')).text, name).not.toContain('密码已重设');
    }
    expect((await post.db.outboxMessage.findUniqueOrThrow({ where: { id } })).readAt).toBeNull();
    for (const wrong of ['0', '999999', 'x', '1e9']) {
      expect((await get('founder1', `/messages/${wrong}`)).status, wrong).toBe(404);
    }
    const visitor = new Client(post.base);
    expect((await visitor.get('/messages')).status).toBe(303);
    expect((await visitor.postExactly('/messages/read', {})).status).toBe(401);
  });

  it('are narrowed to what is unread and to what they are about, each dropped by a press', async () => {
    const accountId = post.idOf.park1 as number;
    const values = {
      park: 'P01',
      month: { month: '2025-01' },
      by: 'x',
      day: { day: '2025-02-08' },
    };
    await tell(post, { accountId, key: 'people.password-set' });
    await tell(post, { accountId, key: 'returns.message.overdue', values });
    const ended = { waiver: 'W1', reason: 'x', sum: '', day: { day: '2025-02-08' } };
    await tell(post, { accountId, key: 'subsidy.waivers.message.ended', values: ended });
    const subjects = async (query: string) =>
      [
        ...(await get('park1', `/messages?${query}`)).text.matchAll(
          /<p class="what"><a [^>]*>([^<]+)/g,
        ),
      ].map(([, subject]) => subject);
    const [ofCase, ofReturn, ofAccount] = await subjects('');
    expect(await subjects('about=cases')).toEqual([ofCase]);
    expect(await subjects('about=returns')).toEqual([ofReturn]);
    expect(await subjects('about=account')).toEqual([ofAccount]);
    expect(await subjects('about=payments')).toEqual([]);
    const { id } = await newest();
    await get('park1', `/messages/${id}`);
    expect(await subjects('unread=yes')).toEqual([ofReturn, ofAccount]);
    const { text } = await get('park1', '/messages?unread=yes&about=returns');
    expect(text).toContain('只看未读<span aria-hidden="true"> ×');
    expect(text).toContain('href="/messages?unread&#x3D;yes"');
    expect((await get('park1', '/messages?about=payments')).text).toContain('没有符合条件的消息');
    expect((await get('park1', '/messages?about=nothing')).status).toBe(400);
  });

  it('are shown in pages, and none as such', async () => {
    expect((await get('putuo', '/messages')).text).toContain('暂无消息');
    const accountId = post.idOf.admin as number;
    for (let i = 0; i < 45; i += 1) await tell(post, { accountId, key: 'people.password-set' });
    const last = await get('admin', '/messages?page=3');
    expect(last.text.split('密码已重设').length - 1).toBe(5);
    expect((await get('admin', '/messages?page=99')).text).toContain('aria-current="page"');
    expect((await get('admin', '/messages?page=x')).status).toBe(400);
  });
});

describe('the outbox', () => {
  it('shows the auditor that messages went out, and nothing that stands in them', async () => {
    await tell(post, {
      phone: '13800001234',
      key: 'people.phone-changed',
      values: { phone: '137****0000' },
    });
    await drainOnce(post.drain);
    const { status, text } = await get('auditor', '/outbox');
    expect(status).toBe(200);
    expect(text).toContain('登录手机号已更换');
    expect(text).toContain('138****1234');
    expect(text).not.toContain('13800001234');
    expect(text).not.toContain('137****0000');
    expect(text).not.toContain('已更换为');
    expect((await get('auditor', '/messages')).text).toContain('href="/outbox"');
  });

  it('can be asked for what waits and what failed', async () => {
    await post.db.outboxMessage.updateMany({ data: { nextTryAt: null, sentAt: post.clock.now() } });
    const { id } = await newest();
    const lost = { sentAt: null, lastError: 'Error: gateway down' };
    await post.db.outboxMessage.update({ where: { id }, data: lost });
    expect((await get('auditor', '/outbox?state=failed')).text).toContain('Error: gateway down');
    expect((await get('auditor', '/outbox?state=waiting')).text).toContain('还没有消息');
    expect((await get('auditor', '/outbox?state=sent&page=2')).status).toBe(200);
    expect((await get('auditor', '/outbox?state=%27&page=-1')).status).toBe(400);
  });

  it('is for the auditor only', async () => {
    for (const name of ['bureau', 'admin', 'putuo', 'park1', 'founder1']) {
      expect((await get(name, '/outbox')).status, name).toBe(403);
      expect((await get(name, '/messages')).text, name).not.toContain('href="/outbox"');
    }
    expect((await new Client(post.base).get('/outbox')).status).toBe(303);
  });
});

describe('the log as sender', () => {
  const said = async (isOpen: boolean): Promise<string> => {
    const lines: string[] = [];
    const sender = logSender(pino({}, { write: (line: string) => lines.push(line) }), { isOpen });
    const text = '验证码 123456，电话 13800001234';
    const message = { id: 7, phone: '13800001234', accountId: null, text };
    await sender.send(message, AbortSignal.timeout(1000));
    return lines.join('');
  };

  it('writes all of a message where data is invented', async () => {
    expect(await said(true)).toContain('验证码 123456');
  });

  it('never a code or a whole phone in production', async () => {
    const line = await said(false);
    expect(line).not.toMatch(/123456|13800001234/);
    expect(line).toContain('138****1234');
  });
});
