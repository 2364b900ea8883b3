import { afterAll, beforeAll, expect, it } from 'vitest';
import { transact } from '../../src/database/database.js';
import { makeSay } from '../../src/language/say.js';
import { announce } from '../../src/outbox/announce.js';
import { presentToday } from '../../src/today/present.js';
import { at } from '../ledger/network.js';
import { startParks } from '../parks/cast.js';
import { type Client, signIn, type TestApp } from '../web/client.js';

let app: TestApp;
let park1: Client;
beforeAll(async () => {
  app = await startParks();
  park1 = await signIn(app.base, 'park1');
});
afterAll(() => app.close());

const decoded = (text: string) => text.replaceAll('&#x3D;', '=').replaceAll('&amp;', '&');

it('a line is done by a press on it, which leads back to the line that followed it and says what was done', async () => {
  const { id: accountId } = await app.db.account.findUniqueOrThrow({
    where: { username: 'park1' },
  });
  for (const text of ['一', '二'])
    await transact(app.db, (tx) =>
      announce(tx, at('2025-02-01'), {
        accountId,
        key: 'ventures.message.told',
        values: { text, who: '市人社局' },
      }),
    );
  const page = decoded((await park1.get('/today')).text);
  const [, action = '', back = ''] =
    /action="(\/messages\/\d+\/read)"[\s\S]*?name="back" value="([^"]+)"/.exec(page) ?? [];
  expect(page).toContain(`<a id="${back.split('#')[1]}" href="/messages/`);
  const answer = await park1.post(action, { back });
  expect(answer.status).toBe(303);
  expect(answer.location).toBe(back);
  const after = (await park1.get('/today')).text;
  expect(after).toContain('消息已标为已读');
  expect(after).not.toContain(`action="${action}"`);
  expect(await app.db.outboxMessage.count({ where: { accountId, readAt: null } })).toBe(1);
});

it('gives no two lines one place, where several lead to one page', () => {
  const line = (href: string) => ({
    href,
    title: href,
    text: '',
    due: null,
    isOverdue: false,
    phone: null,
    acts: [],
  });
  const lines = ['/ventures/doubles', '/ventures/doubles', '/waivers/A1'].map(line);
  const section = { id: 'doubles', title: '', total: 3, allHref: '/ventures/doubles', lines };
  const voice = { say: makeSay('zh'), lang: 'zh' } as const;
  const [shown] = presentToday([section], voice).todo;
  const places = shown?.lines.map(({ place }) => place) ?? [];
  expect(places).toEqual(['doubles--ventures-doubles', null, 'doubles--waivers-A1']);
  expect(shown?.lines.map(({ back }) => back)).toEqual([
    '/today#doubles--ventures-doubles',
    '/today#doubles--waivers-A1',
    '/today#doubles--ventures-doubles',
  ]);
});

it('leads to no other site, and reads no message of another', async () => {
  const bureau = await signIn(app.base, 'bureau');
  const { id: accountId } = await app.db.account.findUniqueOrThrow({
    where: { username: 'park1' },
  });
  await transact(app.db, (tx) =>
    announce(tx, at('2025-02-01'), {
      accountId,
      key: 'ventures.message.told',
      values: { text: '三', who: '市人社局' },
    }),
  );
  const { id } = await app.db.outboxMessage.findFirstOrThrow({
    where: { accountId },
    orderBy: { id: 'desc' },
  });
  expect((await bureau.post(`/messages/${id}/read`, {})).status).toBe(404);
  const answer = await park1.post(`/messages/${id}/read`, { back: 'https://example.org/' });
  expect(answer.location).toBe('/messages');
});
