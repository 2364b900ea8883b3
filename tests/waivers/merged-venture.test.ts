import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyLedger } from '../../src/backup/verify-ledger.js';
import { transact } from '../../src/database/database.js';
import { logVenture } from '../../src/ventures/log-venture.js';
import { findMergeable, markOfRecords } from '../../src/ventures/merging/find-mergeable.js';
import { mergeVentures } from '../../src/ventures/merging/merge-ventures.js';
import { undoMerge } from '../../src/ventures/merging/undo-merge.js';
import { beginApplication } from '../../src/waivers/begin-application.js';
import { endWaiver } from '../../src/waivers/end-waiver.js';
import { reviewApplication } from '../../src/waivers/review-application.js';
import { someVenture } from '../ledger/network.js';
import { type Cast, caseAt, seen, startWaivers } from './cast.js';
import { grantFor, newTenant } from './tenants.js';

let cast: Cast;
let twin: { id: number; number: string };
/** Another record of founder2's venture, which is logged and no more. */
beforeEach(async () => {
  cast = await startWaivers();
  const by = { accountId: null, at: new Date('2025-02-01T02:00:00Z') };
  const id = await transact(cast.db, (tx) => logVenture(tx, by, someVenture(1)));
  twin = await cast.db.venture.findUniqueOrThrow({ where: { id } });
});
afterEach(() => cast.close());

const merge = async (ownId: number, otherId: number, leases: number[] = []): Promise<number> => {
  const found = await findMergeable(cast.db, ownId, otherId);
  const choices = { fields: [], stays: 'own', months: [], leases } as const;
  const merging = { ownId, otherId, choices, seen: markOfRecords(found), reason: '同一家' };
  return cast.act('bureau', (tx, by) => mergeVentures(tx, by, merging), '2025-03-01');
};
const undo = (mergeId: number) =>
  cast.act('bureau', (tx, by) => undoMerge(tx, by, { mergeId, reason: '是两家' }), '2025-03-10');

/** What each venture adds to the rent waived until a day, by its id. */
async function waivedBy(): Promise<Record<number, number>> {
  const rows = await cast.db.ledgerEntry.groupBy({
    by: ['ventureId'],
    where: { measure: 'waived-rent' },
    _sum: { amount: true },
  });
  const sums = rows.map((row) => [row.ventureId ?? 0, Number(row._sum.amount)] as const);
  return Object.fromEntries(sums.filter(([, fen]) => fen !== 0));
}
const balance = async () =>
  Number(
    (
      await cast.db.ledgerBalance.aggregate({
        where: { measure: 'waived-rent' },
        _sum: { amount: true },
      })
    )._sum.amount,
  );
const problems = async () => (await verifyLedger(cast.db)).problems;

