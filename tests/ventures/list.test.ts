import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  expect,
  it,
  onTestFinished,
} from 'vitest';
import { transact } from '../../src/database/database.js';
import { venturesInScope } from '../../src/people/scope.js';
import type { Role, Viewer } from '../../src/people/viewer.js';
import { fileHeadcount } from '../../src/returns/file-headcounts.js';
import { endResidency } from '../../src/ventures/end-residency.js';
import { VentureFilter } from '../../src/ventures/filter.js';
import { listVentures } from '../../src/ventures/list-ventures.js';
import { logVentures, type NewVenture } from '../../src/ventures/log-venture.js';
import { moveVenture } from '../../src/ventures/move-venture.js';
import { parksToFilterBy } from '../../src/ventures/park-choices.js';
import { selectionOf } from '../../src/ventures/selection.js';
import { settleVenture } from '../../src/ventures/settle-venture.js';
import { at, headcount, someVenture } from '../ledger/network.js';
import { startParks } from '../parks/cast.js';
import { Client, signIn, type TestApp } from '../web/client.js';

const by = at('2025-02-01');
let app: TestApp;
let bureau: Client;

/** Beside 海风民宿 and 不具名工坊 of P01: one with odd signs in its name, one that moved to P02, one unsettled there. */
async function begin(): Promise<void> {
  app = await startParks();
  await transact(app.db, async (tx) => {
    const venture = (changes: Partial<NewVenture>): NewVenture => ({
      ...someVenture(1),
      ...changes,
    });
    const veteran = { category: 'veteran', beganOn: '2024-01-01', proof: '' } as const;
    const founder = { name: '单雄信', phone: null, graduatedOn: null, categories: [veteran] };
    const [odd = 0, moved = 0] = await logVentures(tx, by, [
      venture({ name: '百分百100%_手作', industry: 'C', legalForm: 'firm', founders: [founder] }),
      venture({ name: '𰻞𰻞面馆', industry: 'H' }),
      venture({ name: '待入驻团队', parkId: 2, industry: 'I' }),
    ]);
    await settleVenture(tx, by, { ventureId: odd, parkId: 1, beganOn: '2024-05-01' });
    await settleVenture(tx, by, { ventureId: moved, parkId: 1, beganOn: '2024-06-01' });
    const filing = { ventureId: odd, month: '2024-12', version: null, ...headcount(30) };
    await fileHeadcount(tx, by, filing);
    await moveVenture(tx, by, { ventureId: moved, toParkId: 2, movedOn: '2025-01-15', note: '' });
  });
  bureau = await signIn(app.base, 'bureau');
}
const end = () => app.close();

const all = ['海风民宿', '不具名工坊', '百分百100%_手作', '𰻞𰻞面馆', '待入驻团队'];

/** The names in the list, in its order. */
async function names(query: string, client = bureau): Promise<string[]> {
  const answer = await client.get(`/ventures${query}`);
  expect(answer.status).toBe(200);
  return [...answer.text.matchAll(/<th scope="row"><a href="[^"]+">([^<]+)<\/a>/g)].map(
    ([, name = '']) => name,
  );
}

