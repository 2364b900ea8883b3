import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Tx, transact } from '../../src/database/database.js';
import { markClosed } from '../../src/ledger/closed-months.js';
import { addSpace } from '../../src/parks/add-spaces.js';
import { mergeParks } from '../../src/parks/merge-parks.js';
import { valueSpace } from '../../src/parks/value-space.js';
import { agreeReopening, askReopening } from '../../src/returns/reopen-month.js';
import { correctSettling } from '../../src/ventures/correct-settling.js';
import { correctTenancy } from '../../src/ventures/correct-tenancy.js';
import { endTenancy } from '../../src/ventures/end-tenancy.js';
import { letSpace } from '../../src/ventures/let-spaces.js';
import { touchedByVoiding } from '../../src/ventures/touched-by-voiding.js';
import { voidTenancy } from '../../src/ventures/void-tenancy.js';
import { type Network, startNetwork } from '../ledger/cast.js';
import { at } from '../ledger/network.js';
import { aSpace } from '../parks/cast.js';

const by = at('2025-02-14');
const act = <T>(verb: (tx: Tx) => Promise<T>): Promise<T> => transact(net.db, verb);

let net: Network;
let parks: [number, number, number];
let spaceId = 0;
let tenancyId = 0;
/** Of P02, and of P03 into which it was merged. */
let own = 0;
let other = 0;

const residentOf = async (parkId: number): Promise<number> =>
  (await net.db.residency.findFirstOrThrow({ where: { parkId, endedOn: null } })).ventureId;
const lease = (ventureId: number, beganOn: string, changes: object = {}) => ({
  ventureId,
  spaceId,
  beganOn,
  termEndOn: '2026-01-01',
  rent: 100_000,
  area: 1000,
  ...changes,
});

/** A space of P02 is let there from June 2024; P02 is merged into P01 on the 10th of January 2025, and that into P03. */
beforeEach(async () => {
  net = await startNetwork();
  parks = net.parkIds;
  [own, other] = [await residentOf(parks[1]), await residentOf(parks[2])];
  await act(async (tx) => {
    spaceId = await addSpace(tx, by, parks[1], aSpace());
    tenancyId = await letSpace(tx, by, lease(own, '2024-06-01'));
    const reason = '两园合并';
    const [intoId, lastId] = [parks[0], parks[2]];
    await mergeParks(tx, by, { parkId: parks[1], intoId, mergedOn: '2025-01-10', reason });
    await mergeParks(tx, by, { parkId: intoId, intoId: lastId, mergedOn: '2025-01-20', reason });
  });
});
afterEach(() => net.close());

it('a lease of a day before the merger is for who was in the park of the space then', async () => {
  const faults = [{ field: 'spaceId', key: 'ventures.not-in-park-then' }];
  await expect(act((tx) => letSpace(tx, by, lease(other, '2024-03-01')))).rejects.toMatchObject({
    faults,
  });
  expect(await act((tx) => letSpace(tx, by, lease(own, '2024-03-01')))).toBeGreaterThan(0);
  expect(await act((tx) => letSpace(tx, by, lease(other, '2025-01-20')))).toBeGreaterThan(0);
});

it('a lease is corrected over mergers, as far as the venture was in the parks of the space', async () => {
  const correct = (changes: object) =>
    act((tx) =>
      correctTenancy(tx, by, {
        tenancyId,
        version: 1,
        reason: '起租日写错',
        endedOn: null,
        ...lease(own, '2024-06-01'),
        ...changes,
      }),
    );
  await expect(correct({ beganOn: '2023-02-01' })).rejects.toMatchObject({
    faults: [{ field: 'beganOn', key: 'ventures.not-in-park-then' }],
  });
  await correct({ beganOn: '2024-05-01' });
  expect(await net.db.tenancy.findUnique({ where: { id: tenancyId } })).toMatchObject({
    beganOn: '2024-05-01',
    endedOn: null,
  });
});

