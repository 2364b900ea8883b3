import { afterEach, beforeEach, expect, it } from 'vitest';
import { verifyLedger } from '../../src/backup/verify-ledger.js';
import { transact } from '../../src/database/database.js';
import { markClosed } from '../../src/ledger/closed-months.js';
import { premisesByVillage } from '../../src/parks/premises.js';
import { valueSpace } from '../../src/parks/value-space.js';
import { letSpace } from '../../src/ventures/let-spaces.js';
import { findMergeable, markOfRecords } from '../../src/ventures/merging/find-mergeable.js';
import { mergeVentures } from '../../src/ventures/merging/merge-ventures.js';
import { undoMerge } from '../../src/ventures/merging/undo-merge.js';
import { voidSpace } from '../../src/ventures/void-space.js';
import { voidTenancy } from '../../src/ventures/void-tenancy.js';
import { at } from '../ledger/network.js';
import { startParks } from '../parks/cast.js';
import { caseAt, startWaivers } from '../waivers/cast.js';
import { Client, signIn, type TestApp } from '../web/client.js';
import { onceKey } from './fields.js';

let app: TestApp;
let park1: Client;
/** 石屋二号 of P01, which nobody has leased. */
const here = '/parks/P01/spaces/P01-002';
const form = { reason: '与石屋一号重复登记', version: '1' };
beforeEach(async () => {
  app = await startParks();
  park1 = await signIn(app.base, 'park1');
});
afterEach(() => app.close());

const by = at('2025-02-14');
const space = (number = 'P01-002') => app.db.space.findFirstOrThrow({ where: { number } });
const lease = () => app.db.tenancy.findFirstOrThrow();
const total = async (day: string) =>
  (await premisesByVillage(app.db, day)).reduce((sum, village) => sum + village.total, 0);
const voidIt = async (number: string) => {
  const { id: spaceId, version } = await space(number);
  await transact(app.db, (tx) => voidSpace(tx, by, { spaceId, version, reason: '登记错了' }));
};

it('a space that was entered by mistake never was: no count of any day has it, and history keeps what it said', async () => {
  const before = [await total('2023-06-30'), await total('2025-02-14')];
  expect((await park1.get(`${here}/edit`)).text).toContain(`href="${here}/void"`);
  expect((await park1.get(`${here}/void`)).text).toContain('登记错误，作废场地 P01-002');
  const sent = Object.assign({ _key: onceKey('void-space') }, form);
  const answer = await park1.post(`${here}/void`, sent);
  expect([answer.status, answer.location]).toEqual([303, here]);
  expect([await total('2023-06-30'), await total('2025-02-14')]).toEqual(before.map((n) => n - 1));
  for (const path of ['/parks/P01/spaces', '/parks/P01/spaces?asOf=2023-06-30', '/spaces'])
    expect((await park1.get(path)).text, path).not.toContain('P01-002');
  const own = (await park1.get(here)).text;
  for (const words of ['登记错误，已作废', '与石屋一号重复登记']) expect(own).toContain(words);
  expect(own).not.toContain(`${here}/edit`);
  expect((await park1.get('/find?q=P01-002')).text).toContain('登记错误，已作废');
  const event = await app.db.historyEvent.findFirstOrThrow({ where: { verb: 'space.voided' } });
  expect(event).toMatchObject({ subjectId: (await space()).id, reason: '与石屋一号重复登记' });
  expect(event.detail).toMatchObject({ name: '石屋二号', area: 8050, openedOn: '2023-01-01' });
  expect((await park1.post(`${here}/void`, sent)).status).toBe(303);
  expect((await verifyLedger(app.db)).problems).toEqual([]);
});

