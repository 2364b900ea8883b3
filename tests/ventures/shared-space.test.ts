import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { transact } from '../../src/database/database.js';
import { editSpace } from '../../src/parks/edit-space.js';
import { endResidency } from '../../src/ventures/end-residency.js';
import { endTenancy } from '../../src/ventures/end-tenancy.js';
import { type Letting, letSpace, letSpaces } from '../../src/ventures/let-spaces.js';
import { at } from '../ledger/network.js';
import { aSpace, startParks } from '../parks/cast.js';
import { type Client, signIn, type TestApp } from '../web/client.js';

// The clock of the cast stands on 2025-02-14. Venture 1 has all of 石屋一号 from 2024-03-01, until 2026-03-01 as agreed.
let app: TestApp;
let park1: Client;
const by = at('2025-02-14');
let space: number;
beforeEach(async () => {
  app = await startParks();
  park1 = await signIn(app.base, 'park1');
  space = await idOf('石屋二号');
});
afterEach(() => app.close());

const idOf = async (name: string) => (await app.db.space.findFirstOrThrow({ where: { name } })).id;
const letting = (changes: Partial<Letting> = {}): Letting => ({
  ventureId: 2,
  spaceId: space,
  beganOn: '2025-01-01',
  termEndOn: '2026-01-01',
  rent: 0,
  area: 8_050,
  ...changes,
});
const let_ = (changes: Partial<Letting> = {}) =>
  transact(app.db, (tx) => letSpace(tx, by, letting(changes)));
const lease = (id: number) => app.db.tenancy.findUniqueOrThrow({ where: { id } });

describe('a lease is of a period', () => {
  it('fills the empty months before a later lease, and ends with its term as the space is let on', async () => {
    await let_({ beganOn: '2024-09-01', termEndOn: '2025-09-01' });
    const before = await let_({ ventureId: 1, beganOn: '2024-03-01', termEndOn: '2024-09-01' });
    expect(await lease(before)).toMatchObject({ endedOn: '2024-09-01' });
    const over = let_({ ventureId: 1, beganOn: '2024-08-01', termEndOn: '2024-09-02' });
    await expect(over).rejects.toThrow('ventures.space-taken');
  });

  it('can be signed for a day to come, and takes over from one that runs out by then', async () => {
    const stone = await idOf('石屋一号');
    const next = { spaceId: stone, beganOn: '2026-03-01', termEndOn: '2027-03-01' };
    const early = let_({ ...next, beganOn: '2026-02-28' });
    await expect(early).rejects.toThrow('ventures.space-taken');
    const id = await let_(next);
    const first = await app.db.tenancy.findFirstOrThrow({ where: { ventureId: 1 } });
    expect(first.endedOn).toBe('2026-03-01');
    expect(await lease(id)).toMatchObject({ beganOn: '2026-03-01', endedOn: null });
    const [ended] = await app.db.historyEvent.findMany({
      where: { verb: 'tenancy.ended', subjectId: first.id },
    });
    expect(ended?.detail).toEqual({ endedOn: '2026-03-01' });
    const entries = await app.db.ledgerEntry.findMany({
      where: { ventureId: 2, measure: 'rent-forgone', causeId: id },
      orderBy: { effectiveOn: 'asc' },
    });
    expect(entries.map(({ effectiveOn }) => effectiveOn)).toHaveLength(12);
    expect(entries[0]?.effectiveOn).toBe('2026-03-01');
  });

  it('is not let on while a venture whose lease ran out is still there', async () => {
    await let_({ beganOn: '2024-03-01', termEndOn: '2025-02-01' });
    const next = { ventureId: 1, beganOn: '2025-03-01', termEndOn: '2026-03-01' };
    await expect(let_(next)).rejects.toThrow('spaceId: ventures.space-held-over');
  });

  it('says on its page what lies ahead, takes an end for a day to come, and the space from then', async () => {
    const { number } = await app.db.venture.findUniqueOrThrow({ where: { id: 2 } });
    const address = `/ventures/${number}/tenancies/new`;
    const typed = {
      spaceId: String(space),
      beganOn: '2025-03-01',
      termLastOn: '2026-02-28',
      rent: '0',
      basis: 'agreement',
      area: '',
    };
    expect((await park1.post(address, typed)).status).toBe(303);
    expect((await park1.get(`/ventures/${number}`)).text).toContain('将于2025年3月1日起租');
    const { id } = await app.db.tenancy.findFirstOrThrow({ where: { ventureId: 2 } });
    expect((await park1.post(`/tenancies/${id}/end`, { lastOn: '2025-04-30' })).status).toBe(303);
    expect((await park1.get(`/ventures/${number}`)).text).toContain('约定终止，租至2025年4月30日');
    await let_({ ventureId: 1, beganOn: '2025-05-01' });
  });

  it('that begins later stands in the way of leaving before', async () => {
    const id = await let_({ beganOn: '2025-03-01' });
    const leave = (endedOn: string) =>
      transact(app.db, (tx) =>
        endResidency(tx, by, {
          ventureId: 2,
          endedOn,
          reason: 'graduated',
          note: '',
          setsAsideReturns: true,
        }),
      );
    await expect(leave('2025-02-01')).rejects.toThrow('ventures.tenancy-begins-later');
    await transact(app.db, (tx) => endTenancy(tx, by, id, '2025-04-01'));
    await expect(leave('2025-02-01')).rejects.toThrow('ventures.tenancy-begins-later');
  });
});

