import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyLedger } from '../../src/backup/verify-ledger.js';
import { transact } from '../../src/database/database.js';
import { markClosed } from '../../src/ledger/closed-months.js';
import { levelsByPark } from '../../src/ledger/totals.js';
import { correctTenancy } from '../../src/ventures/correct-tenancy.js';
import { letSpace } from '../../src/ventures/let-spaces.js';
import { voidTenancy } from '../../src/ventures/void-tenancy.js';
import { at } from '../ledger/network.js';
import { startParks } from '../parks/cast.js';
import { Client, signIn, type TestApp } from '../web/client.js';

// Venture 1 has all of 石屋一号 for nothing from 2024-03-01; its market rent is 1,234 yuan. The clock stands on 2025-02-14.
let app: TestApp;
let park1: Client;
let id: number;
let page: string;
beforeEach(async () => {
  app = await startParks();
  park1 = await signIn(app.base, 'park1');
  const lease = await app.db.tenancy.findFirstOrThrow({ include: { venture: true } });
  id = lease.id;
  page = `/ventures/${lease.venture.number}`;
});
afterEach(() => app.close());

const typed = (changes: Record<string, string> = {}) => ({
  beganOn: '2024-03-01',
  termLastOn: '2026-02-28',
  lastOn: '',
  rent: '0',
  area: '80.5',
  basis: '',
  reason: '租金录错',
  version: '1',
  ...changes,
});
const levels = async (day: string) => {
  const found = await levelsByPark(app.db, day);
  return [found.of('rent-free', 1), found.of('rent-forgone', 1)];
};
const lease = () => app.db.tenancy.findUniqueOrThrow({ where: { id } });
const by = at('2025-02-14');

describe('correcting a lease', () => {
  it('is reached from its page, moves every total, and keeps old and new with the reason', async () => {
    const address = `/tenancies/${id}/correction`;
    expect((await park1.get(page)).text).toContain(`href="${address}"`);
    expect((await park1.get(address)).text).toContain('value="2024-03-01"');
    expect(await levels('2024-03-31')).toEqual([1, 123_400]);
    const answer = await park1.post(address, typed({ rent: '1000' }));
    expect([answer.status, answer.location]).toEqual([303, page]);
    expect(await levels('2024-03-31')).toEqual([0, 23_400]);
    const [event] = await app.db.historyEvent.findMany({ where: { verb: 'tenancy.corrected' } });
    expect(event).toMatchObject({
      subjectId: id,
      reason: '租金录错',
      detail: { rent: [0, 100_000] },
    });
    expect((await verifyLedger(app.db)).problems).toEqual([]);
    expect((await park1.post(address, typed({ rent: '900' }))).status).toBe(409);
  });

  it('takes half of the space, another first day and an end that lies ahead', async () => {
    const changes = { area: '40.25', beganOn: '2024-04-01', lastOn: '2025-03-31' };
    expect((await park1.post(`/tenancies/${id}/correction`, typed(changes))).status).toBe(303);
    expect(await levels('2024-03-31')).toEqual([0, 0]);
    expect(await levels('2024-04-30')).toEqual([1, 61_700]);
    expect(await levels('2025-04-01')).toEqual([0, 12 * 61_700]);
  });

  it.each([
    [{ reason: '' }, 'reason', '请'],
    [{ termLastOn: '2024-02-29' }, 'termLastOn', '早于'],
    [{ lastOn: '2024-02-29' }, 'lastOn', '登记错误'],
    [{ beganOn: '2024-02-29' }, 'beganOn', '不在此场地'],
    [{ area: '80.51' }, 'area', '不能超过'],
    [{ rent: 'x' }, 'rent', ''],
    [{ basis: 'policy:1:9.9' }, 'basis', ''],
  ] as const)(
    'refuses %j by the field, writes nothing, keeps what was typed',
    async (changes, field, text) => {
      const answer = await park1.post(
        `/tenancies/${id}/correction`,
        typed({ rent: '1', ...changes }),
      );
      expect(answer.status).toBe(422);
      expect(answer.text).toMatch(new RegExp(`href="#${field}">[^<]*：[^<]*${text}`));
      expect(answer.text).toContain('value="80.5');
      expect(await lease()).toMatchObject({ version: 1, rent: 0 });
    },
  );

  it('is held to the others of its space, and to closed months', async () => {
    const spaceId = (await lease()).spaceId;
    const next = { ventureId: 2, spaceId, beganOn: '2026-03-01', termEndOn: '2027-03-01' };
    await transact(app.db, (tx) => letSpace(tx, by, { ...next, rent: 0, area: 8_050 }));
    const later = { lastOn: '2026-03-31', version: '2' };
    const over = await park1.post(`/tenancies/${id}/correction`, typed(later));
    expect(over.status).toBe(422);
    expect(over.text).toContain('该场地届时已出租');
    await transact(app.db, (tx) => markClosed(tx, by, { month: '2024-06', reason: '' }));
    const closed = { rent: '1000', version: '2', lastOn: '2026-02-28' };
    expect((await park1.post(`/tenancies/${id}/correction`, typed(closed))).status).toBe(422);
    expect(await levels('2024-06-30')).toEqual([1, 4 * 123_400]);
  });
});

