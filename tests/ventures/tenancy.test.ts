import { afterEach, beforeEach, expect, it } from 'vitest';
import { verifyLedger } from '../../src/backup/verify-ledger.js';
import { transact } from '../../src/database/database.js';
import { markClosed } from '../../src/ledger/closed-months.js';
import { addSpace } from '../../src/parks/add-spaces.js';
import { endResidency } from '../../src/ventures/end-residency.js';
import { endTenancy } from '../../src/ventures/end-tenancy.js';
import { letSpace } from '../../src/ventures/let-spaces.js';
import { settleVenture } from '../../src/ventures/settle-venture.js';
import { at } from '../ledger/network.js';
import { aSpace, startParks } from '../parks/cast.js';
import { Client, signIn, type TestApp } from '../web/client.js';
import { onceKey } from './fields.js';

let app: TestApp;
let park1: Client;
let address = '';
beforeEach(async () => {
  app = await startParks();
  park1 = await signIn(app.base, 'park1');
  const { number } = await app.db.venture.findUniqueOrThrow({ where: { id: 2 } });
  address = `/ventures/${number}/tenancies/new`;
});
afterEach(() => app.close());

const spaceId = async (name: string) =>
  String((await app.db.space.findFirstOrThrow({ where: { name } })).id);
const typed = async (changes: Record<string, string> = {}) => ({
  spaceId: await spaceId('石屋二号'),
  beganOn: '2025-01-01',
  termLastOn: '2025-12-31',
  rent: '350.5',
  basis: 'agreement',
  area: '',
  ...changes,
});
const count = () => app.db.tenancy.count();
/** The fields that the list of faults leads to. */
const faultsAt = (html: string): string[] =>
  [...html.matchAll(/<a href="#(\w+)">[^<]+：/g)].map(([, field = '']) => field).sort();

it('offers the spaces of the park, those with room first, and lets one: yuan to fen, the whole area if not said', async () => {
  const form = await park1.get(address);
  expect(form.text).toMatch(/石屋二号.*渔市摊位.*石屋一号[^<]*已出租，至2026年2月28日/s);
  expect(form.text).not.toContain('码头棚屋');
  expect(form.text).toContain('市场租金每月 1,234.00 元 · 已出租');
  const english = (await park1.get(`${address}?lang=en`)).text;
  await park1.get(`${address}?lang=zh`);
  expect(english).toContain('market rent a month: ¥1,234.00 · let until');
  const answer = await park1.post(address, await typed());
  expect([answer.status, answer.location]).toEqual([
    303,
    address.slice(0, -'/tenancies/new'.length),
  ]);
  expect(await app.db.tenancy.findFirst({ orderBy: { id: 'desc' } })).toMatchObject({
    ventureId: 2,
    beganOn: '2025-01-01',
    termEndOn: '2026-01-01',
    rent: 35050,
    rentBasis: 'agreement',
    area: 8050,
  });
});

it.each([
  [{ beganOn: '2024-02-01' }, 'spaceId'],
  [{ termLastOn: '2024-12-31' }, 'termLastOn'],
  [{ rent: '-1' }, 'rent'],
  [{ basis: '' }, 'basis'],
  [{ basis: 'policy:1:9.9' }, 'basis'],
  [{ rent: '0', basis: 'market' }, 'basis'],
  [{ rent: '一百' }, 'rent'],
  [{ area: '80.51' }, 'area'],
  [{ spaceId: '9999' }, 'spaceId'],
  [{ spaceId: '1' }, 'spaceId'],
] as const)('refuses %j by the field and writes nothing', async (changes, field) => {
  const before = await count();
  const free = await spaceId('渔市摊位');
  const answer = await park1.post(address, await typed({ spaceId: free, ...changes }));
  expect(answer.status).toBe(422);
  expect(answer.text).toMatch(new RegExp(`href="#${field}">[^<]+：`));
  expect(await count()).toBe(before);
});

it('tells all that is wrong with a lease at once', async () => {
  const wrong = { beganOn: '2025-03-01', termLastOn: '2025-02-01', rent: '0', basis: 'market' };
  const steps = { rentFreeLastOn: '2026-01-01', stepFrom1: '', stepRent1: '300' };
  const answer = await park1.post(address, await typed({ spaceId: '', ...wrong, ...steps }));
  expect(answer.status).toBe(422);
  expect(faultsAt(answer.text)).toEqual([
    'basis',
    'rentFreeLastOn',
    'spaceId',
    'stepFrom1',
    'termLastOn',
  ]);
  expect(answer.text).toContain('场地：请从选项中选择');
  // What is asked of the database is told together too.
  const asked = { beganOn: '2024-02-01', basis: 'policy:1:9.9' };
  const refused = await park1.post(address, await typed(asked));
  expect(faultsAt(refused.text)).toEqual(['basis', 'spaceId']);
});

