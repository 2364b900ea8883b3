import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyLedger } from '../../src/backup/verify-ledger.js';
import { transact } from '../../src/database/database.js';
import { askBacklog } from '../../src/imports/ask-backlog.js';
import { batchWith } from '../../src/imports/batch.js';
import { classify } from '../../src/imports/classify.js';
import { main } from '../../src/imports/command.js';
import { groundOf } from '../../src/imports/ground-of.js';
import { planImport } from '../../src/imports/plan-import.js';
import { planList } from '../../src/imports/plan-list.js';
import type { Planned } from '../../src/imports/planned.js';
import { whyText } from '../../src/imports/row-text.js';
import { runImport } from '../../src/imports/run-import.js';
import { takeBackImport } from '../../src/imports/take-back-import.js';
import { makeSay } from '../../src/language/say.js';
import { markClosed } from '../../src/ledger/closed-months.js';
import { addSpace, type NewSpace } from '../../src/parks/add-spaces.js';
import { editSpace } from '../../src/parks/edit-space.js';
import { valueSpace } from '../../src/parks/value-space.js';
import { letSpace } from '../../src/ventures/let-spaces.js';
import { voidSpace } from '../../src/ventures/void-space.js';
import { voidVenture } from '../../src/ventures/void-venture.js';
import { aSpace } from '../parks/cast.js';
import { type People, startPeople } from '../people/cast.js';
import { csv, plannedBatch, readBytes } from './world.js';

let app: People;
beforeEach(async () => {
  app = await startPeople();
  await transact(app.db, (tx) => addSpace(tx, system, app.parkIds[0], aSpace()));
});
afterEach(() => app.close());

const system = { accountId: null, at: new Date('2025-02-01T02:00:00Z') };
const by = () => ({ accountId: app.idOf.park1 as number, at: new Date('2025-02-14T02:00:00Z') });
const heads =
  '企业名称,类型,负责人,联系电话,入驻时间,场地,空间类型,月租金,面积,起租日期,到期日,场地总面积,所在村,产权人,市场租金,市场租金来源';
const bytesOf = (lines: string[]) => csv(heads, ...lines);
const plan = (...lines: string[]) =>
  plannedBatch(app.db, by(), { parkId: app.parkIds[0], bytes: bytesOf(lines) });
const rowsOf = async (id: number) => (await batchWith(app.db, id)).plan.rows;
const planned = async (...lines: string[]) => rowsOf((await plan(...lines)).id);
const run = async (...lines: string[]) => {
  const batch = await plan(...lines);
  await runImport(app.db, by(), batch);
  return batch.id;
};
const back = (id: number) => takeBackImport(app.db, by(), { id, reason: '传错了文件' });
const spaces = () => app.db.space.findMany({ orderBy: { id: 'asc' }, skip: 1 });
/** What is said of a row, beside what is assumed of its industry and its term. */
const notesOf = (row: Planned | undefined) =>
  (row?.why ?? []).filter(
    ({ key }) => !['imports.note.industry', 'imports.note.term'].includes(key),
  );
const keysOf = (row: Planned | undefined) => notesOf(row).map(({ key }) => key);
const leases = () => app.db.tenancy.findMany({ where: { voidedAt: null }, orderBy: { id: 'asc' } });

type Cells = {
  space?: string;
  kind?: string;
  area?: string;
  from?: string;
  to?: string;
  more?: string;
};
const bamboo = ({ space = '', kind = '', area = '', from = '', to = '', more = '' }: Cells) =>
  `石里竹编,个体户,万竹,13857200134,2025-01-08,${space},${kind},0,${area},${from},${to},${more}`;
const paper = ({ space = '', kind = '', area = '', from = '', to = '', more = '' }: Cells) =>
  `石里剪纸,个体户,左剪,13857200138,2025-01-08,${space},${kind},0,${area},${from},${to},${more}`;
const shop = ({ space = '', kind = '', area = '', from = '', to = '', more = '' }: Cells) =>
  `石里小铺,个体户,杜石里,13857200117,2025-01-08,${space},${kind},0,${area},${from},${to},${more}`;

