import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Tx } from '../../src/database/database.js';
import type { Actor } from '../../src/history/actor.js';
import { claimApplication, recuseFromCase } from '../../src/waivers/claim-application.js';
import { grantWaiver } from '../../src/waivers/grant-waiver.js';
import type { SeenCase } from '../../src/waivers/open-case.js';
import { resolveObjection } from '../../src/waivers/resolve-objection.js';
import { type Cast, caseAt, seen, startWaivers } from './cast.js';
import { browserOf, caseOf, morning, see, send, versionFor } from './desk.js';

let cast: Cast;
beforeEach(async () => {
  cast = await startWaivers();
});
afterEach(() => cast.close());

const afterNotice = '2025-02-26';
type Act = (tx: Tx, by: Actor, of: SeenCase) => Promise<unknown>;
const act = (who: string, number: string, verb: Act) =>
  cast.act(who, async (tx, by) => verb(tx, by, await seen(cast, number)), afterNotice);

/** A case that `bureau` has approved, and whose notice is over. */
async function approved(): Promise<string> {
  const number = await caseAt(cast, 'notice');
  cast.clock.set(morning(afterNotice));
  return number;
}

it('is granted by another than who approved it, whatever the way in', async () => {
  const number = await approved();
  await expect(act('bureau', number, grantWaiver)).rejects.toThrow('waivers.fault.judged-before');
  const version = await versionFor(cast, number, 'grant');
  const answer = await send(cast, 'bureau', number, 'grant', { version });
  expect([answer.status, answer.text]).toEqual([
    422,
    expect.stringContaining('须由另一名工作人员'),
  ]);
  expect((await (await browserOf(cast, 'bureau')).get(`/waivers/${number}/grant`)).status).toBe(
    403,
  );
  expect((await caseOf(cast, number)).state).toBe('notice');
  expect(await cast.db.waiver.count()).toBe(0);
  await act('bureau2', number, grantWaiver);
  expect((await caseOf(cast, number)).state).toBe('granted');
});

it('says on its page who may, and keeps the button from who may not', async () => {
  const number = await approved();
  const own = await see(cast, 'bureau', `/waivers/${number}`);
  expect(own).not.toContain(`/waivers/${number}/grant`);
  expect(own).toContain('您在其他环节审核过这件申请');
  expect(own).toContain('可由bureau2办理');
  const other = await see(cast, 'bureau2', `/waivers/${number}`);
  expect(other).toContain(`/waivers/${number}/grant`);
  expect(other).not.toContain('可由bureau2办理');
  await act('bureau2', number, (tx, by, of) => recuseFromCase(tx, by, of, { inside: '亲属' }));
  expect(await see(cast, 'bureau', `/waivers/${number}`)).toContain('目前没有其他可以办理');
});

it('is not granted by who stepped aside, nor claimed by who approved it', async () => {
  const number = await approved();
  await expect(act('bureau', number, claimApplication)).rejects.toThrow('judged-before');
  await act('bureau2', number, (tx, by, of) => recuseFromCase(tx, by, of, { inside: '亲属' }));
  await expect(act('bureau2', number, grantWaiver)).rejects.toThrow('waivers.fault.recused');
});

it('has its objections answered by another than who approved it, who may then grant it', async () => {
  const number = await caseAt(cast, 'notice');
  const { id: applicationId } = await caseOf(cast, number);
  const at = new Date('2025-02-18T02:00:00Z');
  const { id } = await cast.db.objection.create({
    data: {
      applicationId,
      at,
      number: 'Y2025-0001',
      checkCode: 'ABCDE-FGHJK',
      name: '',
      phone: '',
      ground: 'premises-not-used',
      text: '无人经营',
      state: 'open',
    },
  });
  const answer: Act = (tx, by, of) =>
    resolveObjection(tx, by, { id, version: of.version }, { upholds: false, answer: '已核实' });
  await expect(act('bureau', number, answer)).rejects.toThrow('waivers.fault.judged-before');
  await act('bureau2', number, answer);
});
