import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyLedger } from '../../src/backup/verify-ledger.js';
import { transact } from '../../src/database/database.js';
import { batchWith } from '../../src/imports/batch.js';
import { planImport } from '../../src/imports/plan-import.js';
import { runImport } from '../../src/imports/run-import.js';
import { summaryOf } from '../../src/imports/summary.js';
import { takeBackImport } from '../../src/imports/take-back-import.js';
import { editVenture } from '../../src/ventures/edit-venture.js';
import { logVisit } from '../../src/visits/log-visit.js';
import { type People, startPeople } from '../people/cast.js';
import { csv, heads, plannedBatch } from './world.js';

let app: People;
beforeEach(async () => {
  app = await startPeople();
});
afterEach(() => app.close());

const at = new Date('2025-02-14T02:00:00Z');
const by = () => ({ accountId: app.idOf.park1 as number, at });
const plan = (...lines: string[]) =>
  plannedBatch(app.db, by(), { parkId: app.parkIds[0], bytes: csv(heads, ...lines) });
const three = [
  '舟山听潮声学有限公司,公司,,霍听潮,13857200128,2025-01-14,,,11',
  '石里竹编,个体户,,万竹,13857200134,2025.1.8,,,0',
  '石里小铺,个体户,,杜石里,1385720,2025.1.9,,,1',
];
const rowsOf = async (id: number) => (await batchWith(app.db, id)).plan.rows;
const total = async (measure: string) => {
  const { _sum } = await app.db.ledgerEntry.aggregate({
    where: { measure },
    _sum: { amount: true },
  });
  return Number(_sum.amount ?? 0);
};

