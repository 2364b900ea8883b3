import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Client, signIn, type TestApp } from '../web/client.js';
import { startPolicies } from './cast.js';

let app: TestApp;
let visitor: Client;
beforeAll(async () => {
  app = await startPolicies();
  visitor = new Client(app.base);
});
afterAll(() => app.close());

describe('the policies, for anyone', () => {
  it('are listed with the version in force', async () => {
    const { status, text } = await visitor.get('/policies');
    expect(status).toBe(200);
    expect(text).toContain('园区免租金（示例）');
    expect(text).toContain('2024年7月1日起施行');
    expect(text).not.toContain('/policies/drafts/new');
  });

  it('say in words who, what, how much at most, which proof and how long', async () => {
    const { text } = await visitor.get('/policies/rent-free');
    for (const said of [
      '创业主体已入驻舟山市没有围墙的创业园',
      '场地为以下之一：园区场地',
      '第 13 至 24 个月',
      '租金的 50%',
      '毕业 5 年内的高校毕业生',
      '计算面积不超过 100 平方米',
      '每名创业者累计不超过 2 年',
      '15 个工作日',
    ])
      expect(text, said).toContain(said);
  });

  it('say the same in English', async () => {
    await visitor.get('/policies?lang=en');
    const { text } = await visitor.get('/policies/rent-subsidy?lang=en');
    for (const said of [
      '8 yuan per m² a month',
      'Months 13 to 36',
      'graduate of the last 5 years',
      'At most 500 m² are counted',
    ])
      expect(text, said).toContain(said);
    await visitor.get('/policies?lang=zh');
  });

  it('keep their older versions', async () => {
    const { text } = await visitor.get('/policies/rent-free?version=1');
    expect(text).toContain('计算面积不超过 80 平方米');
    expect(text).toContain('2023年2月1日至2024年6月30日施行');
    expect(text).toContain('这是已失效的版本');
  });

  it('are not found under another name, another version, or as a draft', async () => {
    for (const href of ['/policies/none', '/policies/rent-free?version=9', '/policies/other-city'])
      expect((await visitor.get(href)).status, href).toBe(404);
    for (const version of ['0', '-1', 'x', '1&version=2'])
      expect((await visitor.get(`/policies/rent-free?version=${version}`)).status).toBe(404);
  });

  it('show drafts to the bureau and an auditor, and to nobody else', async () => {
    for (const [username, sees] of [
      ['bureau', true],
      ['auditor', true],
      ['park1', false],
    ] as const) {
      const { text } = await (await signIn(app.base, username)).get('/policies');
      expect(text.includes('/policies/other-city/draft'), username).toBe(sees);
      expect(text.includes('href="/policies/drafts/new"'), username).toBe(username === 'bureau');
    }
  });
});
