import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays, type Day, endOfMonth } from '../../src/calendar/days.js';
import { transact } from '../../src/database/database.js';
import { rowsOf } from '../../src/database/direct-sql.js';
import { Refusal } from '../../src/language/refusal.js';
import { foundersCategories } from '../../src/ledger/record-list.js';
import { changedFounders } from '../../src/persons/merging/changed-founders.js';
import { findMergeablePeople } from '../../src/persons/merging/find-mergeable-people.js';
import { mergePeople } from '../../src/persons/merging/merge-people.js';
import { planPeopleMerge } from '../../src/persons/merging/plan-people-merge.js';
import { peopleRecordsOn } from '../../src/persons/merging/stored-people.js';
import { undoPeopleMerge } from '../../src/persons/merging/undo-people-merge.js';
import { settleVenture } from '../../src/ventures/settle-venture.js';
import { at, someVentures } from '../ledger/network.js';
import { startParks } from '../parks/cast.js';
import type { TestApp } from '../web/client.js';

const by = at('2025-02-14');
const first = '2024-03-01';
const DAYS = ['2024-03', '2024-06', '2024-09', '2024-12', '2025-01'].map(endOfMonth);
let app: TestApp;
let people = 0;
beforeAll(async () => {
  app = await startParks();
});
afterAll(() => app.close());

const day = fc.nat(330).map((n) => addDays(first, n));
const stretch = fc
  .record({ beganOn: day, length: fc.option(fc.integer({ min: 1, max: 200 }), { nil: null }) })
  .map(({ beganOn, length }) => ({
    beganOn,
    endedOn: length === null ? null : addDays(beganOn, length),
  }));
const who = fc.constantFrom(0, 1);
const role = fc.record({
  who,
  venture: fc.constantFrom(0, 1, 2),
  role: fc.constantFrom('founder', 'founder', 'partner'),
  stretch,
});
const spell = fc.record({ who, category: fc.constantFrom('hardship', 'veteran'), stretch });

type Held = { beganOn: Day; endedOn: Day | null };
const covers = ({ beganOn, endedOn }: Held, on: Day) =>
  beganOn <= on && (endedOn === null || on < endedOn);

/** Of each venture on each day the categories of its founders, as totals are split by them. */
async function split(ventureIds: number[]): Promise<Set<string>> {
  const found = new Set<string>();
  for (const on of DAYS) {
    const rows = await rowsOf<{ ventureId: number; category: string }>(
      app.db,
      foundersCategories(on),
    );
    for (const { ventureId, category } of rows)
      if (ventureIds.includes(ventureId)) found.add(`${ventureId} ${category} ${on}`);
  }
  return found;
}

test('merging two people counts their ventures under the categories of both, and undoing it gives all back', async () => {
  let merged = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(role, { minLength: 2, maxLength: 8 }),
      fc.array(spell, { maxLength: 6 }),
      fc.constantFrom('both' as const, 'own' as const, 'other' as const),
      async (roles, spells, categories) => {
        const ids = await transact(app.db, async (tx) => {
          const made: number[] = [];
          for (const name of ['王一', '王二']) {
            people += 1;
            const row = { number: `X${people}`, name, namePinyin: name };
            made.push((await tx.person.create({ data: row })).id);
          }
          return made as [number, number];
        });
        const ventureIds = await transact(app.db, async (tx) => {
          const made = await someVentures(tx, by, 1, 3);
          for (const ventureId of made)
            await settleVenture(tx, by, { ventureId, parkId: 1, beganOn: first });
          await tx.personRole.deleteMany({ where: { ventureId: { in: made } } });
          return made;
        });
        const once = new Set<string>();
        const isNew = (key: string) => !once.has(key) && Boolean(once.add(key));
        await app.db.personRole.createMany({
          data: roles
            .map((each) => ({
              personId: ids[each.who] as number,
              ventureId: ventureIds[each.venture] as number,
              role: each.role,
              beganOn: each.stretch.beganOn,
              endedOn: each.stretch.endedOn,
            }))
            .filter((row) =>
              isNew(JSON.stringify([row.personId, row.ventureId, row.role, row.beganOn])),
            ),
        });
        await app.db.personCategory.createMany({
          data: spells
            .map((each) => ({
              personId: ids[each.who] as number,
              category: each.category,
              beganOn: each.stretch.beganOn,
              endedOn: each.stretch.endedOn,
            }))
            .filter((row) => isNew(JSON.stringify([row.personId, row.category, row.beganOn]))),
        });
        const [ownId, otherId] = ids;
        const { before, mark } = await findMergeablePeople(app.db, ownId, otherId);
        const splitBefore = await split(ventureIds);
        const expected = new Set<string>();
        for (const on of DAYS)
          for (const r of before.PersonRole.filter(
            (row) => row.role === 'founder' && covers(row, on),
          ))
            for (const c of before.PersonCategory.filter((row) => covers(row, on))) {
              const isOwn = c.personId === ownId;
              if (categories === 'both' || (categories === 'own') === isOwn)
                expected.add(`${r.ventureId} ${c.category} ${on}`);
            }
        const choices = { fields: [], categories } as const;
        const after = planPeopleMerge(before, ownId, choices);
        const foreseen = await changedFounders(app.db, before, after);
        const merging = { ownId, otherId, choices, seen: mark, reason: '同一人', files: [] };
        const mergeId = await transact(app.db, (tx) =>
          mergePeople(tx, by, app.keys, merging),
        ).catch((error: unknown) => {
          if (!(error instanceof Refusal)) throw error;
          throw new Error(JSON.stringify(error.faults));
        });
        merged += 1;
        const splitAfter = await split(ventureIds);
        expect(splitAfter).toEqual(expected);
        for (const ventureId of ventureIds)
          for (const category of ['hardship', 'veteran'])
            for (const on of DAYS) {
              const key = `${ventureId} ${category} ${on}`;
              const moved = foreseen.find(
                (change) =>
                  change.ventureId === ventureId &&
                  change.category === category &&
                  covers({ beganOn: change.from, endedOn: change.to }, on),
              );
              const isMoved = splitBefore.has(key) !== splitAfter.has(key);
              expect(moved !== undefined, key).toBe(isMoved);
              if (moved) expect(moved.hasNow, key).toBe(splitAfter.has(key));
            }
        await transact(app.db, (tx) =>
          undoPeopleMerge(tx, by, app.keys, { mergeId, reason: '两个人', files: [] }),
        );
        expect(await split(ventureIds)).toEqual(splitBefore);
        expect(await peopleRecordsOn(app.db, ids)).toEqual(before);
      },
    ),
    { numRuns: 20 },
  );
  expect(merged).toBeGreaterThan(10);
}, 240_000);
