import { afterEach, beforeEach, expect, it } from 'vitest';
import { verifyLedger } from '../../src/backup/verify-ledger.js';
import { levelsByPark } from '../../src/ledger/totals.js';
import { startParks } from '../parks/cast.js';
import { type Client, signIn, type TestApp } from '../web/client.js';
import { onceKey } from './fields.js';

// 石屋二号 is free and would bring 1,234 yuan a month. The clock stands on 2025-02-14.
let app: TestApp;
let park1: Client;
let page: string;
let spaceId: number;
beforeEach(async () => {
  app = await startParks();
  park1 = await signIn(app.base, 'park1');
  const venture = await app.db.venture.findFirstOrThrow({ where: { id: 2 } });
  const space = await app.db.space.findFirstOrThrow({ where: { name: '石屋二号' } });
  page = `/ventures/${venture.number}`;
  spaceId = space.id;
});
afterEach(() => app.close());

const typed = (changes: Record<string, string> = {}) => ({
  spaceId: String(spaceId),
  beganOn: '2025-02-01',
  termLastOn: '2027-01-31',
  rent: '800',
  basis: 'agreement',
  rentFreeLastOn: '2025-02-28',
  stepFrom1: '2026-02-01',
  stepRent1: '1,000',
  _key: onceKey('let'),
  ...changes,
});
const lease = () =>
  app.db.tenancy.findFirstOrThrow({ where: { ventureId: 2 }, include: { steps: true } });
const letIt = () => park1.post(`${page}/tenancies/new`, typed());
it('lets a space rent-free for its first weeks, and with a step, in one form', async () => {
  expect((await park1.get(`${page}/tenancies/new`)).text).toContain('name="stepFrom4"');
  const answer = await letIt();
  expect([answer.status, answer.location]).toEqual([303, page]);
  expect(await lease()).toMatchObject({
    rent: 80_000,
    rentFreeTo: '2025-03-01',
    steps: [{ fromOn: '2026-02-01', fen: 100_000 }],
  });
  const { text } = await park1.get(page);
  expect(text).toContain('2025年2月1日至2025年2月28日不收租金');
  expect(text).toContain('2026年2月1日至2027年1月31日每月 1,000.00 元');
  expect((await verifyLedger(app.db)).problems).toEqual([]);
});

it('enters what is forgone by the rent of each day, and counts the venture as paying nothing while it does not', async () => {
  const of = async (day: string) => {
    const levels = await levelsByPark(app.db, day);
    return [levels.of('rent-forgone', 1), levels.of('rent-free', 1)] as const;
  };
  const before = await Promise.all(['2025-02-28', '2025-03-31', '2026-02-28'].map(of));
  await letIt();
  const after = await Promise.all(['2025-02-28', '2025-03-31', '2026-02-28'].map(of));
  // A month free at 1,234; then 434 forgone for eleven months, and 234 from the step on.
  expect(after.map(([fen], index) => fen - (before[index]?.[0] ?? 0))).toEqual([
    123_400,
    123_400 + 43_400,
    123_400 + 11 * 43_400 + 23_400,
  ]);
  expect(after.map(([, free], index) => free - (before[index]?.[1] ?? 0))).toEqual([1, 0, 0]);
});

it('knows in the rent roll which rent is of the day', async () => {
  await letIt();
  const shown = async (asOf: string) =>
    (await park1.get(`/rent-roll?q=石屋二号&asOf=${asOf}`)).text;
  expect(await shown('2025-02-14')).toContain(
    'data-label="租金（元/月）" class="numeric folded">0.00',
  );
  expect(await shown('2025-02-14')).not.toContain('>800.00');
});

it('corrects the steps, with old and new in the history, and takes them back from the ledger', async () => {
  await letIt();
  const { id, version } = await lease();
  const form = await park1.get(`/tenancies/${id}/correction`);
  expect(form.text).toMatch(/name="stepFrom1"[^>]*value="2026-02-01"/);
  const { spaceId: _, ...terms } = typed();
  const sent = {
    ...terms,
    stepRent1: '1100',
    reason: '录错',
    version: String(version),
    area: '',
    _key: onceKey('correct'),
  };
  expect((await park1.post(`/tenancies/${id}/correction`, sent)).status).toBe(303);
  expect((await lease()).steps).toMatchObject([{ fromOn: '2026-02-01', fen: 110_000 }]);
  const history = await park1.get(`/history/tenancy/${id}`);
  expect(history.text).toContain('2026年2月1日起每月 1,000.00 元');
  expect(history.text).toContain('2026年2月1日起每月 1,100.00 元');
  expect((await verifyLedger(app.db)).problems).toEqual([]);
  const again = { ...sent, version: String((await lease()).version), _key: onceKey('again') };
  expect((await park1.post(`/tenancies/${id}/correction`, again)).status).toBe(303);
  expect((await lease()).version).toBe(version + 1);
});

it.each([
  [{ rentFreeLastOn: '2025-01-31' }, 'rentFreeLastOn'],
  [{ rentFreeLastOn: '2027-02-01' }, 'rentFreeLastOn'],
  [{ stepFrom1: '2025-02-15' }, 'stepFrom1'],
  [{ stepFrom1: '2027-02-01' }, 'stepFrom1'],
  [{ stepRent1: '' }, 'stepRent1'],
  [{ stepFrom1: '' }, 'stepFrom1'],
  [{ stepRent1: '一千' }, 'stepRent1'],
  [{ stepFrom2: '2026-01-01', stepRent2: '5' }, 'stepFrom2'],
  [{ stepFrom3: '2026-03-01', stepRent3: '5' }, 'stepFrom2'],
] as const)(
  'refuses %j by the field, keeps what was typed, writes nothing',
  async (changes, field) => {
    const answer = await park1.post(`${page}/tenancies/new`, typed(changes));
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(`href="#${field}"`);
    expect(answer.text).toContain('<details class="fold" open>');
    expect(await app.db.tenancy.count({ where: { ventureId: 2 } })).toBe(0);
  },
);
