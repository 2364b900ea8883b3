import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Client, signIn, type TestApp } from '../web/client.js';
import { startParks } from './cast.js';

let app: TestApp;
let visitor: Client;
beforeAll(async () => {
  app = await startParks();
  visitor = new Client(app.base);
});
afterAll(() => app.close());

/** What a reader sees: the text without tags, its white space folded. */
const textOf = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

describe('the public home', () => {
  it('shows the three numbers with their day and coverage', async () => {
    const { status, text } = await visitor.get('/');
    expect(status).toBe(200);
    const shown = textOf(text);
    expect(shown).toMatch(/园区 2 家 .*在园创业主体 2 家 .*直接带动就业 14 人/);
    expect(shown).toContain('截至2025年2月14日');
    expect(shown).toContain(
      '应报 2 家，已报 0 家，未报 2 家；未报的沿用上次人数，从未报过的不计入',
    );
  });

  it('reads them as of any day', async () => {
    const shown = textOf((await visitor.get('/?asOf=2024-12-31')).text);
    expect(shown).toContain('截至2024年12月31日');
    expect(shown).toContain('应报 2 家，已报 2 家，未报 0 家');
    expect(textOf((await visitor.get('/?asOf=2023-06-30')).text)).toContain('在园创业主体 0 家');
  });

  it('draws every park on the schematic, with the day kept in its links', async () => {
    const { text } = await visitor.get('/?asOf=2024-12-31');
    expect(text).toContain(
      '<a href="/parks/P01?asOf&#x3D;2024-12-31" aria-label="1 黄杨尖创业园">',
    );
    expect(text).toContain('aria-label="2 金塘创业园"');
  });

  it('counts premises, islands and villages', async () => {
    const shown = textOf((await visitor.get('/')).text);
    expect(shown).toContain(
      '现有场地 4 处，分布在 1 个岛、2 个村社；在租 1 处，超期占用 0 处，空置 3 处',
    );
  });

  it('speaks English by the switch', async () => {
    const shown = textOf((await visitor.get('/?lang=en')).text);
    expect(shown).toContain('Startup parks without walls');
    expect(shown).toContain('Ventures in a park 2 ventures');
    await visitor.get('/?lang=zh');
  });

  it.each(['2025-02-30', '2025-02-15', 'x', '2025'])('refuses %s as a day', async (day) => {
    expect((await visitor.get(`/?asOf=${day}`)).status).toBe(400);
  });
});

describe('the list of parks', () => {
  it('shows what is free, let and held over, and the sum of its rows', async () => {
    const shown = textOf((await visitor.get('/parks')).text);
    expect(shown).toMatch(/黄杨尖创业园 普陀区 舟山本岛（2 个村社） 2 1 0 2 0580-3000001/);
    expect(shown).toMatch(/金塘创业园 定海区 舟山本岛（1 个村社） 1 0 0 0 未公布/);
    expect(shown).toMatch(/合计 3 1 0 2/);
  });

  it('is empty before the first park', async () => {
    expect((await visitor.get('/parks?asOf=2020-01-01')).text).toContain('当日还没有开放的园区');
  });
});

describe('the page of a park', () => {
  it('shows free premises, and names only who agreed to be named', async () => {
    const { status, text } = await visitor.get('/parks/P01');
    expect(status).toBe(200);
    expect(text).toContain('石屋二号');
    expect(text).toContain('80.5 平方米');
    expect(text).not.toContain('石屋一号');
    expect(text).toContain('<li>海风民宿</li>');
    expect(textOf(text)).toContain('当日在园 2 家，同意公开名称的有 1 家');
    expect(text).toContain('href="tel:05803000001"');
  });

  it('says nothing of people, owners, addresses, rent or unnamed ventures', async () => {
    const { text } = await visitor.get('/parks/P01');
    for (const secret of ['不具名工坊', '陈海', '13000000000', '王阿根', '12号', '1,234', '1234']) {
      expect(text).not.toContain(secret);
    }
  });

  it('reads as of a day before the let and the arrival', async () => {
    const { text } = await visitor.get('/parks/P01?asOf=2024-01-31');
    expect(text).toContain('石屋一号');
    expect(text).not.toContain('海风民宿');
  });

  it('does not exist under another number', async () => {
    for (const number of ['P99', 'p01', '1', '%E5%B2%9B']) {
      expect((await visitor.get(`/parks/${number}`)).status).toBe(404);
    }
  });

  it('shows a visitor no way to change anything', async () => {
    const { text } = await visitor.get('/parks/P01');
    expect(text).not.toContain('/parks/P01/edit');
    expect(text).not.toContain('/parks/P01/spaces');
  });

  it('leads who keeps or reviews the park to its records', async () => {
    const manager = (await (await signIn(app.base, 'park1')).get('/parks/P01')).text;
    expect(manager).toContain('href="/parks/P01/spaces"');
    expect(manager).toContain('href="/parks/P01/edit"');
    const reviewer = (await (await signIn(app.base, 'putuo')).get('/parks/P01')).text;
    expect(reviewer).toContain('href="/parks/P01/spaces"');
    expect(reviewer).not.toContain('/parks/P01/edit');
    const stranger = (await (await signIn(app.base, 'park2')).get('/parks/P01')).text;
    expect(stranger).not.toContain('/parks/P01/spaces');
  });
});
