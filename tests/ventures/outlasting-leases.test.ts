import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyLedger } from '../../src/backup/verify-ledger.js';
import { transact } from '../../src/database/database.js';
import { markClosed } from '../../src/ledger/closed-months.js';
import { restateRent } from '../../src/ledger/restate.js';
import { totalOf } from '../../src/ledger/totals.js';
import { addSpace } from '../../src/parks/add-spaces.js';
import { mergeParks } from '../../src/parks/merge-parks.js';
import { endOutlasting } from '../../src/ventures/end-outlasting.js';
import { letSpace } from '../../src/ventures/let-spaces.js';
import { moveVenture } from '../../src/ventures/move-venture.js';
import { outlastingLeases, outlastingText } from '../../src/ventures/outlasting-leases.js';
import { type Network, startNetwork } from '../ledger/cast.js';
import { at } from '../ledger/network.js';
import { aSpace } from '../parks/cast.js';
import { plain } from '../reports/reading.js';
import { signIn } from '../web/client.js';

// The clock stands on 2025-02-14. One venture of the network graduated on 2024-08-01.
const by = at('2025-02-14');
const left = '2024-08-01';
let net: Network;
let gone: { ventureId: number; parkId: number };
let spaceId = 0;
let leaseId = 0;

/** A lease as a version of before 29 November 2026 stored it: open, whenever its venture left. */
const stored = (ventureId: number, space: number, beganOn = '2024-06-01') =>
  transact(net.db, async (tx) => {
    const terms = { beganOn, termEndOn: '2026-01-01', rent: 0, area: 8_050 };
    const { id } = await tx.tenancy.create({ data: { ventureId, spaceId: space, ...terms } });
    await restateRent(tx, by, [ventureId]);
    return id;
  });
beforeEach(async () => {
  net = await startNetwork();
  gone = await net.db.residency.findFirstOrThrow({ where: { endReason: 'graduated' } });
  spaceId = await transact(net.db, (tx) => addSpace(tx, by, gone.parkId, aSpace()));
  leaseId = await stored(gone.ventureId, spaceId);
});
afterEach(() => net.close());

const lease = (id: number) => net.db.tenancy.findUniqueOrThrow({ where: { id } });
const problems = async () => (await verifyLedger(net.db)).problems;
const mend = () => endOutlasting(net.db, by.at);
const close = (month: string) =>
  transact(net.db, (tx) => markClosed(tx, by, { month, reason: '' }));

describe('a lease that outlasts the stay of its venture', () => {
  it('ends on the day on which the venture left, and its space is free from then', async () => {
    expect(await problems()).toEqual([]);
    expect(await outlastingLeases(net.db)).toMatchObject([{ id: leaseId, leftOn: left }]);
    expect(await mend()).toEqual({ ended: 1, left: [] });
    expect(await lease(leaseId)).toMatchObject({ endedOn: left, version: 2 });
    const event = await net.db.historyEvent.findFirstOrThrow({
      where: { verb: 'tenancy.ended', subjectId: leaseId },
    });
    expect(event).toMatchObject({ actorId: null, detail: { endedOn: left } });
    expect(await outlastingLeases(net.db)).toEqual([]);
    expect(await problems()).toEqual([]);
  });

  it('is left where a month since then is closed, is listed, and can be ended by hand', async () => {
    await close('2024-11');
    const before = await lease(leaseId);
    const { ended, left: listed } = await mend();
    expect([ended, listed.map(({ id }) => id)]).toEqual([0, [leaseId]]);
    expect(await lease(leaseId)).toEqual(before);
    expect(await problems()).toEqual([]);
    const { number } = await net.db.space.findUniqueOrThrow({ where: { id: spaceId } });
    const [found] = await outlastingLeases(net.db);
    expect(found && outlastingText(found)).toContain(`${number} is let to V`);
    const park = await net.db.park.findUniqueOrThrow({ where: { id: gone.parkId } });
    const bureau = await signIn(net.base, 'bureau');
    const page = `/parks/${park.number}/spaces/${number}`;
    expect(plain((await bureau.get(page)).text)).toContain('主体已出园');
    expect(plain((await bureau.get(`${page}?asOf=2024-07-31`)).text)).not.toContain('主体已出园');
    const end = await bureau.post(`/tenancies/${leaseId}/end`, { lastOn: '2024-12-31' });
    expect(end.status).toBe(303);
    expect((await lease(leaseId)).endedOn).toBe('2025-01-01');
  });

  it('of a venture that moved no longer forgoes rent in the park that it moved to', async () => {
    const { id, ventureId } = await net.db.tenancy.findFirstOrThrow({ orderBy: { id: 'asc' } });
    const toParkId = net.parkIds.find((parkId) => parkId !== gone.parkId) as number;
    const from = await net.db.residency.findFirstOrThrow({ where: { ventureId, endedOn: null } });
    const into = net.parkIds.find((parkId) => parkId !== from.parkId) ?? toParkId;
    await transact(net.db, (tx) =>
      moveVenture(tx, by, { ventureId, toParkId: into, movedOn: '2024-12-01', note: '' }),
    );
    const total = () =>
      totalOf(net.db, {
        measure: 'rent-forgone',
        scope: { kind: 'network' },
        asOf: '2025-01-31',
      });
    const right = await total();
    await transact(net.db, async (tx) => {
      await tx.tenancy.update({ where: { id }, data: { endedOn: null } });
      await restateRent(tx, by, [ventureId]);
    });
    expect(await total()).toBeGreaterThan(right);
    expect((await mend()).ended).toBe(2);
    expect((await lease(id)).endedOn).toBe('2024-12-01');
    expect(await total()).toBe(right);
    expect(await problems()).toEqual([]);
  });

  it('is looked for once, so that what a person decides stays', async () => {
    await mend();
    await transact(net.db, (tx) =>
      tx.tenancy.update({ where: { id: leaseId }, data: { endedOn: null } }),
    );
    expect(await mend()).toEqual({ ended: 0, left: [] });
  });
});

it('a lease that a merger took along goes on', async () => {
  await mend();
  const home = await net.db.residency.findFirstOrThrow({
    where: { endedOn: null, parkId: net.parkIds[1] as number },
  });
  const id = await transact(net.db, async (tx) => {
    const space = await addSpace(tx, by, home.parkId, aSpace());
    const terms = { beganOn: '2024-06-01', termEndOn: '2026-01-01', rent: 0, area: 100 };
    const made = await letSpace(tx, by, { ventureId: home.ventureId, spaceId: space, ...terms });
    const intoId = net.parkIds[0] as number;
    const merger = { parkId: home.parkId, intoId, mergedOn: '2025-01-10', reason: '两园合并' };
    await mergeParks(tx, by, merger);
    return made;
  });
  await net.db.setting.deleteMany({ where: { key: 'leases-end-with-stays' } });
  expect(await mend()).toEqual({ ended: 0, left: [] });
  expect((await lease(id)).endedOn).toBeNull();
});

it('one for a time in which the venture was never there is listed, and has to be void', async () => {
  const other = await transact(net.db, (tx) => addSpace(tx, by, gone.parkId, aSpace()));
  const id = await stored(gone.ventureId, other, '2024-09-01');
  const { left: listed } = await mend();
  expect(listed).toMatchObject([{ id, leftOn: '2024-09-01' }]);
  expect((await lease(id)).endedOn).toBeNull();
  expect(await problems()).toEqual([]);
});
