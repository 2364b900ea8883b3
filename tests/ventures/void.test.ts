import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyLedger } from '../../src/backup/verify-ledger.js';
import { transact } from '../../src/database/database.js';
import { markClosed } from '../../src/ledger/closed-months.js';
import { levelsByPark } from '../../src/ledger/totals.js';
import { searchTextFaults } from '../../src/ventures/check-search-text.js';
import { endResidency } from '../../src/ventures/end-residency.js';
import { recordsOfVentures } from '../../src/ventures/records-of-ventures.js';
import { voidTenancy } from '../../src/ventures/void-tenancy.js';
import { voidVenture } from '../../src/ventures/void-venture.js';
import { logVisit } from '../../src/visits/log-visit.js';
import { at } from '../ledger/network.js';
import { startParks } from '../parks/cast.js';
import { plain } from '../reports/reading.js';
import { type Client, signIn, type TestApp } from '../web/client.js';
import { someCode, typedVenture } from './fields.js';

const days = ['2024-02-29', '2024-03-01', '2024-12-31', '2025-02-14'];
const measures = ['ventures', 'jobs', 'returns', 'rent-free', 'rent-forgone'] as const;

let app: TestApp;
let park1: Client;
let venture: { id: number; number: string };
let path: string;
beforeEach(async () => {
  app = await startParks();
  park1 = await signIn(app.base, 'park1');
  venture = await app.db.venture.findFirstOrThrow({ where: { name: '海风民宿' } });
  path = `/ventures/${venture.number}/void`;
});
afterEach(() => app.close());

const call = { kind: 'call', madeBy: '某人', note: '', followUpOn: null } as const;
const typed = { reason: '与系统试用数据混淆，误登记', version: '1' };
const voiding = () => app.db.ventureVoid.findUnique({ where: { ventureId: venture.id } });

/** Every measure in P01 on each day. */
async function totals(): Promise<Record<string, number>> {
  const { id } = await app.db.park.findFirstOrThrow({ where: { number: 'P01' } });
  const found: Record<string, number> = {};
  for (const day of days) {
    const levels = await levelsByPark(app.db, day);
    for (const measure of measures) found[`${measure} ${day}`] = levels.of(measure, id);
  }
  return found;
}

