import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refuseApplication } from '../../src/waivers/determine-application.js';
import { type Cast, caseAt, seen, startWaivers } from '../waivers/cast.js';
import { Client } from '../web/client.js';

let cast: Cast;
beforeAll(async () => {
  cast = await startWaivers();
  const city = { code: '330900', nameZh: '舟山市', nameEn: 'Zhoushan', kind: 'city', sequence: 0 };
  await cast.db.region.create({ data: city });
});
afterAll(() => cast.close());

const court = {
  kind: 'court',
  nameZh: '海中县人民法院',
  nameEn: 'Haizhong County People’s Court',
  addressZh: '法院路 9 号',
  addressEn: '9 Court Road',
  phone: '0580 300 0199',
  term: '6',
  fromOn: '2025-02-20',
};
const refuse = (number: string, day: string) =>
  cast.act(
    'bureau',
    async (tx, by) =>
      refuseApplication(tx, by, await seen(cast, number), { reason: 'other', note: '材料存疑' }),
    day,
  );
const refusal = async (of: string) =>
  cast.db.letter.findFirstOrThrow({ where: { kind: 'refusal', application: { number: of } } });

describe('to whom one turns against a decision', () => {
  it('is entered by the bureau alone, by its day; a letter names what held when it was made', async () => {
    const bureau = await cast.as('bureau');
    const before = await caseAt(cast, 'bureau-review', { from: '2025-05-01', months: 1 });
    await refuse(before, '2025-02-18');
    const first = await refusal(before);
    for (const words of ['60 日', '6 个月', '15 日', '舟山市人民政府', '有管辖权的人民法院'])
      expect(first.bodyZh, words).toContain(words);
    expect(first.bodyZh).toContain('不予减免');

    const entered = await bureau.post('/remedies/new', court);
    expect([entered.status, entered.location], entered.text).toEqual([303, '/remedies']);
    const after = await caseAt(cast, 'bureau-review', { from: '2025-05-01', months: 1 });
    await refuse(after, '2025-02-21');
    for (const words of ['海中县人民法院', '法院路 9 号', '0580-3000199'])
      expect((await refusal(after)).bodyZh, words).toContain(words);
    expect((await refusal(after)).bodyEn).toContain('Haizhong County People’s Court, 9 Court Road');
    expect(await refusal(before)).toEqual(first);
    const row = await cast.db.remedyAuthority.findFirstOrThrow();
    await expect(
      cast.db.remedyAuthority.update({ where: { id: row.id }, data: { term: 9 } }),
    ).rejects.toThrow(/only ever added to/);

    const page = (await new Client(cast.base).get('/remedies')).text;
    expect(page).toContain('2025年2月20日起：海中县人民法院');
    expect(page).not.toContain('/remedies/new');
    expect((await bureau.get('/remedies')).text).toContain('/remedies/new?kind');
  });

  it('refuses a term below the law’s, what is blank, and everybody else', async () => {
    const bureau = await cast.as('bureau');
    const count = await cast.db.remedyAuthority.count();
    for (const [wrong, words] of [
      [{ term: '5' }, '不能少于 6 个月'],
      [{ kind: 'review', term: '59' }, '不能少于 60 日'],
      [{ nameZh: ' ' }, 'nameZh'],
      [{ fromOn: '2025-02-30' }, 'fromOn'],
      [{ phone: '12' }, 'phone'],
    ] as const) {
      const answer = await bureau.post('/remedies/new', { ...court, ...wrong });
      expect([answer.status, answer.text.includes(words)], words).toEqual([422, true]);
      expect(answer.text).toContain('法院路 9 号');
    }
    for (const who of ['park1', 'putuo', 'founder2', 'auditor', 'admin']) {
      const client = await cast.as(who);
      expect((await client.get('/remedies/new')).status, who).toBe(403);
      expect((await client.post('/remedies/new', court)).status, who).toBe(403);
    }
    expect(await cast.db.remedyAuthority.count()).toBe(count);
  });
});
