import { afterEach, beforeEach, expect, it } from 'vitest';
import { verifyLedger } from '../../src/backup/verify-ledger.js';
import { transact } from '../../src/database/database.js';
import { markClosed } from '../../src/ledger/closed-months.js';
import { marketShare } from '../../src/ledger/market-share.js';
import { levelsByPark } from '../../src/ledger/totals.js';
import { letSpace } from '../../src/ventures/let-spaces.js';
import { endAhead, sameLength } from '../../src/ventures/present-renewal.js';
import { renewTenancy } from '../../src/ventures/renew-tenancy.js';
import { at } from '../ledger/network.js';
import { startParks } from '../parks/cast.js';
import { Client, signIn, type TestApp } from '../web/client.js';
import { onceKey } from './fields.js';

// Venture 1 has all of 石屋一号 for nothing from 2024-03-01 to 2026-02-28. The clock stands on 2025-02-14.
let app: TestApp;
let park1: Client;
let id: number;
let page: string;
let address: string;
beforeEach(async () => {
  app = await startParks();
  park1 = await signIn(app.base, 'park1');
  const lease = await app.db.tenancy.findFirstOrThrow({ include: { venture: true } });
  id = lease.id;
  page = `/ventures/${lease.venture.number}`;
  address = `/tenancies/${id}/renewal`;
});
afterEach(() => app.close());

const typed = (changes: Record<string, string> = {}) => ({
  termLastOn: '2028-02-28',
  rent: '1000',
  basis: 'agreement',
  contractNumber: '黄租2026-03',
  deposit: '2,000',
  version: '1',
  ...changes,
});
const leases = () => app.db.tenancy.findMany({ where: { ventureId: 1 }, orderBy: { id: 'asc' } });

it('renews ahead of time in one form that is filled in: the space stays, the present lease ends as agreed', async () => {
  expect((await park1.get(page)).text).toContain(`href="${address}"`);
  const form = await park1.get(address);
  for (const value of [
    'value="2028-02-29"',
    'value="0"',
    '市场租金为 1,234.00 元/月',
    '没有要付的租金',
  ])
    expect(form.text).toContain(value);
  expect(form.text).not.toContain('name="beganOn"');
  const sent = { ...typed(), _key: onceKey('renew') };
  for (const _ of [1, 2]) {
    const answer = await park1.post(address, sent);
    expect([answer.status, answer.location]).toEqual([303, page]);
  }
  const [present, next, ...others] = await leases();
  expect(others).toEqual([]);
  expect(present).toMatchObject({ endedOn: '2026-03-01', version: 2 });
  expect(next).toMatchObject({
    spaceId: present?.spaceId,
    area: present?.area,
    beganOn: '2026-03-01',
    termEndOn: '2028-02-29',
    endedOn: null,
    rent: 100_000,
    rentBasis: 'agreement',
    contractNumber: '黄租2026-03',
    deposit: 200_000,
  });
  expect((await park1.get(page)).text).toContain('黄租2026-03');
  const forgone = await levelsByPark(app.db, '2026-03-31');
  const before = await levelsByPark(app.db, '2026-02-28');
  expect(forgone.of('rent-forgone', 1) - before.of('rent-forgone', 1)).toBe(23_400);
  expect((await verifyLedger(app.db)).problems).toEqual([]);
});

it('is undone by one page: the next lease is void and the present one has no end again', async () => {
  const before = await levelsByPark(app.db, '2027-01-31');
  const { location } = await park1.post(address, typed());
  const [, next] = await leases();
  const undo = `/tenancies/${next?.id}/void`;
  expect((await park1.get(String(location))).text).toMatch(
    new RegExp(`href="${undo}">[^<]*撤销这次续租`),
  );
  expect((await park1.get(undo)).text).toContain('原租约（2024年3月1日至2026年2月28日）');
  const sent = { reason: '登记错误：未签续租合同', version: String(next?.version) };
  expect((await park1.post(undo, sent)).status).toBe(303);
  expect(await leases()).toMatchObject([{ endedOn: null }, { voidedAt: expect.any(Date) }]);
  const after = await levelsByPark(app.db, '2027-01-31');
  for (const measure of ['rent-forgone', 'rent-free'] as const)
    expect(after.of(measure, 1)).toBe(before.of(measure, 1));
  const where = { verb: 'tenancy.corrected', subjectId: id, reason: sent.reason };
  expect(await app.db.historyEvent.count({ where })).toBe(1);
  expect((await verifyLedger(app.db)).problems).toEqual([]);
});

it('leaves the end that a lease had before it was followed', async () => {
  await app.db.tenancy.update({ where: { id }, data: { endedOn: '2026-03-01', version: 2 } });
  expect((await park1.post(address, typed({ version: '2' }))).status).toBe(303);
  const [, next] = await leases();
  const sent = { reason: '登记错误', version: String(next?.version) };
  expect((await park1.post(`/tenancies/${next?.id}/void`, sent)).status).toBe(303);
  expect((await leases())[0]?.endedOn).toBe('2026-03-01');
});

it('says what the rent that is typed means without writing anything', async () => {
  const answer = await park1.post(address, typed({ rent: '1000', _change: 'yes' }));
  expect(answer.text).toContain('少收 234.00 元');
  expect(answer.text).toContain('自2026年3月1日起每月应付 1,000.00 元');
  expect(await leases()).toHaveLength(1);
});

