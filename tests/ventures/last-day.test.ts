import { afterEach, beforeEach, expect, it } from 'vitest';
import { dayAfter, lastDayOf } from '../../src/calendar/last-day.js';
import { startParks } from '../parks/cast.js';
import { type Client, signIn, type TestApp } from '../web/client.js';

let app: TestApp;
let park1: Client;
let venture = '';
beforeEach(async () => {
  app = await startParks();
  park1 = await signIn(app.base, 'park1');
  const { number } = await app.db.venture.findUniqueOrThrow({ where: { id: 2 } });
  venture = `/ventures/${number}`;
});
afterEach(() => app.close());

const lease = () => app.db.tenancy.findFirstOrThrow({ where: { ventureId: 2 } });
const letSpace = async (changes: Record<string, string> = {}) => {
  const space = await app.db.space.findFirstOrThrow({ where: { name: '石屋二号' } });
  const terms = { beganOn: '2025-01-23', termLastOn: '2026-01-22', rent: '1,200', area: '' };
  const form = { spaceId: String(space.id), basis: 'market', ...terms, ...changes };
  return park1.post(`${venture}/tenancies/new`, form);
};

it('one turns into the other, over the ends of months and years', () => {
  for (const day of ['2024-03-01', '2025-01-01', '2026-11-23'])
    expect(dayAfter(lastDayOf(day))).toBe(day);
  expect(lastDayOf('2024-03-01')).toBe('2024-02-29');
});

it('a lease takes the last day as its contract has it, and every page shows that day', async () => {
  expect((await letSpace()).status).toBe(303);
  const { id, termEndOn } = await lease();
  expect(termEndOn).toBe('2026-01-23');
  const space = (await app.db.space.findFirstOrThrow({ where: { name: '石屋二号' } })).number;
  const pages = [
    venture,
    `/parks/P01/spaces/${space}`,
    `/tenancies/${id}/end`,
    `/tenancies/${id}/correction`,
    `/history/tenancy/${id}`,
  ];
  for (const path of pages) {
    const { text } = await park1.get(path);
    expect([path, text.includes('2026年1月22日')]).toEqual([path, true]);
    expect([path, text.includes('2026年1月23日')]).toEqual([path, false]);
  }
});

it('its end is the last day too, in the form, on the page and in the history', async () => {
  await letSpace();
  const { id } = await lease();
  expect((await park1.get(`/tenancies/${id}/end`)).text).toContain('value="2025-02-14"');
  expect((await park1.post(`/tenancies/${id}/end`, { lastOn: '2025-01-23' })).status).toBe(303);
  expect((await lease()).endedOn).toBe('2025-01-24');
  for (const path of [venture, `/history/tenancy/${id}`])
    expect((await park1.get(path)).text).toContain('2025年1月23日');
  const correction = await park1.get(`/tenancies/${id}/correction`);
  expect(correction.text).toMatch(/name="lastOn"[^>]*value="2025-01-23"/);
  expect(correction.text).toMatch(/name="termLastOn"[^>]*value="2026-01-22"/);
});

it.each(['1,200', '1200元', '￥1,200.00', '１２００'])(
  'takes the rent as typed: %s',
  async (rent) => {
    expect((await letSpace({ rent })).status).toBe(303);
    expect((await lease()).rent).toBe(120_000);
  },
);

it('the form begins on the settling day, without a rent, and says what a rent of 0 would mean', async () => {
  const stay = await app.db.residency.findFirstOrThrow({ where: { ventureId: 2 } });
  const { text } = await park1.get(`${venture}/tenancies/new`);
  expect(text).toMatch(new RegExp(`name="beganOn"[^>]*value="${stay.beganOn}"`));
  expect(text).toMatch(/name="rent"[^>]*value=""/);
  expect((await letSpace({ rent: '' })).status).toBe(422);
  await letSpace();
  const next = await park1.get(`${venture}/tenancies/new`);
  expect(next.text).toMatch(/name="beganOn"[^>]*value="2025-02-14"/);
});

it('a role ends on its last day, which may be today', async () => {
  await park1.post(`${venture}/people/new`, {
    name: '何帆',
    phone: '',
    role: 'partner',
    beganOn: '2025-01-10',
    graduatedOn: '',
    since: '',
    proof: '',
  });
  const role = await app.db.personRole.findFirstOrThrow({ where: { role: 'partner' } });
  const path = `${venture}/people/${role.id}/end`;
  expect((await park1.post(path, { lastOn: '2025-02-14' })).status).toBe(303);
  expect((await app.db.personRole.findUniqueOrThrow({ where: { id: role.id } })).endedOn).toBe(
    '2025-02-15',
  );
  expect((await park1.get(venture)).text).toContain('2025年1月10日至2025年2月14日');
});