describe('a lease is of an area', () => {
  it('shares a space with others, which never take more than there is', async () => {
    await let_({ area: 5_000 });
    await expect(let_({ ventureId: 1, area: 3_051 })).rejects.toThrow(
      'area: ventures.area-over-free',
    );
    const part = { ventureId: 1, area: 3_050, beganOn: '2024-06-01', termEndOn: '2024-12-01' };
    await let_({ ...part, termEndOn: '2026-06-01' });
    const [taken] = await app.db.$queryRaw<{ area: bigint }[]>`SELECT SUM("area") AS "area"
      FROM "Tenancy" WHERE "spaceId" = ${space} AND "endedOn" IS NULL`;
    expect(Number(taken?.area)).toBe(8_050);
    await expect(let_({ ...part, area: 1 })).resolves.toBeGreaterThan(0);
  });

  it('is held to the others of one sitting', async () => {
    const both = [letting({ area: 5_000 }), letting({ ventureId: 1, area: 3_051 })];
    const sitting = transact(app.db, (tx) => letSpaces(tx, by, both));
    await expect(sitting).rejects.toThrow('area: ventures.area-over-free');
    expect(await app.db.tenancy.count({ where: { spaceId: space } })).toBe(0);
    // Which of them has no room: whoever brings in a list goes on with the others.
    await expect(sitting).rejects.toMatchObject({ row: 1 });
  });

  it('asks which lease ends where not all that run out have to', async () => {
    await let_({ area: 5_000, termEndOn: '2025-06-01' });
    await let_({ ventureId: 1, area: 3_000, termEndOn: '2025-06-01' });
    const next = { beganOn: '2025-06-01', termEndOn: '2026-06-01' };
    await expect(let_({ ...next, area: 2_000 })).rejects.toThrow('ventures.space-ends-unclear');
    await let_(next);
    expect(await app.db.tenancy.count({ where: { spaceId: space, endedOn: '2025-06-01' } })).toBe(
      2,
    );
  });

  it('keeps its space as large as what is let of it on any day', async () => {
    await let_({ area: 5_000 });
    await let_({ ventureId: 1, area: 3_000, beganOn: '2025-02-01' });
    const { openedOn: _, marketRent: __, rentSource: ___, ...changes } = aSpace();
    const { version } = await app.db.space.findUniqueOrThrow({ where: { id: space } });
    const smaller = (area: number) =>
      transact(app.db, (tx) => editSpace(tx, by, space, version, { ...changes, area }));
    await expect(smaller(7_999)).rejects.toThrow('area: parks.area-under-tenancy');
    await smaller(8_000);
  });
});
