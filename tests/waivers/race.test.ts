import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Client, signIn } from '../web/client.js';
import { type Cast, caseAt, startWaivers } from './cast.js';
import { caseOf, morning } from './desk.js';

let cast: Cast;
beforeAll(async () => {
  cast = await startWaivers();
});
afterAll(() => cast.close());

it('of many decisions on one case exactly one counts, and the others read what happened', async () => {
  const number = await caseAt(cast, 'bureau-review');
  cast.clock.set(morning('2025-02-18'));
  const version = String((await caseOf(cast, number)).version);
  const address = `/waivers/${number}/determination`;
  const clients = await Promise.all(['bureau', 'bureau2'].map((who) => signIn(cast.base, who)));
  const tokens = await Promise.all(clients.map((client) => client.tokenOf(address)));
  const answers = await Promise.all(
    Array.from({ length: 16 }, (_, i) => {
      const outcome = i % 3 === 0 ? 'refuse.other' : 'approve.as-assessed';
      const form = { version, outcome, note: '经研究', _token: tokens[i % 2] as string };
      return (clients[i % 2] as Client).postExactly(address, form);
    }),
  );
  const won = answers.filter(({ status }) => status === 303);
  const lost = answers.filter(({ status }) => status === 409);
  expect([won.length, lost.length]).toEqual([1, 15]);
  const { state } = await caseOf(cast, number);
  for (const { text } of lost) {
    expect(text).toContain(`申请 ${number} 目前不能办理这项操作`);
    expect(text).toMatch(/bureau2?，(认定通过，进入公示|不予批准)/);
    expect(text).toContain(state === 'notice' ? '公示中' : '不予批准');
  }
  const decided = {
    applicationId: (await caseOf(cast, number)).id,
    move: { in: ['approve', 'refuse'] },
  };
  expect(await cast.db.waiverStep.count({ where: decided })).toBe(1);
});