describe('a list that is run', () => {
  it('brings in what is certain by the verbs that forms use, and leaves the rest', async () => {
    const { id, fingerprint } = await plan(...three);
    expect(await app.db.venture.count()).toBe(0);
    const { plan: shown } = await batchWith(app.db, id);
    expect(summaryOf(shown.rows)).toMatchObject({ create: 2, rejected: 1 });
    // What it would move is what it moves.
    const moved = shown.moved.filter(({ measure }) => measure === 'ventures' || measure === 'jobs');
    expect(moved).toEqual([
      { measure: 'jobs', month: '2025-01', amount: 11 },
      { measure: 'ventures', month: '2025-01', amount: 2 },
    ]);
    await runImport(app.db, by(), { id, fingerprint });
    expect([await total('ventures'), await total('jobs')]).toEqual([2, 11]);
    const ventures = await app.db.venture.findMany({
      include: { residencies: true, returns: true },
    });
    expect(ventures).toMatchObject([
      {
        name: '舟山听潮声学有限公司',
        legalForm: 'firm',
        phone: '13857200128',
        returns: [{ month: '2025-01', headcount: 11 }],
      },
      {
        name: '石里竹编',
        legalForm: 'sole-trader',
        returns: [{ headcount: 0 }],
        residencies: [{ beganOn: '2025-01-08' }],
      },
    ]);
    expect((await rowsOf(id)).map(({ isDone }) => isDone ?? false)).toEqual([true, true, false]);
    const events = await app.db.historyEvent.findMany({ where: { verb: 'venture.logged' } });
    expect(events.map(({ actorId }) => actorId)).toEqual([app.idOf.park1, app.idOf.park1]);
  });

  it('finds nothing to do when it is brought in again', async () => {
    const { id, fingerprint } = await plan(...three);
    await runImport(app.db, by(), { id, fingerprint });
    const again = await plan(...three);
    expect(summaryOf(await rowsOf(again.id))).toMatchObject({
      create: 0,
      unchanged: 2,
      rejected: 1,
    });
  });

  it('stops where a record has moved since it was shown, writes nothing, and is planned again', async () => {
    const { id, fingerprint } = await plan(...three);
    const other = await plan(three[0] as string);
    await runImport(app.db, by(), other);
    await expect(runImport(app.db, by(), { id, fingerprint })).rejects.toMatchObject({
      key: 'imports.moved',
    });
    expect(await app.db.venture.count()).toBe(1);
    const batch = await batchWith(app.db, id);
    expect(batch.state).toBe('planned');
    expect(batch.fingerprint).not.toBe(fingerprint);
    expect(summaryOf(batch.plan.rows)).toMatchObject({ create: 1, unchanged: 1 });
    await runImport(app.db, by(), { id, fingerprint: batch.fingerprint });
    expect(await app.db.venture.count()).toBe(2);
  });

  it('goes on where it was broken off, and runs no row twice', async () => {
    const { id, fingerprint } = await plan(...three);
    await runImport(app.db, by(), { id, fingerprint });
    await app.db.importBatch.update({ where: { id }, data: { state: 'running' } });
    await runImport(app.db, by(), { id, fingerprint });
    expect(await app.db.venture.count()).toBe(2);
    expect((await batchWith(app.db, id)).state).toBe('done');
  });

  it('asks about founders who may be on record or in an earlier row, as forms do, once and with the venture', async () => {
    const known = await plan(three[0] as string);
    await runImport(app.db, by(), known);
    const lines = [
      '另一家声学工作室,个体户,,霍 听潮,13857200129,2025-01-14,,,1',
      '万竹小院,个体户,,万竹,13857200134,2025.1.8,,,0',
      '竹编二店,个体户,,万竹,13857200135,2025.1.9,,,1',
      '听潮三店,个体户,,霍听潮,13857200128,2025.1.9,,,1',
    ];
    const { id } = await plan(...lines);
    const [first, second, third, fourth] = await rowsOf(id);
    const { number } = await app.db.person.findFirstOrThrow({ where: { name: '霍听潮' } });
    expect(first).toMatchObject({
      outcome: 'possible',
      doubles: [],
      people: [number],
      why: [{ field: 'founder', key: 'imports.why.person-name', values: { number } }],
    });
    expect(second).toMatchObject({ outcome: 'create' });
    expect(third).toMatchObject({ outcome: 'possible', people: [`row ${second?.row}`] });
    // By name and phone it is that person: only the venture is asked about.
    expect(fourth?.why.map(({ field }) => field)).not.toContain('founder');
    const choice = { kind: 'another' as const, reason: '两个人，已核对', people: [number] };
    const fingerprint = await planImport(app.db, by(), id, { [first?.row ?? 0]: [choice] });
    expect((await rowsOf(id))[0]).toMatchObject({ outcome: 'create' });
    await runImport(app.db, by(), { id, fingerprint });
    const { detail } = await app.db.historyEvent.findFirstOrThrow({
      where: { verb: 'venture.logged', detail: { path: '$.name', equals: '另一家声学工作室' } },
    });
    expect(detail).toMatchObject({ anotherPerson: '两个人，已核对' });
    // Whom nobody was shown is asked about.
    const other = await plan('听潮四店,个体户,,霍听潮,13857200130,2025.1.9,,,1');
    const [row] = await rowsOf(other.id);
    const stale = { kind: 'another' as const, reason: '两个人', people: [number] };
    await planImport(app.db, by(), other.id, { [row?.row ?? 0]: [stale] });
    expect((await rowsOf(other.id))[0]?.outcome).toBe('possible');
  });

  it('makes of a possible row what somebody chooses', async () => {
    await runImport(app.db, by(), await plan(...three));
    const { id } = await plan('石里竹编,个体户,,万竹二,13957200134,2025.1.9,,,');
    const [row] = await rowsOf(id);
    expect(row).toMatchObject({ outcome: 'possible', asks: 'double' });
    const [choice] = [{ kind: 'another' as const, reason: '同名的另一家，已上门核对' }];
    const fingerprint = await planImport(app.db, by(), id, { 2: [choice] });
    await runImport(app.db, by(), { id, fingerprint });
    expect(await app.db.venture.count({ where: { name: '石里竹编' } })).toBe(2);
    expect(await app.db.venturePair.count()).toBe(1);
  });
});

