import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { transact } from '../../src/database/database.js';
import { mergeParks } from '../../src/parks/merge-parks.js';
import { acceptReturn, approveReturn } from '../../src/returns/move-return.js';
import { submitReturn } from '../../src/returns/submit-return.js';
import { correctSettling } from '../../src/ventures/correct-settling.js';
import { endResidency } from '../../src/ventures/end-residency.js';
import { findMergeable, markOfRecords } from '../../src/ventures/merging/find-mergeable.js';
import { mergeVentures } from '../../src/ventures/merging/merge-ventures.js';
import { undoMerge } from '../../src/ventures/merging/undo-merge.js';
import { moveVenture } from '../../src/ventures/move-venture.js';
import { voidVenture } from '../../src/ventures/void-venture.js';
import { type Cast, fill, startReturns } from './cast.js';

const month = '2025-01';
const of = { parkId: 1, month };
const notes: Record<string, string> = new Proxy({}, { get: () => '已核对' });
let app: Cast;
/** January of P01 is submitted with 8 people in 海风民宿, approved by the one and accepted by another. */
beforeEach(async () => {
  app = await startReturns();
  await fill(app, month, { 1: 8, 2: 3 });
  await transact(app.db, (tx) =>
    submitReturn(tx, app.by('park1'), { parkId: 1, month, version: null, notes }),
  );
  await accept();
});
afterEach(() => app.close());

async function accept(): Promise<void> {
  const seen = { parkId: 1, month, version: null };
  await transact(app.db, (tx) => approveReturn(tx, app.by('putuo'), seen));
  await transact(app.db, (tx) => acceptReturn(tx, app.by('bureau2'), seen));
}

/** P01 goes into P02. */
const mergeInto2 = (mergedOn: string) =>
  transact(app.db, (tx) =>
    mergeParks(tx, app.by('bureau'), { parkId: 1, intoId: 2, mergedOn, reason: '补录出园' }),
  );

/** The second venture of P01 is 海风民宿 too. @returns the id of the merge */
async function mergeTwo(): Promise<number> {
  const [ownId, otherId] = [1, 2];
  const seen = markOfRecords(await findMergeable(app.db, ownId, otherId));
  const choices = { fields: [], stays: 'own', months: [], leases: [] } as const;
  const merging = { ownId, otherId, choices, seen, reason: '同一家' };
  return transact(app.db, (tx) => mergeVentures(tx, app.by('bureau'), merging));
}

const monthly = () => app.db.monthlyReturn.findFirstOrThrow({ where: of });
const stay = () => app.db.residency.findFirstOrThrow({ where: { ventureId: 1 } });
const end = (endedOn: string) =>
  transact(app.db, (tx) =>
    endResidency(tx, app.by('bureau'), {
      ventureId: 1,
      endedOn,
      reason: 'closed',
      note: '补录出园',
      setsAsideReturns: true,
    }),
  );

const acts: [string, () => Promise<unknown>][] = [
  ['leaves before its end', () => end('2025-01-15')],
  [
    'moves before its end',
    () =>
      transact(app.db, (tx) =>
        moveVenture(tx, app.by('bureau'), {
          ventureId: 1,
          toParkId: 2,
          movedOn: '2025-01-15',
          note: '补录出园',
        }),
      ),
  ],
  [
    'settled later all along',
    async () => {
      await app.db.tenancy.deleteMany({ where: { ventureId: 1 } });
      const { id, version } = await stay();
      return transact(app.db, (tx) =>
        correctSettling(tx, app.by('bureau'), {
          residencyId: id,
          version,
          beganOn: '2025-02-01',
          reason: '补录出园',
          setsAsideReturns: true,
        }),
      );
    },
  ],
  [
    'never was',
    async () => {
      const { version } = await app.db.venture.findUniqueOrThrow({ where: { id: 1 } });
      return transact(app.db, (tx) =>
        voidVenture(tx, app.by('bureau'), { ventureId: 1, version, reason: '补录出园' }),
      );
    },
  ],
  ['is in another park, as its own was merged before its end', () => mergeInto2('2025-01-15')],
];

describe('an accepted return', () => {
  it.each(acts)(
    'of which a venture %s is reviewed again, and whoever reviewed it is told',
    async (_, act) => {
      await act();
      expect(await monthly()).toMatchObject({
        state: 'submitted',
        approvedById: null,
        acceptedById: null,
      });
      for (const reader of ['bureau2', 'putuo']) {
        const { text } = await app.as(reader).get('/messages');
        expect(text, reader).toContain('由 8 更正为 不计入');
        expect(text, reader).toContain('补录出园');
      }
      const event = await app.db.historyEvent.findFirstOrThrow({
        where: { verb: 'monthly-return.reopened' },
      });
      expect(event).toMatchObject({ parkId: 1, ventureId: 1, reason: '补录出园' });
    },
  );

  it('stays accepted where a venture leaves after it', async () => {
    const before = await monthly();
    await end('2025-02-01');
    expect(await monthly()).toEqual(before);
  });

  it('is reviewed again where the park of its month is another, and both parks’ reviewers are told', async () => {
    const { id: _, ...own } = await monthly();
    const handed = Object.assign(own, { parkId: 2, confirmed: own.confirmed ?? {} });
    await app.db.monthlyReturn.create({ data: handed });
    await mergeInto2('2025-01-15');
    const both = await app.db.monthlyReturn.findMany({ where: { month } });
    expect(both.map(({ state }) => state)).toEqual(['submitted', 'submitted']);
    const { text } = await app.as('bureau2').get('/messages');
    expect(text).toContain('由 8 更正为 不计入');
    expect(text).toContain('由 无 更正为 8');
  });

  it('stays accepted where the parks are merged after it', async () => {
    const before = await monthly();
    await mergeInto2('2025-02-01');
    expect(await monthly()).toEqual(before);
  });

  it('is reviewed again where two of its ventures become one, and again where they become two', async () => {
    const mergeId = await mergeTwo();
    expect((await monthly()).state).toBe('submitted');
    expect((await app.as('bureau2').get('/messages')).text).toContain('由 3 更正为 不计入');
    await accept();
    await transact(app.db, (tx) => undoMerge(tx, app.by('bureau'), { mergeId, reason: '是两家' }));
    expect((await monthly()).state).toBe('submitted');
    expect((await app.as('bureau2').get('/messages')).text).toContain('由 无 更正为 3');
  });
});
