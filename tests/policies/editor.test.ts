import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { rentFree } from '../../prisma/seed/policies/rent-free.js';
import { rentSubsidy } from '../../prisma/seed/policies/rent-subsidy.js';
import { assess } from '../../src/policies/assess.js';
import { DraftForm } from '../../src/policies/forms.js';
import type { PolicyRules } from '../../src/policies/rules.js';
import { typedRules } from '../../src/policies/typed-rules.js';
import { versionsOf } from '../../src/policies/versions.js';
import { type Client, signIn, type TestApp } from '../web/client.js';
import { startPolicies } from './cast.js';
import { inForce, someFacts } from './facts.js';
import { otherCity } from './other-city.js';

const draft = '/policies/other-city/draft';
let app: TestApp;
let bureau: Client;
beforeEach(async () => {
  app = await startPolicies();
  bureau = await signIn(app.base, 'bureau');
});
afterEach(() => app.close());

const typed = typedRules(otherCity, 1);
const stored = async () => (await versionsOf(app.db, 'other-city'))[0];
const edit = (changes: Record<string, string | string[]>, client = bureau) =>
  client.post(`${draft}/edit`, { ...typed, ...changes });

describe('the form of a draft', () => {
  it.each([rentFree, rentSubsidy, otherCity])(
    'says all of its rules, and nothing else',
    (rules) => {
      expect(DraftForm.parse(typedRules(rules, 7))).toEqual({ revision: 7, rules });
    },
  );

  it('shows what stands, and saves what is changed', async () => {
    const { status, text } = await bureau.get(`${draft}/edit`);
    expect(status).toBe(200);
    expect(text).toContain('value="33.33"');
    const answer = await edit({ corrections: '3', 'tiers.1.value': '50', form: 'subsidy' });
    expect([answer.status, answer.location]).toEqual([303, draft]);
    expect(await stored()).toMatchObject({
      revision: 2,
      rules: { corrections: 3, form: 'subsidy' },
    });
    expect((await stored())?.rules.tiers[1]?.amount).toEqual({ kind: 'share', basisPoints: 5_000 });
  });

  it('takes a neighbouring city’s rules from nothing but what is typed', async () => {
    const form = {
      nameZh: '邻市免租',
      nameEn: 'A neighbour’s waiver',
      code: 'neighbour',
      summaryZh: '毕业五年内',
      summaryEn: 'Graduates',
      sourceZh: '邻市文件',
      sourceEn: 'A notice',
    };
    expect((await bureau.post('/policies/drafts/new', form)).status).toBe(303);
    const fields = {
      ...typedRules((await versionsOf(app.db, 'neighbour'))[0]?.rules as PolicyRules, 1),
      months: '24',
      'caps.area': '60',
      'caps.fenByArea': '30',
      'caps.fenByPerson': '100000',
      'tiers.1.clause': '2',
      'tiers.1.fromMonth': '13',
      'tiers.1.toMonth': '24',
      'tiers.1.kind': 'share',
      'tiers.1.value': '50',
      'conditions.0.kind': 'category',
      'conditions.0.id': 'graduate',
      'conditions.0.clause': '3',
      'conditions.0.zh': '毕业五年内',
      'conditions.0.en': 'Graduated within five years',
      'conditions.0.tests.graduate.role': 'any',
      'conditions.0.tests.graduate.within': '60',
      'conditions.1.kind': 'registered',
      'conditions.1.id': 'registered',
      'conditions.1.clause': '4',
      'conditions.1.least': '3',
      'conditions.1.most': '',
      'conditions.1.zh': '注册满三个月',
      'conditions.1.en': 'Registered for three months',
    };
    const saved = await bureau.post('/policies/neighbour/draft/edit', fields);
    expect([saved.status, saved.location]).toEqual([303, '/policies/neighbour/draft']);
    const { text } = await bureau.get('/policies/neighbour/draft');
    for (const told of ['每平方米每月不超过 30 元', '计算面积不超过', '每名创业者累计不超过'])
      expect(text, told).toContain(told);
    const rules = (await versionsOf(app.db, 'neighbour'))[0]?.rules as PolicyRules;
    const graduate = {
      ...someFacts,
      graduatedOn: '2023-06-30',
      premises: { ...someFacts.premises, rent: 400_000 },
    };
    const { eligible, schedule } = assess(graduate, inForce(rules));
    expect(eligible).toBe(true);
    // 60 of 80 m² at 4,000 yuan: 3,000, of which 1,800 may be given; in the second year half, 1,500.
    expect(schedule.lines[1]).toMatchObject({
      fen: 180_000,
      parts: [{ caps: ['area', 'per-area'] }],
    });
    expect(schedule.lines[14]).toMatchObject({ fen: 150_000, parts: [{ caps: ['area'] }] });
    const spent = { person: { months: 12, fen: 9_700_000 }, venture: { months: 0, fen: 0 } };
    const nearly = { ...graduate, used: { ...spent, yearFen: 0 } };
    expect(assess(nearly, inForce(rules)).schedule.total).toBe(300_000);
    for (const not of [{ graduatedOn: '2018-06-30' }, { registeredOn: '2024-12-01' }])
      expect(assess({ ...graduate, ...not }, inForce(rules)).eligible).toBe(false);
  });

  it('adds, removes and moves rows without writing anything', async () => {
    const rows = (fields: Record<string, string>) =>
      bureau.post(`${draft}/rows`, { ...typed, ...fields }, { from: `${draft}/edit` });
    const more = await rows({ add: 'conditions', addKind: 'jobs' });
    expect(more.text).toContain('name="conditions.10.least"');
    expect(more.text).toContain('name="conditions.10.id" value="jobs-2"');
    const fewer = await rows({ remove: 'tiers.0' });
    expect(fewer.text).not.toContain('name="tiers.3.value"');
    expect(fewer.text).toMatch(/name="tiers.0.value"[^>]* value="33.33"/);
    const moved = await rows({ up: 'tiers.1' });
    expect(moved.text).toMatch(/name="tiers.0.value"[^>]* value="33.33"/);
    const strange = await rows({ add: 'conditions', addKind: 'constructor' });
    expect(strange.text).not.toContain('conditions.10.');
    expect(await stored()).toMatchObject({ revision: 1, rules: otherCity });
  });

  it('folds each row, saying what it says, and opens what is wrong or was just added', async () => {
    const folds = (text: string) =>
      [...text.matchAll(/<details class="panel fold"( open)?>\s*<summary>(.*?)<\/summary>/g)].map(
        ([, open, said = '']) => [said.replace(/<[^>]+>/g, ''), open !== undefined] as const,
      );
    const page = folds((await bureau.get(`${draft}/edit`)).text);
    const lists = [otherCity.conditions, otherCity.tiers, otherCity.supplements, otherCity.proof];
    expect(page).toHaveLength(lists.flat().length);
    expect(page.filter(([, isOpen]) => isOpen)).toEqual([]);
    const [first] = otherCity.conditions;
    expect(page[0]?.[0]).toContain(`${first?.clause} ${first?.text.zh}`);
    expect(page.filter(([said]) => /租金的百分比：\d/.test(said)).length).toBeGreaterThan(0);
    const wrong = folds((await edit({ 'tiers.0.value': '很多' })).text);
    expect(wrong.filter(([, isOpen]) => isOpen).map(([said]) => said)).toEqual([
      expect.stringContaining('标准 1'),
    ]);
    const form = { ...typed, add: 'conditions', addKind: 'jobs' };
    const added = await bureau.post(`${draft}/rows`, form, { from: `${draft}/edit` });
    expect(folds(added.text).filter(([, isOpen]) => isOpen)).toEqual([
      [expect.stringContaining('条件 11'), true],
    ]);
  });

  it('proposes the clause of a row that is added', async () => {
    const rows = async (fields: Record<string, string>) =>
      (await bureau.post(`${draft}/rows`, { ...typed, ...fields }, { from: `${draft}/edit` })).text;
    const clauseOf = (text: string, row: string) =>
      new RegExp(`name="${row}.clause"[^>]* value="([^"]*)"`).exec(text)?.[1];
    const fields = { add: 'conditions', addKind: 'jobs', 'conditions.9.clause': '第3.9条' };
    expect(clauseOf(await rows(fields), 'conditions.10')).toBe('第3.10条');
    expect(clauseOf(await rows({ ...fields, 'conditions.9.clause': '3.9' }), 'conditions.10')).toBe(
      '3.10',
    );
    const first = { add: 'supplements', addSupplementKind: 'place', 'limits.clause': '7.2' };
    expect(clauseOf(await rows(first), 'supplements.0')).toBe('16.1');
  });

  it('keeps rows that were added where something else is wrong', async () => {
    const row = { id: 'jobs-2', kind: 'jobs', clause: '9', zh: '带动就业', en: '', least: '3' };
    const added = Object.entries(row).map(([name, value]) => [`conditions.10.${name}`, value]);
    const answer = await edit({ ...Object.fromEntries(added), months: '' });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('name="conditions.10.least"');
    expect(answer.text).toContain('带动就业');
    expect(answer.text).not.toContain('id="conditions.10.en-error"');
  });

  it('needs English only where it is published: not of a draft, but before it is in force', async () => {
    const saved = await edit({ 'name.en': '', 'conditions.0.en': '' });
    expect(saved.status).toBe(303);
    expect((await stored())?.rules.name.en).toBe(otherCity.name.zh);
    expect((await bureau.get(`${draft}/edit`)).text).toMatch(/name="name.en"[^>]* value=""/);
    const remark = (await bureau.get(`${draft}?lang=en`)).text;
    expect(remark).toContain('English is missing in 2 places');
    expect(remark).toContain('before the draft is put in force: name, condition 1.');
    expect(remark).toContain(`${draft}/edit#name.en"`);
    const second = await signIn(app.base, 'bureau2');
    const form = { revision: '2', beganOn: '2025-03-01' };
    const refused = await second.post(`${draft}/in-force`, form);
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('还有 2 处没有英文');
  });

  it('says nothing of English that is there, and of another version only where there is one', async () => {
    const first = [draft, `${draft}/in-force`, `${draft}/discard`];
    for (const href of first) {
      const { text } = await bureau.get(href);
      expect(text, href).not.toMatch(/没有英文|现行版本|前一天失效|已施行的版本/);
    }
    expect((await bureau.post('/policies/rent-free/draft/new')).status).toBe(303);
    const second = await signIn(app.base, 'bureau2');
    const of = async (page: string) => (await second.get(`/policies/rent-free/draft${page}`)).text;
    for (const page of ['', '/in-force'])
      expect(await of(page)).toMatch(/第 \d 版于施行日前一天失效/);
    expect(await of('')).toContain('与现行版本结果不同的，已标出');
    expect(await of('/discard')).toContain('已施行的版本不受影响');
  });

  it('keeps what was typed and says what is wrong, by the field', async () => {
    const answer = await edit({ months: '48', 'tiers.0.value': '很多', 'name.zh': '改名' });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('value="改名"');
    expect(answer.text).toContain('id="tiers.0.value-error"');
    expect(answer.text).toContain('标准 1 的数值');
    const gap = await edit({ months: '48' });
    expect(gap.status).toBe(422);
    expect(gap.text).toContain('享受期限内的每个月，都须有一档');
    expect((await edit({ 'tiers.1.value': '101' })).text).toContain('不能大于 100');
    expect(await stored()).toMatchObject({ revision: 1, rules: otherCity });
  });

  it.each(['toString', 'constructor', '__proto__', 'hasOwnProperty'])(
    'has no field of the name %s',
    async (name) => {
      const strange = { [name]: 'x', [`conditions.0.${name}`]: 'x', [`tiers.0.${name}`]: 'x' };
      const answer = await edit({ corrections: '', ...strange });
      expect(answer.status).toBe(422);
      expect((await stored())?.revision).toBe(1);
    },
  );

  it('shows both versions when somebody else was quicker', async () => {
    const other = await signIn(app.base, 'bureau2');
    expect((await edit({ corrections: '4' }, other)).status).toBe(303);
    const late = await edit({ months: '36', corrections: '5' });
    expect(late.status).toBe(409);
    expect(late.text).toContain('最多 4 次');
    expect(late.text).toContain('最多 5 次');
    expect(late.text).toContain('name="revision" value="2"');
    expect((await stored())?.rules.corrections).toBe(4);
  });

  it('is for the bureau: an auditor reads the draft, a park does not see it', async () => {
    const auditor = await signIn(app.base, 'auditor');
    expect((await auditor.get(draft)).status).toBe(200);
    expect((await auditor.get(`${draft}/edit`)).status).toBe(403);
    expect((await edit({}, auditor)).status).toBe(403);
    for (const act of ['in-force', 'discard'])
      expect((await auditor.post(`${draft}/${act}`, { revision: '1' })).status).toBe(403);
    const park = await signIn(app.base, 'park1');
    for (const href of [draft, `${draft}/edit`, '/policies/none/draft'])
      expect((await park.get(href)).status).toBe(404);
    expect((await park.get('/policies/drafts/new')).status).toBe(403);
    expect((await bureau.get('/policies/none/draft')).status).toBe(404);
  });
});