it('a later day of settling is refused where a lease of the park rests on it', async () => {
  const stay = await net.db.residency.findFirstOrThrow({
    where: { ventureId: own, parkId: parks[1] },
  });
  const correct = act((tx) =>
    correctSettling(tx, by, {
      residencyId: stay.id,
      version: stay.version,
      beganOn: '2024-07-01',
      reason: '入驻日写错',
      setsAsideReturns: true,
    }),
  );
  await expect(correct).rejects.toMatchObject({
    faults: [{ key: 'ventures.settling.rests-lease', values: { day: { day: '2024-06-01' } } }],
  });
});

/** June and December 2024, or other months, are closed, and reopened for one park by two people. */
const reopenFor = async (parkId: number, months = ['2024-06', '2024-12']) =>
  act(async (tx) => {
    const first = await tx.account.findFirstOrThrow({ where: { username: 'bureau' } });
    const { id: _, ...account } = first;
    const second = await tx.account.create({
      data: Object.assign(account, { username: 'bureau2' }),
    });
    for (const month of months) {
      await markClosed(tx, by, { month, reason: '' });
      const of = { month, scope: 'park', parkId, ventureId: null, reason: '更正' } as const;
      const asker = { at: by.at, accountId: first.id };
      const id = await askReopening(tx, asker, { ...of, lastDay: '2025-02-20' });
      await agreeReopening(tx, { at: by.at, accountId: second.id }, id, []);
    }
  });

const verbs: [string, (tx: Tx) => Promise<unknown>][] = [
  ['an end', (tx) => endTenancy(tx, by, tenancyId, '2024-12-10')],
  ['a mistake', (tx) => voidTenancy(tx, by, { tenancyId, version: 1, reason: '登记错误' })],
  [
    'a market rent',
    (tx) => valueSpace(tx, by, { spaceId, fromOn: '2024-12-10', fen: 100, source: '评估' }),
  ],
];
it.each(verbs)('%s before the merger needs the park of then reopened', async (_, verb) => {
  await reopenFor(parks[1]);
  await act(verb);
});
it.each(verbs)('%s before the merger is not done for the park of now', async (_, verb) => {
  await reopenFor(parks[2]);
  await expect(act(verb)).rejects.toMatchObject({
    faults: [{ key: expect.stringMatching(/^ledger\.months?-closed$/) }],
  });
});

const overMerger: typeof verbs = [
  ...verbs,
  ['a lease', (tx) => letSpace(tx, by, lease(own, '2024-06-01', { area: 500 }))],
  [
    'a lease that lasted longer',
    (tx) =>
      correctTenancy(tx, by, {
        tenancyId,
        version: 1,
        reason: '面积写错',
        endedOn: null,
        ...lease(own, '2024-06-01', { area: 900 }),
      }),
  ],
];
it.each(overMerger)(
  '%s over the mergers needs the months of each park reopened',
  async (_, verb) => {
    await reopenFor(parks[1], ['2025-01']);
    await expect(act(verb)).rejects.toMatchObject({
      faults: [{ key: 'ledger.month-closed', values: { month: { month: '2025-01' } } }],
    });
  },
);

it('a venture held its leases in each park as long as the space was there', async () => {
  const touched = await touchedByVoiding(net.db, own);
  const [first, into, last] = [parks[1], parks[0], parks[2]];
  expect(touched.filter(({ month }) => month >= '2024-06')).toEqual([
    { month: '2024-06', until: '2025-02', parkId: first, ventureId: own },
    { month: '2025-01', until: '2025-02', parkId: into, ventureId: own },
    { month: '2025-01', until: null, parkId: last, ventureId: own },
  ]);
});

it('a later end over the mergers needs each month reopened for its own park alone', async () => {
  await act((tx) => endTenancy(tx, by, tenancyId, '2024-12-10'));
  await reopenFor(parks[1], ['2024-12']);
  const { version } = await net.db.tenancy.findUniqueOrThrow({ where: { id: tenancyId } });
  const terms = { ...lease(own, '2024-06-01'), endedOn: '2025-02-01' };
  const correction = { tenancyId, version, reason: '退租日写错', ...terms };
  await act((tx) => correctTenancy(tx, by, correction));
  expect(await net.db.tenancy.findUnique({ where: { id: tenancyId } })).toMatchObject({
    endedOn: '2025-02-01',
  });
});
