import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { transact } from '../../src/database/database.js';
import { searchTextFaults } from '../../src/ventures/check-search-text.js';
import { fillNameKeys } from '../../src/ventures/fill-name-keys.js';
import { likenessOf } from '../../src/ventures/name-likeness.js';
import { startParks } from '../parks/cast.js';
import { type Client, signIn, type TestApp } from '../web/client.js';
import { typedEdit, typedVenture } from './fields.js';

describe('two names of ventures', () => {
  it.each([
    ['舟山蓝礁（嵊泗）渔业有限公司', '舟山蓝礁(嵊泗)渔业有限公司', 'same'],
    ['舟山ＡＢＣ海钓俱乐部', '舟山ABC海钓俱乐部', 'same'],
    ['舟山abc海钓俱乐部', '舟山ABC海钓俱乐部', 'same'],
    ['舟山蓝礁渔业有限公司', '舟山藍礁漁業有限公司', 'same'],
    ['岛&岸设计工作室', '岛＆岸设计工作室', 'same'],
    ['  舟山两端空格有限公司　', '舟山两端空格有限公司', 'same'],
    ['舟山\u200b零宽民宿', '舟山零宽民宿', 'same'],
    ['舟山蓝礁渔业有限公司', '舟山蓝礁渔业有限责任公司', 'suffix'],
    ['普陀区归汐鱼糕鱼饼坊', '归汐鱼糕鱼饼坊', 'place'],
    ['浙江舟山归汐鱼糕鱼饼坊有限公司', '归汐鱼糕鱼饼坊', 'place'],
    ['舟山蓝礁渔业有限公司', '舟山兰礁渔业有限公司', 'sound'],
    ['舟山听潮咖啡馆', '舟山听涛咖啡馆', null],
    ['舟山', '定海', null],
  ])('%s and %s: %s', (name, other, right) => {
    expect(likenessOf(name, other)).toBe(right);
    expect(likenessOf(other, name)).toBe(right);
  });
});

let app: TestApp;
let park1: Client;
beforeEach(async () => {
  app = await startParks();
  park1 = await signIn(app.base, 'park1');
});
afterEach(() => app.close());

const log = (client: Client, changes: Record<string, string>) =>
  client.post('/ventures/new', typedVenture({ another: '', ...changes }));
const count = () => app.db.venture.count();

describe('a venture that is there already', () => {
  it('is held up until somebody says why it is another one, which history keeps', async () => {
    const first = await log(park1, { name: '舟山蓝礁渔业有限公司' });
    expect(first.status).toBe(303);
    const before = await count();
    const held = await log(park1, { name: '舟山藍礁漁業有限公司', about: '写了很久的介绍' });
    expect(held.status).toBe(422);
    expect(held.text).toContain('已有同名的创业主体');
    expect(held.text).toContain('href="#another"');
    expect(held.text).toContain(`href="${first.location}"`);
    expect(held.text).toContain('写了很久的介绍');
    expect(await count()).toBe(before);
    const kept = await log(park1, { name: '舟山藍礁漁業有限公司', another: '经营者和地址都不同' });
    expect(kept.status).toBe(303);
    const event = await app.db.historyEvent.findFirstOrThrow({
      where: { verb: 'venture.logged' },
      orderBy: { id: 'desc' },
    });
    expect(event.detail).toMatchObject({ another: '经营者和地址都不同' });
    expect(event.detail).not.toHaveProperty('nameKey');
  });

  it.each([
    ['a legal suffix', { name: '舟山蓝礁渔业有限责任公司' }, '名称只差组织形式'],
    ['the place before it', { name: '普陀蓝礁渔业有限公司' }, '名称只差地名'],
    ['its sound', { name: '舟山兰礁渔业有限公司' }, '名称读音相同'],
    ['nothing but the phone', { name: '别的名字', phone: '0580 228 1234' }, '联系电话相同'],
    [
      'a founder',
      { name: '另一个名字', 'founders.0.phone': '+86 139 0580 1234' },
      '创业者手机号相同',
    ],
  ])('is shown where it is like it by %s', async (_, changes, reason) => {
    await log(park1, {
      name: '舟山蓝礁渔业有限公司',
      phone: '0580-2281234',
      'founders.0.phone': '13905801234',
    });
    const before = await count();
    const answer = await log(park1, changes);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('可能与已登记的创业主体重复');
    expect(answer.text).toContain(reason);
    expect(await count()).toBe(before);
    expect((await log(park1, { ...changes, another: '已核对' })).status).toBe(303);
  });

  it('is told together with what else is wrong, once', async () => {
    await log(park1, { name: '舟山蓝礁渔业有限公司' });
    const early = { parkId: '1', settledOn: '2020-01-01' };
    const { status, text } = await log(park1, { name: '舟山藍礁漁業有限公司', ...early });
    const told = [...text.matchAll(/<a href="#(\w+)">/g)].map(([, field]) => field);
    expect([status, told]).toEqual([422, ['another', 'settledOn']]);
  });

  it('of another park is named by its park alone, and one that is only alike not at all', async () => {
    const bureau = await signIn(app.base, 'bureau');
    const first = await log(bureau, { name: '隔壁渔业有限公司', parkId: '2' });
    expect(first.status).toBe(303);
    const held = await log(park1, { name: '隔壁渔业有限公司' });
    expect(held.status).toBe(422);
    expect(held.text).toContain('其他园区的一家（P02');
    expect(held.text).not.toContain(first.location);
    expect((await log(park1, { name: '隔壁渔业有限责任公司' })).status).toBe(303);
  });

  it('is not entered twice by two people at once', async () => {
    const bureau = await signIn(app.base, 'bureau');
    const answers = await Promise.all(
      [park1, bureau, park1, bureau].map((client) => log(client, { name: '抢着登记的店' })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422, 422, 422]);
  });

  it('holds up a change of name too, and not the venture’s own', async () => {
    await log(park1, { name: '潮声书店' });
    const answer = await log(park1, { name: '岸上书店', 'founders.0.name': '林一' });
    const path = `${answer.location}/edit`;
    const held = await park1.post(path, typedEdit({ name: '潮 声 书店', isNamed: '' }));
    expect([held.status, held.text.includes('已有同名的创业主体')]).toEqual([422, true]);
    const own = await park1.post(path, typedEdit({ name: '岸上 书店' }));
    expect(own.status).toBe(303);
    const kept = await park1.post(
      path,
      typedEdit({ name: '潮声书店', version: '2', another: '分店，独立登记' }),
    );
    expect(kept.status).toBe(303);
  });
});

describe('the keys of names', () => {
  it('are given to ventures from before there were any, and held by verify', async () => {
    await app.db.venture.updateMany({ data: { nameKey: '', soundKey: '' } });
    const all = await count();
    expect(await fillNameKeys(app.db)).toBe(all);
    expect(await fillNameKeys(app.db)).toBe(0);
    expect(await searchTextFaults(app.db)).toEqual([]);
    await transact(app.db, (tx) =>
      tx.venture.update({ where: { id: 1 }, data: { nameKey: '别的' } }),
    );
    expect((await searchTextFaults(app.db)).join()).toContain('venture 1: its name does not fit');
  });
});