describe('a waiver of a record that goes', () => {
  it('counts for the one that stays, is ended there, and its case leads there', async () => {
    const number = await caseAt(cast, 'granted');
    const [, otherId] = cast.ventureIds;
    const before = { sum: await balance(), by: await waivedBy() };
    expect(Object.keys(before.by)).toEqual([String(otherId)]);
    await merge(twin.id, otherId);
    expect(await waivedBy()).toEqual({ [twin.id]: before.by[otherId] });
    expect([await balance(), await problems()]).toEqual([before.sum, []]);
    const bureau = await cast.as('bureau');
    expect((await bureau.get(`/waivers/${number}`)).text).toContain(twin.number);
    expect((await bureau.get(`/ventures/${twin.number}`)).text).toContain(number);
    const event = await cast.db.historyEvent.findFirstOrThrow({
      where: { verb: 'application.venture-merged' },
    });
    expect([event.ventureId, event.detail]).toMatchObject([twin.id, { number }]);
    const waiver = await cast.db.waiver.findFirstOrThrow();
    expect(waiver.ventureId).toBe(twin.id);
    const ending = { endedOn: '2025-06-01', reason: 'surrendered', note: '不再需要' } as const;
    await cast.act('bureau', (tx, by) => endWaiver(tx, by, waiver, ending), '2025-03-05');
    expect(Object.keys(await waivedBy())).toEqual([String(twin.id)]);
    expect(await balance()).toBeLessThan(before.sum);
    expect(await problems()).toEqual([]);
  });

  it('is given back when the merge is undone', async () => {
    await caseAt(cast, 'granted');
    const [, otherId] = cast.ventureIds;
    const before = await waivedBy();
    const mergeId = await merge(twin.id, otherId);
    await undo(mergeId);
    expect(await waivedBy()).toEqual(before);
    expect((await cast.db.waiver.findFirstOrThrow()).ventureId).toBe(otherId);
    expect(await problems()).toEqual([]);
    // Merged once more, each of its months is still entered once.
    await merge(twin.id, otherId);
    expect(await waivedBy()).toEqual({ [twin.id]: before[otherId] });
    expect(await problems()).toEqual([]);
  });

  it('is refused beside one of the record that stays for the same days, both named', async () => {
    const [one, other] = [await newTenant(cast), await newTenant(cast)];
    const asked = { months: 3, on: '2025-02-03' };
    await grantFor(cast, one, Object.assign({ from: '2025-02-03' }, asked));
    await grantFor(cast, other, Object.assign({ from: '2025-04-01' }, asked));
    const numbers = (await cast.db.waiver.findMany({ orderBy: { id: 'asc' } })).map(
      (w) => w.number,
    );
    const values = { own: numbers[0], other: numbers[1] };
    await expect(merge(one.ventureId, other.ventureId)).rejects.toMatchObject({
      faults: [{ key: 'ventures.merge.waived-twice', values }],
    });
    const first = await cast.db.waiver.findFirstOrThrow({ where: { ventureId: one.ventureId } });
    const ending = { endedOn: '2025-04-01', reason: 'surrendered', note: '转到另一处' } as const;
    await cast.act('bureau', (tx, by) => endWaiver(tx, by, first, ending), '2025-03-01');
    await merge(one.ventureId, other.ventureId);
    expect(await cast.db.waiver.count({ where: { ventureId: one.ventureId } })).toBe(2);
    expect(Object.keys(await waivedBy())).toEqual([String(one.ventureId)]);
    expect(await problems()).toEqual([]);
  });

  it('holds the lease that it rests on from being taken out as entered twice', async () => {
    await caseAt(cast, 'granted');
    const [, otherId] = cast.ventureIds;
    const { tenancyId, number } = await cast.db.waiver.findFirstOrThrow();
    await expect(merge(twin.id, otherId, [tenancyId ?? 0])).rejects.toMatchObject({
      faults: [{ key: 'ventures.merge.rests-dropped', values: { number } }],
    });
  });
});

describe('a case under way of a record that goes', () => {
  it('goes on with the one that stays, and is given back as it stands', async () => {
    const number = await caseAt(cast, 'park-review');
    const [, otherId] = cast.ventureIds;
    const mergeId = await merge(twin.id, otherId);
    const review = { recommends: 'grant', inside: '' } as const;
    await cast.act(
      'park1',
      async (tx, by) => reviewApplication(tx, by, await seen(cast, number), review),
      '2025-03-03',
    );
    await undo(mergeId);
    expect(await cast.db.waiverApplication.findUniqueOrThrow({ where: { number } })).toMatchObject({
      ventureId: otherId,
      state: 'county-review',
    });
  });

  it('is refused beside another of the same policy', async () => {
    const number = await caseAt(cast, 'submitted');
    const [, otherId] = cast.ventureIds;
    const { personId } = await cast.db.personRole.findFirstOrThrow({
      where: { ventureId: twin.id },
    });
    const input = { policyCode: 'rent-free', ventureId: twin.id, personId };
    const own = await cast.act('park1', (tx, by) => beginApplication(tx, by, input));
    await expect(merge(twin.id, otherId)).rejects.toMatchObject({
      faults: [{ key: 'ventures.merge.asked-twice', values: { own, other: number } }],
    });
  });
});