it('says at the last day which months are closed to the end of a lease', async () => {
  await park1.post(address, await typed());
  const { id } = await app.db.tenancy.findFirstOrThrow({ where: { ventureId: 2, endedOn: null } });
  await transact(app.db, (tx) =>
    markClosed(tx, at('2025-02-14'), { month: '2025-01', reason: '' }),
  );
  const answer = await park1.post(`/tenancies/${id}/end`, { lastOn: '2025-01-20' });
  expect([answer.status, faultsAt(answer.text)]).toEqual([422, ['lastOn']]);
  expect(answer.text).toContain('2025年1月已锁定');
});

it('lets no space before the day from which it is used', async () => {
  const openedOn = '2025-02-01';
  const id = await transact(app.db, (tx) =>
    addSpace(tx, at(openedOn), 1, aSpace({ name: '新修的院子', openedOn })),
  );
  const early = await park1.post(address, await typed({ spaceId: String(id) }));
  expect(early.status).toBe(422);
  expect(early.text).toContain('该场地当日尚未启用');
  const answer = await park1.post(address, await typed({ spaceId: String(id), beganOn: openedOn }));
  expect(answer.status).toBe(303);
  await transact(app.db, async (tx) => {
    const { id: last } = await tx.tenancy.findFirstOrThrow({ where: { spaceId: id } });
    await endTenancy(tx, at('2025-02-14'), last, '2025-02-02');
  });
});

it('ends with the stay where that has ended already, so that the ledger stays right in another park', async () => {
  const space = { spaceId: Number(await spaceId('石屋二号')), area: 8050, rent: 0 };
  const ended = { reason: 'closed', note: '', setsAsideReturns: true } as const;
  const by = at('2025-02-14');
  await transact(app.db, (tx) =>
    endResidency(tx, by, { ventureId: 2, endedOn: '2025-01-20', ...ended }),
  );
  const days = { beganOn: '2025-01-05', termEndOn: '2026-01-05' };
  const id = await transact(app.db, (tx) => letSpace(tx, by, { ventureId: 2, ...space, ...days }));
  expect((await app.db.tenancy.findUniqueOrThrow({ where: { id } })).endedOn).toBe('2025-01-20');
  await transact(app.db, (tx) =>
    settleVenture(tx, by, { ventureId: 2, parkId: 2, beganOn: '2025-02-01' }),
  );
  expect((await verifyLedger(app.db)).problems).toEqual([]);
});

it('a space that was let meanwhile is refused; the same form twice lets it once', async () => {
  expect((await park1.post(address, await typed())).status).toBe(303);
  const taken = await park1.post(address, await typed());
  expect(taken.status).toBe(422);
  expect(taken.text).toContain('该场地届时已出租');
  const before = await count();
  const form = { ...(await typed({ spaceId: await spaceId('渔市摊位') })), _key: onceKey('let') };
  const answers = await Promise.all([1, 2, 3].map(() => park1.post(address, form)));
  expect(answers.map((answer) => answer.status)).toEqual([303, 303, 303]);
  expect(await count()).toBe(before + 1);
});

it('ends a tenancy, and a second one who tries gets 409', async () => {
  await park1.post(address, await typed());
  const tenancy = await app.db.tenancy.findFirstOrThrow({ where: { ventureId: 2, endedOn: null } });
  const end = `/tenancies/${tenancy.id}/end`;
  for (const lastOn of ['2024-12-31', '2024-12-30', '']) {
    const answer = await park1.post(end, { lastOn });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('href="#lastOn"');
  }
  const form = { lastOn: '2025-01-31', _key: onceKey('end') };
  expect((await park1.post(end, form)).status).toBe(303);
  expect((await park1.post(end, form)).status).toBe(303);
  expect((await park1.post(end, { lastOn: '2025-02-02' })).status).toBe(409);
  expect((await park1.get(end)).status).toBe(409);
  expect(await app.db.tenancy.findUnique({ where: { id: tenancy.id } })).toMatchObject({
    endedOn: '2025-02-01',
  });
  const again = transact(app.db, (tx) =>
    endTenancy(tx, at('2025-02-14'), tenancy.id, '2025-02-03'),
  );
  await expect(again).rejects.toThrow('ventures.tenancy-ended-already');
});

it('another park 404, a reader 403, nobody 303 and 401, no such id 404', async () => {
  const tenancy = await app.db.tenancy.findFirstOrThrow({ where: { endedOn: null } });
  for (const path of [address, `/tenancies/${tenancy.id}/end`]) {
    const park2 = await signIn(app.base, 'park2');
    expect((await park2.get(path)).status).toBe(404);
    expect((await park2.post(path, await typed())).status).toBe(404);
    const putuo = await signIn(app.base, 'putuo');
    expect((await putuo.get(path)).status).toBe(403);
    expect((await putuo.post(path, await typed())).status).toBe(403);
    expect((await new Client(app.base).get(path)).status).toBe(303);
    expect((await new Client(app.base).post(path, await typed())).status).toBe(401);
  }
  for (const path of ['/tenancies/9999/end', '/tenancies/x/end', '/ventures/V1/tenancies/new']) {
    expect((await park1.get(path)).status).toBe(404);
  }
});