it('takes a reason and the version that was seen, and nobody else’s hand', async () => {
  const without = await park1.post(`${here}/void`, { ...form, reason: ' ' });
  expect([without.status, without.text.includes('href="#reason"')]).toEqual([422, true]);
  expect((await park1.post(`${here}/void`, { ...form, version: '7' })).status).toBe(409);
  const putuo = await signIn(app.base, 'putuo');
  expect((await putuo.post(`${here}/void`, form)).status).toBe(403);
  expect((await (await signIn(app.base, 'park2')).post(`${here}/void`, form)).status).toBe(404);
  expect((await new Client(app.base).post(`${here}/void`, form)).status).toBe(401);
  expect((await park1.post('/parks/P01/spaces/P01-099/void', form)).status).toBe(404);
  expect((await space()).voidedAt).toBeNull();
});

it('is changed, valued and let no more', async () => {
  await voidIt('P01-002');
  const { id: spaceId } = await space();
  for (const act of ['edit', 'void']) expect((await park1.get(`${here}/${act}`)).status).toBe(409);
  const valued = { spaceId, fromOn: '2025-02-01', fen: 1, source: '评估' };
  await expect(transact(app.db, (tx) => valueSpace(tx, by, valued))).rejects.toMatchObject({
    key: 'parks.space.void-already',
  });
  const letting = { spaceId, ventureId: 1, beganOn: '2025-02-01', termEndOn: '2026-02-01' };
  await expect(
    transact(app.db, (tx) => letSpace(tx, by, Object.assign(letting, { rent: 0, area: 100 }))),
  ).rejects.toMatchObject({ faults: [{ key: 'ventures.space-not-open' }] });
});

it('is refused with each lease by name until that is void', async () => {
  const leased = here.replace('002', '001');
  const { number } = await app.db.venture.findUniqueOrThrow({ where: { id: 1 } });
  const { id, version } = await lease();
  const shown = (await park1.get(`${leased}/void`)).text;
  expect(shown).toContain(`href="/tenancies/${id}/void"`);
  const refused = await park1.post(`${leased}/void`, form);
  expect([refused.status, refused.text.includes(`${number} 登记有该场地的租约`)]).toEqual([
    422,
    true,
  ]);
  await transact(app.db, (tx) => voidTenancy(tx, by, { tenancyId: id, version, reason: '录错' }));
  expect((await park1.post(`${leased}/void`, form)).status).toBe(303);
});

it('names what was decided on a lease of it', async () => {
  const waivers = await startWaivers();
  try {
    const number = await caseAt(waivers, 'submitted');
    const { ventureId } = await waivers.db.waiverApplication.findUniqueOrThrow({
      where: { number },
    });
    const { spaceId } = await waivers.db.tenancy.findFirstOrThrow({ where: { ventureId } });
    const voiding = { spaceId, version: 1, reason: '录错' };
    const act = transact(waivers.db, (tx) => voidSpace(tx, by, voiding));
    const rests = { key: 'ventures.lease.rests-case', values: { number } };
    await expect(act).rejects.toMatchObject({
      faults: expect.arrayContaining([expect.objectContaining(rests)]),
    });
  } finally {
    await waivers.close();
  }
});

it('goes through the guard of closed months', async () => {
  await transact(app.db, (tx) => markClosed(tx, by, { month: '2024-12', reason: '' }));
  const answer = await park1.post(`${here}/void`, form);
  expect([answer.status, answer.text.includes('2024年12月已锁定')]).toEqual([422, true]);
  expect(await total('2024-12-31')).toBe(4);
});

it('holds against a merge that is undone and would bring a lease of it back', async () => {
  const [ownId, otherId] = [2, 1];
  const seen = markOfRecords(await findMergeable(app.db, ownId, otherId));
  const choices = { fields: [], stays: 'own', months: [], leases: [(await lease()).id] } as const;
  const merging = { ownId, otherId, choices, seen, reason: '同一家' };
  const mergeId = await transact(app.db, (tx) => mergeVentures(tx, by, merging));
  expect(await app.db.tenancy.count({ where: { voidedAt: null } })).toBe(0);
  await voidIt('P01-001');
  await expect(
    transact(app.db, (tx) => undoMerge(tx, by, { mergeId, reason: '是两家' })),
  ).rejects.toMatchObject({
    faults: [{ key: 'ventures.merge.space-void', values: { number: 'P01-001' } }],
  });
});
