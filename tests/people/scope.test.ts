import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { transact } from '../../src/database/database.js';
import { parksInScope, venturesInScope } from '../../src/people/scope.js';
import { viewerOfSession } from '../../src/people/sessions.js';
import { logVentures } from '../../src/ventures/log-venture.js';
import { moveVenture } from '../../src/ventures/move-venture.js';
import { settleVentures } from '../../src/ventures/settle-venture.js';
import { at, someVenture } from '../ledger/network.js';
import { signIn } from '../web/client.js';
import { type People, startPeople } from './cast.js';

let site: People;

beforeEach(async () => {
  site = await startPeople();
  const by = at('2025-02-01');
  const [one, two] = site.parkIds;
  await transact(site.db, async (tx) => {
    const founder = { name: '邬晓岚', phone: null, graduatedOn: null, categories: [] };
    const ids = await logVentures(tx, by, [
      { ...someVenture(one), name: '一号' },
      { ...someVenture(two), name: '二号' },
      { ...someVenture(one), name: '迁居' },
      { ...someVenture(two), name: '未入驻', founders: [founder] },
    ]);
    const parks = [one, two, one];
    await settleVentures(
      tx,
      by,
      parks.map((parkId, i) => ({ ventureId: ids[i] as number, parkId, beganOn: '2024-01-01' })),
    );
    await moveVenture(tx, by, {
      ventureId: ids[2] as number,
      toParkId: two,
      movedOn: '2024-06-01',
      note: '',
    });
    const { personId } = await tx.account.findUniqueOrThrow({ where: { username: 'founder1' } });
    const held = { personId: personId as number, beganOn: '2024-01-01' };
    await tx.personRole.createMany({
      data: [
        { ...held, ventureId: ids[1] as number, role: 'founder' },
        // Left, and only employed there: neither is the own venture.
        { ...held, ventureId: ids[0] as number, role: 'partner', endedOn: '2024-06-01' },
        { ...held, ventureId: ids[2] as number, role: 'employee' },
      ],
    });
  });
});
afterEach(() => site.close());

async function seenBy(username: string) {
  const client = await signIn(site.base, username);
  const token = client.cookies.get('session') as string;
  const viewer = await viewerOfSession(site.db, token, site.clock.now());
  if (!viewer) throw new Error('no viewer');
  const parks = await site.db.park.findMany({
    where: parksInScope(viewer),
    orderBy: { number: 'asc' },
  });
  const ventures = await site.db.venture.findMany({
    where: venturesInScope(viewer),
    orderBy: { id: 'asc' },
  });
  return [parks.map(({ number }) => number), ventures.map(({ name }) => name)];
}

const everything = [
  ['P01', 'P02'],
  ['一号', '二号', '迁居', '未入驻'],
];

describe('what each role sees', () => {
  it.each([
    ['bureau', ...everything],
    ['auditor', ...everything],
    ['park1', ['P01'], ['一号', '迁居']],
    ['park2', ['P02'], ['二号', '迁居', '未入驻']],
    ['putuo', ['P01'], ['一号', '迁居']],
    ['founder1', [], ['二号']],
    ['admin', [], []],
  ])('%s: parks %j, ventures %j', async (username, parks, ventures) => {
    expect(await seenBy(username)).toEqual([parks, ventures]);
  });

  it('is nothing where the scope is missing', async () => {
    const where = { username: 'putuo' };
    await site.db.account.update({ where, data: { regionCode: null } });
    expect(await seenBy('putuo')).toEqual([[], []]);
    await site.db.account.update({ where: { username: 'founder1' }, data: { personId: null } });
    expect(await seenBy('founder1')).toEqual([[], []]);
  });
});