describe('voiding a venture logged by mistake', () => {
  it('is reached from its page, and takes it out of every total as if it had never been', async () => {
    expect((await park1.get(`/ventures/${venture.number}`)).text).toContain(`href="${path}"`);
    const form = await park1.get(path);
    expect(form.text).toContain('2024年3月1日');
    const before = await totals();
    expect(before['ventures 2025-02-14']).toBe(2);
    expect(before['rent-free 2025-02-14']).toBe(1);
    expect((await park1.post(path, typed)).status).toBe(303);
    const after = await totals();
    expect(after['ventures 2024-03-01']).toBe(1);
    expect(after['ventures 2025-02-14']).toBe(1);
    expect(after['jobs 2024-12-31']).toBe((before['jobs 2024-12-31'] ?? 0) - 7);
    expect(after['returns 2024-12-31']).toBe(1);
    expect([after['rent-free 2024-03-01'], after['rent-forgone 2025-02-14']]).toEqual([0, 0]);
    expect((await verifyLedger(app.db)).problems).toEqual([]);
    expect(await searchTextFaults(app.db)).toEqual([]);
  });

  it('leaves no arrival and no exit in the report, of one that was ended by mistake too', async () => {
    await transact(app.db, (tx) =>
      endResidency(tx, at('2025-02-01'), {
        ventureId: venture.id,
        endedOn: '2025-01-15',
        reason: 'graduated',
        note: '',
        setsAsideReturns: true,
      }),
    );
    const bureau = await signIn(app.base, 'bureau');
    const report = '/reports/in-and-out?period=2025';
    expect((await bureau.get(report)).text).toContain('海风民宿');
    expect((await park1.post(path, typed)).status).toBe(303);
    expect((await bureau.get(report)).text).not.toContain('海风民宿');
    expect((await bureau.get('/reports/in-and-out?period=2024')).text).not.toContain('海风民宿');
  });

  it('leaves it out of the list, its counts, search, export, public page and the list of visits', async () => {
    const bureau = await signIn(app.base, 'bureau');
    expect((await bureau.get('/ventures?q=海风')).text).toContain(venture.number);
    await park1.post(path, typed);
    for (const client of [bureau, park1]) {
      for (const address of ['/ventures', '/ventures?q=海风', `/ventures?q=${venture.number}`])
        expect((await client.get(address)).text, address).not.toContain('海风民宿');
      expect((await client.get('/ventures.csv')).text).not.toContain('海风民宿');
    }
    expect((await bureau.get('/ventures')).text).toContain('共 1 条');
    expect((await bureau.get('/parks/P01')).text).not.toContain('海风民宿');
    const visitor = (await park1.get('/api/v1/totals')).text;
    expect(visitor).not.toContain('海风民宿');
  });

  it('keeps its number and a page that says why, with the history and its people', async () => {
    const people = await app.db.person.count();
    await park1.post(path, typed);
    const shown = await park1.get(`/ventures/${venture.number}`);
    expect(shown.status).toBe(200);
    for (const words of ['登记错误', typed.reason, '黄杨尖创业园', '租约（份）', 'park1'])
      expect(shown.text).toContain(words);
    const history = await park1.get(`/ventures/${venture.number}/history`);
    expect(history.text).toContain('登记错误，作废');
    expect(await app.db.person.count()).toBe(people);
    const { person } = await app.db.personRole.findFirstOrThrow({
      where: { ventureId: venture.id },
      include: { person: true },
    });
    expect((await park1.get(`/people/${person.number}`)).status).toBe(200);
    const auditor = await signIn(app.base, 'auditor');
    expect((await auditor.get(`/ventures/${venture.number}`)).text).toContain(typed.reason);
    for (const act of ['edit', 'settlement', 'void', 'tenancies/new', 'returns/2025-01'])
      expect((await park1.get(`/ventures/${venture.number}/${act}`)).status, act).toBe(404);
    const en = await park1.get(`/ventures/${venture.number}?lang=en`);
    expect(en.text).toContain('Logged by mistake');
  });

  it('frees the name and the credit code for the venture that really is', async () => {
    await app.db.venture.update({ where: { id: venture.id }, data: { creditCode: someCode(7) } });
    await park1.post(path, typed);
    const again = await park1.post(
      '/ventures/new',
      typedVenture({ name: '海风民宿', legalForm: 'firm', creditCode: someCode(7), another: '' }),
    );
    expect(again.status).toBe(303);
    const stored = JSON.parse(JSON.stringify((await voiding())?.records));
    expect(stored.Venture).toEqual([{ name: '海风民宿', creditCode: someCode(7) }]);
    expect(stored.Residency).toHaveLength(1);
  });

  it('says of leases how many would go, and afterwards how many went: one that was void before is none', async () => {
    const lease = await app.db.tenancy.findFirstOrThrow({ where: { ventureId: venture.id } });
    const leases = async (address: string) =>
      /租约（份） (\d+)/.exec(plain((await park1.get(address)).text))?.[1] ?? 'none';
    expect(await leases(path)).toBe('1');
    const mistake = { tenancyId: lease.id, version: 1, reason: '录错' };
    await transact(app.db, (tx) => voidTenancy(tx, at('2025-02-10'), mistake));
    expect(await leases(path)).toBe('none');
    expect((await park1.post(path, typed)).status).toBe(303);
    expect(await leases(`/ventures/${venture.number}`)).toBe('none');
  });

  it('is refused without a reason, under an older version, and a second time', async () => {
    const refused = await park1.post(path, { ...typed, reason: '' });
    expect([refused.status, refused.text.includes('请填写此项')]).toEqual([422, true]);
    expect((await park1.post(path, { ...typed, version: '9' })).status).toBe(409);
    expect(await voiding()).toBeNull();
    await park1.post(path, typed);
    const again = (by = at('2025-02-14')) =>
      transact(app.db, (tx) =>
        voidVenture(tx, by, { ventureId: venture.id, version: 2, reason: '再次' }),
      );
    await expect(again()).rejects.toMatchObject({ name: 'Conflict' });
  });

  it('names the visit that was for it alone, which has to be undone first', async () => {
    const { id: parkId } = await app.db.park.findFirstOrThrow({ where: { number: 'P01' } });

    const others = await app.db.venture.findMany({ select: { id: true } });
    const log = (madeOn: string, ventureIds: number[]) =>
      transact(app.db, (tx) =>
        logVisit(tx, at('2025-02-10'), { ...call, parkId, madeOn, ventureIds }),
      );
    await log(
      '2025-02-03',
      others.map(({ id }) => id),
    );
    const alone = await log('2025-02-04', [venture.id]);
    const refused = await park1.post(path, typed);
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('2025年2月4日的服务记录');
    expect(refused.text).toContain(`href="/visits/${alone}"`);
    expect(refused.text).toContain(typed.reason);
    await app.db.visit.update({
      where: { id: alone },
      data: { cancelledAt: app.clock.now(), cancelReason: '误记' },
    });
    expect((await park1.post(path, typed)).status).toBe(303);
    expect(await app.db.visitVenture.count({ where: { ventureId: venture.id } })).toBe(1);
  });

  it('goes through the guard of closed months', async () => {
    await transact(app.db, (tx) =>
      markClosed(tx, at('2025-02-10'), { month: '2024-06', reason: '' }),
    );
    const refused = await park1.post(path, typed);
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('2024年6月');
    expect(await voiding()).toBeNull();
    expect(await app.db.residency.count({ where: { ventureId: venture.id } })).toBe(1);
  });

  it('goes through that guard for a month in which it was served and nothing was entered', async () => {
    const { id: parkId } = await app.db.park.findFirstOrThrow({ where: { number: 'P01' } });
    const other = await app.db.venture.findFirstOrThrow({
      where: {
        residencies: { some: { parkId, endedOn: null } },
        tenancies: { none: {} },
        NOT: { id: venture.id },
      },
    });
    await transact(app.db, (tx) =>
      logVisit(tx, at('2025-02-10'), {
        ...call,
        parkId,
        madeOn: '2025-02-03',
        ventureIds: [venture.id, other.id],
      }),
    );
    const entered = await app.db.ledgerEntry.count({
      where: { ventureId: other.id, effectiveOn: { startsWith: '2025-02' } },
    });
    await transact(app.db, (tx) =>
      markClosed(tx, at('2025-02-10'), { month: '2025-02', reason: '' }),
    );
    const refused = await park1.post(`/ventures/${other.number}/void`, {
      reason: typed.reason,
      version: String(other.version),
    });
    expect([entered, refused.status]).toEqual([0, 422]);
    expect(refused.text).toContain('2025年2月');
  });

  it('is for who keeps every park that it was in', async () => {
    for (const [who, status] of [
      ['park2', 404],
      ['auditor', 403],
      ['putuo', 403],
    ] as const)
      expect((await (await signIn(app.base, who)).post(path, typed)).status, who).toBe(status);
    expect(await voiding()).toBeNull();
  });
});

it('knows what becomes of every table that belongs to a venture', () => {
  const schema = readFileSync(new URL('../../prisma/schema.prisma', import.meta.url), 'utf8');
  const models = schema.split(/^model /m).slice(1);
  const owned = models
    .filter((model) => /^\s+\w+\s+Venture\??\s+@relation\((?:"\w+", )?fields/m.test(model))
    .map((model) => model.split(' ')[0]);
  expect(Object.keys(recordsOfVentures).sort()).toEqual(owned.sort());
});

it('is found by its number, and says there that it is void', async () => {
  await park1.post(path, typed);
  const found = (await park1.get(`/find?q=${venture.number}`)).text;
  expect(found).toContain(`href="/ventures/${venture.number}"`);
  expect(found).toContain('登记错误，已作废');
  expect((await park1.get(`/ventures/${venture.number}`)).text).toContain(typed.reason);
  const park2 = await signIn(app.base, 'park2');
  expect((await park2.get(`/find?q=${venture.number}`)).text).not.toContain('海风民宿');
  expect((await park1.get(`/ventures?q=${venture.number}`)).text).not.toContain('海风民宿');
});