describe('a space that the park lacks', () => {
  it('is made with the lease of the row, opens on its first day, and is told in the preview', async () => {
    const batch = await plan(
      bamboo({
        space: '石里老粮站',
        kind: '厂房',
        area: '35平方米',
        from: '2025-02-01',
        more: ',石里村,石里村合作社,1200元/月,评估报告',
      }),
    );
    const [row] = await rowsOf(batch.id);
    expect(row).toMatchObject({ outcome: 'create' });
    const said = (lang: 'zh' | 'en') => whyText(row?.why ?? [], { say: makeSay(lang), lang });
    expect(said('zh')).toContain('新增场地“石里老粮站”：厂房，35 ㎡，石里村，2025年2月1日起启用');
    expect(said('en')).toContain(
      'Adds the space 石里老粮站: Workshop, 35 m², Shili Village, open from',
    );
    expect(await spaces()).toEqual([]);
    await runImport(app.db, by(), batch);
    expect(await spaces()).toMatchObject([
      {
        number: 'P01-002',
        name: '石里老粮站',
        kind: 'workshop',
        area: 3500,
        openedOn: '2025-02-01',
        village: '石里村',
        island: '舟山本岛',
        owner: '石里村合作社',
      },
    ]);
    const [space] = await spaces();
    expect(await leases()).toMatchObject([
      { spaceId: space?.id, area: 3500, beganOn: '2025-02-01' },
    ]);
    expect(
      await app.db.spaceValuation.findMany({ where: { spaceId: space?.id as number } }),
    ).toMatchObject([{ fen: 120000, source: '评估报告', fromOn: '2025-02-01' }]);
    const event = await app.db.historyEvent.findFirstOrThrow({
      where: { verb: 'space.added', subjectId: space?.id as number },
    });
    expect(event).toMatchObject({
      actorId: app.idOf.park1,
      detail: { number: 'P01-002', name: '石里老粮站' },
    });
    expect((await verifyLedger(app.db)).problems).toEqual([]);
    // What is there is found by its name the next time, however that is typed.
    expect(await planned(bamboo({ space: '石里 老粮站', area: '35㎡' }))).toMatchObject([
      { outcome: 'unchanged' },
    ]);
  });

  it('is of the kind that its name speaks of, where no column says it', async () => {
    await run(
      bamboo({ space: '石里晒场院', area: '35㎡' }),
      paper({ space: '石里村渔家院3号', area: '20' }),
    );
    expect(await spaces()).toMatchObject([
      { kind: 'yard', village: '黄杨尖村' },
      { kind: 'farmhouse' },
    ]);
  });

  it('is made once for two rows that name it, each with its part', async () => {
    const batch = await plan(
      bamboo({ space: '石里老屋', area: '30', more: '50㎡' }),
      paper({ space: ' 石里老屋', area: '20' }),
    );
    expect(await rowsOf(batch.id)).toMatchObject([
      { outcome: 'create' },
      {
        outcome: 'create',
        why: expect.arrayContaining([
          expect.objectContaining({ key: 'imports.note.space-with-row' }),
        ]),
      },
    ]);
    await runImport(app.db, by(), batch);
    const [space, ...others] = await spaces();
    expect([space?.area, others]).toEqual([5000, []]);
    expect(await leases()).toMatchObject([
      { spaceId: space?.id, area: 3000 },
      { spaceId: space?.id, area: 2000 },
    ]);
  });

  it('is made once, too, where the rows come in two pieces and from a venture on record', async () => {
    await run(paper({}));
    const others = Array.from({ length: 200 }, (_, n) => `渔火${n}号,个体户,万渔,,,,,,,,,,,,,`);
    await run(
      bamboo({ space: '石里老屋', area: '30', to: '2025-05-31' }),
      ...others,
      paper({ space: '石里老屋', area: '30', from: '2025-06-01' }),
    );
    expect(await spaces()).toMatchObject([{ name: '石里老屋', area: 3000 }]);
    expect(await leases()).toMatchObject([
      { beganOn: '2025-01-08', endedOn: '2025-06-01' },
      { beganOn: '2025-06-01' },
    ]);
  });

  it('has on no day more area let than it has', async () => {
    const rows = await planned(
      bamboo({ space: '石里老屋', area: '30' }),
      paper({ space: '石里老屋', area: '20' }),
      shop({ space: '石里小院', area: '20', more: '10' }),
    );
    expect(rows).toMatchObject([
      { outcome: 'create' },
      { outcome: 'rejected', why: [{ field: 'space', key: 'imports.why.space-taken' }] },
      { outcome: 'rejected', why: [{ field: 'area', key: 'ventures.area-over-space' }] },
    ]);
  });

  it('leaves out the lease of a second row that states no area', async () => {
    const rows = await planned(
      bamboo({ space: '石里老屋', area: '30' }),
      paper({ space: '石里老屋' }),
    );
    expect(rows[1]).toMatchObject({
      outcome: 'create',
      why: expect.arrayContaining([expect.objectContaining({ key: 'imports.note.space-of-row' })]),
    });
  });

  it('is not made by a number that is not there, without an area, a kind, or a source of its market rent', async () => {
    const wrong = async (cells: Cells) => {
      const [row] = await planned(bamboo(cells));
      expect(row?.outcome).toBe('rejected');
      return row?.why.map(({ field, key }) => `${field} ${key}`);
    };
    for (const typed of ['P01-999', 'p02 - 001', 'Ｐ01－999 石里老屋', 'P01999', 'P1—1'])
      expect(await wrong({ space: typed, kind: '农房', area: '35' }), typed).toEqual([
        'space imports.why.no-space',
      ]);
    expect(await wrong({ space: '石里老屋' })).toEqual(['area imports.why.space-area']);
    expect(await wrong({ space: '石里三号', area: '35' })).toEqual([
      'spaceKind imports.why.space-kind',
    ]);
    expect(await wrong({ space: '石里三号', kind: '大学生' })).toEqual([
      'area imports.why.space-area',
      'spaceKind imports.why.space-kind',
    ]);
    expect(await wrong({ space: '石里老屋', area: '35', more: ',,,800' })).toEqual([
      'rentSource imports.why.rent-source',
    ]);
    expect(await wrong({ space: '石里老屋', area: '0' })).toEqual(['area parks.area-positive']);
    expect(await wrong({ space: '石里老屋', area: '35', more: '约40' })).toEqual([
      'spaceArea imports.why.area',
    ]);
    expect(await spaces()).toEqual([]);
  });

  it('is not made by who may not add one to the park', async () => {
    const parkId = app.parkIds[0];
    const { rows } = await readBytes(
      app.db,
      parkId,
      bytesOf([bamboo({ space: '石里老屋', area: '30' })]),
      by().at,
    );
    const ground = await groundOf(app.db, parkId, { month: null, at: by().at, viewer: null });
    const asking = { viewer: null, month: null, parkId, batchId: null };
    const pieces = await classify(app.db, rows, {
      choices: {},
      ground: { ...ground, mayAddSpaces: false },
      asking,
    });
    expect(pieces[0]?.rows).toMatchObject([
      { outcome: 'rejected', why: [{ field: 'space', key: 'imports.why.space-not-yours' }] },
    ]);
    const other = { accountId: app.idOf.park2 as number, at: by().at };
    const list = { parkId, rows, choices: {}, month: null, batchId: null, reason: '测试' };
    await expect(planList(app.db, other, list)).rejects.toMatchObject({ status: 403 });
  });

  it('of one name with several is asked for by its number, and a number finds it', async () => {
    for (const _ of [1, 2])
      await transact(app.db, (tx) =>
        addSpace(tx, system, app.parkIds[0], aSpace({ name: '石里老屋' })),
      );
    const rows = await planned(
      bamboo({ space: '石里老屋', area: '30' }),
      paper({ space: 'P01-003 石里老屋', area: '30' }),
    );
    expect(rows).toMatchObject([
      {
        outcome: 'rejected',
        why: [
          {
            field: 'space',
            key: 'imports.why.spaces-of-name',
            values: { numbers: 'P01-002、P01-003' },
          },
        ],
      },
      { outcome: 'create' },
    ]);
    const { id } = await app.db.space.findFirstOrThrow({ where: { number: 'P01-003' } });
    expect(rows[1]?.act?.lease).toMatchObject({ spaceId: id });
  });

  it('opens before no row that makes it, and is not there for a row whose maker was refused', async () => {
    const rows = await planned(
      bamboo({ space: '石里老屋', area: '30', from: '2025-06-01' }),
      paper({ space: '石里老屋', area: '20', from: '2025-02-01' }),
      shop({ space: '石里小院', area: '30', from: '2025-02-01', to: '2025-01-31' }),
      '渔火竹编,个体户,万渔火,13857200133,2025-01-08,石里小院,,0,10,2025-06-01,,,,,,',
    );
    expect(rows).toMatchObject([
      { outcome: 'create' },
      {
        outcome: 'rejected',
        why: [{ field: 'space', key: 'imports.why.space-opens-later', values: { row: '2' } }],
      },
      { outcome: 'rejected', why: [{ field: 'leaseTo' }] },
      {
        outcome: 'rejected',
        why: [{ field: 'space', key: 'imports.why.space-of-refused', values: { row: '4' } }],
      },
    ]);
  });

  it('that somebody has added since it was shown stops the run, which is shown again', async () => {
    const { id, fingerprint } = await plan(bamboo({ space: '石里老屋', area: '30' }));
    await transact(app.db, (tx) =>
      addSpace(tx, system, app.parkIds[0], aSpace({ name: '石里老屋' })),
    );
    await expect(runImport(app.db, by(), { id, fingerprint })).rejects.toMatchObject({
      key: 'imports.moved',
    });
    const batch = await batchWith(app.db, id);
    const [space] = await spaces();
    expect(batch.plan.rows[0]?.act?.lease).toMatchObject({ spaceId: space?.id, area: 3000 });
    await runImport(app.db, by(), { id, fingerprint: batch.fingerprint });
    expect(await spaces()).toHaveLength(1);
    expect(await leases()).toMatchObject([{ spaceId: space?.id }]);
  });

  it('that what was run of a list made is taken by what is decided on later', async () => {
    await run(paper({}));
    const { id, fingerprint } = await plan(
      // A namesake, who is asked about.
      '石里剪纸,个体户,左剪二,13957200138,2025-01-09,石里老屋,,0,20,,,50,,,,',
      bamboo({ space: '石里老屋', area: '30', more: '50' }),
    );
    await runImport(app.db, by(), { id, fingerprint });
    const another = { kind: 'another' as const, reason: '两家，已核对' };
    const next = await planImport(app.db, by(), id, { 2: [another] });
    await runImport(app.db, by(), { id, fingerprint: next });
    expect(await spaces()).toMatchObject([{ area: 5000 }]);
    expect((await leases()).map(({ area }) => area)).toEqual([3000, 2000]);
    await back(id);
    expect(await leases()).toEqual([]);
    expect((await spaces()).map(({ voidedAt }) => voidedAt !== null)).toEqual([true]);
  });
});

