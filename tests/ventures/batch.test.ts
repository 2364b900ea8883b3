import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { transact } from '../../src/database/database.js';
import { logVentures } from '../../src/ventures/log-venture.js';
import { settleVentures } from '../../src/ventures/settle-venture.js';
import { at, someVenture } from '../ledger/network.js';
import { startParks } from '../parks/cast.js';
import { Client, signIn, type TestApp } from '../web/client.js';

let app: TestApp;
let park1: Client;
let numbers: string[];
let stays: string[];

/** Three settled ventures of P01, and one of P02. */
beforeEach(async () => {
  app = await startParks();
  park1 = await signIn(app.base, 'park1');
  const by = at('2025-02-01');
  const ids = await transact(app.db, async (tx) => {
    const logged = await logVentures(
      tx,
      by,
      [1, 1, 1, 2].map((park) => someVenture(park)),
    );
    const beganOn = '2024-06-01';
    await settleVentures(
      tx,
      by,
      logged.map((ventureId, n) => ({ ventureId, parkId: n < 3 ? 1 : 2, beganOn })),
    );
    return logged;
  });
  const ventures = await app.db.venture.findMany({
    where: { id: { in: ids } },
    include: { residencies: true, roles: true },
    orderBy: { id: 'asc' },
  });
  numbers = ventures.map(({ number }) => number);
  stays = ventures.map(({ number, residencies }) => `${number}:${residencies[0]?.id}`);
  await app.db.person.updateMany({ data: { phone: '13800000001' } });
});
afterEach(() => app.close());

const chosen = (act: string, of: string[]) =>
  `/ventures/batch?act=${act}&${of.map((number) => `only=${number}`).join('&')}`;
const ending = (fields: Record<string, string | string[]>) =>
  Object.assign({ endedOn: '2025-01-15', reason: 'graduated', note: '' }, fields);
const openOnes = () => app.db.residency.count({ where: { endedOn: null } });

describe('several residencies', () => {
  it('are shown by name and number before any of them is ended', async () => {
    const before = await openOnes();
    const { text, status } = await park1.get(chosen('end', numbers.slice(0, 3)));
    expect(status).toBe(200);
    expect(text).toContain('将为 3 家办理出园');
    for (const stay of stays.slice(0, 3)) expect(text).toContain(`value="${stay}"`);
    expect(await openOnes()).toBe(before);
  });

  it('are ended on one day for one reason, and said to be', async () => {
    const before = await openOnes();
    const answer = await park1.post('/ventures/batch/endings', ending({ stay: stays.slice(0, 3) }));
    expect(answer.status).toBe(303);
    expect(answer.location).toBe(`/ventures?only=${numbers.slice(0, 3).join('.')}`);
    expect((await park1.get(answer.location ?? '')).text).toContain('已办理出园，共 3 项');
    expect(await openOnes()).toBe(before - 3);
    expect(await app.db.historyEvent.count({ where: { verb: 'residency.ended' } })).toBe(3);
  });

  it('are all left as they were where one cannot be ended, which is named', async () => {
    const before = await openOnes();
    const late = await app.db.residency.findFirstOrThrow({
      where: { id: Number(stays[1]?.split(':')[1]) },
    });
    const day = { endedOn: late.beganOn };
    const answer = await park1.post(
      '/ventures/batch/endings',
      ending(Object.assign(day, { stay: stays.slice(0, 3) })),
    );
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(`${numbers[0]} `);
    expect(answer.text).toContain('因此都没有办理');
    expect(await openOnes()).toBe(before);
  });

  it('are no longer ended once one of them has another residency than was shown', async () => {
    const before = await openOnes();
    const other = stays.map((stay, n) => (n === 1 ? `${numbers[1]}:999` : stay)).slice(0, 3);
    expect((await park1.post('/ventures/batch/endings', ending({ stay: other }))).status).toBe(409);
    expect(await openOnes()).toBe(before);
  });

  it('of another park are left out and say so, and are refused where they are sent', async () => {
    const bureau = await signIn(app.base, 'bureau');
    expect((await bureau.get(chosen('end', numbers))).text).toContain('将为 4 家办理出园');
    expect((await park1.get(chosen('end', numbers))).text).toContain('将为 3 家办理出园');
    const before = await openOnes();
    const answer = await park1.post('/ventures/batch/endings', ending({ stay: stays }));
    expect(answer.status).toBe(403);
    expect(await openOnes()).toBe(before);
  });

  it.each([
    ['auditor', 'end', 403],
    ['auditor', 'export', 200],
    ['putuo', 'tell', 403],
    ['admin', 'export', 403],
  ])('%s comes to %s: %i', async (name, act, status) => {
    const client = await signIn(app.base, name);
    expect((await client.get(chosen(act, numbers.slice(0, 2)))).status).toBe(status);
    expect((await new Client(app.base).get(chosen(act, numbers))).status).toBe(303);
    if (status !== 403) return;
    const sent = ending({ stay: stays });
    expect((await client.post('/ventures/batch/endings', sent)).status).toBe(403);
  });
});

describe('founders of several ventures', () => {
  const telling = (people: number, of = numbers.slice(0, 3)) => ({
    only: of.join('.'),
    people: String(people),
    text: '周五下午三点开会',
  });
  const toldCount = () => app.db.outboxMessage.count({ where: { key: 'ventures.message.told' } });
  async function shown(): Promise<number> {
    const { text } = await park1.get(chosen('tell', numbers.slice(0, 3)));
    return Number(/name="people" value="(\d+)"/.exec(text)?.[1]);
  }

  it('are told one thing, each person once, and it is said to whom', async () => {
    const people = await shown();
    expect(people).toBeGreaterThan(0);
    expect(await toldCount()).toBe(0);
    const answer = await park1.post('/ventures/batch/messages', telling(people));
    expect(answer.status).toBe(303);
    expect((await park1.get(answer.location ?? '')).text).toContain('已向创业者发送通知，共 3 项');
    expect(await toldCount()).toBe(people);
  });

  it('are not told where others would be than were shown, nor nothing, nor those of another park', async () => {
    const people = await shown();
    expect((await park1.post('/ventures/batch/messages', telling(people + 1))).status).toBe(409);
    const blank = Object.assign(telling(people), { text: ' ' });
    expect((await park1.post('/ventures/batch/messages', blank)).status).toBe(422);
    expect((await park1.post('/ventures/batch/messages', telling(people, numbers))).status).toBe(
      403,
    );
    expect(await toldCount()).toBe(0);
  });
});

it('the list chooses all of a page by one press, and takes out those that were chosen', async () => {
  const { text } = await park1.get('/ventures?all=1');
  expect(text.match(/<input type="checkbox" form="batch"[^>]* checked>/g)?.length).toBe(
    text.match(/<input type="checkbox" form="batch"/g)?.length,
  );
  const page = await park1.get(chosen('export', numbers.slice(0, 2)));
  expect(page.text).toContain('已选 2 家');
  const file = await park1.get(`/ventures.csv?only=${numbers.slice(0, 2).join('.')}`);
  expect(file.status).toBe(200);
  expect(numbers.map((number) => file.text.includes(number))).toEqual([true, true, false, false]);
});
