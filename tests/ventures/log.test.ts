import { afterAll, beforeAll, expect, it } from 'vitest';
import { startParks } from '../parks/cast.js';
import { Client, signIn, type TestApp } from '../web/client.js';
import { onceKey, someCode, typedVenture } from './fields.js';

let app: TestApp;
let park1: Client;
beforeAll(async () => {
  app = await startParks();
  park1 = await signIn(app.base, 'park1');
});
afterAll(() => app.close());

const count = () => app.db.venture.count();

it('logs a team without a licence, settles it on the same form, and counts it from that day', async () => {
  const answer = await park1.post(
    '/ventures/new',
    typedVenture({
      'founders.0.phone': '13912345678',
      'founders.0.graduatedOn': '2023-06-30',
      'founders.0.categories': ['veteran', 'returnee'],
      'founders.0.since': '2024-01-05',
      'founders.1.name': '林小渔',
      settledOn: '2025-01-10',
    }),
  );
  expect(answer.status).toBe(303);
  expect(answer.location).toMatch(/^\/ventures\/V2025-\d{4}$/);
  const venture = await app.db.venture.findUniqueOrThrow({
    where: { number: answer.location?.slice('/ventures/'.length) ?? '' },
    include: {
      residencies: true,
      roles: { include: { person: { include: { categories: true } } } },
    },
  });
  expect(venture).toMatchObject({ name: '鱼见咖啡', creditCode: null, loggedParkId: 1 });
  expect(venture.residencies).toMatchObject([{ parkId: 1, beganOn: '2025-01-10', endedOn: null }]);
  expect(venture.roles.map(({ person }) => person.name)).toEqual(['陈海平', '林小渔']);
  // Not registered: founded on the day of settling.
  expect(venture.roles[0]?.beganOn).toBe('2025-01-10');
  const categories = venture.roles[0]?.person.categories.map((one) => [one.category, one.beganOn]);
  expect(categories?.sort()).toEqual([
    ['graduate', '2023-06-30'],
    ['returnee', '2024-01-05'],
    ['veteran', '2024-01-05'],
  ]);
  const entries = await app.db.ledgerEntry.findMany({ where: { ventureId: venture.id } });
  expect(entries).toMatchObject([{ measure: 'ventures', effectiveOn: '2025-01-10', amount: 1n }]);
  const page = await park1.get(answer.location ?? '');
  expect(page.text).toContain('鱼见咖啡');
});

it('the same form sent twenty times at once makes one venture', async () => {
  const before = await count();
  const fields = typedVenture({ name: '二十次', _key: onceKey('twenty') });
  const _token = await park1.tokenOf('/ventures/new');
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => park1.postExactly('/ventures/new', { ...fields, _token })),
  );
  expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([303]));
  expect(new Set(answers.map((answer) => answer.location)).size).toBe(1);
  expect(await count()).toBe(before + 1);
});

it('a failing code warns, and is kept with a reason', async () => {
  const code = someCode(1);
  const wrong = code.slice(0, 17) + (code.endsWith('0') ? '1' : '0');
  const firm = typedVenture({ name: '错码公司', legalForm: 'firm', creditCode: wrong });
  const warned = await park1.post('/ventures/new', firm);
  expect(warned.status).toBe(422);
  expect(warned.text).toContain('校验位不符');
  expect(warned.text).toContain('name="creditCodeNote"');
  const kept = await park1.post('/ventures/new', { ...firm, creditCodeNote: '早期赋码，已核对' });
  expect(kept.status).toBe(303);
  expect(await app.db.venture.findUnique({ where: { creditCode: wrong } })).toMatchObject({
    creditCodeNote: '早期赋码，已核对',
  });
});

it('reads a code as people type it, and refuses it a second time', async () => {
  const code = someCode(2);
  const spaced = `${code.slice(0, 8)} ${code.slice(8)}`.toLowerCase();
  const firm = typedVenture({ name: '有码公司', legalForm: 'firm', creditCode: spaced });
  expect((await park1.post('/ventures/new', firm)).status).toBe(303);
  expect(await app.db.venture.count({ where: { creditCode: code } })).toBe(1);
  const again = await park1.post('/ventures/new', { ...firm, name: '又一家' });
  expect(again.status).toBe(422);
  expect(again.text).toContain('该代码已登记在另一创业主体名下');
});

it('bad input is told by the field, nothing is written and what was typed stays', async () => {
  const before = await count();
  const people = await app.db.person.count();
  const bad = typedVenture({
    name: '',
    legalForm: 'empire',
    creditCode: 'IOSVZ',
    phone: '打不通',
    'founders.0.name': '',
    'founders.1.phone': '13912345678',
    settledOn: '2025-02-30',
  });
  const answer = await park1.post('/ventures/new', bad);
  expect(answer.status).toBe(422);
  for (const field of [
    'name',
    'legalForm',
    'phone',
    'founders.0.name',
    'founders.1.name',
    'settledOn',
  ]) {
    expect(answer.text).toMatch(new RegExp(`href="#${field}">[^<]+：`));
  }
  expect(answer.text).toContain('value="IOSVZ"');
  expect(answer.text).toContain('value="打不通"');
  expect(await count()).toBe(before);
  expect(await app.db.person.count()).toBe(people);
});

it.each([
  [{ settledOn: '2025-02-15' }, 'settledOn'],
  [{ settledOn: '2022-12-31' }, 'settledOn'],
  [{ foundedOn: '2025-03-01' }, 'foundedOn'],
  [{ creditCode: 'A'.repeat(18) }, 'creditCode'],
  [{ parkId: '999' }, 'parkId'],
  [{ name: '鱼'.repeat(61) }, 'name'],
] as const)('refuses %j and undoes the whole form', async (change, field) => {
  const before = await count();
  const answer = await park1.post('/ventures/new', typedVenture(change));
  expect(answer.status).toBe(422);
  expect(answer.text).toMatch(new RegExp(`href="#${field}">[^<]+：`));
  expect(await count()).toBe(before);
});

it('one more founder is asked for without script and without losing what was typed', async () => {
  const before = await count();
  const answer = await park1.post('/ventures/new/founders', typedVenture({ name: '未写完' }), {
    from: '/ventures/new',
  });
  expect(answer.status).toBe(200);
  expect(answer.text).toContain('name="founders.1.name"');
  expect(answer.text).toContain('value="未写完"');
  expect(await count()).toBe(before);
});

it('a manager logs in an own park only', async () => {
  const before = await count();
  const page = await park1.get('/ventures/new');
  expect(page.text).toContain('P01 黄杨尖创业园');
  expect(page.text).not.toContain('P02');
  const other = await park1.post('/ventures/new', typedVenture({ parkId: '2' }));
  expect(other.status).toBe(422);
  expect(await count()).toBe(before);
});

it('who only reads gets 403, nobody is led to the sign-in or gets 401', async () => {
  for (const username of ['putuo', 'auditor', 'admin']) {
    const client = await signIn(app.base, username);
    expect((await client.get('/ventures/new')).status).toBe(403);
    expect((await client.post('/ventures/new', typedVenture())).status).toBe(403);
  }
  const nobody = new Client(app.base);
  const page = await nobody.get('/ventures/new');
  expect([page.status, page.location]).toEqual([303, '/sign-in?next=%2Fventures%2Fnew']);
  expect((await nobody.post('/ventures/new', typedVenture())).status).toBe(401);
});
