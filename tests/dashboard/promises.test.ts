import { afterEach, beforeEach, expect, it } from 'vitest';
import { runAudit } from '../../src/parity/run-audit.js';
import { runPrereview } from '../../src/prereview/run-prereview.js';
import { type Cast, caseAt, startWaivers } from '../waivers/cast.js';
import { signIn } from '../web/client.js';

let cast: Cast;
beforeEach(async () => {
  cast = await startWaivers();
  cast.clock.set(new Date('2025-02-26T02:00:00Z'));
});
afterEach(() => cast.close());

const dashboard = async (username: string) =>
  (await (await signIn(cast.base, username)).get('/dashboard')).text
    .replaceAll(/<[^>]+>|\s+/g, ' ')
    .replaceAll(/ +/g, ' ');

it('says nothing that was not worked out yet', async () => {
  const shown = await dashboard('bureau');
  expect(shown).not.toContain('尚未申请');
  expect(shown).toContain('今晚首次核算后显示');
});

it('counts who qualifies and has not applied, and the cases that come out differently', async () => {
  await caseAt(cast, 'granted');
  await runPrereview(cast.db, cast.clock.now());
  await runAudit(cast.db, { accountId: null, at: cast.clock.now() });
  // founder1 qualifies; founder2 has a waiver.
  expect(await dashboard('bureau')).toContain('符合条件、尚未申请 1');
  expect(await dashboard('bureau')).toContain('已决定 1 件中，与核算结果不一致 0');
  expect(await dashboard('park2')).toContain('符合条件、尚未申请 0');
  const links = async (username: string) =>
    (await (await signIn(cast.base, username)).get('/dashboard')).text;
  expect(await links('bureau')).toContain('href="/policies/parity"');
  expect(await links('park1')).not.toContain('href="/policies/parity"');
});

it('counts them as the list that it leads to, also beside the totals of an earlier day', async () => {
  await runPrereview(cast.db, cast.clock.now());
  // Founder1's and founder2's park had not opened yet.
  await cast.db.park.update({ where: { number: 'P01' }, data: { openedOn: '2024-02-01' } });
  const bureau = await signIn(cast.base, 'bureau');
  const counted = async (path: string) =>
    /href="\/prereview\?kind(?:=|&#x3D;)qualifies"[^>]*>(\d+)</.exec(
      (await bureau.get(path)).text,
    )?.[1];
  const list = (await bureau.get('/prereview?kind=qualifies')).text;
  expect(/aria-current="page">[^<]* (\d+)</.exec(list)?.[1]).toBe('2');
  for (const path of ['/dashboard', '/dashboard?asOf=2024-01-01', '/dashboard?position=1'])
    expect([path, await counted(path)]).toEqual([path, '2']);
});