describe('a list in closed months', () => {
  beforeEach(async () => {
    for (const month of ['2024-11', '2024-12', '2025-01'])
      await transact(app.db, (tx) => markClosed(tx, system, { month, reason: '报送已毕' }));
  });

  it('makes no space there before the bureau has agreed to the backlog, and those who take it wait too', async () => {
    await transact(app.db, (tx) =>
      addSpace(tx, system, app.parkIds[0], aSpace({ name: '别处', openedOn: '2025-02-01' })),
    );
    const rows = await planned(
      bamboo({ space: '石里老屋', area: '30', more: '50' }),
      paper({ space: '石里老屋', area: '20', from: '2025-02-10' }).replace(
        '2025-01-08',
        '2025-02-10',
      ),
      shop({ space: '石里小院', area: '20' }).replace('2025-01-08', '2025-02-10'),
    );
    expect(rows).toMatchObject([
      { outcome: 'create', backlogFrom: '2025-01' },
      {
        outcome: 'create',
        backlogFrom: '2025-01',
        why: expect.arrayContaining([
          expect.objectContaining({ key: 'imports.note.backlog-space' }),
        ]),
      },
      { outcome: 'create' },
    ]);
    expect(rows[2]?.backlogFrom).toBeUndefined();
  });

  it('makes it once the bureau has agreed, and what a lease of a venture on record moves waits likewise', async () => {
    await run(bamboo({}).replace('2025-01-08', '2025-02-01'));
    const lines = [
      paper({ space: '石里老屋', area: '30', from: '2025-01-20', more: '50㎡' }),
      bamboo({ space: '石里老屋', area: '20', from: '2025-02-03' }),
    ];
    const { id, fingerprint } = await plan(...lines);
    expect(await rowsOf(id)).toMatchObject([
      { backlogFrom: '2025-01' },
      { backlogFrom: '2025-01' },
    ]);
    await runImport(app.db, by(), { id, fingerprint });
    expect(await spaces()).toEqual([]);
    const reopening = await transact(app.db, (tx) =>
      askBacklog(tx, by(), { batchId: id, reason: '原台账漏登' }),
    );
    const agreed = { agreedAt: by().at, agreedById: app.idOf.bureau as number };
    await app.db.reopening.update({ where: { id: reopening }, data: agreed });
    const next = await planImport(app.db, by(), id);
    await runImport(app.db, by(), { id, fingerprint: next });
    expect(await spaces()).toMatchObject([{ openedOn: '2025-01-20', area: 5000 }]);
    expect(await leases()).toMatchObject([{ area: 3000 }, { area: 2000 }]);
    // The month is closed again, and neither venture nor space is taken out of it.
    await expect(back(id)).rejects.toMatchObject({ name: 'Refusal' });
    expect(await spaces()).toMatchObject([{ voidedAt: null }]);
  });
});

