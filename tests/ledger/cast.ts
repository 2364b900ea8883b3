import { type Db, type Tx, transact } from '../../src/database/database.js';
import { addSpaces } from '../../src/parks/add-spaces.js';
import { openPark } from '../../src/parks/open-park.js';
import { founderCategories } from '../../src/people/categories.js';
import { fileHeadcounts } from '../../src/returns/file-headcounts.js';
import { legalForms } from '../../src/standards/register-codes.js';
import { endResidency } from '../../src/ventures/end-residency.js';
import { letSpaces } from '../../src/ventures/let-spaces.js';
import { logVentures } from '../../src/ventures/log-venture.js';
import { moveVenture } from '../../src/ventures/move-venture.js';
import { settleVentures } from '../../src/ventures/settle-venture.js';
import { scratchDatabase } from '../database/scratch.js';
import { aPark, aSpace } from '../parks/cast.js';
import { lightHash } from '../people/light-hash.js';
import { startApp, type TestApp } from '../web/client.js';
import { at, headcount, someVenture } from './network.js';

export type Network = TestApp & {
  parkIds: [number, number, number];
  ventureIds: number[];
  /** What was asked of the database since the last `queries.length = 0`. */
  queries: string[];
};

const by = at('2025-02-01');

/**
 * Three parks: P01 in 普陀区, P02 in a functional zone of it, P03 in 定海区. Ventures arrive on 2023-03-01 in all
 * three, half of them without a return for 2024-12; the first moved from P01 to P03, the second left.
 */
export async function startNetwork(count = 12): Promise<Network> {
  const queries: string[] = [];
  const { db, close, folder } = await scratchDatabase({
    onQuery: (sql) => queries.push(sql),
    world: { name: `network-${count}`, fill: (empty) => fillNetwork(empty, count) },
  });
  const idsOf = (rows: { id: number }[]) => rows.map(({ id }) => id);
  const orderBy = { id: 'asc' } as const;
  const parkIds = idsOf(await db.park.findMany({ orderBy })) as [number, number, number];
  const ventureIds = idsOf(await db.venture.findMany({ orderBy }));
  const app = await startApp({ db, config: { dataDir: folder } });
  const stop = async () => {
    await app.close();
    await close();
  };
  return { ...app, parkIds, ventureIds, queries, close: stop };
}

async function fillNetwork(db: Db, count: number): Promise<void> {
  const passwordHash = await lightHash('walls-down-2025');
  await transact(
    db,
    async (tx) => {
      const parkIds = await makeParks(tx);
      await makeVentures(tx, parkIds, count);
      await makeAccounts(tx, parkIds, passwordHash);
    },
    { timeoutMs: 60_000 },
  );
}

async function makeParks(tx: Tx): Promise<[number, number, number]> {
  const county = { kind: 'county', parentCode: '330900' };
  await tx.region.createMany({
    data: [
      { code: '330900', nameZh: '舟山市', nameEn: 'Zhoushan', kind: 'city', sequence: 0 },
      { code: '330902', nameZh: '定海区', nameEn: 'Dinghai', sequence: 1, ...county },
      { code: '330903', nameZh: '普陀区', nameEn: 'Putuo', sequence: 2, ...county },
      {
        code: '330903-LH',
        nameZh: '六横',
        nameEn: 'Liuheng',
        kind: 'zone',
        sequence: 3,
        parentCode: '330903',
      },
    ],
  });
  const open = (number: string, regionCode: string, nameZh: string, nameEn: string) =>
    openPark(tx, by, aPark({ number, regionCode, nameZh, nameEn }));
  return [
    await open('P01', '330903', '黄杨尖创业园', 'Huangyangjian Park'),
    await open('P02', '330903-LH', '六横创业园', 'Liuheng Park'),
    await open('P03', '330902', '金塘创业园', 'Jintang Park'),
  ];
}

async function makeVentures(tx: Tx, parkIds: number[], count: number): Promise<number[]> {
  const parkOf = (i: number) => parkIds[i % 3] as number;
  const ventureIds = await logVentures(
    tx,
    by,
    Array.from({ length: count }, (_, i) => ({
      ...someVenture(parkOf(i)),
      name: `海风${i}号`,
      legalForm: legalForms[i % legalForms.length] ?? 'team',
      industry: i % 2 === 0 ? ('H' as const) : ('C' as const),
      founders: [
        {
          name: `陈海${i}`,
          phone: null,
          graduatedOn: null,
          categories: [
            {
              category: founderCategories[2 + (i % 3)] ?? 'other',
              beganOn: '2023-01-01',
              endedOn: null,
              proof: '',
            },
          ],
        },
      ],
    })),
  );
  const beganOn = '2023-03-01';
  await settleVentures(
    tx,
    by,
    ventureIds.map((ventureId, i) => ({ ventureId, parkId: parkOf(i), beganOn })),
  );
  const file = (month: string, who: (i: number) => boolean, people: (i: number) => number) =>
    fileHeadcounts(
      tx,
      by,
      ventureIds.flatMap((ventureId, i) =>
        who(i) ? [{ ventureId, month, version: null, ...headcount(people(i)) }] : [],
      ),
    );
  await file(
    '2024-03',
    (i) => i !== 4,
    (i) => 10 + i,
  );
  const [first = 0, second = 0] = ventureIds;
  await moveVenture(tx, by, {
    ventureId: first,
    toParkId: parkIds[2] as number,
    movedOn: '2024-05-10',
    note: '',
  });
  await endResidency(tx, by, {
    ventureId: second,
    endedOn: '2024-08-01',
    reason: 'graduated',
    note: '',
    setsAsideReturns: false,
  });
  await file(
    '2024-11',
    (i) => i !== 1,
    (i) => 7 + i,
  );
  await file(
    '2024-12',
    (i) => i !== 1 && i % 2 === 0,
    (i) => 20 + i,
  );
  const [spaceId = 0] = await addSpaces(tx, by, parkIds[0] as number, [
    aSpace(),
    aSpace({ name: '石屋二号' }),
  ]);
  await letSpaces(tx, by, [
    {
      ventureId: ventureIds[3] as number,
      spaceId,
      beganOn,
      termEndOn: '2026-03-01',
      rent: 0,
      area: 8050,
    },
  ]);
  return ventureIds;
}

async function makeAccounts(tx: Tx, parkIds: number[], passwordHash: string): Promise<void> {
  const account = (username: string, role: string, more = {}) =>
    tx.account.create({
      data: { username, name: username, role, passwordHash, createdAt: by.at, ...more },
    });
  const parks = (...ids: (number | undefined)[]) => ({
    parks: { create: ids.map((parkId) => ({ parkId: parkId as number })) },
  });
  await account('bureau', 'bureau-staff');
  await account('auditor', 'auditor');
  await account('admin', 'administrator');
  await account('founder1', 'founder');
  await account('putuo', 'county-reviewer', { regionCode: '330903' });
  await account('park1', 'park-manager', parks(parkIds[0]));
  await account('park13', 'park-manager', parks(parkIds[0], parkIds[2]));
}
