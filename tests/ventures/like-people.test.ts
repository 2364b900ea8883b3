import { afterEach, beforeEach, expect, it } from 'vitest';
import { pinyinOfName } from '../../src/people/pinyin.js';
import { startParks } from '../parks/cast.js';
import { type Client, signIn, type TestApp } from '../web/client.js';
import { typedVenture } from './fields.js';

let app: TestApp;
let park1: Client;
let venture = '';
/** 林同一 founded a venture of P01. */
beforeEach(async () => {
  app = await startParks();
  park1 = await signIn(app.base, 'park1');
  venture = (await log({ 'founders.0.name': '林同一', 'founders.0.phone': '13905801234' })) ?? '';
});
afterEach(() => app.close());

async function log(changes: Record<string, string>, client = park1): Promise<string | null> {
  const answer = await client.post(
    '/ventures/new',
    typedVenture(Object.assign({ anotherPerson: '' }, changes)),
  );
  return answer.status === 303 ? answer.location : null;
}
const join = (changes: Record<string, string>, client = park1) =>
  client.post(`${venture}/people/new`, {
    role: 'partner',
    beganOn: '2025-02-14',
    graduatedOn: '',
    since: '',
    proof: '',
    anotherPerson: '',
    ...changes,
  });
const people = () => app.db.person.count();

it.each([
  ['林同一', '13905805678', '同名，手机号不同'],
  ['林 同 一', '', '同名，手机号不同'],
  ['林同壹', '13905801234', '手机号相同，姓名同音'],
])(
  '%s with the phone %s may be on record: nobody is entered before it is said why not',
  async (name, phone, reason) => {
    const before = await people();
    const held = await join({ name, phone });
    expect(held.status).toBe(422);
    for (const words of [
      '可能是同一人',
      reason,
      '林同一',
      'href="#anotherPerson"',
      'href="/people/R',
    ])
      expect(held.text).toContain(words);
    expect(held.text).toContain(`value="${name}"`);
    expect(await people()).toBe(before);
    expect((await join({ name, phone, anotherPerson: '年龄和住址都不同' })).status).toBe(303);
    expect(await people()).toBe(before + 1);
    const where = { verb: 'role.began', reason: '年龄和住址都不同' };
    expect(await app.db.historyEvent.count({ where })).toBe(1);
  },
);

it('is the same person by name and phone, however they are typed, and is not asked about', async () => {
  const before = await people();
  expect((await join({ name: '林 同一', phone: '+86 139 0580 1234' })).status).toBe(303);
  expect((await join({ name: '林海', phone: '13905805678' })).status).toBe(303);
  expect(await people()).toBe(before + 1);
});

it('is asked where a venture is logged too, with what was typed kept, and history has why', async () => {
  const again = {
    name: '另一家店',
    'founders.0.name': '林同一',
    'founders.0.phone': '13905805678',
  };
  const before = await app.db.venture.count();
  const answer = await park1.post('/ventures/new', typedVenture({ ...again, anotherPerson: '' }));
  expect(answer.status).toBe(422);
  for (const words of ['同名，手机号不同', 'value="13905805678"', '鱼见咖啡'])
    expect(answer.text).toContain(words);
  expect(await app.db.venture.count()).toBe(before);
  expect(await log({ ...again, anotherPerson: '两位创业者，已电话核对' })).not.toBeNull();
  const event = await app.db.historyEvent.findFirstOrThrow({
    where: { verb: 'venture.logged' },
    orderBy: { id: 'desc' },
  });
  expect(event.detail).toMatchObject({ anotherPerson: '两位创业者，已电话核对' });
  const { number } = await app.db.venture.findFirstOrThrow({ orderBy: { id: 'desc' } });
  expect((await park1.get(`/ventures/${number}`)).text).not.toContain('可能是同一人');
});

it('is asked on one page with whether the venture is another one', async () => {
  const again = {
    name: '鱼见咖啡',
    'founders.0.name': '林同一',
    'founders.0.phone': '13905805678',
  };
  const typed = (more = {}) =>
    typedVenture(Object.assign({ another: '', anotherPerson: '' }, again, more));
  const held = await park1.post('/ventures/new', typed());
  expect(held.status).toBe(422);
  for (const words of [
    'href="#another"',
    'href="#anotherPerson"',
    'name="another"',
    '可能是同一家',
  ])
    expect(held.text).toContain(words);
  const said = { another: '另一家', anotherPerson: '另一人' };
  expect((await park1.post('/ventures/new', typed(said))).status).toBe(303);
});

it.each(['霍 听潮', '霍听 潮', '霍 听 潮'])(
  'finds %s on record by the name without spaces',
  async (stored) => {
    await app.db.person.update({
      where: { id: (await app.db.person.findFirstOrThrow({ where: { name: '林同一' } })).id },
      data: { name: stored, namePinyin: pinyinOfName(stored) },
    });
    expect((await join({ name: '霍听潮', phone: '13905805678' })).status).toBe(422);
  },
);

it('tells nobody of people whom they do not see', async () => {
  const park2 = await signIn(app.base, 'park2');
  const there = { parkId: '2', name: '码头小店', 'founders.0.name': '林同一' };
  expect(await log({ ...there, 'founders.0.phone': '13905805678' }, park2)).not.toBeNull();
});