it('a lease of a venture on record in a closed month waits for the backlog as an arrival does', async () => {
  await run(bamboo({}));
  await transact(app.db, (tx) => markClosed(tx, system, { month: '2025-01', reason: '报送已毕' }));
  const [row] = await planned(bamboo({ space: 'P01-001', area: '30', from: '2025-01-20' }));
  expect(row).toMatchObject({ outcome: 'update', backlogFrom: '2025-01' });
  expect(notesOf(row)[0]).toMatchObject({ field: 'leaseFrom', key: 'imports.note.backlog' });
});

describe('a batch that made spaces and is taken back', () => {
  const two = [
    bamboo({ space: '石里老屋', area: '30', to: '2025-05-31' }),
    paper({ space: '石里老屋', area: '30', from: '2025-06-01' }),
  ];

  it.each([
    ['of ventures that it made', []],
    ['of ventures on record', [bamboo({}), paper({})]],
    ['whose maker was on record and whose other was not', [bamboo({})]],
    ['whose other was on record and whose maker was not', [paper({})]],
  ])('voids them with their leases: %s', async (_, before) => {
    if (before.length > 0) await run(...before);
    const id = await run(...two);
    expect(await leases()).toHaveLength(2);
    await back(id);
    expect(await leases()).toEqual([]);
    expect(await spaces()).toMatchObject([
      { name: '石里老屋', openedOn: '2025-01-08', closedOn: '2025-01-08' },
    ]);
    expect((await verifyLedger(app.db)).problems).toEqual([]);
    // Its name is free again.
    const [again] = await planned(...two);
    expect(keysOf(again)).toContain('imports.note.space-made');
  });

  it('is refused with what was built on them, and nothing of it is taken back', async () => {
    const id = await run(...two, shop({}));
    const [space] = await spaces();
    const spaceId = space?.id as number;
    const other = await run('渔火竹编,个体户,万渔火,13857200133,2025-01-08,,,,,,,,,,,');
    expect(other).toBeGreaterThan(id);
    const { id: ventureId, number } = await app.db.venture.findFirstOrThrow({
      where: { name: '渔火竹编' },
    });
    await transact(app.db, async (tx) => {
      const { name, kind, village, island, address, area } = aSpace(space as Partial<NewSpace>);
      const described = {
        name,
        kind,
        village,
        island,
        address,
        area,
        directions: '',
        owner: '石里村',
      };
      await editSpace(tx, by(), spaceId, 1, described);
      await valueSpace(tx, by(), { spaceId, fromOn: '2025-02-01', fen: 80000, source: '评估' });
      const term = { beganOn: '2026-06-01', termEndOn: '2027-06-01', rent: 0, area: 3000 };
      await letSpace(tx, by(), { ventureId, spaceId, ...term });
    });
    const values = { number: 'P01-002', name: '石里老屋' };
    await expect(back(id)).rejects.toMatchObject({
      faults: expect.arrayContaining([
        expect.objectContaining({ key: 'imports.built.space-edited', values }),
        expect.objectContaining({ key: 'imports.built.space-valued', values }),
        expect.objectContaining({
          key: 'imports.built.space-let',
          values: { ...values, venture: number },
        }),
      ]),
    });
    expect((await batchWith(app.db, id)).state).toBe('done');
    expect(await spaces()).toMatchObject([{ voidedAt: null }]);
  });

  it('takes one for done that somebody has voided already', async () => {
    const id = await run(bamboo({ space: '石里老屋', area: '30' }));
    const [space] = await spaces();
    const { id: ventureId, version } = await app.db.venture.findFirstOrThrow();
    await transact(app.db, async (tx) => {
      await voidVenture(tx, by(), { ventureId, version, reason: '重复登记' });
      const spaceId = space?.id as number;
      await voidSpace(tx, by(), { spaceId, version: 1, reason: '重复登记' });
    });
    await back(id);
    expect((await batchWith(app.db, id)).state).toBe('taken-back');
    expect(await app.db.historyEvent.count({ where: { verb: 'space.voided' } })).toBe(1);
  });
});

