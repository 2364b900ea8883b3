import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { transact } from '../../src/database/database.js';
import { enterPeople, type NewPerson } from '../../src/people/enter-people.js';
import { startParks } from '../parks/cast.js';
import type { TestApp } from '../web/client.js';

let app: TestApp;
let known: number;
const by = { accountId: null, at: new Date('2025-02-14T02:00:00Z') };
const enter = (changes: Partial<NewPerson>): Promise<number> =>
  transact(app.db, async (tx) => {
    const person = { name: '林同一', phone: '13905801234', graduatedOn: null, categories: [] };
    const [id] = await enterPeople(tx, by, [Object.assign(person, changes)]);
    return id as number;
  });
const veteran = (beganOn: string, proof = '') => [{ category: 'veteran' as const, beganOn, proof }];
const spells = async () =>
  (
    await app.db.personCategory.findMany({ where: { personId: known }, orderBy: { id: 'asc' } })
  ).map(({ category, beganOn, endedOn, proof }) => [category, beganOn, endedOn, proof]);

beforeEach(async () => {
  app = await startParks();
  known = await enter({ categories: veteran('2022-01-01') });
});
afterEach(() => app.close());

describe('somebody known, entered again', () => {
  it('has the graduation day that was typed now, with the five years that follow from it', async () => {
    expect(await enter({ graduatedOn: '2023-06-30' })).toBe(known);
    const person = await app.db.person.findUniqueOrThrow({ where: { id: known } });
    expect(person).toMatchObject({ graduatedOn: '2023-06-30', version: 2 });
    expect(await spells()).toContainEqual(['graduate', '2023-06-30', '2028-06-30', '']);
  });

  it('has one graduation day in all rows of a form, and not the last of two', async () => {
    const rows = (...days: (string | null)[]) =>
      days.map((graduatedOn) => ({
        name: '潘同表',
        phone: '13905804321',
        graduatedOn,
        categories: [],
      }));
    const all = (...days: (string | null)[]) =>
      transact(app.db, (tx) => enterPeople(tx, by, rows(...days), (index) => `founders.${index}.`));
    await expect(all('2022-06-30', null, '2023-06-30')).rejects.toMatchObject({
      faults: [{ field: 'founders.2.graduatedOn', key: 'people.twice.graduated' }],
    });
    const [first, second] = await all('2022-06-30', null);
    expect(second).toBe(first);
    const person = await app.db.person.findUniqueOrThrow({
      where: { id: first as number },
      include: { categories: true },
    });
    expect([person.graduatedOn, person.categories.length]).toEqual(['2022-06-30', 1]);
  });

  it('is not given another graduation day in silence', async () => {
    await enter({ graduatedOn: '2023-06-30' });
    await expect(enter({ graduatedOn: '2021-06-30' })).rejects.toMatchObject({
      faults: [{ field: 'graduatedOn', key: 'people.known.graduated' }],
    });
    expect(await enter({ graduatedOn: '2023-06-30' })).toBe(known);
    expect(await spells()).toHaveLength(2);
  });

  it('has a category again that ended before', async () => {
    await app.db.personCategory.updateMany({
      where: { personId: known },
      data: { endedOn: '2023-01-01' },
    });
    await enter({ categories: veteran('2024-01-01', '退役证') });
    expect(await spells()).toEqual([
      ['veteran', '2022-01-01', '2023-01-01', ''],
      ['veteran', '2024-01-01', null, '退役证'],
    ]);
  });

  it('keeps one category of the day, with the proof that it lacked', async () => {
    await enter({ categories: veteran('2023-01-01', '退役证') });
    expect(await spells()).toEqual([['veteran', '2022-01-01', null, '退役证']]);
  });

  it.each([
    ['from an earlier day', veteran('2021-01-01')],
    ['with another proof', veteran('2023-01-01', '优待证')],
  ])('has a category %s only by a correction', async (_, categories) => {
    await enter({ categories: veteran('2023-01-01', '退役证') });
    await expect(enter({ categories })).rejects.toMatchObject({
      faults: [{ field: 'categories', key: 'people.known.category' }],
    });
    expect(await spells()).toEqual([['veteran', '2022-01-01', null, '退役证']]);
  });
});

describe('somebody whose record went into another', () => {
  /** Two records under two phones, of which the first went into the second, and that one into a third. */
  async function merged(): Promise<number> {
    const ids = [known, await enter({ phone: '13905805678' }), await enter({ phone: null })];
    for (const [loserId, survivorId] of [ids.slice(0, 2), ids.slice(1)])
      await app.db.personMerge.create({
        data: {
          loserId: loserId as number,
          survivorId: survivorId as number,
          mergedAt: by.at,
          reason: '同一人',
          before: {},
          after: {},
        },
      });
    return ids[2] as number;
  }

  it('is the one that stayed, when entered again under the name and phone of before', async () => {
    const stayed = await merged();
    expect(await enter({})).toBe(stayed);
    expect(await enter({ phone: '+86 139-0580-5678' })).toBe(stayed);
  });

  it('is itself again once that is undone', async () => {
    await merged();
    await app.db.personMerge.updateMany({ data: { undoneAt: by.at } });
    expect(await enter({})).toBe(known);
  });
});
