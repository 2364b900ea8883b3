import type { Tx } from '../../../src/database/database.js';
import type { Actor } from '../../../src/history/actor.js';
import { saveView } from '../../../src/lists/save-view.js';
import { spaceList } from '../../../src/parks/space-list.js';
import { rollList } from '../../../src/ventures/rent-roll/roll-list.js';
import { ventureList } from '../../../src/ventures/venture-list.js';
import type { Mistake } from './mistakes.js';

/** Views of lists: one that a manager shares with the own park, one of the manager's own, one of the bureau. */
export const viewActs: Mistake[] = [
  { at: new Date('2026-11-19T01:20:00Z'), park: 0, step: keepOfPark },
  { at: new Date('2026-11-19T01:40:00Z'), park: 0, step: keepOfBureau },
];

async function keepOfPark(tx: Tx, by: Actor, parkId: number): Promise<void> {
  const { number } = await tx.park.findUniqueOrThrow({ where: { id: parkId } });
  await saveView(tx, by, spaceList, {
    name: '空置场地，大的在前',
    address: spaceList.addressOf(`/parks/${number}/spaces`, { state: 'free', sort: 'area' }),
    parkId,
  });
  await saveView(tx, by, ventureList, {
    name: '按带动就业排序',
    address: ventureList.addressOf('/ventures', { sort: 'headcount' }),
    parkId: null,
  });
}

async function keepOfBureau(tx: Tx, { at }: Actor): Promise<void> {
  const { id } = await tx.account.findUniqueOrThrow({ where: { username: 'bureau' } });
  const by = { accountId: id, at };
  await saveView(tx, by, rollList, {
    name: '超期占用，最早到期的在前',
    address: rollList.addressOf('/rent-roll', { state: 'held-over', sort: 'end' }),
    parkId: null,
  });
}
