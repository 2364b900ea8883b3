import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { firstOf, addMonths as monthsOn } from '../../src/calendar/days.js';
import { transact } from '../../src/database/database.js';
import { Refusal } from '../../src/language/refusal.js';
import { compareRecords } from '../../src/ledger/compare-records.js';
import { logVentures } from '../../src/ventures/log-venture.js';
import { findMergeable, markOfRecords } from '../../src/ventures/merging/find-mergeable.js';
import { mergeVentures } from '../../src/ventures/merging/merge-ventures.js';
import { undoMerge } from '../../src/ventures/merging/undo-merge.js';
import { addMonths, restateMonths } from '../../src/waivers/waiver-months.js';
import { at, someVenture } from '../ledger/network.js';
import { type Cast, startWaivers } from './cast.js';

const by = at('2025-02-14');
let cast: Cast;
let waivers = 0;
beforeAll(async () => {
  cast = await startWaivers();
});
afterAll(() => cast.close());

/** A waiver of one of the two, from a month on for so many, of which so many were taken back again. */
const waiver = fc.record({
  who: fc.constantFrom(0, 1),
  park: fc.constantFrom(1, 2),
  from: fc.nat(24),
  months: fc.integer({ min: 1, max: 6 }),
  left: fc.integer({ min: 0, max: 6 }),
  fen: fc.integer({ min: 1, max: 90_000 }),
});
type Planned = typeof waiver extends fc.Arbitrary<infer T> ? T : never;

const monthsOf = ({ from, fen }: Planned, count: number) =>
  Array.from({ length: count }, (_, n) => ({ month: monthsOn('2024-01', from + n), fen }));
const startOf = ({ from }: Planned, months = 0) => firstOf(monthsOn('2024-01', from + months));

/** As it was granted, and as far as it was taken back. */
async function waive(ids: readonly number[], planned: Planned): Promise<void> {
  const { who, park: parkId, months, left } = planned;
  const ventureId = ids[who] as number;
  waivers += 1;
  const number = `${waivers}`;
  await transact(cast.db, async (tx) => {
    const { id: policyVersionId, policyId } = await tx.policyVersion.findFirstOrThrow();
    const of = { policyId, policyVersionId, ventureId, parkId, personId: cast.person.id };
    const { id: applicationId } = await tx.waiverApplication.create({
      data: Object.assign(
        {
          number: `A-${number}`,
          state: 'granted',
          stateSince: by.at,
          answers: {},
          begunAt: by.at,
          submittedAt: by.at,
        },
        of,
      ),
    });
    const term = { beganOn: startOf(planned), termEndOn: startOf(planned, months) };
    const { id } = await tx.waiver.create({
      data: Object.assign(
        { number: `W-${number}`, applicationId, area: 1, rent: 1, facts: {}, grantedAt: by.at },
        of,
        term,
      ),
    });
    const posted = { id, parkId, ventureId, beganOn: term.beganOn, form: 'waiver' };
    await addMonths(tx, by, posted, monthsOf(planned, months));
    if (left >= months) return;
    await restateMonths(tx, by, posted, monthsOf(planned, left));
    const ending = { endedOn: startOf(planned, left), endReason: 'surrendered' };
    await tx.waiver.update({ where: { id }, data: ending });
  });
}

/** What two ventures add to the rent waived, by day and park; and which of them. */
async function waived(ids: readonly number[], isApart: boolean): Promise<Map<string, number>> {
  const entries = await cast.db.ledgerEntry.findMany({
    where: { ventureId: { in: [...ids] }, measure: 'waived-rent' },
  });
  const sums = new Map<string, number>();
  for (const { ventureId, parkId, effectiveOn, amount } of entries) {
    const key = `${isApart ? ventureId : ''} ${parkId} ${effectiveOn}`;
    sums.set(key, (sums.get(key) ?? 0) + Number(amount));
  }
  return new Map([...sums].filter(([, sum]) => sum !== 0).sort());
}

const covers = (planned: Planned): [number, number] => [
  planned.from,
  planned.from + Math.min(planned.months, planned.left),
];
const collide = (all: readonly Planned[]): boolean =>
  all.some((own) =>
    all.some((other) => {
      const [[a, b], [c, d]] = [covers(own), covers(other)];
      return own.who === 0 && other.who === 1 && a < d && c < b && a < b && c < d;
    }),
  );

test('waivers of two records count the same in every park and month as those of one, and are given back', async () => {
  let [merged, refused] = [0, 0];
  await fc.assert(
    fc.asyncProperty(
      fc.array(waiver, { minLength: 1, maxLength: 4 }),
      fc.boolean(),
      async (planned, isCutLater) => {
        const ids = await transact(cast.db, (tx) =>
          logVentures(tx, by, [someVenture(1), someVenture(1)]),
        );
        for (const each of planned) await waive(ids, each);
        const [ownId = 0, otherId = 0] = ids;
        const [together, apart] = [await waived(ids, false), await waived(ids, true)];
        const seen = markOfRecords(await findMergeable(cast.db, ownId, otherId));
        const choices = { fields: [], stays: 'own', months: [], leases: [] } as const;
        const merging = { ownId, otherId, choices, seen, reason: '同一家' };
        const mergeId = await transact(cast.db, (tx) => mergeVentures(tx, by, merging)).catch(
          (error: unknown) => {
            if (!(error instanceof Refusal)) throw error;
            return null;
          },
        );
        expect(mergeId === null).toBe(collide(planned));
        if (mergeId === null) refused += 1;
        else merged += 1;
        expect(await waived(ids, false)).toEqual(together);
        if (mergeId === null) return;
        expect(await waived([otherId], false)).toEqual(new Map());
        if (isCutLater) {
          const rows = await cast.db.waiver.findMany({ where: { ventureId: ownId } });
          await transact(cast.db, async (tx) => {
            for (const row of rows) await restateMonths(tx, by, row, []);
          });
          expect(await waived(ids, false)).toEqual(new Map());
          return;
        }
        await transact(cast.db, (tx) => undoMerge(tx, by, { mergeId, reason: '两家' }));
        expect(await waived(ids, true)).toEqual(apart);
      },
    ),
    // Enough that both come several times, whatever the seed.
    { numRuns: 80 },
  );
  expect(Math.min(merged, refused)).toBeGreaterThan(2);
  expect(await compareRecords(cast.db)).toEqual([]);
}, 240_000);
