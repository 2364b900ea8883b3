import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Cast, caseAt, startWaivers } from '../waivers/cast.js';
import { plain } from '../waivers/pages.js';
import { type Client, signedIn } from '../web/client.js';

let cast: Cast;
let as: (username: string) => Client;
beforeEach(async () => {
  cast = await startWaivers();
  as = signedIn(cast.base);
});
afterEach(() => cast.close());

const menuOf = async (username: string): Promise<string> =>
  /<nav class="places"[\s\S]*?<\/nav>/.exec((await as(username).get('/account')).text)?.[0] ?? '';
/** How many things wait beside a word of the menu; null where nothing stands there. */
async function waitingAt(username: string, href: string): Promise<number | null> {
  const link = new RegExp(`href="${href}"[^>]*>([\\s\\S]*?)</a>`).exec(await menuOf(username))?.[1];
  const found = /class="count"><span class="unseen"> <\/span>(\d+)</.exec(link ?? '')?.[1];
  return found === undefined ? null : Number(found);
}

it.each(['park1', 'bureau', 'founder1'])(
  'the menu of %s has at most seven words',
  async (username) => {
    const menu = await menuOf(username);
    const top = menu.replaceAll(/<ul aria-label[\s\S]*?<\/ul>/g, '');
    expect((top.match(/<li/g) ?? []).length).toBeLessThanOrEqual(7);
  },
);

it('counts the cases that wait beside the word, with the next page after each act', async () => {
  expect(await waitingAt('park1', '/waivers/queue')).toBeNull();
  await caseAt(cast, 'submitted');
  expect(await waitingAt('park1', '/waivers/queue')).toBe(1);
  expect(await waitingAt('bureau', '/waivers/queue')).toBeNull();
  const row = await cast.db.waiverApplication.findFirstOrThrow();
  const listed = plain((await as('park1').get('/today')).text);
  expect(listed).toContain(`href="/waivers/${row.number}"`);
  expect(plain((await as('park2').get('/today')).text)).not.toContain(row.number);
  await cast.db.waiverApplication.update({
    where: { id: row.id },
    data: { state: 'bureau-review' },
  });
  expect(await waitingAt('park1', '/waivers/queue')).toBeNull();
  expect(await waitingAt('bureau', '/waivers/queue')).toBe(1);
});

it('counts the returns that a park owes, a county approves and the bureau accepts', async () => {
  cast.clock.set(new Date('2025-02-20T02:00:00Z'));
  as = signedIn(cast.base);
  const { id: parkId } = await cast.db.park.findUniqueOrThrow({ where: { number: 'P01' } });
  const shown = async (username: string) => plain((await as(username).get('/today')).text);
  const grid = 'href="/returns/2025-01/P01"';
  expect(await shown('park1')).toContain(grid);
  const owed = await waitingAt('park1', '/returns');
  await cast.db.monthlyReturn.create({
    data: {
      parkId,
      month: '2025-01',
      state: 'sent-back',
      firstSubmittedAt: new Date(),
      remark: '两家人数不符',
      confirmed: [],
    },
  });
  expect(await waitingAt('park1', '/returns')).toBe(owed);
  expect(await shown('park1')).toContain('两家人数不符');
  const move = (state: string) =>
    cast.db.monthlyReturn.updateMany({ where: { parkId, month: '2025-01' }, data: { state } });
  await move('approved');
  expect(await waitingAt('park1', '/returns')).toBe((owed ?? 0) - 1 || null);
  expect(await waitingAt('bureau', '/returns')).toBe(1);
  expect(await shown('bureau')).toContain(grid);
  await move('accepted');
  expect(await waitingAt('bureau', '/returns')).toBeNull();
});