describe('the filter', () => {
  beforeAll(begin);
  afterAll(end);

  it.each([
    ['?park=P01', ['海风民宿', '不具名工坊', '百分百100%_手作']],
    ['?park=P02', ['𰻞𰻞面馆', '待入驻团队']],
    // Before it moved; what was logged later is not in the list of that day.
    ['?park=P01&asOf=2025-01-14', ['海风民宿', '不具名工坊', '百分百100%_手作', '𰻞𰻞面馆']],
    ['?asOf=2024-04-30', ['海风民宿', '不具名工坊']],
    ['?region=330902', ['𰻞𰻞面馆', '待入驻团队']],
    ['?status=unsettled', ['待入驻团队']],
    ['?status=settled&park=P02', ['𰻞𰻞面馆']],
    ['?status=ended', []],
    ['?industry=C', ['百分百100%_手作']],
    ['?form=firm', ['百分百100%_手作']],
    ['?category=veteran', ['百分百100%_手作']],
    ['?category=veteran&asOf=2023-12-31', []],
  ])('%s', async (query, expected) => {
    expect((await names(query)).sort()).toEqual([...expected].sort());
  });

  it.each([
    'status=x',
    'industry=ZZ',
    'sort=x',
    'order=y',
    'park=%27',
    'park=P99',
    'region=000000',
    'status=ended&status=settled',
  ])('refuses %s, in a file too: another list would pass for the one asked', async (query) => {
    for (const path of ['/ventures', '/ventures.csv', '/ventures.xlsx'])
      expect((await bureau.get(`${path}?${query}`)).status).toBe(400);
  });

  it('leads from a wrong filter back to the list, and from a wrong file not to all of it', async () => {
    const { text } = await bureau.get('/ventures?status=x');
    expect(text).toContain('没有“x”这一项');
    expect(text).toContain('<a href="/ventures">去掉查询条件');
    expect((await bureau.get('/ventures.csv?status=x')).text).not.toContain('"/ventures.csv"');
  });

  it.each(['-1', '0', '1.5', 'x'])('has no page %s', async (page) => {
    expect((await bureau.get(`/ventures?page=${page}`)).status).toBe(400);
  });

  it('names parks and regions by their names, and what was searched as it was typed', async () => {
    const { text } = await bureau.get('/ventures?park=P01&q=P02');
    const { nameZh } = await app.db.park.findFirstOrThrow({ where: { number: 'P02' } });
    const chosen = text.split('<ul class="chosen"')[1]?.split('</ul>')[0] ?? '';
    expect(chosen).toContain('园区：P01 ');
    expect(chosen).toContain('：P02<');
    expect(chosen).not.toContain(nameZh);
  });

  it('takes what is left empty for not chosen, and a page beyond the last for the last', async () => {
    expect(await names('?q=&park=&status=&industry=&form=&category=&asOf=')).toHaveLength(
      all.length,
    );
    expect(await names('?page=999')).toHaveLength(all.length);
  });

  it.each(['2025-02-30', '2025-02-15', 'x'])('refuses %s as a day, in a file too', async (day) => {
    for (const path of ['/ventures', '/ventures.csv']) {
      expect((await bureau.get(`${path}?asOf=${day}`)).status).toBe(400);
    }
  });
});

describe('the search', () => {
  beforeAll(begin);
  afterAll(end);

  it.each([
    ['海风', ['海风民宿']],
    ['haifeng', ['海风民宿']],
    ['HFMS', ['海风民宿']],
    ['𰻞', ['𰻞𰻞面馆']],
    // A surname has a reading of its own: 单 is Shàn.
    ['shanxiongxin', ['百分百100%_手作']],
    ['100%', ['百分百100%_手作']],
    ['%', ['百分百100%_手作']],
    ['_', ['百分百100%_手作']],
    ['%_', ['百分百100%_手作']],
    ['海风 ms', ['海风民宿']],
    ['海风 手作', []],
    ["'; DROP TABLE Venture; --", []],
    ['\\', []],
  ])('%s', async (text, expected) => {
    expect(await names(`?q=${encodeURIComponent(text)}`)).toEqual(expected);
  });

  it('finds by number', async () => {
    const { number } = await app.db.venture.findUniqueOrThrow({ where: { id: 1 } });
    expect(await names(`?q=${number.toLowerCase()}`)).toEqual(['海风民宿']);
  });
});

describe('the order', () => {
  beforeAll(begin);
  afterAll(end);

  it.each([
    ['', [...all].reverse()],
    ['?order=up', all],
    // B, B, D, H, and 𰻞, which is read biáng.
    ['?sort=headcount', '百分百100%_手作'],
    ['?sort=arrived', '𰻞𰻞面馆'],
    ['?sort=arrived&order=up&status=settled', '不具名工坊'],
  ])('%s', async (query, expected) => {
    const found = await names(query);
    if (typeof expected === 'string' && query.includes('order=up'))
      expect(found.slice(0, 2)).toContain(expected);
    else if (typeof expected === 'string') expect(found[0]).toBe(expected);
    else expect(found).toEqual(expected);
  });

  it('sorts names by their pinyin', async () => {
    const found = (await names('?sort=name')).filter((name) => !name.startsWith('𰻞'));
    expect(found).toEqual(['百分百100%_手作', '不具名工坊', '待入驻团队', '海风民宿']);
  });
});

