import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { transact } from '../../src/database/database.js';
import { totalOf } from '../../src/ledger/totals.js';
import { logVenture } from '../../src/ventures/log-venture.js';
import { at, someVenture } from '../ledger/network.js';
import { startParks } from '../parks/cast.js';
import { Client, signIn, type TestApp } from '../web/client.js';
import { onceKey } from './fields.js';

let app: TestApp;
let park1: Client;
/** 海风民宿, in P01 since 2024-03-01 with one space and a return of 7 people for 2024-12. */
let settled = '';
/** Logged by P01 and in no park. */
let fresh = { id: 0, address: '' };
beforeEach(async () => {
  app = await startParks();
  park1 = await signIn(app.base, 'park1');
  settled = `/ventures/${(await app.db.venture.findUniqueOrThrow({ where: { id: 1 } })).number}`;
  const id = await transact(app.db, (tx) => logVenture(tx, at('2025-02-01'), someVenture(1)));
  const { number } = await app.db.venture.findUniqueOrThrow({ where: { id } });
  fresh = { id, address: `/ventures/${number}` };
});
afterEach(() => app.close());

const total = (measure: 'ventures' | 'jobs', park: number, asOf = '2025-02-14') =>
  totalOf(app.db, { measure, scope: { kind: 'park', id: park }, asOf });
const stays = (ventureId = 1) =>
  app.db.residency.findMany({
    where: { ventureId },
    select: { parkId: true, beganOn: true, endedOn: true, endReason: true },
    orderBy: { beganOn: 'asc' },
  });
const seen = async () => {
  const open = await app.db.residency.findFirstOrThrow({ where: { ventureId: 1, endedOn: null } });
  return String(open.id);
};

describe('settling', () => {
  const form = { parkId: '1', beganOn: '2025-02-03' };

  it('offers the own parks, counts from the first day, and leads to the venture', async () => {
    const page = await park1.get(`${fresh.address}/settlement`);
    expect(page.text).toContain('P01 黄杨尖创业园');
    expect(page.text).not.toContain('P02 金塘创业园');
    const before = await total('ventures', 1);
    const answer = await park1.post(`${fresh.address}/settlement`, form);
    expect([answer.status, answer.location]).toEqual([303, fresh.address]);
    expect(await total('ventures', 1)).toBe(before + 1);
    expect(await total('ventures', 1, '2025-02-02')).toBe(before);
  });

  it('sent twenty times at once it settles once; from another tab it gets 409', async () => {
    const same = { ...form, _key: onceKey('settle') };
    const _token = await park1.tokenOf('/account');
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        park1.postExactly(`${fresh.address}/settlement`, { ...same, _token }),
      ),
    );
    expect(new Set(answers.map((answer) => answer.location))).toEqual(new Set([fresh.address]));
    expect(await stays(fresh.id)).toHaveLength(1);
    expect((await park1.post(`${fresh.address}/settlement`, form)).status).toBe(409);
    expect((await park1.get(`${fresh.address}/settlement`)).status).toBe(409);
  });

  it.each([
    [{ beganOn: '2025-02-15' }, 'beganOn'],
    [{ beganOn: '2022-12-31' }, 'beganOn'],
    [{ beganOn: '2025-02-30' }, 'beganOn'],
    [{ parkId: '2' }, 'parkId'],
    [{ parkId: 'x' }, 'parkId'],
  ])('refuses %j by the field and writes nothing', async (changes, field) => {
    const answer = await park1.post(`${fresh.address}/settlement`, { ...form, ...changes });
    expect(answer.status).toBe(422);
    expect(answer.text).toMatch(new RegExp(`href="#${field}">[^<]+：`));
    expect(await stays(fresh.id)).toEqual([]);
  });
});

describe('moving', () => {
  const form = async () => ({
    residencyId: await seen(),
    toParkId: '2',
    movedOn: '2025-02-10',
    note: '换到码头',
  });

  it('gives the venture and its jobs to the new park from that day, and ends what it held', async () => {
    const page = await park1.get(`${settled}/move`);
    expect(page.text).toContain('目前在黄杨尖创业园');
    expect(page.text).toContain('P01-001 石屋一号');
    const answer = await park1.post(`${settled}/move`, await form());
    expect([answer.status, answer.location]).toEqual([303, settled]);
    expect(await stays()).toEqual([
      { parkId: 1, beganOn: '2024-03-01', endedOn: '2025-02-10', endReason: 'moved' },
      { parkId: 2, beganOn: '2025-02-10', endedOn: null, endReason: null },
    ]);
    expect(await total('jobs', 2)).toBe(7);
    expect(await total('jobs', 2, '2025-02-09')).toBe(0);
    expect(await app.db.tenancy.count({ where: { endedOn: null } })).toBe(0);
  });

  it('the same form sent again is led to its answer, though the venture is another park’s now', async () => {
    const same = { ...(await form()), _key: onceKey('move') };
    for (const _ of [1, 2]) {
      const answer = await park1.post(`${settled}/move`, same);
      expect([answer.status, answer.location]).toEqual([303, settled]);
    }
    expect(await stays()).toHaveLength(2);
    expect((await park1.get(`${settled}/move`)).status).toBe(403);
    expect((await park1.get(settled)).status).toBe(200);
    expect((await (await signIn(app.base, 'park2')).get(`${settled}/end`)).status).toBe(200);
  });

  it('a tab that shows the old park gets 409', async () => {
    const bureau = await signIn(app.base, 'bureau');
    const late = await form();
    expect((await bureau.post(`${settled}/move`, late)).status).toBe(303);
    const answer = await bureau.post(`${settled}/move`, { ...late, toParkId: '1' });
    expect(answer.status).toBe(409);
    expect(await stays()).toHaveLength(2);
  });

  it.each([
    [{ movedOn: '2024-03-01' }, 'movedOn'],
    [{ movedOn: '2025-02-15' }, 'movedOn'],
    [{ toParkId: '1' }, 'toParkId'],
    [{ toParkId: '' }, 'toParkId'],
    [{ toParkId: '99' }, 'movedOn'],
    [{ note: '字'.repeat(501) }, 'note'],
  ])('refuses %j by the field and writes nothing', async (changes, field) => {
    const answer = await park1.post(`${settled}/move`, { ...(await form()), ...changes });
    expect(answer.status).toBe(422);
    expect(answer.text).toMatch(new RegExp(`href="#${field}">[^<]+：`));
    expect(await stays()).toHaveLength(1);
  });
});

