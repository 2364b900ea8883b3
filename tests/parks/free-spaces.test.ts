import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rentFree } from '../../prisma/seed/policies/rent-free.js';
import { rentSubsidy } from '../../prisma/seed/policies/rent-subsidy.js';
import { transact } from '../../src/database/database.js';
import { draftVersion } from '../../src/policies/draft-version.js';
import { putInForce } from '../../src/policies/put-in-force.js';
import type { PolicyRules } from '../../src/policies/rules.js';
import { versionsOf } from '../../src/policies/versions.js';
import { Client, signIn, type TestApp } from '../web/client.js';
import { startParks } from './cast.js';

let app: TestApp;
beforeAll(async () => {
  app = await startParks();
  await issue('rent-free', rentFree);
  await issue('rent-subsidy', rentSubsidy);
});
afterAll(() => app.close());

async function issue(code: string, rules: PolicyRules): Promise<void> {
  const bureau = await app.db.account.findFirstOrThrow({ where: { username: 'bureau' } });
  const { username: _, id: __, ...like } = bureau;
  const second = await app.db.account.upsert({
    where: { username: 'bureau2' },
    create: Object.assign({ username: 'bureau2' }, like),
    update: {},
  });
  await transact(app.db, async (tx) => {
    const at = app.clock.now();
    await draftVersion(tx, { accountId: bureau.id, at }, { code, rules });
    const [draft] = await versionsOf(tx, code);
    if (!draft) throw new Error(`there is no draft of ${code}`);
    const { id, revision } = draft;
    await putInForce(tx, { accountId: second.id, at }, { id, revision, beganOn: '2025-02-14' });
  });
}

const visitor = () => new Client(app.base);
const numberOf = async (name: string) =>
  (await app.db.space.findFirstOrThrow({ where: { name } })).number;
const mainOf = (text: string) => text.slice(text.indexOf('<main'), text.indexOf('</main>'));

describe('the public list of free spaces', () => {
  it('names each with its park, place, area and market rent, and no space that is let', async () => {
    const text = mainOf((await visitor().get('/spaces')).text);
    for (const words of ['石屋二号', '渔市摊位', '码头棚屋', '螺门村', '80.5', '1,234.00 元/月'])
      expect(text).toContain(words);
    expect(text).not.toContain('石屋一号');
    expect(text).toContain('共 3 处');
  });

  it('is read by park, and knows no other', async () => {
    const text = mainOf((await visitor().get('/spaces?park=P02')).text);
    expect(text).toContain('码头棚屋');
    expect(text).not.toContain('石屋二号');
    expect((await visitor().get('/spaces?park=P77')).status).toBe(404);
    expect((await visitor().get('/spaces?page=x')).status).toBe(400);
  });

  it('is reached from the front page, the menu, the foot of each page and the page of a park', async () => {
    for (const path of ['/', '/parks', '/eligibility'])
      expect((await visitor().get(path)).text, path).toContain('href="/spaces"');
    const space = await numberOf('石屋二号');
    const park = await visitor().get('/parks/P01');
    expect(park.text.replaceAll('&#x3D;', '=')).toContain(`href="/spaces/${space}"`);
    // A space that was free on an earlier day may be let by now.
    expect((await visitor().get('/parks/P01?asOf=2024-06-01')).text).not.toContain(
      'href="/spaces/',
    );
  });
});

