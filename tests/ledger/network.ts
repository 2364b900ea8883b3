import type { Tx } from '../../src/database/database.js';
import type { Actor } from '../../src/history/actor.js';
import { openPark } from '../../src/parks/open-park.js';
import { logVentures, type NewVenture } from '../../src/ventures/log-venture.js';

export const at = (day: string): Actor => ({ accountId: null, at: new Date(`${day}T02:00:00Z`) });

let parks = 0;

/** A park in 普陀区, under a number of its own. */
export async function somePark(tx: Tx, by: Actor, openedOn = '2023-01-01'): Promise<number> {
  parks += 1;
  const region = { code: '330903', nameZh: '普陀区', nameEn: 'Putuo', kind: 'county', sequence: 3 };
  await tx.region.upsert({ where: { code: region.code }, create: region, update: {} });
  return openPark(tx, by, {
    number: `T${parks}`,
    nameZh: `测试园${parks}`,
    nameEn: `Test park ${parks}`,
    regionCode: region.code,
    islandZh: '六横',
    islandEn: 'Liuheng',
    villageZh: '悬山村',
    villageEn: 'Xuanshan',
    operatorName: '海岛运营公司',
    openedOn,
    phone: null,
    aboutZh: '',
    aboutEn: '',
    mapX: 500,
    mapY: 500,
  });
}

export const someVenture = (parkId: number): NewVenture => ({
  name: '海风民宿',
  legalForm: 'team',
  creditCode: null,
  creditCodeNote: null,
  industry: 'H',
  trade: 'homestay',
  registeredOn: null,
  phone: null,
  about: '',
  isNamed: true,
  parkId,
  // Many casts log ventures of one name.
  another: '同名不同主体',
  founders: [{ name: '陈海', phone: null, graduatedOn: null, categories: [] }],
  foundedOn: '2023-01-01',
});

export const someVentures = (tx: Tx, by: Actor, parkId: number, count: number): Promise<number[]> =>
  logVentures(
    tx,
    by,
    Array.from({ length: count }, () => someVenture(parkId)),
  );

export const headcount = (count: number) => ({
  headcount: count,
  graduates: null,
  hardship: null,
  returned: null,
  local: null,
  evidence: 'roster' as const,
  note: '',
});
