import { afterEach, beforeEach, expect, it } from 'vitest';
import { transact } from '../../src/database/database.js';
import { enterPeople } from '../../src/people/enter-people.js';
import { type Post, startPost } from '../outbox/cast.js';
import { register } from '../people/phone-cast.js';
import { signIn } from '../web/client.js';

let site: Post;
beforeEach(async () => {
  site = await startPost({ config: { trustProxy: 1 } });
});
afterEach(() => site.close());

const by = { accountId: null, at: new Date('2025-02-01T02:00:00Z') };
const enter = (name: string, phone: string | null) =>
  transact(site.db, async (tx) => {
    const [id] = await enterPeople(tx, by, [{ name, phone, graduatedOn: null, categories: [] }]);
    return id as number;
  });
const doubles = async (username = 'bureau') =>
  (await (await signIn(site.base, username)).get('/people/doubles')).text;
const reason = '创业者自行注册，与登记人员同名，手机号不同';

it.each([
  ['林海潮', '林海潮', '13905801234'],
  ['林海潮', '林 海潮', null],
  ['林海潮', '林海潮', null],
  ['陈丽', '陳麗', '13905801234'],
  ['阿依古丽•买买提', '阿依古丽·买买提', '13905801234'],
  ['阿依古丽买买提', '阿依古丽·买买提', '13905801234'],
])(
  'who registers as %s where %s is on record under another phone (%3$s) is let in and told nothing, and the bureau decides',
  async (name, stored, phone) => {
    const id = await enter(stored, phone);
    const { number } = await site.db.person.findUniqueOrThrow({ where: { id } });
    const client = await register(site, { name });
    const messages = (await client.get('/messages')).text;
    expect(messages).toContain('您的创业者账号已开通，登录时请用手机号和密码。');
    for (const page of ['/messages', '/account', '/people/me', '/waivers'])
      expect((await client.get(page)).text, page).not.toContain(number);
    const text = await doubles();
    expect(text).toContain(reason);
    expect(text).toContain(`${number} ${stored}`);
    expect(await doubles('park1')).not.toContain(reason);
    expect((await (await signIn(site.base, 'bureau')).get('/today')).text).toContain(number);
  },
);

it('is not listed where the names only sound alike, or once they were told apart', async () => {
  await enter('林海朝', '13905801234');
  await register(site);
  expect(await doubles()).not.toContain(reason);
  const id = await enter('林海潮', '13905801235');
  expect(await doubles()).toContain(reason);
  const own = await site.db.account.findFirstOrThrow({ where: { phone: '13800001234' } });
  const [firstId = 0, secondId = 0] = [id, own.personId ?? 0].sort((a, b) => a - b);
  const why = { reason: '两个人', decidedAt: site.clock.now() };
  await site.db.personPair.create({ data: { firstId, secondId, ...why } });
  expect(await doubles()).not.toContain(reason);
});

it('is not listed where staff entered both, as they were asked then', async () => {
  await enter('林海潮', '13905801234');
  await enter('林海潮', '13905805678');
  expect(await doubles()).not.toContain(reason);
});
