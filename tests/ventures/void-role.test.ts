import { afterEach, beforeEach, expect, it } from 'vitest';
import { transact } from '../../src/database/database.js';
import { markClosed } from '../../src/ledger/closed-months.js';
import { voidRole } from '../../src/ventures/void-role.js';
import { startParks } from '../parks/cast.js';
import { caseAt, startWaivers } from '../waivers/cast.js';
import { Client, signIn, type TestApp } from '../web/client.js';
import { onceKey } from './fields.js';

let app: TestApp;
let park1: Client;
let venture = '';
let path = '';
/** A second founder, a veteran, who was entered by mistake on the first day of the role. */
beforeEach(async () => {
  app = await startParks();
  park1 = await signIn(app.base, 'park1');
  venture = `/ventures/${(await app.db.venture.findUniqueOrThrow({ where: { id: 1 } })).number}`;
  await park1.post(`${venture}/people/new`, {
    role: 'founder',
    name: '王䶮',
    phone: '13912345678',
    beganOn: '2025-02-14',
    graduatedOn: '',
    categories: 'veteran',
    since: '',
    proof: '',
  });
  path = `${venture}/people/${(await newest()).id}/void`;
});
afterEach(() => app.close());

const newest = () =>
  app.db.personRole.findFirstOrThrow({ where: { ventureId: 1 }, orderBy: { id: 'desc' } });
const count = () => app.db.personRole.count({ where: { ventureId: 1 } });

it('a role that was entered by mistake never was, on its first day too, and history keeps what it said', async () => {
  expect((await park1.get(venture)).text).toContain(path);
  expect((await park1.get(path)).text).toContain('登记错误，作废任职');
  const form = { reason: '加错了人', _key: onceKey('void-role') };
  const answer = await park1.post(path, form);
  expect([answer.status, answer.location]).toEqual([303, venture]);
  expect(await count()).toBe(1);
  expect((await park1.get('/ventures?q=王䶮')).text).not.toContain(`href="${venture}"`);
  expect(await app.db.person.count({ where: { name: '王䶮' } })).toBe(1);
  const event = await app.db.historyEvent.findFirstOrThrow({ where: { verb: 'role.voided' } });
  expect(event).toMatchObject({ ventureId: 1, reason: '加错了人' });
  expect(event.detail).toMatchObject({ person: '王䶮', role: 'founder', beganOn: '2025-02-14' });
  expect((await park1.post(path, form)).status).toBe(303);
  expect((await park1.post(path, { reason: '再次' })).status).toBe(404);
});

it('takes a reason, and leaves a founder', async () => {
  const without = await park1.post(path, { reason: ' ' });
  expect([without.status, without.text.includes('href="#reason"')]).toEqual([422, true]);
  await park1.post(path, { reason: '加错了人' });
  const last = await park1.post(`${venture}/people/${(await newest()).id}/void`, {
    reason: '测试',
  });
  expect([last.status, last.text.includes('至少保留一位创业者')]).toEqual([422, true]);
  expect(await count()).toBe(1);
});

it('names the case that rests on the founder', async () => {
  const cast = await startWaivers();
  const number = await caseAt(cast, 'submitted');
  const where = { ventureId: cast.ventureIds[1], personId: cast.other.id };
  const role = await cast.db.personRole.findFirstOrThrow({ where });
  await cast.db.personRole.create({
    data: {
      ventureId: cast.ventureIds[1],
      personId: cast.person.id,
      role: 'founder',
      beganOn: '2024-03-01',
    },
  });
  const voiding = cast.act('park1', (tx, by) =>
    voidRole(tx, by, { roleId: role.id, reason: '录错' }),
  );
  const open = { faults: [{ key: 'ventures.role.rests-case', values: { number } }] };
  await expect(voiding).rejects.toMatchObject(open);
  await cast.close();
});

it('is refused for a closed month that it would change', async () => {
  const system = { accountId: null, at: app.clock.now() };
  await transact(app.db, (tx) => markClosed(tx, system, { month: '2025-02', reason: '报送已毕' }));
  const answer = await park1.post(path, { reason: '加错了人' });
  expect([answer.status, answer.text.includes('2025年2月已锁定')]).toEqual([422, true]);
  expect(await count()).toBe(2);
});

it('is of the park’s own keepers', async () => {
  for (const [who, status] of [
    ['park2', 404],
    ['putuo', 403],
  ] as const) {
    const client = await signIn(app.base, who);
    expect((await client.post(path, { reason: '测试' })).status, who).toBe(status);
  }
  expect((await new Client(app.base).get(path)).location).toContain('/sign-in');
  expect(await count()).toBe(2);
});