it('lets one that ran out end where the next begins, on the first day that is open', async () => {
  const by = at('2025-02-14');
  const terms = {
    ventureId: 2,
    beganOn: '2024-03-01',
    termEndOn: '2024-12-01',
    rent: 0,
    area: 1000,
  };
  const { id: spaceId } = await app.db.space.findFirstOrThrow({ where: { name: '石屋二号' } });
  const held = await transact(app.db, (tx) => letSpace(tx, by, { ...terms, spaceId }));
  await transact(app.db, (tx) => markClosed(tx, by, { month: '2024-12', reason: '' }));
  const form = await park1.get(`/tenancies/${held}/renewal`);
  expect(form.text).toMatch(/name="beganOn"[^>]*value="2025-01-01"/);
  const sent = (beganOn: string) =>
    park1.post(`/tenancies/${held}/renewal`, typed({ beganOn, termLastOn: '2025-12-31' }));
  expect((await sent('2024-11-30')).text).toMatch(/href="#beganOn">[^<]*：[^<]*2024年12月1日/);
  expect((await sent('2024-12-15')).status).toBe(422);
  expect((await sent('2025-01-01')).status).toBe(303);
  const [present, next] = await app.db.tenancy.findMany({ where: { ventureId: 2 } });
  expect([present?.endedOn, next?.beganOn, next?.area]).toEqual(['2025-01-01', '2025-01-01', 1000]);
  expect((await verifyLedger(app.db)).problems).toEqual([]);
});

it.each([
  [{ termLastOn: '2026-02-28' }, 'termLastOn'],
  [{ rent: '-1' }, 'rent'],
  [{ basis: '' }, 'basis'],
  [{ rent: '0', basis: 'market' }, 'basis'],
  [{ deposit: '一百' }, 'deposit'],
  [{ contractNumber: 'x'.repeat(61) }, 'contractNumber'],
] as const)(
  'refuses %j by the field, keeps what was typed, writes nothing',
  async (changes, field) => {
    const answer = await park1.post(address, typed(changes));
    expect(answer.status).toBe(422);
    expect(answer.text).toMatch(new RegExp(`href="#${field}">[^<]+：`));
    expect(answer.text).toMatch(/name="deposit"[^>]*value="(2,000|一百)"/);
    expect(await leases()).toMatchObject([{ endedOn: null, version: 1 }]);
  },
);

it('another park 404, a reader 403, nobody 401, one that is renewed already 409', async () => {
  const roles = [
    ['park2', 404],
    ['putuo', 403],
  ] as const;
  for (const [user, status] of roles) {
    const other = await signIn(app.base, user);
    expect((await other.get(address)).status).toBe(status);
    expect((await other.post(address, typed())).status).toBe(status);
  }
  expect((await new Client(app.base).post(address, typed())).status).toBe(401);
  expect((await park1.get('/tenancies/9999/renewal')).status).toBe(404);
  expect((await park1.post(address, typed())).status).toBe(303);
  const again = { tenancyId: id, version: 1, beganOn: null, termEndOn: '2029-01-01', rent: 0 };
  const second = transact(app.db, (tx) => renewTenancy(tx, at('2025-02-14'), again));
  await expect(second).rejects.toThrow('record.changed-meanwhile');
  const later = await park1.post(address, typed({ version: '2' }));
  expect(later.status).toBe(422);
  expect(later.text).toContain('已出租');
});

it.each([
  ['2025-01-01', '2026-01-01', '2026-01-01', '2027-01-01'],
  ['2024-02-29', '2025-03-01', '2025-03-01', '2026-03-02'],
  ['2025-01-31', '2025-02-28', '2025-02-28', '2025-03-28'],
  ['2025-01-01', '2025-01-15', '2025-01-15', '2025-01-29'],
])(
  'a term from %s to before %s, from %s on, is over before %s',
  (beganOn, termEndOn, from, end) => {
    expect(sameLength({ beganOn, termEndOn }, from)).toBe(end);
  },
);

it.each([
  ['2025-02-14', '2026-01-01'],
  ['2026-01-01', '2027-01-01'],
  ['2028-06-30', '2029-01-01'],
])(
  'of a year that ran out before 2025, the next that is filled in on %s is over before %s',
  (today, end) => {
    const lease = { beganOn: '2024-01-01', termEndOn: '2025-01-01' };
    expect(endAhead(lease, { beganOn: lease.termEndOn, today })).toBe(end);
  },
);

it('fills in a term that lies ahead for a lease that ran out long ago, and says that it did', async () => {
  const ranOut = { beganOn: '2024-03-01', termEndOn: '2024-06-01' };
  await app.db.tenancy.update({ where: { id }, data: ranOut });
  const form = await park1.get(address);
  expect(form.text).toMatch(/name="beganOn"[^>]*value="2024-06-01"/);
  // Three months at a time from June 2024, and beyond 2025-02-14.
  expect(form.text).toMatch(/name="termLastOn"[^>]*value="2025-02-28"/);
  expect(form.text).toContain('顺延到今天以后');
  const short = { ...typed({ beganOn: '2024-06-01', termLastOn: '2025-02-28', rent: '一' }) };
  const again = await park1.post(address, short);
  expect(again.status).toBe(422);
  expect(again.text).toContain('顺延到今天以后');
});

it('has the share of a market rent to the fen, of sums that a number does not hold', () => {
  expect(marketShare(100, { area: 1, whole: 3 })).toBe(33);
  expect(marketShare(99_999_999_999, { area: 99_999_999, whole: 100_000_000 })).toBe(
    99_999_998_999,
  );
  expect(marketShare(1, { area: 1, whole: 2 })).toBe(1);
});
