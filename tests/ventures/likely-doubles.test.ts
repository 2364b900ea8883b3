import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { transact } from '../../src/database/database.js';
import { logVenture } from '../../src/ventures/log-venture.js';
import { at, someVenture } from '../ledger/network.js';
import { startParks } from '../parks/cast.js';
import { type Client, signIn, type TestApp } from '../web/client.js';

let app: TestApp;
let bureau: Client;
let number: Record<string, string>;
const phone = '13905801234';
const founder = (name: string) => ({
  founders: [{ name, phone, graduatedOn: null, categories: [] }],
});

/** Doubles of each kind, in two parks; and one that was held up on saving and is another. */
beforeEach(async () => {
  app = await startParks();
  bureau = await signIn(app.base, 'bureau');
  number = {};
  const log = async (parkId: number, name: string, more = {}) => {
    const id = await transact(app.db, (tx) =>
      logVenture(
        tx,
        at('2025-02-01'),
        Object.assign(someVenture(parkId), { name, another: null }, more),
      ),
    );
    number[name] = (await app.db.venture.findUniqueOrThrow({ where: { id } })).number;
  };
  await log(1, '舟山蓝礁渔业有限公司');
  await log(1, '舟山蓝礁渔业有限责任公司');
  await log(2, '舟山兰礁渔业有限公司');
  await log(1, '听潮咖啡馆', founder('林同一'));
  await log(2, '听涛书屋', founder('林同一'));
  await log(2, '海风民宿 ', { another: '在金塘，创业者不同' });
});
afterEach(() => app.close());

const rowsOf = (text: string): string[] =>
  [...text.matchAll(/<tr>[\s\S]*?<\/tr>/g)]
    .map(([row]) =>
      row
        .replaceAll(/<[^>]*>/g, ' ')
        .replaceAll(/\s+/g, ' ')
        .trim(),
    )
    .slice(1);
const open = async (client = bureau) => rowsOf((await client.get('/ventures/doubles')).text);
const decided = async (client = bureau) =>
  rowsOf((await client.get('/ventures/doubles?state=decided')).text);

describe('the page of likely doubles', () => {
  it('is reached from the list and the dashboard, and shows each pair with its reasons', async () => {
    for (const address of ['/ventures', '/dashboard'])
      expect((await bureau.get(address)).text, address).toContain('href="/ventures/doubles"');
    const rows = await open();
    expect(rows).toHaveLength(4);
    for (const words of ['名称只差组织形式', '名称读音相同', '创业者手机号相同'])
      expect(rows.join('\n')).toContain(words);
    const text = (await bureau.get('/ventures/doubles')).text;
    const [own, other] = [number['听潮咖啡馆'], number['听涛书屋']];
    expect(text).toContain(`href="/ventures/${own}/merge?with&#x3D;${other}"`);
    expect((await bureau.get('/ventures/doubles?lang=en')).text).toContain('Likely doubles');
    const beyond = await bureau.get('/ventures/doubles?page=9');
    expect([beyond.status, rowsOf(beyond.text).length]).toEqual([200, 4]);
    expect((await bureau.get('/ventures/doubles?page=x')).status).toBe(400);
  });

  it('does not ask again what was said on saving', async () => {
    expect((await open()).join('\n')).not.toContain('海风民宿');
    expect((await decided())[0]).toContain('在金塘，创业者不同');
  });

  it('shows a manager the own ventures, and of another park only that it has one of the name', async () => {
    const park1 = await signIn(app.base, 'park1');
    const rows = await open(park1);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toContain('名称只差组织形式');
    await app.db.venturePair.updateMany({ data: { withdrawnAt: app.clock.now() } });
    const again = await open(park1);
    expect(again).toHaveLength(2);
    expect(again[0]).toContain('海风民宿');
    expect(again[0]).toContain('P02 金塘创业园');
    expect(again[0]).not.toContain(number['海风民宿 '] as string);
    expect(again[0]).toContain('由市局核实');
  });

  it('is for who keeps or reviews the register', async () => {
    for (const [who, status] of [
      ['putuo', 200],
      ['auditor', 200],
      ['admin', 403],
    ] as const)
      expect((await (await signIn(app.base, who)).get('/ventures/doubles')).status, who).toBe(
        status,
      );
    const auditor = await (await signIn(app.base, 'auditor')).get('/ventures/doubles');
    expect(auditor.text).not.toContain('/merge?');
  });
});

describe('telling two ventures apart', () => {
  const path = () => `/ventures/${number['听潮咖啡馆']}/distinction`;
  const typed = () => ({ with: number['听涛书屋'] as string, reason: '一家卖咖啡，一家卖书' });

  it('stays decided, with who, when and why, until it is taken back', async () => {
    expect((await bureau.get(`${path()}?with=${number['听涛书屋']}`)).status).toBe(200);
    const refused = await bureau.post(path(), Object.assign(typed(), { reason: '' }));
    expect([refused.status, refused.text.includes('请填写此项')]).toEqual([422, true]);
    expect((await bureau.post(path(), typed())).status).toBe(303);
    expect((await open()).join('\n')).not.toContain('听涛书屋');
    const [row] = await decided();
    for (const words of ['听潮咖啡馆', '听涛书屋', '一家卖咖啡，一家卖书', 'bureau'])
      expect(row).toContain(words);
    for (const name of ['听潮咖啡馆', '听涛书屋'])
      expect((await bureau.get(`/ventures/${number[name]}/history`)).text).toContain('不是同一家');
    expect((await bureau.post(path(), typed())).status).toBe(409);
    const { id } = await app.db.venturePair.findFirstOrThrow({ orderBy: { id: 'desc' } });
    const withdrawal = `/ventures/doubles/${id}/withdrawal`;
    expect((await bureau.post(withdrawal, {})).status).toBe(303);
    expect((await open()).join('\n')).toContain('听涛书屋');
    expect((await bureau.post(withdrawal, {})).status).toBe(409);
  });

  it('is for who keeps both', async () => {
    const park1 = await signIn(app.base, 'park1');
    const auditor = await signIn(app.base, 'auditor');
    expect((await park1.post(path(), typed())).status).toBe(404);
    expect((await auditor.post(path(), typed())).status).toBe(403);
    const same = `/ventures/${number['舟山蓝礁渔业有限公司']}/distinction`;
    const other = number['舟山蓝礁渔业有限责任公司'] as string;
    expect((await park1.post(same, { with: other, reason: '两家' })).status).toBe(303);
  });
});
