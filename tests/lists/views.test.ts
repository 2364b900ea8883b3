import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startParks } from '../parks/cast.js';
import { type Client, signIn, type TestApp } from '../web/client.js';

let app: TestApp;
const clients = {} as Record<'bureau' | 'park1' | 'park2' | 'auditor' | 'admin' | 'putuo', Client>;
beforeAll(async () => {
  app = await startParks();
  for (const name of ['bureau', 'park1', 'park2', 'auditor', 'admin', 'putuo'] as const)
    clients[name] = await signIn(app.base, name);
});
afterAll(() => app.close());
beforeEach(() => app.db.listView.deleteMany());

const of = '/ventures?trade=homestay&columns=name.trade.headcount&sort=headcount';
const decoded = (text: string) => text.replaceAll('&#x3D;', '=').replaceAll('&amp;', '&');
async function viewsAbove(client: Client, list = '/ventures'): Promise<[string, string][]> {
  const { text } = await client.get(list);
  const [, row = ''] = text.split('<nav aria-label="已存视图">');
  const [links = ''] = row.split('</nav>');
  return [...links.matchAll(/<a href="([^"]+)"[^>]*>([^<]+)/g)].map(([, href = '', name = '']) => [
    name.trim(),
    decoded(href),
  ]);
}
const save = (client: Client, fields: Record<string, string>) =>
  client.post('/views', Object.assign({ of, name: '民宿', parkId: '' }, fields));

describe('a view of a list', () => {
  it('is saved under a name as the list writes it, and stands above the list from then on', async () => {
    const answer = await save(clients.park1, {
      of: '/ventures?page=3&columns=headcount&columns=name&columns=trade&trade=homestay&sort=headcount&status=',
    });
    expect(answer.status).toBe(303);
    expect(answer.location).toBe(of);
    expect((await clients.park1.get(of)).text).toContain('保存视图：民宿');
    expect(await viewsAbove(clients.park1)).toEqual([['民宿', of]]);
    const { id } = await app.db.listView.findFirstOrThrow({ where: { name: '民宿' } });
    expect((await clients.park1.get(`/views/${id}`)).location).toBe(of);
  });

  it('is nobody else’s', async () => {
    await save(clients.park1, {});
    const { id } = await app.db.listView.findFirstOrThrow({ where: { name: '民宿' } });
    for (const name of ['bureau', 'park2', 'putuo', 'admin'] as const) {
      expect((await clients[name].get(`/views/${id}`)).status).toBe(404);
      expect((await clients[name].get('/views')).text).not.toContain('民宿');
      expect((await clients[name].post(`/views/${id}/removal`, {})).status).toBe(404);
    }
    expect(await viewsAbove(clients.bureau)).toEqual([]);
  });

  it('of the same name is replaced', async () => {
    const other = '/ventures?sort=name';
    await save(clients.park1, {});
    expect((await save(clients.park1, { of: other })).location).toBe(other);
    expect(await viewsAbove(clients.park1)).toEqual([['民宿', other]]);
  });

  it('that is shared with a park is its managers’, each in the own sight', async () => {
    const park = await app.db.park.findFirstOrThrow({ where: { number: 'P01' } });
    const shared = { name: '各园区', of: '/ventures?sort=park', parkId: String(park.id) };
    expect((await save(clients.bureau, shared)).status).toBe(303);
    expect((await viewsAbove(clients.park1)).map(([name]) => name)).toContain('各园区');
    expect(await viewsAbove(clients.park2)).toEqual([]);
    const rows = (text: string) => text.match(/<th scope="row"/g)?.length ?? 0;
    const own = rows((await clients.park1.get('/ventures')).text);
    expect(rows((await clients.park1.get('/ventures?sort=park')).text)).toBe(own);
    // A manager shares with the own parks, and a list that no park has is shared with none.
    const notOwn = await save(clients.park2, shared);
    expect(notOwn.status).toBe(422);
    expect(notOwn.text).toContain('href="#parkId"');
    expect((await save(clients.admin, Object.assign(shared, { of: '/accounts' }))).status).toBe(
      422,
    );
  });

  it('is removed by a press, once, and put back', async () => {
    await save(clients.park1, {});
    const { id } = await app.db.listView.findFirstOrThrow({ where: { name: '民宿' } });
    expect((await clients.park1.post(`/views/${id}/removal`, {})).location).toBe('/views');
    const { text } = await clients.park1.get('/views');
    expect(text).toContain('删除视图：民宿');
    expect(text).toContain(`action="/views/${id}/restoration"`);
    expect((await clients.park1.post(`/views/${id}/removal`, {})).status).toBe(409);
    expect((await clients.park1.get(`/views/${id}`)).status).toBe(404);
    expect((await clients.park1.post(`/views/${id}/restoration`, {})).status).toBe(303);
    expect((await viewsAbove(clients.park1)).map(([name]) => name)).toContain('民宿');
    expect((await clients.park1.post(`/views/${id}/restoration`, {})).status).toBe(409);
  });

  it.each([
    ['no name', { name: '' }, 422],
    ['a list that is none', { of: '/dashboard' }, 400],
    ['another site', { of: 'https://example.org/ventures' }, 400],
    ['a column that is none', { of: '/ventures?columns=password' }, 400],
    ['an order that is none', { of: '/ventures?sort=phone' }, 400],
  ])('with %s is refused, and nothing is kept', async (_, fields, status) => {
    const before = await app.db.listView.count();
    expect((await save(clients.bureau, fields)).status).toBe(status);
    expect(await app.db.listView.count()).toBe(before);
  });

  it('is kept by nobody who only reads, and of no list that one has not', async () => {
    expect((await save(clients.auditor, {})).status).toBe(403);
    expect((await clients.auditor.get('/views')).status).toBe(403);
    expect((await save(clients.admin, {})).status).toBe(400);
    expect((await clients.auditor.get('/ventures')).text).not.toContain('存为视图');
  });

  it('is one of forty at most', async () => {
    const { id: accountId } = await app.db.account.findFirstOrThrow({
      where: { username: 'park2' },
    });
    await app.db.listView.createMany({
      data: Array.from({ length: 40 }, (_, n) => ({
        list: 'ventures',
        name: `视图${n}`,
        address: '/ventures',
        accountId,
        savedAt: new Date('2025-01-01T00:00:00Z'),
      })),
    });
    expect((await save(clients.park2, {})).status).toBe(422);
    expect((await save(clients.park2, { name: '视图7' })).status).toBe(303);
  });
});
