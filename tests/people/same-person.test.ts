import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { transact } from '../../src/database/database.js';
import { enterPeople } from '../../src/people/enter-people.js';
import { startParks } from '../parks/cast.js';
import { typedVenture } from '../ventures/fields.js';
import { signIn, type TestApp } from '../web/client.js';

let app: TestApp;
beforeEach(async () => {
  app = await startParks();
});
afterEach(() => app.close());

const by = { accountId: null, at: new Date('2025-02-14T02:00:00Z') };
const enter = (name: string, phone: string | null) =>
  transact(app.db, async (tx) => {
    const [id] = await enterPeople(tx, by, [{ name, phone, graduatedOn: null, categories: [] }]);
    return id;
  });

describe('one person', () => {
  it('is found by name and phone, however both are typed', async () => {
    const id = await enter('林同一', '13905801234');
    for (const phone of [
      '139 0580 1234',
      '139-0580-1234',
      '+86 139 0580 1234',
      '+86-139-0580-1234',
      '0086 13905801234',
      '86-13905801234',
      '１３９０５８０１２３４',
    ])
      expect(await enter('林同一', phone)).toBe(id);
    expect(await enter('林 同一', '13905801234')).toBe(id);
    expect(await enter('林同一\u200b', '13905801234')).toBe(id);
    expect(await enter('林同一', '13905805678')).not.toBe(id);
  });

  it.each([
    ['阿依古丽·买买提', '阿依古丽•买买提'],
    ['陳麗', '陈丽'],
    ['Ann Lee', 'ＡＮＮ ＬＥＥ'],
  ])('%s is %s', async (name, other) => {
    const id = await enter(name, '13905801299');
    expect(await enter(other, '13905801299')).toBe(id);
  });

  it('is another one under another name, or without a phone', async () => {
    const id = await enter('林同一', '13905801234');
    expect(await enter('林同二', '13905801234')).not.toBe(id);
    expect(await enter('林同一', null)).not.toBe(id);
  });

  it.each([
    ['——', null, 'web.field.name'],
    ['林同一', '1380580', 'web.field.phone'],
    ['林同一', '1380580123④', 'web.field.phone'],
  ])(
    'called %s under %s is refused by the verb itself, and nobody is entered',
    async (name, phone, key) => {
      const before = await app.db.person.count();
      await expect(enter(name, phone)).rejects.toMatchObject({ faults: [{ key }] });
      expect(await app.db.person.count()).toBe(before);
    },
  );
});

describe('a venture that is logged', () => {
  it('keeps name and phones in their one form', async () => {
    const park1 = await signIn(app.base, 'park1');
    const answer = await park1.post(
      '/ventures/new',
      typedVenture({
        name: '  舟山两端\u200b空格有限公司　',
        phone: '（0580）228 1234 转 802',
        'founders.0.name': '林 同一\u200b',
        'founders.0.phone': '+86-139-0580-1234',
      }),
    );
    expect(answer.status).toBe(303);
    const number = answer.location?.slice('/ventures/'.length) ?? '';
    expect(
      await app.db.venture.findUniqueOrThrow({
        where: { number },
        include: { roles: { include: { person: true } } },
      }),
    ).toMatchObject({
      name: '舟山两端空格有限公司',
      phone: '0580-2281234-802',
      roles: [{ person: { name: '林 同一', phone: '13905801234' } }],
    });
  });

  it.each([
    ['phone', '1380580', '请填写 11 位手机号'],
    ['founders.0.phone', '1380580123④', '请填写 11 位手机号'],
    ['name', '——', '至少要有一个字'],
    ['founders.0.name', '——', '至少要有一个字'],
    ['creditCode', '33099919900101100X', '这是居民身份证号码'],
  ])('is refused with %s typed as %s', async (field, typed, message) => {
    const park1 = await signIn(app.base, 'park1');
    const before = await app.db.venture.count();
    const answer = await park1.post(
      '/ventures/new',
      typedVenture({ legalForm: 'firm', creditCodeNote: '早期赋码', [field]: typed }),
    );
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(message);
    expect(answer.text).toContain(`href="#${field}"`);
    expect(await app.db.venture.count()).toBe(before);
  });
});
