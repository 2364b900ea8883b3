import { afterEach, beforeEach, expect, it } from 'vitest';
import { transact } from '../../src/database/database.js';
import { grantWaiver } from '../../src/waivers/grant-waiver.js';
import { objectToApplication, resolveObjection } from '../../src/waivers/object-to-application.js';
import { withdrawApplication } from '../../src/waivers/withdraw-application.js';
import { type Cast, caseAt, seen, startWaivers } from './cast.js';
import { caseOf } from './desk.js';

let cast: Cast;
beforeEach(async () => {
  cast = await startWaivers();
});
afterEach(() => cast.close());

const moment = (day: string, hour = 10) =>
  new Date(`${day}T${String(hour - 8).padStart(2, '0')}:00:00Z`);
const object = (number: string, text: string, at: Date) =>
  transact(cast.db, (tx) => objectToApplication(tx, at, { number, name: '', phone: '', text }));

async function answer(id: number, at: Date, upholds = false): Promise<void> {
  const { application, text } = await cast.db.objection.findUniqueOrThrow({
    where: { id },
    include: { application: true },
  });
  const { version } = application;
  const by = { ...(await cast.by('bureau2')), at };
  await transact(cast.db, (tx) =>
    resolveObjection(tx, by, { id, version }, { upholds, answer: `已核查：${text}` }),
  );
}

async function end(number: string): Promise<void> {
  await cast.act('founder2', async (tx, by) =>
    withdrawApplication(tx, by, await seen(cast, number), { note: '' }),
  );
}

it('stops the clock once for objections that overlap, from the first to the last answer', async () => {
  const number = await caseAt(cast, 'notice'); // from Monday 2025-02-17, five working days: up to the 24th
  const first = await object(number, '场地无人经营', moment('2025-02-18')); // four are left
  const second = await object(number, '面积不符', moment('2025-02-20'));
  await answer(first, moment('2025-02-21'));
  expect(await caseOf(cast, number)).toMatchObject({ noticeTo: '2025-02-25', dueOn: null });
  // The days of the notice stand, so one more can be made when they would have been over.
  const third = await object(number, '与租约不符', moment('2025-02-25'));
  await answer(second, moment('2025-02-26'));
  expect(await caseOf(cast, number)).toMatchObject({ dueOn: null });
  await answer(third, moment('2025-02-27'));
  // After Thursday the 27th: the 28th, the 3rd, 4th and 5th of March.
  expect(await caseOf(cast, number)).toMatchObject({ noticeTo: '2025-03-06', dueOn: '2025-03-06' });
  const answers = await cast.db.objection.findMany({
    where: { id: { in: [first, second, third] } },
  });
  expect(answers.map((one) => one.answer)).toEqual([
    '已核查：场地无人经营',
    '已核查：面积不符',
    '已核查：与租约不符',
  ]);
  await expect(object(number, '太迟', moment('2025-03-06'))).rejects.toThrow('waivers.notice-over');
  await end(number);
});

it('stops it for each span by itself where one was answered before the next was made', async () => {
  const number = await caseAt(cast, 'notice');
  const first = await object(number, '一', moment('2025-02-18')); // four days are left
  await answer(first, moment('2025-02-19'));
  expect(await caseOf(cast, number)).toMatchObject({ noticeTo: '2025-02-26' });
  const second = await object(number, '二', moment('2025-02-24')); // of 20, 21, 24, 25 one is left
  await answer(second, moment('2025-02-26'));
  expect(await caseOf(cast, number)).toMatchObject({ noticeTo: '2025-02-28', dueOn: '2025-02-28' });
  await end(number);
});

it('takes nothing off for an objection that is answered on its own day', async () => {
  const number = await caseAt(cast, 'notice');
  await answer(await object(number, '一', moment('2025-02-18', 9)), moment('2025-02-18', 11));
  await answer(await object(number, '二', moment('2025-02-18', 14)), moment('2025-02-18', 16));
  expect(await caseOf(cast, number)).toMatchObject({ noticeTo: '2025-02-25', dueOn: '2025-02-25' });
  await cast.act(
    'bureau2',
    async (tx, by) => grantWaiver(tx, by, await seen(cast, number)),
    '2025-02-25',
  );
});
