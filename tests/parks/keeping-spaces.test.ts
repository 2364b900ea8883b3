import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Client, signIn, type TestApp } from '../web/client.js';
import { aSpace, startParks } from './cast.js';

let app: TestApp;
let park1: Client;
let park2: Client;
let putuo: Client;
beforeAll(async () => {
  app = await startParks();
  park1 = await signIn(app.base, 'park1');
  park2 = await signIn(app.base, 'park2');
  putuo = await signIn(app.base, 'putuo');
});
afterAll(() => app.close());

/** A space as its form sends it. */
const sent = (changes: Record<string, string> = {}) => ({
  ...Object.fromEntries(Object.entries(aSpace()).map(([name, value]) => [name, String(value)])),
  area: '80.5',
  marketRent: '1234',
  ...changes,
});
const spaceOf = (number: string) => app.db.space.findUniqueOrThrow({ where: { number } });

describe('the premises of a park', () => {
  it('are listed with owner, rent and who uses them', async () => {
    const { status, text } = await park1.get('/parks/P01/spaces');
    expect(status).toBe(200);
    expect(text).toContain('房主王阿根');
    expect(text).toContain('1,234.00 元');
    expect(text).toMatch(/href="\/ventures\/V2025-0001">海风民宿</);
    expect(text).toContain('/parks/P01/spaces/P01-002/edit');
  });

  it('can be narrowed to the free and those let', async () => {
    const free = (await park1.get('/parks/P01/spaces?state=free')).text;
    expect(free).toContain('P01-002');
    expect(free).not.toContain('P01-001');
    const leased = (await park1.get('/parks/P01/spaces?state=let')).text;
    expect(leased).toContain('P01-001');
    expect(leased).not.toContain('P01-002');
    // A state that there is not is refused rather than taken for all of them.
    expect((await park1.get('/parks/P01/spaces?state=x')).status).toBe(400);
    expect((await park1.get('/parks/P01/spaces?page=-1')).status).toBe(400);
  });

  it('can be looked at by who reviews them, without a way to change them', async () => {
    const { status, text } = await putuo.get('/parks/P01/spaces');
    expect(status).toBe(200);
    expect(text).not.toContain('/edit');
    expect((await putuo.get('/parks/P02/spaces')).status).toBe(404);
  });

  it('are nobody else’s business', async () => {
    expect((await park2.get('/parks/P01/spaces')).status).toBe(404);
    expect((await new Client(app.base).get('/parks/P01/spaces')).status).toBe(303);
    const admin = await signIn(app.base, 'admin');
    expect((await admin.get('/parks/P01/spaces')).status).toBe(403);
  });
});

describe('adding premises', () => {
  it('numbers them on', async () => {
    expect((await park1.get('/parks/P01/spaces/new')).status).toBe(200);
    const existing = await app.db.space.count({ where: { park: { number: 'P01' } } });
    const { status, location } = await park1.post(
      '/parks/P01/spaces/new',
      sent({ area: '１２.５' }),
    );
    expect([status, location]).toEqual([303, '/parks/P01/spaces']);
    const number = `P01-00${existing + 1}`;
    expect(await spaceOf(number)).toMatchObject({ area: 1250 });
    const { id: spaceId } = await spaceOf(number);
    expect(await app.db.spaceValuation.findMany({ where: { spaceId } })).toMatchObject([
      { fromOn: '2023-01-01', fen: 123_400, source: '评估报告〔2023〕7号' },
    ]);
  });

  it('is for the park’s manager and the bureau', async () => {
    for (const [client, status] of [
      [park2, 404],
      [putuo, 403],
    ] as const) {
      expect((await client.get('/parks/P01/spaces/new')).status).toBe(status);
      expect((await client.post('/parks/P01/spaces/new', sent())).status).toBe(status);
    }
    const bureau = await signIn(app.base, 'bureau');
    expect((await bureau.post('/parks/P02/spaces/new', sent())).status).toBe(303);
    expect((await bureau.post('/parks/P99/spaces/new', sent())).status).toBe(404);
    expect((await new Client(app.base).postExactly('/parks/P01/spaces/new', sent())).status).toBe(
      401,
    );
  });

  it.each([
    ['area', '0', '面积应大于零'],
    ['area', '-1', '请填写数字'],
    ['area', '1.234', '最多两位小数'],
    ['kind', 'castle', '请从选项中选择'],
    ['name', '', '请填写此项'],
    ['openedOn', '2022-12-31', '启用日不能早于开园日'],
  ])('asks again for %s as %s', async (field, value, message) => {
    const count = await app.db.space.count();
    const answer = await park1.post('/parks/P01/spaces/new', sent({ [field]: value }));
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(message);
    expect(answer.text).toContain('value="房主王阿根"');
    expect(answer.text).toMatch(new RegExp(`href="#${field}">[^<]+：[^<]*${message}`));
    expect(await app.db.space.count()).toBe(count);
  });

  it('sent twice adds one', async () => {
    const count = await app.db.space.count();
    const fields = { ...sent(), _key: 'another-key-of-sixteen' };
    await park1.post('/parks/P01/spaces/new', fields);
    await park1.post('/parks/P01/spaces/new', fields);
    expect(await app.db.space.count()).toBe(count + 1);
  });
});

describe('editing premises', () => {
  const href = '/parks/P01/spaces/P01-002/edit';
  const change = async (changes: Record<string, string>) =>
    sent({ version: String((await spaceOf('P01-002')).version), ...changes });

  it('keeps them right', async () => {
    expect((await park1.get(href)).text).toContain('value="80.5"');
    const { status } = await park1.post(href, await change({ name: '石屋二号（改）', area: '90' }));
    expect(status).toBe(303);
    expect(await spaceOf('P01-002')).toMatchObject({ name: '石屋二号（改）', area: 9000 });
  });

  it('sent twice, or changing nothing, is written once', async () => {
    const events = () => app.db.historyEvent.count({ where: { verb: 'space.edited' } });
    const form = await change({ address: '改一次的地址' });
    const before = await events();
    for (const _ of [1, 2]) expect((await park1.post(href, form)).status).toBe(303);
    expect(await events()).toBe(before + 1);
  });

  it('shows both versions to the second of two editors', async () => {
    const first = await change({ owner: '先改的房主' });
    expect((await park1.post(href, first)).status).toBe(303);
    const late = await park1.post(href, { ...first, owner: '后改的房主', kind: 'shed' });
    expect(late.status).toBe(409);
    expect(late.text).toContain('先改的房主');
    expect(late.text).toContain('value="后改的房主"');
    expect(late.text).toMatch(/农房<\/td>\s*<td[^>]*>棚屋/);
    const version = /name="version" value="(\d+)"/.exec(late.text)?.[1] ?? '';
    expect((await park1.post(href, { ...first, owner: '后改的房主', version })).status).toBe(303);
    expect((await spaceOf('P01-002')).owner).toBe('后改的房主');
  });

  it('cannot make them smaller than what is let', async () => {
    const version = String((await spaceOf('P01-001')).version);
    const answer = await park1.post(
      '/parks/P01/spaces/P01-001/edit',
      sent({ version, area: '80' }),
    );
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('不能小于已出租的面积');
  });

  it('finds only spaces of the park in the address', async () => {
    expect((await park1.get('/parks/P01/spaces/P02-001/edit')).status).toBe(404);
    expect((await park1.get('/parks/P01/spaces/P01-999/edit')).status).toBe(404);
    expect((await park2.get(href)).status).toBe(404);
    expect((await putuo.get(href)).status).toBe(403);
    expect((await putuo.post(href, await change({}))).status).toBe(403);
  });
});
