import { type Db, transact } from '../../src/database/database.js';
import type { Actor } from '../../src/history/actor.js';
import { addSpaces, type NewSpace } from '../../src/parks/add-spaces.js';
import { type NewPark, openPark } from '../../src/parks/open-park.js';
import { fileHeadcounts } from '../../src/returns/file-headcounts.js';
import { letSpaces } from '../../src/ventures/let-spaces.js';
import { logVentures } from '../../src/ventures/log-venture.js';
import { settleVentures } from '../../src/ventures/settle-venture.js';
import { headcount, someVenture } from '../ledger/network.js';
import { lightHash } from '../people/light-hash.js';
import { startApp, type TestApp } from '../web/client.js';

const by: Actor = { accountId: null, at: new Date('2025-02-01T02:00:00Z') };

export const aPark = (changes: Partial<NewPark> = {}): NewPark => ({
  number: 'P01',
  nameZh: '黄杨尖创业园',
  nameEn: 'Huangyangjian Park',
  regionCode: '330903',
  islandZh: '舟山本岛',
  islandEn: 'Zhoushan Island',
  villageZh: '黄杨尖村',
  villageEn: 'Huangyangjian',
  operatorName: '山海运营公司',
  openedOn: '2023-01-01',
  phone: '0580-3000001',
  aboutZh: '山坡上的农房，看得见海。',
  aboutEn: 'Farmhouses on the slope.',
  mapX: 450,
  mapY: 680,
  ...changes,
});

export const aSpace = (changes: Partial<NewSpace> = {}): NewSpace => ({
  name: '石屋一号',
  kind: 'farmhouse',
  village: '黄杨尖村',
  island: '舟山本岛',
  address: '黄杨尖村12号',
  area: 8050,
  owner: '房主王阿根',
  marketRent: 123_400,
  rentSource: '评估报告〔2023〕7号',
  openedOn: '2023-01-01',
  ...changes,
});

/** A site with two parks. */
export async function startParks(given: { db?: Db } = {}): Promise<TestApp> {
  if (given.db) await fillParks(given.db);
  return startApp(given.db ? given : { world: { name: 'parks', fill: fillParks } });
}

/**
 * Two parks of different counties: P01 with three spaces, one let to 海风民宿 (which agreed to be named),
 * and a venture beside it that did not. Each park has a manager; the rest see what their role sees.
 */
async function fillParks(db: Db): Promise<void> {
  const passwordHash = await lightHash('walls-down-2025');
  await transact(db, async (tx) => {
    await tx.region.createMany({
      data: [
        { code: '330902', nameZh: '定海区', nameEn: 'Dinghai', kind: 'county', sequence: 2 },
        { code: '330903', nameZh: '普陀区', nameEn: 'Putuo', kind: 'county', sequence: 3 },
      ],
    });
    const parkId = await openPark(tx, by, aPark());
    const other = await openPark(
      tx,
      by,
      aPark({
        number: 'P02',
        nameZh: '金塘创业园',
        nameEn: 'Jintang Park',
        regionCode: '330902',
        phone: null,
      }),
    );
    await addSpaces(tx, by, other, [aSpace({ name: '码头棚屋', kind: 'shed' })]);
    const spaces = await addSpaces(tx, by, parkId, [
      aSpace(),
      aSpace({ name: '石屋二号' }),
      aSpace({ name: '渔市摊位', kind: 'stall', village: '螺门村' }),
    ]);
    const ventures = await logVentures(tx, by, [
      someVenture(parkId),
      { ...someVenture(parkId), name: '不具名工坊', isNamed: false, phone: '13000000000' },
    ]);
    const beganOn = '2024-03-01';
    await settleVentures(
      tx,
      by,
      ventures.map((ventureId) => ({ ventureId, parkId, beganOn })),
    );
    await letSpaces(tx, by, [
      {
        ventureId: ventures[0] as number,
        spaceId: spaces[0] as number,
        beganOn,
        termEndOn: '2026-03-01',
        rent: 0,
        area: 8050,
      },
    ]);
    await fileHeadcounts(
      tx,
      by,
      ventures.map((ventureId) => ({
        ventureId,
        month: '2024-12',
        version: null,
        ...headcount(7),
      })),
    );
    const account = (username: string, role: string, more = {}) =>
      tx.account.create({
        data: { username, name: username, role, passwordHash, createdAt: by.at, ...more },
      });
    await account('bureau', 'bureau-staff');
    await account('auditor', 'auditor');
    await account('admin', 'administrator');
    await account('putuo', 'county-reviewer', { regionCode: '330903' });
    await account('park1', 'park-manager', { parks: { create: { parkId } } });
    await account('park2', 'park-manager', { parks: { create: { parkId: other } } });
  });
}