describe('voiding a lease', () => {
  it('takes it out of every total as if it had never been; its space is free on all its days', async () => {
    const address = `/tenancies/${id}/void`;
    expect((await park1.get(`/tenancies/${id}/correction`)).text).toContain(`href="${address}"`);
    expect((await park1.get(`/tenancies/${id}/end`)).text).toContain(`href="${address}"`);
    expect((await park1.post(address, { reason: '', version: '1' })).status).toBe(422);
    expect((await park1.post(address, { reason: '登错场地', version: '1' })).status).toBe(303);
    for (const day of ['2024-03-01', '2025-02-14', '2026-06-30'])
      expect(await levels(day)).toEqual([0, 0]);
    expect((await park1.get(page)).text).toContain('登记错误');
    const { spaceId } = await lease();
    const again = { ventureId: 2, spaceId, beganOn: '2024-03-01', termEndOn: '2026-03-01' };
    await transact(app.db, (tx) => letSpace(tx, by, { ...again, rent: 0, area: 8_050 }));
    expect((await verifyLedger(app.db)).problems).toEqual([]);
    for (const act of ['void', 'correction', 'end'])
      expect((await park1.get(`/tenancies/${id}/${act}`)).status).toBe(409);
    const twice = transact(app.db, (tx) =>
      voidTenancy(tx, by, { tenancyId: id, version: 2, reason: '再次' }),
    );
    await expect(twice).rejects.toThrow('ventures.lease.void-already');
  });

  it('of one that has not begun lets its venture leave', async () => {
    const space = await app.db.space.findFirstOrThrow({ where: { name: '石屋二号' } });
    const ahead = {
      ventureId: 2,
      spaceId: space.id,
      beganOn: '2025-04-01',
      termEndOn: '2026-04-01',
    };
    const next = await transact(app.db, (tx) => letSpace(tx, by, { ...ahead, rent: 0, area: 100 }));
    const { number } = await app.db.venture.findUniqueOrThrow({ where: { id: 2 } });
    const leaving = { endedOn: '2025-02-01', reason: 'graduated', note: '' };
    const stay = await app.db.residency.findFirstOrThrow({ where: { ventureId: 2 } });
    const leave = () =>
      park1.post(`/ventures/${number}/end`, { ...leaving, residencyId: String(stay.id) });
    expect((await leave()).text).toContain('作废');
    await transact(app.db, (tx) =>
      voidTenancy(tx, by, { tenancyId: next, version: 1, reason: '未签成' }),
    );
    expect((await leave()).status).toBe(303);
  });
});

it.each(['correction', 'void'])(
  '%s: another park 404, a reader 403, nobody 401, no such id 404',
  async (act) => {
    const path = `/tenancies/${id}/${act}`;
    const form = typed();
    expect((await (await signIn(app.base, 'park2')).post(path, form)).status).toBe(404);
    expect((await (await signIn(app.base, 'putuo')).post(path, form)).status).toBe(403);
    expect((await (await signIn(app.base, 'putuo')).get(path)).status).toBe(403);
    expect((await new Client(app.base).post(path, form)).status).toBe(401);
    expect((await park1.get(`/tenancies/9999/${act}`)).status).toBe(404);
  },
);

it('a correction called directly with an old version is a conflict', async () => {
  const terms = { beganOn: '2024-03-01', termEndOn: '2026-03-01', endedOn: null, area: 8_050 };
  const correct = (rent: number) =>
    transact(app.db, (tx) =>
      correctTenancy(tx, by, { ...terms, rent, tenancyId: id, version: 1, reason: '更正' }),
    );
  await correct(5);
  await expect(correct(6)).rejects.toThrow('record.changed-meanwhile');
});