it('says at a terminal which spaces it adds, and how many rows wait for a backlog', async () => {
  await transact(app.db, (tx) => markClosed(tx, system, { month: '2025-01', reason: '报送已毕' }));
  const folder = mkdtempSync(path.join(tmpdir(), 'spaces-'));
  const file = path.join(folder, 'list.csv');
  const lines = [
    bamboo({ space: '石里老屋', area: '30', more: '50' }),
    paper({ space: '石里小院', area: '20' }).replace('2025-01-08', '2025-02-10'),
  ];
  writeFileSync(file, bytesOf(lines));
  const printed: string[] = [];
  const env = { DATA_DIR: folder, DATABASE_URL: `file:${app.config.databaseFile}` };
  const tell = async (...flags: string[]) => {
    printed.length = 0;
    const code = await main(['--park', 'P01', '--dry-run', ...flags, file], env, (line) =>
      printed.push(line),
    );
    expect(code).toBe(0);
    return printed.join('\n');
  };
  const english = await tell();
  expect(english).toContain('Adds the space 石里小院: Yard, 20 m²');
  expect(english).toMatch(
    /create 2, update 0, unchanged 0, possible 0, rejected 0; of these, 1 waits for the bureau to agree to a backlog; 2 spaces added$/,
  );
  expect(await tell('--lang', 'zh')).toMatch(/其中 1 行须经市局同意补录后才能导入; 新增场地 2 处$/);
  const { rows, ...counts } = JSON.parse(await tell('--json'));
  expect(Object.keys(counts)).toEqual(['create', 'update', 'unchanged', 'possible', 'rejected']);
  expect(rows[1].why).toContain('Adds the space 石里小院');
  expect(await spaces()).toEqual([]);
  rmSync(folder, { recursive: true });
});