describe('the page of a free space', () => {
  it('says what it is, and what remains to be paid each month, for whom', async () => {
    const text = mainOf((await visitor().get(`/spaces/${await numberOf('石屋二号')}`)).text);
    for (const words of [
      '80.5 平方米',
      '黄杨尖村12号',
      '1,234.00 元/月',
      '请打电话问园区',
      '0580-3000001',
    ])
      expect(text).toContain(words);
    // All of it for 12 months, half of it for 12 more, for who is of no key group.
    expect(text).toContain('不属于下列类别的创业者');
    expect(text).toContain('<strong>617.00</strong>');
    // 8 yuan for each of 80.5 m², then 4: 644 of 1,234, then 322.
    expect(text).toContain('<strong>590.00</strong>');
    expect(text).toContain('<strong>912.00</strong>');
    expect(text).toContain('期满后每月支付 1,234.00 元');
  });

  it('shows nobody: neither owner nor source, nor who was or is in it', async () => {
    for (const path of ['/spaces', `/spaces/${await numberOf('渔市摊位')}`]) {
      const { text } = await visitor().get(path);
      for (const words of ['王阿根', '评估报告', '海风', '不具名工坊', '13000000000', '王䶮'])
        expect(text, `${path} ${words}`).not.toContain(words);
    }
  });

  it('is there for no space that is let, closed or unknown', async () => {
    for (const number of [await numberOf('石屋一号'), 'P01-999', "x'--"])
      expect((await visitor().get(`/spaces/${encodeURIComponent(number)}`)).status).toBe(404);
  });

  it('says it in English', async () => {
    const text = mainOf(
      (await visitor().get(`/spaces/${await numberOf('石屋二号')}?lang=en`)).text,
    );
    expect(text).toContain('What remains to be paid each month');
    expect(text).toContain('1,234.00 yuan a month');
  });

  it('says how to get there, as its park writes it, with old and new in the history', async () => {
    const park1 = await signIn(app.base, 'park1');
    const number = await numberOf('渔市摊位');
    const path = `/parks/P01/spaces/${number}/edit`;
    const form = await park1.get(path);
    const version = /name="version" value="(\d+)"/.exec(form.text)?.[1] ?? '';
    const space = await app.db.space.findFirstOrThrow({ where: { number } });
    const { name, kind, village, island, address, owner } = space;
    const typed = { name, kind, village, island, address, owner, area: '80.5', version };
    const directions = '墩头码头坐 8:20 的船，螺门下船步行十分钟';
    const answer = await park1.post(path, Object.assign(typed, { directions }));
    expect(answer.status).toBe(303);
    expect((await visitor().get(`/spaces/${number}`)).text).toContain(directions);
    expect((await park1.get(`/history/space/${space.id}`)).text).toContain('墩头码头');
  });

  it('of which no rent is known or due gives the rates, also for whom else a policy gives more, and no amount', async () => {
    const space = await app.db.space.findFirstOrThrow({ where: { name: '码头棚屋' } });
    for (const [fromOn, fen] of [
      ['2025-01-02', null],
      ['2025-01-03', 0],
    ] as const) {
      await app.db.spaceValuation.create({
        data: { spaceId: space.id, fromOn, fen, source: '待评估' },
      });
      const text = mainOf((await visitor().get(`/spaces/${space.number}`)).text);
      expect(text).toContain(fen === null ? '这处场地的租金尚未确定' : '这处场地不收租金');
      expect(text).toContain('第 13 至 24 个月');
      expect(text).toContain('不属于下列类别的创业者');
      expect(text).toMatch(/<h4>[^<]*持证残疾人[^<]*<\/h4>\s*<ul>\s*<li>全部期间，免收全部租金/);
      expect(text).not.toContain('<strong>');
    }
  });
});

describe('the check that begins with a free space', () => {
  const form = (text: string) => /name="_token" value="([^"]+)"/.exec(text)?.[1] ?? '';

  it('has its area and rent, asks for neither again, and leads to what remains', async () => {
    const client = visitor();
    const number = await numberOf('石屋二号');
    const page = await client.get(`/spaces/${number}`);
    const sent = { space: number, _token: form(page.text) };
    const begun = await client.post('/eligibility/space', sent);
    expect([begun.status, begun.location]).toEqual([303, '/eligibility/questions/categories']);
    const at = (slug: string) => `/eligibility/questions/${slug}`;
    const founder = await client.post(at('categories'), { categories: 'none' });
    expect(founder.location).toBe(at('settled'));
    const settled = await client.post(at('settled'), { answer: 'no', day: '' });
    expect(settled.location).toBe(at('benefits'));
    const benefits = { 'other-benefit.answer': 'no', 'before.before': 'none' };
    const last = await client.post(at('benefits'), benefits);
    expect(last.location).toBe('/eligibility/result');
    const text = mainOf((await client.get('/eligibility/result')).text);
    expect(text).toContain(`场地 ${number} 石屋二号，租金 1,234.00 元/月`);
    // 12 months in full, 12 by half: 18 of 24 rents are waived, and 6 remain.
    expect(text).toContain('合计减免或补贴 22,212.00 元，其间还需支付租金 7,404.00 元');
    // Another rent is another space.
    const other = { 'premises.premises': 'park-space', 'area.area': '80.5', 'rent.rent': '900' };
    await client.post(`${at('premises')}?change=yes`, other);
    expect((await client.get('/eligibility/result')).text).not.toContain('石屋二号');
  });

  it('is there for no space that is let or unknown', async () => {
    const client = visitor();
    for (const space of [await numberOf('石屋一号'), 'P01-999', '']) {
      const page = await client.get('/spaces');
      const sent = { space, _token: form(page.text) };
      expect((await client.post('/eligibility/space', sent)).status).toBe(404);
    }
  });
});
