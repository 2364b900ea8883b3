import { afterEach, beforeEach, expect, it } from 'vitest';
import { startParks } from '../parks/cast.js';
import { Client, signIn, type TestApp } from '../web/client.js';
import { onceKey } from './fields.js';

let app: TestApp;
let park1: Client;
let venture = '';
beforeEach(async () => {
  app = await startParks();
  park1 = await signIn(app.base, 'park1');
  venture = `/ventures/${(await app.db.venture.findUniqueOrThrow({ where: { id: 1 } })).number}`;
});
afterEach(() => app.close());

const typed = (changes: Record<string, string | string[]> = {}) => ({
  role: 'founder',
  name: '王䶮',
  phone: '13912345678',
  beganOn: '2025-01-06',
  graduatedOn: '',
  since: '',
  proof: '',
  ...changes,
});
const roles = () =>
  app.db.personRole.findMany({
    where: { ventureId: 1 },
    include: { person: { include: { categories: true } } },
    orderBy: { id: 'asc' },
  });
const endOf = async (name: string) => {
  const role = (await roles()).find(({ person }) => person.name === name);
  return `${venture}/people/${role?.id}/end`;
};

it('is said once after it was given, with the page on which it is void', async () => {
  const { location } = await park1.post(`${venture}/people/new`, typed());
  const role = (await roles()).find(({ person }) => person.name === '王䶮');
  const receipt = /<div class="receipt"[\s\S]*?<\/div>/.exec(
    (await park1.get(String(location))).text,
  );
  expect(receipt?.[0]).toContain('王䶮');
  expect(receipt?.[0]).toContain(`href="${venture}/people/${role?.id}/void"`);
});

it('adds a founder with the categories held, whom a search then finds', async () => {
  const page = await park1.get(venture);
  expect(page.text).toContain(`${venture}/people/new`);
  const answer = await park1.post(
    `${venture}/people/new`,
    typed({ categories: ['veteran', 'returnee'], proof: '退役证 001', graduatedOn: '2023-06-30' }),
  );
  expect([answer.status, answer.location]).toEqual([303, venture]);
  const added = (await roles()).at(-1);
  expect(added).toMatchObject({ role: 'founder', beganOn: '2025-01-06', endedOn: null });
  expect(added?.person).toMatchObject({ name: '王䶮', phone: '13912345678' });
  expect(added?.person.categories.map((held) => held.category).sort()).toEqual([
    'graduate',
    'returnee',
    'veteran',
  ]);
  expect((await park1.get('/ventures?q=王䶮')).text).toContain(venture);
  expect((await park1.get(`${venture}/history`)).text).toContain('添加人员');
});

it('the same name and phone is the same person; the same role twice is refused', async () => {
  await park1.post(`${venture}/people/new`, typed());
  const partner = typed({ role: 'legal-representative' });
  expect((await park1.post(`${venture}/people/new`, partner)).status).toBe(303);
  expect(await app.db.person.count({ where: { name: '王䶮' } })).toBe(1);
  const again = await park1.post(`${venture}/people/new`, partner);
  expect(again.status).toBe(422);
  expect(again.text).toContain('此人已担任该角色');
  expect(again.text).toContain('value="13912345678"');
  expect(await roles()).toHaveLength(3);
});

it('the same form three times at once adds one', async () => {
  const form = { ...typed({ role: 'partner', name: '林屿' }), _key: onceKey('role') };
  const sent = [1, 2, 3].map(() => park1.post(`${venture}/people/new`, form));
  expect((await Promise.all(sent)).map(({ status }) => status)).toEqual([303, 303, 303]);
  expect((await roles()).filter(({ person }) => person.name === '林屿')).toHaveLength(1);
});

it.each([
  [{ name: '' }, 'name'],
  [{ name: '长'.repeat(41) }, 'name'],
  [{ phone: '1' }, 'phone'],
  [{ role: 'king' }, 'role'],
  [{ beganOn: '2025-02-15' }, 'beganOn'],
  [{ categories: 'veteran', since: '2025-03-01' }, 'since'],
  [{ categories: 'graduate' }, 'categories'],
])('refuses %j by the field and writes nothing', async (changes, field) => {
  const before = (await roles()).length;
  const answer = await park1.post(`${venture}/people/new`, typed({ role: 'employee', ...changes }));
  expect(answer.status).toBe(422);
  expect(answer.text).toMatch(new RegExp(`href="#${field}">[^<]+：`));
  expect(await roles()).toHaveLength(before);
});

it('ends a role, once; the last founder stays', async () => {
  await park1.post(`${venture}/people/new`, typed());
  const end = await endOf('陈海');
  for (const lastOn of ['2025-02-15', '2022-12-31', '']) {
    expect((await park1.post(end, { lastOn })).status).toBe(422);
  }
  const form = { lastOn: '2025-01-31', _key: onceKey('end-role') };
  expect((await park1.post(end, form)).status).toBe(303);
  expect((await park1.post(end, form)).status).toBe(303);
  expect((await park1.post(end, { lastOn: '2025-02-02' })).status).toBe(409);
  expect((await park1.get(end)).status).toBe(409);
  const last = await park1.post(await endOf('王䶮'), { lastOn: '2025-02-01' });
  expect(last.status).toBe(422);
  expect(last.text).toContain('至少保留一位创业者');
  expect((await roles()).filter(({ endedOn }) => endedOn !== null)).toHaveLength(1);
});

it('another park 404, a reader 403, nobody 303 and 401, no such role 404', async () => {
  for (const path of [`${venture}/people/new`, await endOf('陈海')]) {
    const park2 = await signIn(app.base, 'park2');
    expect((await park2.get(path)).status).toBe(404);
    expect((await park2.post(path, typed())).status).toBe(404);
    const putuo = await signIn(app.base, 'putuo');
    expect((await putuo.get(path)).status).toBe(403);
    expect((await putuo.post(path, typed())).status).toBe(403);
    expect((await putuo.get(venture)).text).not.toContain(`${venture}/people/`);
    expect((await new Client(app.base).get(path)).status).toBe(303);
    expect((await new Client(app.base).post(path, typed())).status).toBe(401);
  }
  // The founder of another venture is no role of this one.
  const other = await app.db.personRole.findFirstOrThrow({ where: { ventureId: 2 } });
  for (const id of [other.id, 9999, 'x']) {
    expect((await park1.get(`${venture}/people/${id}/end`)).status).toBe(404);
  }
});