describe('a batch that is taken back', () => {
  const back = (id: number, reason = '传错了文件') => takeBackImport(app.db, by(), { id, reason });

  it('leaves every total as if it had never been run, and its names free', async () => {
    const batch = await plan(...three);
    await runImport(app.db, by(), batch);
    await back(batch.id);
    expect([await total('ventures'), await total('jobs')]).toEqual([0, 0]);
    expect(await app.db.residency.count()).toBe(0);
    expect((await batchWith(app.db, batch.id)).state).toBe('taken-back');
    const again = await plan(...three);
    expect(summaryOf(await rowsOf(again.id))).toMatchObject({ create: 2, possible: 0 });
  });

  it('changes its updates back, too', async () => {
    await runImport(app.db, by(), await plan(...three));
    const code = '91330903MA2K00128Y';
    const batch = await plan(
      `舟山听潮声学有限公司,公司,${code},霍听潮,13857200128,2025-01-14,,,11`,
    );
    await runImport(app.db, by(), batch);
    const { id, creditCode } = await app.db.venture.findFirstOrThrow({
      where: { creditCode: code },
    });
    expect(creditCode).toBe(code);
    const again = await plan(`舟山听潮声学有限公司,公司,${code},霍听潮,13957200999,,,,`);
    await runImport(app.db, by(), again);
    const phones = async () => [
      (await app.db.venture.findUniqueOrThrow({ where: { id } })).phone,
      (await app.db.person.findFirstOrThrow({ where: { name: '霍听潮' } })).phone,
    ];
    expect(await phones()).toEqual(['13957200999', '13957200999']);
    await back(again.id);
    expect(await phones()).toEqual(['13857200128', '13857200128']);
    await back(batch.id);
    expect(await app.db.venture.findUniqueOrThrow({ where: { id } })).toMatchObject({
      creditCode: null,
    });
  });

  it('is refused with what was built on it, and nothing of it is taken back', async () => {
    const batch = await plan(...three);
    await runImport(app.db, by(), batch);
    const [first, second] = await app.db.venture.findMany();
    if (!first || !second) throw new Error('two were brought in');
    const {
      name,
      legalForm,
      creditCode,
      creditCodeNote,
      industry,
      trade,
      registeredOn,
      phone,
      isNamed,
    } = first;
    const profile = {
      name,
      legalForm,
      creditCode,
      creditCodeNote,
      industry,
      trade,
      registeredOn,
      phone,
      isNamed,
    };
    await transact(app.db, (tx) =>
      editVenture(
        tx,
        by(),
        first.id,
        1,
        Object.assign(profile, { about: '声学设备' }) as Parameters<typeof editVenture>[4],
      ),
    );
    await transact(app.db, (tx) =>
      logVisit(tx, by(), {
        parkId: app.parkIds[0],
        kind: 'visit',
        madeOn: '2025-02-10',
        madeBy: '陈海平',
        note: '',
        followUpOn: null,
        ventureIds: [second.id],
      } as Parameters<typeof logVisit>[2]),
    );
    await expect(back(batch.id)).rejects.toMatchObject({
      faults: [{ key: 'imports.built.edited' }, { key: 'imports.built.visit' }],
    });
    expect(await total('ventures')).toBe(2);
    expect((await batchWith(app.db, batch.id)).state).toBe('done');
  });

  it('is refused without a reason, and after thirty days', async () => {
    const batch = await plan(...three);
    await runImport(app.db, by(), batch);
    await expect(back(batch.id, ' ')).rejects.toMatchObject({ faults: [{ field: 'reason' }] });
    const later = { accountId: app.idOf.park1 as number, at: new Date('2025-03-20T02:00:00Z') };
    const late = takeBackImport(app.db, later, { id: batch.id, reason: '传错了文件' });
    await expect(late).rejects.toMatchObject({ faults: [{ key: 'imports.too-late' }] });
  });
});

it('leaves a ledger that its records make again', async () => {
  const batch = await plan(...three);
  await runImport(app.db, by(), batch);
  await takeBackImport(app.db, by(), { id: batch.id, reason: '传错了文件' });
  await runImport(app.db, by(), await plan(...three));
  expect((await verifyLedger(app.db)).problems).toEqual([]);
});