describe('leaving', () => {
  const form = async () => ({
    residencyId: await seen(),
    endedOn: '2025-02-10',
    reason: 'graduated',
    note: '',
  });

  it('takes the venture and its jobs away from that day', async () => {
    const answer = await park1.post(`${settled}/end`, await form());
    expect([answer.status, answer.location]).toEqual([303, settled]);
    expect(await stays()).toMatchObject([{ endedOn: '2025-02-10', endReason: 'graduated' }]);
    expect(await total('ventures', 1, '2025-02-09')).toBe(2);
    expect(await total('ventures', 1)).toBe(1);
    expect(await total('jobs', 1)).toBe(7);
    expect((await park1.get(`${settled}/settlement`)).status).toBe(200);
  });

  it('cuts short a tenancy that was ended later than the day of leaving', async () => {
    const tenancy = await app.db.tenancy.findFirstOrThrow({ where: { ventureId: 1 } });
    const ended = await park1.post(`/tenancies/${tenancy.id}/end`, { lastOn: '2025-02-11' });
    expect(ended.status).toBe(303);
    expect((await park1.post(`${settled}/end`, await form())).status).toBe(303);
    const { endedOn } = await app.db.tenancy.findUniqueOrThrow({ where: { id: tenancy.id } });
    expect(endedOn).toBe('2025-02-10');
    expect(await app.db.historyEvent.count({ where: { verb: 'tenancy.ended' } })).toBe(2);
  });

  it('asks about returns for later months only where there are some', async () => {
    expect((await park1.get(`${settled}/end`)).text).not.toContain('name="setsAsideReturns"');
    const early = { ...(await form()), endedOn: '2024-12-10', note: '提前出园' };
    const asked = await park1.post(`${settled}/end`, early);
    expect(asked.status).toBe(422);
    expect(asked.text).toContain('name="setsAsideReturns"');
    expect(asked.text).toContain('2024年12月');
    expect(asked.text).toContain('提前出园');
    expect((await stays())[0]?.endedOn).toBeNull();
    const answer = await park1.post(`${settled}/end`, { ...early, setsAsideReturns: 'yes' });
    expect(answer.status).toBe(303);
    expect(await total('jobs', 1, '2024-12-31')).toBe(7);
    expect(await app.db.jobsReturn.count({ where: { setAside: true } })).toBe(1);
  });

  it('the same form twice ends it once; another tab gets 409', async () => {
    const same = { ...(await form()), _key: onceKey('end') };
    expect((await park1.post(`${settled}/end`, same)).status).toBe(303);
    expect((await park1.post(`${settled}/end`, same)).status).toBe(303);
    const { _key: _, ...other } = same;
    expect((await park1.post(`${settled}/end`, other)).status).toBe(409);
    expect((await park1.get(`${settled}/end`)).status).toBe(409);
    expect(await app.db.historyEvent.count({ where: { verb: 'residency.ended' } })).toBe(1);
  });

  it.each([
    [{ endedOn: '2024-03-01' }, 'endedOn'],
    [{ endedOn: '2025-02-15' }, 'endedOn'],
    [{ endedOn: '昨天' }, 'endedOn'],
    [{ reason: 'moved' }, 'reason'],
    [{ reason: '' }, 'reason'],
    [{ reason: 'removed' }, 'note'],
  ])('refuses %j by the field and writes nothing', async (changes, field) => {
    const answer = await park1.post(`${settled}/end`, { ...(await form()), ...changes });
    expect(answer.status).toBe(422);
    expect(answer.text).toMatch(new RegExp(`href="#${field}">[^<]+：`));
    expect((await stays())[0]?.endedOn).toBeNull();
  });
});

it('another park and strangers 404, a reader 403, nobody 303 and 401, no such number 404', async () => {
  for (const path of [`${fresh.address}/settlement`, `${settled}/move`, `${settled}/end`]) {
    for (const username of ['park2', 'admin']) {
      const stranger = await signIn(app.base, username);
      expect((await stranger.get(path)).status).toBe(404);
      expect((await stranger.post(path)).status).toBe(404);
    }
    const auditor = await signIn(app.base, 'auditor');
    expect((await auditor.get(path)).status).toBe(403);
    expect((await auditor.post(path)).status).toBe(403);
    expect((await new Client(app.base).get(path)).status).toBe(303);
    expect((await new Client(app.base).post(path)).status).toBe(401);
  }
  for (const act of ['settlement', 'move', 'end']) {
    expect((await park1.get(`/ventures/V1999-0001/${act}`)).status).toBe(404);
  }
  expect(await stays()).toHaveLength(1);
});