it('puts what shows no jobs behind all that do, also what has left or reported none', async () => {
  await begin();
  onTestFinished(end);
  const { id } = await app.db.venture.findFirstOrThrow({ where: { name: '海风民宿' } });
  await transact(app.db, (tx) =>
    fileHeadcount(tx, by, { ventureId: id, month: '2025-01', version: null, ...headcount(0) }),
  );
  const gone = await app.db.venture.findFirstOrThrow({ where: { name: '不具名工坊' } });
  await transact(app.db, (tx) =>
    endResidency(tx, by, {
      ventureId: gone.id,
      endedOn: '2025-01-20',
      reason: 'closed',
      note: '',
      setsAsideReturns: false,
    }),
  );
  for (const client of [bureau, await signIn(app.base, 'park1')])
    for (const order of ['up', 'down']) {
      const found = await names(`?sort=headcount&order=${order}`, client);
      const shown = ['百分百100%_手作', '海风民宿'];
      expect(found.slice(0, 2), order).toEqual(order === 'up' ? shown.reverse() : shown);
    }
});

it('pages hold fifty, keep the filter, and beyond the last stands the last', async () => {
  await begin();
  onTestFinished(end);
  await transact(app.db, (tx) =>
    logVentures(
      tx,
      by,
      Array.from({ length: 60 }, (_, n) => ({
        ...someVenture(2),
        name: `批量${n}`,
        industry: 'T' as const,
      })),
    ),
  );
  expect(await names('?industry=T')).toHaveLength(50);
  expect(await names('?industry=T&page=2')).toHaveLength(10);
  expect(await names('?industry=T&page=99')).toHaveLength(10);
  const answer = await bureau.get('/ventures?industry=T');
  expect(answer.text).toContain('共 60 条，第 1–50 条');
  expect(answer.text).toContain('/ventures?industry&#x3D;T&amp;page&#x3D;2');
  expect(answer.text).toContain('/ventures.csv?industry&#x3D;T');
});

describe('who sees what', () => {
  beforeEach(begin);
  afterEach(end);

  it('a manager sees own ventures, those that left too; a county its region; a founder one', async () => {
    const { id } = await app.db.person.findFirstOrThrow({ where: { name: '单雄信' } });
    const { passwordHash } = await app.db.account.findUniqueOrThrow({
      where: { username: 'park1' },
    });
    await app.db.account.create({
      data: {
        username: 'founder1',
        name: '单雄信',
        role: 'founder',
        personId: id,
        passwordHash,
        createdAt: by.at,
      },
    });
    const mine = ['海风民宿', '不具名工坊', '百分百100%_手作', '𰻞𰻞面馆'].sort();
    expect((await names('', await signIn(app.base, 'park1'))).sort()).toEqual(mine);
    expect((await names('', await signIn(app.base, 'putuo'))).sort()).toEqual(mine);
    expect(await names('?q=𰻞', await signIn(app.base, 'park2'))).toEqual(['𰻞𰻞面馆']);
    expect(await names('', await signIn(app.base, 'founder1'))).toEqual(['百分百100%_手作']);
  });

  it('an administrator gets 403, nobody is led to the sign-in', async () => {
    const admin = await signIn(app.base, 'admin');
    for (const path of ['/ventures', '/ventures.csv', '/ventures.xlsx']) {
      expect((await admin.get(path)).status).toBe(403);
      expect((await new Client(app.base).get(path)).status).toBe(303);
    }
  });

  it('the list’s own scope is that of every other query', async () => {
    const { personId } = viewers.find(({ role }) => role === 'founder') as Viewer;
    const held = { personId: personId as number, beganOn: '2024-01-01' };
    await app.db.personRole.createMany({
      data: [
        { ...held, ventureId: 1, role: 'partner', endedOn: '2024-06-01' },
        { ...held, ventureId: 2, role: 'employee' },
      ],
    });
    for (const viewer of viewers) {
      const filter = VentureFilter.parse({});
      const selection = selectionOf(filter, await parksToFilterBy(app.db, viewer), app.clock);
      const { total } = await listVentures(app.db, viewer, selection, filter);
      expect(total).toBe(await app.db.venture.count({ where: venturesInScope(viewer) }));
    }
  });
});

const viewer = (role: Role, more: Partial<Viewer> = {}): Viewer => ({
  accountId: 1,
  username: role,
  name: role,
  role,
  regionCode: null,
  parkIds: [],
  personId: null,
  ...more,
});
const viewers = [
  viewer('bureau-staff'),
  viewer('auditor'),
  viewer('administrator'),
  viewer('county-reviewer', { regionCode: '330903', parkIds: [1] }),
  viewer('park-manager', { parkIds: [2] }),
  viewer('park-manager', { parkIds: [1, 2] }),
  viewer('park-manager'),
  viewer('founder', { personId: 1 }),
  viewer('founder'),
];
