import { addDays, type Day } from '../../../src/calendar/days.js';
import type { Tx } from '../../../src/database/database.js';
import type { Actor } from '../../../src/history/actor.js';
import { editPark } from '../../../src/parks/edit-park.js';
import type { NewPark } from '../../../src/parks/open-park.js';
import { changeParkRegion } from '../../../src/parks/park-structure.js';
import type { Mistake } from './mistakes.js';
import { parks } from './parks.js';

type Earlier = Partial<Pick<NewPark, 'nameZh' | 'nameEn' | 'operatorName' | 'regionCode'>>;
type ParkChange = { park: number; on: Day; was: Earlier; reason: string };

/** What parks of the list were until a day: earlier totals, lists and pages read them as they were then. */
const changes: ParkChange[] = [
  {
    park: 5,
    on: '2024-06-15',
    was: { regionCode: '330902' },
    reason: '金塘管委会成立创业服务科，园区改由管委会管理',
  },
  {
    park: 6,
    on: '2024-03-01',
    was: { nameZh: '岱山渔歌众创园', nameEn: 'Yuge Makers’ Park, Daishan' },
    reason: '',
  },
  { park: 2, on: '2025-07-01', was: { operatorName: '六横悬礁湾资产经营有限公司' }, reason: '' },
];

/** A park of the list as it was opened. */
export const openedAs = (index: number): NewPark =>
  Object.assign(asItIs(index), changes.find(({ park }) => park === index)?.was);

function asItIs(index: number): NewPark {
  const { draw: _, places: __, ...park } = parks[index] as (typeof parks)[number];
  return park;
}

/** The bureau records each change two days after it. */
export const parkActs: Mistake[] = changes.map((change) => ({
  at: new Date(`${addDays(change.on, 2)}T02:30:00Z`),
  park: change.park,
  step: (tx, by, parkId) => changePark(tx, by, parkId, change),
}));

async function changePark(tx: Tx, { at }: Actor, parkId: number, change: ParkChange) {
  const { id: accountId } = await tx.account.findUniqueOrThrow({ where: { username: 'bureau' } });
  const by = { accountId, at };
  const { number: _, openedOn: __, regionCode, ...changed } = asItIs(change.park);
  const { on, was, reason } = change;
  if (was.regionCode !== undefined)
    return changeParkRegion(tx, by, { parkId, regionCode, beganOn: on, reason });
  const { version } = await tx.park.findUniqueOrThrow({ where: { id: parkId } });
  return editPark(tx, by, parkId, version, { ...changed, since: { kind: 'from', day: on } });
}