describe('a draft', () => {
  it('is tried on sample cases beside the version in force', async () => {
    expect((await bureau.get(draft)).text).toContain('不符合条款 1');
    const next = await bureau.post('/policies/rent-free/draft/new');
    expect(next.location).toBe('/policies/rent-free/draft/edit');
    const half = { ...typedRules(rentFree, 1), 'tiers.1.value': '50' };
    expect((await bureau.post('/policies/rent-free/draft/edit', half)).status).toBe(303);
    const { text } = await bureau.get('/policies/rent-free/draft');
    expect(text).toContain('24 个月，共 14,400.00 元');
    expect(text).toContain('合计');
    expect(text).toMatch(/class="differs"[\s\S]*毕业两年/);
  });

  it('is put in force by a second person, once', async () => {
    const form = { revision: '1', beganOn: '2025-03-01', _key: 'k'.repeat(20) };
    const own = await bureau.post(`${draft}/in-force`, form);
    expect(own.status).toBe(422);
    expect(own.text).toContain('须由另一名工作人员');
    const second = await signIn(app.base, 'bureau2');
    const past = await second.post(`${draft}/in-force`, { ...form, beganOn: '2025-01-01' });
    expect(past.status).toBe(422);
    expect(past.text).toContain('value="2025-01-01"');
    for (const _ of [1, 2]) {
      const answer = await second.post(`${draft}/in-force`, form, { from: '/account' });
      expect([answer.status, answer.location]).toEqual([303, '/policies/other-city?version=1']);
    }
    expect(await stored()).toMatchObject({ beganOn: '2025-03-01' });
    expect((await second.get('/policies/other-city')).text).toContain('这一版本尚未施行');
  });

  it('is not put in force as somebody saw it before it was changed', async () => {
    expect((await edit({ corrections: '3' })).status).toBe(303);
    const second = await signIn(app.base, 'bureau2');
    const late = await second.post(`${draft}/in-force`, { revision: '1', beganOn: '2025-03-01' });
    expect(late.status).toBe(409);
    expect((await stored())?.beganOn).toBeNull();
  });

  it('can be thrown away', async () => {
    expect((await bureau.post(`${draft}/discard`, { revision: '1' })).location).toBe('/policies');
    expect((await bureau.get(draft)).status).toBe(404);
  });

  it('of a new policy begins with a name, a summary and a source', async () => {
    const form = {
      code: 'start-up-grant',
      nameZh: '创业补贴',
      nameEn: 'Grant',
      summaryZh: '概要',
      summaryEn: 'Summary',
      sourceZh: '依据',
      sourceEn: 'Source',
    };
    const bad = await bureau.post('/policies/drafts/new', {
      ...form,
      code: 'Start Up',
      nameEn: '',
    });
    expect(bad.status).toBe(422);
    expect(bad.text).toContain('id="code-error"');
    const taken = await bureau.post('/policies/drafts/new', { ...form, code: 'rent-free' });
    expect(taken.text).toContain('已有这个代码的政策');
    const made = await bureau.post('/policies/drafts/new', form);
    expect(made.location).toBe('/policies/start-up-grant/draft/edit');
    expect((await bureau.get('/policies/start-up-grant/draft/edit')).status).toBe(200);
  });

  it('exists once: asked for again, the one that is there is shown', async () => {
    expect((await bureau.post('/policies/rent-free/draft/new')).status).toBe(303);
    const again = await bureau.get('/policies/rent-free/draft/new');
    expect(again.location).toBe('/policies/rent-free/draft');
    expect(
      (await bureau.post('/policies/rent-free/draft/new', {}, { from: '/account' })).status,
    ).toBe(409);
  });
});

it('each act with a policy stands in the history, with its version and what was changed', async () => {
  expect((await edit({ corrections: '3', months: '36' })).status).toBe(303);
  const { text } = await bureau.get('/history?kind=policy');
  expect(text).toContain('修改政策草案');
  expect(text).toContain('补正次数');
  expect(text).toContain('href="/policies/rent-free"');
  expect(text).not.toContain('href="/policies/other-city"');
});
