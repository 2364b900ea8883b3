import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rentFree } from '../../prisma/seed/policies/rent-free.js';
import { rentSubsidy } from '../../prisma/seed/policies/rent-subsidy.js';
import type { PolicyRules } from '../../src/policies/rules.js';
import { Client } from '../web/client.js';
import { answerAll, graduate, type Site, sentTo, startEligibility } from './cast.js';

let site: Site;
async function begin(): Promise<void> {
  site = await startEligibility();
  await site.issue('rent-free', rentFree, '2025-02-14');
  await site.issue('rent-subsidy', rentSubsidy, '2025-02-14');
}
const end = () => site.close();

const mainOf = (text: string) =>
  text.slice(text.indexOf('<main'), text.indexOf('</main>')).replaceAll('&#x3D;', '=');
const visitor = async (answers = graduate) => {
  const client = new Client(site.base);
  await answerAll(client, answers);
  return client;
};

describe('the check', () => {
  beforeAll(begin);
  afterAll(end);

  it('begins at the front door and at the policies, without an account', async () => {
    const client = new Client(site.base);
    for (const from of ['/', '/policies', '/policies/rent-free'])
      expect((await client.get(from)).text, from).toContain('href="/eligibility"');
    const start = await client.get('/eligibility');
    expect(start.text).toContain('不问姓名');
    expect(start.text).toContain('href="/eligibility/questions/categories"');
    expect(client.cookies.size).toBe(0);
  });

  it('asks about one thing a page, in order, and what follows from an answer only then; in seven pages with its own', async () => {
    const asked = await answerAll(new Client(site.base), graduate);
    const pages = ['categories', 'graduation', 'settled', 'premises', 'benefits'];
    expect(asked).toEqual(pages);
    const none = { ...graduate, categories: { categories: 'none' } };
    const without = await answerAll(new Client(site.base), none);
    expect(without).toEqual(pages.filter((slug) => slug !== 'graduation'));
  });

  it('leads back from each question to the one before', async () => {
    const client = await visitor();
    const question = await client.get('/eligibility/questions/graduation');
    expect(question.text).toContain('class="back"><a href="/eligibility/questions/categories"');
    expect(question.text).toContain('value="2022-06-30"');
    expect(question.text).toContain('第 2 页，共 5 页');
    const first = await client.get('/eligibility/questions/categories');
    expect(first.text).toContain('class="back"><a href="/eligibility"');
    expect(first.text).toMatch(/value="graduate" checked/);
  });

  it('says what is wrong beside the field, with what was typed', async () => {
    const client = new Client(site.base);
    const faulty: [string, Record<string, string | string[]>, string[]][] = [
      ['categories', {}, ['请至少选择一项']],
      ['categories', { categories: ['none', 'student'] }, ['不能与其他选项同时选择']],
      ['categories', { categories: 'pirate' }, ['请从选项中选择']],
      ['settled', {}, ['请从选项中选择']],
      ['settled', { answer: 'yes', day: '' }, ['请填写此项', 'href="#day"']],
      ['settled', { answer: 'yes', day: '2025-02-15' }, ['不能晚于今天', 'value="2025-02-15"']],
      ['settled', { answer: 'yes', day: '1025-02-15' }, ['请核对年份']],
      ['premises', { 'premises.premises': 'castle' }, ['请从选项中选择']],
      ['area', { 'area.area': '0' }, ['面积须大于 0', 'href="#area.area"']],
      ['area', { 'area.area': '80坪' }, ['最多两位小数', 'value="80坪"']],
      ['rent', { 'rent.rent': '-5' }, ['最多两位小数', 'value="-5"']],
      ['lease', { 'lease.from': '2025-03-01', 'lease.to': '2025-02-01' }, ['结束日期不能早于']],
      ['lease', { 'lease.from': '', 'lease.to': '2025-02-01' }, ['请填写此项']],
      ['lease', { 'lease.from': '1985-03-01' }, ['应在 1990 年至 2099 年之间']],
      ['benefits', { 'other-benefit.answer': 'yes' }, ['请填写此项']],
      ['before', { 'before.before': ['none', 'rent-free'] }, ['不能与其他选项同时选择']],
    ];
    for (const [slug, sent, wanted] of faulty) {
      const answer = await client.post(`/eligibility/questions/${slug}`, sent);
      expect(answer.status, slug).toBe(422);
      expect(answer.text, slug).toContain('error-summary');
      for (const text of wanted) expect(answer.text, slug).toContain(text);
    }
    expect(client.cookies.size).toBe(0);
  });

  it('shows the answers, and a change leads to the result', async () => {
    const client = await visitor();
    const answers = mainOf((await client.get('/eligibility/answers')).text);
    for (const told of ['高校毕业生', '2022年6月30日', '80 平方米', '800 元', '都没有'])
      expect(answers).toContain(told);
    expect(answers).toContain('href="/eligibility/questions/rent?change=yes"');
    const dearer = sentTo('premises', Object.assign({}, graduate, { rent: { rent: '1000' } }));
    const changed = await client.post('/eligibility/questions/rent?change=yes', dearer);
    expect(changed.location).toBe('/eligibility/result');
    expect((await client.get('/eligibility/answers')).text).toContain('1,000 元');
    // A change that opens a question asks it first.
    const before = { before: { before: 'rent-free' } };
    const had = await client.post(
      '/eligibility/questions/before?change=yes',
      sentTo('benefits', Object.assign({}, graduate, before)),
    );
    expect(had.location).toBe('/eligibility/questions/had-rent-free');
    const months = await client.post('/eligibility/questions/had-rent-free', { months: '12' });
    expect(months.location).toBe('/eligibility/result');
  });

  it('shows no result and no list before everything is answered', async () => {
    const client = new Client(site.base);
    await client.post('/eligibility/questions/categories', { categories: 'none' });
    for (const page of ['answers', 'result']) {
      const answer = await client.get(`/eligibility/${page}`);
      expect([answer.status, answer.location]).toEqual([303, '/eligibility/questions/settled']);
    }
    const start = await client.get('/eligibility');
    expect(start.text).toContain('href="/eligibility/questions/settled"');
    expect(start.headers.get('cache-control')).toBe('no-store');
  });

  it('knows no question that was never asked, and skips one that is not asked now', async () => {
    const client = new Client(site.base);
    expect((await client.get('/eligibility/questions/favourite-colour')).status).toBe(404);
    const jobs = await client.get('/eligibility/questions/jobs');
    expect([jobs.status, jobs.location]).toEqual([303, '/eligibility/questions/categories']);
    const sent = await client.post('/eligibility/questions/jobs', { jobs: '3' });
    expect([sent.status, sent.location]).toEqual([303, '/eligibility/questions/categories']);
  });

  it('forgets everything when asked to', async () => {
    const client = await visitor();
    const answer = await client.post('/eligibility/clearing');
    expect([answer.status, answer.location]).toEqual([303, '/eligibility']);
    expect(client.cookies.size).toBe(0);
  });
});

describe('the result', () => {
  beforeAll(begin);
  afterAll(end);

  it('says for each policy whether, why, how much, and what to bring', async () => {
    const result = await (await visitor()).get('/eligibility/result');
    expect(result.status).toBe(200);
    expect(result.headers.get('cache-control')).toBe('no-store');
    expect(result.headers.get('x-robots-tag')).toBe('noindex');
    const text = mainOf(result.text);
    expect(text).toContain('有 2 项政策可以申请');
    expect(text).toContain('同一时期只能享受一项');
    expect(text).toContain(
      '2025年3月至2027年2月，合计减免或补贴 19,200.00 元，其间还需支付租金 0.00 元',
    );
    expect(text).toContain('2024年8月1日入驻园区');
    expect(text).toContain('2022年6月30日毕业，至申请之日满 2 年 7 个月');
    expect(text).toContain('免收全部租金（第 3.2 条）：月租 800 元');
    expect(text).toContain('毕业证书');
    expect(text).toContain('2027年6月30日起不再符合条件');
    for (const code of ['rent-free', 'rent-subsidy'])
      expect(text).toContain(`href="/waivers/new?policy=${code}"`);
    expect(text).toContain('href="/policies/rent-free?version=1"');
  });

  it('says it in English too', async () => {
    const client = await visitor();
    const text = mainOf((await client.get('/eligibility/result?lang=en')).text);
    expect(text).toContain('You can apply for 2 of the policies');
    expect(text).toContain(
      'March 2025 to February 2027: 19,200.00 yuan in all; 0.00 yuan of rent remain to be paid',
    );
    expect(text).toContain('Graduated on 30 June 2022, 2 years and 7 months before');
    expect(text.replace(/园区[^<]*/g, '')).not.toMatch(/\p{Script=Han}/u);
  });

  it('says what is missing, what would then be given, and what else there is', async () => {
    const client = await visitor({ ...graduate, settled: { answer: 'no' } });
    const text = mainOf((await client.get('/eligibility/result')).text);
    expect(text).toContain('入驻园区后可享受 2 项政策');
    expect(text).toContain('只差这一点');
    expect(text).toContain('入驻一家园区');
    expect(text).toContain('做到后，预计可享受 24 个自然月，合计 19,200.00 元');
    expect(text).not.toContain('/waivers/new');
    const none = await visitor({ ...graduate, categories: { categories: 'none' } });
    const one = mainOf((await none.get('/eligibility/result')).text);
    expect(one).toContain('有 1 项政策可以申请');
    expect(one).toContain('提供属于以下任一类别的证明');
    expect(one).toContain('您可以申请其他政策：');
    expect(one).toContain('href="#policy-rent-free"');
  });

  it('tells who is not settled and pays no rent what to do and what there is to get', async () => {
    const target = { ...graduate, settled: { answer: 'no' }, rent: { rent: '0' } };
    for (const premises of ['park-space', 'rent-free']) {
      const client = await visitor({ ...target, premises: { premises } });
      const text = mainOf((await client.get('/eligibility/result')).text);
      expect(text, premises).not.toContain('这项政策无法申请');
      expect(text, premises).toContain('入驻园区后可享受 2 项');
      expect(text, premises).toContain('>入驻后可享受<');
      expect(text, premises).toContain('入驻园区后即符合条件，场地不收租金的不用申请');
      expect(text, premises).toContain('入驻一家园区');
      expect(text, premises).toContain('先联系园区选一处场地');
      expect(text, premises).toContain('全部期间，免收全部租金（第 3.2 条）');
      expect(text, premises).toContain('计算面积不超过 100');
      expect(text, premises).not.toContain('/waivers/new');
      const english = mainOf((await client.get('/eligibility/result?lang=en')).text);
      expect(english, premises).toContain('Once settled in a park you are eligible');
    }
    const plain = { ...target, categories: { categories: 'none' }, graduation: {} };
    const text = mainOf((await (await visitor(plain)).get('/eligibility/result')).text);
    expect(text).toContain('第 13 至 24 个月');
  });

  it('tells who is settled and pays no rent that there is nothing to apply for', async () => {
    for (const premises of ['park-space', 'rent-free']) {
      const client = await visitor({ ...graduate, premises: { premises }, rent: { rent: '0' } });
      const text = mainOf((await client.get('/eligibility/result')).text);
      expect(text, premises).toContain('您现在不付租金，没有要减免的金额，不用申请');
      expect(text, premises).toContain('以后租约开始收租金');
      expect(text, premises).not.toContain('无法申请');
      expect(text, premises).not.toContain('/waivers/new');
      // That premises are free of rent already is a condition of both, and is shown as one.
      expect(text.includes('>不符合<'), premises).toBe(premises === 'rent-free');
      expect(text, premises).toContain('每月租金为 0 元');
    }
  });

  it('counts on what was had before, and says when nothing helps', async () => {
    const half = await visitor({
      ...graduate,
      categories: { categories: 'none' },
      before: { before: ['rent-free'] },
      'had-rent-free': { months: '18' },
    });
    const text = mainOf((await half.get('/eligibility/result')).text);
    expect(text).toContain(
      '2025年3月至2025年8月，合计减免或补贴 2,400.00 元，其间还需支付租金 2,400.00 元',
    );
    const over = await visitor({
      ...graduate,
      before: { before: ['rent-free'] },
      'had-rent-free': { months: '24' },
    });
    const nothing = mainOf((await over.get('/eligibility/result')).text);
    expect(nothing).toContain('此前已享受本政策 2 年，享受期限已满');
    expect(nothing).toContain('下列条件目前不符合，也没有办法补上');
  });
});

describe('a policy that binds any years in a row', () => {
  const yearOfThree: PolicyRules = {
    ...rentFree,
    conditions: [
      {
        id: 'window',
        clause: '9',
        kind: 'window',
        months: 12,
        years: 3,
        text: { zh: '三年内享受不超过一年', en: 'A year of it within any three' },
      },
    ],
    proof: [],
  };
  beforeAll(async () => {
    site = await startEligibility();
    await site.issue('year-of-three', yearOfThree, '2025-02-14');
  });
  afterAll(end);

  it('gives as many months as any years in a row leave, and says so', async () => {
    const of = async (more: Record<string, Record<string, string | string[]>>) => {
      const client = await visitor({ ...graduate, ...more });
      return mainOf((await client.get('/eligibility/result')).text);
    };
    const fresh = await of({});
    expect(fresh).toContain('有 1 项政策可以申请');
    expect(fresh).toContain('连续几年内最多享受的月数用完，到2026年2月28日为止');
    expect(fresh).toContain('href="/waivers/new?policy=year-of-three"');
    const half = { before: { before: ['year-of-three'] }, 'had-year-of-three': { months: '8' } };
    const rest = await of(half);
    expect(rest).toContain('已享受 8 个月，这次申请 4 个月');
    expect(rest).toContain('href="/waivers/new?policy=year-of-three"');
    expect(rest).not.toContain('>不符合<');
  });
});

describe('what is not known', () => {
  beforeAll(begin);
  afterAll(end);

  it('leads to what can be said without: the rates, and what to do', async () => {
    const nothing = {
      categories: { categories: 'none' },
      settled: { answer: 'no' },
      premises: { premises: 'none' },
      area: { area: '' },
      rent: { rent: '' },
      lease: { from: '', to: '' },
      'other-benefit': { answer: 'no' },
      before: { before: 'none' },
    };
    const client = await visitor(nothing);
    const text = mainOf((await client.get('/eligibility/result')).text);
    expect(text).toContain('入驻园区后可享受，金额看租金：标准见下');
    expect(text).toContain('第 13 至 24 个月');
    expect(text).toContain('href="/spaces"');
    expect(text).not.toContain('无法申请');
    // Nothing is said that rests on a rent that nobody gave.
    expect(text).not.toMatch(/[0-9,]+\.[0-9]{2} 元/);
    expect(text).not.toContain('10,000');
    expect(mainOf((await client.get('/eligibility/answers')).text)).toContain('不知道');
  });

  it('holds for each answer by itself, settled or not, and says no amount without rent or area', async () => {
    for (const unknown of [{ rent: { rent: '' } }, { area: { area: '' } }]) {
      const client = await visitor(Object.assign({}, graduate, unknown));
      const text = mainOf((await client.get('/eligibility/result')).text);
      expect(text).toContain('符合条件，金额看租金');
      expect(text).not.toMatch(/合计减免或补贴/);
    }
    const open = await visitor(Object.assign({}, graduate, { lease: { from: '', to: '' } }));
    expect((await open.get('/eligibility/result')).text).toContain('19,200.00');
  });
});

describe('a policy that changes meanwhile', () => {
  beforeAll(begin);
  afterAll(end);

  it('asks what it needs anew, keeps the rest, and then goes by the new version', async () => {
    const client = await visitor();
    const stricter: PolicyRules = {
      ...rentSubsidy,
      conditions: [
        ...rentSubsidy.conditions,
        {
          id: 'jobs',
          clause: '1.5',
          kind: 'jobs',
          insuredMonths: 0,
          least: 2,
          text: { zh: '带动就业两人以上', en: 'It employs two people or more' },
        },
      ],
    };
    await site.issue('rent-subsidy', stricter, '2025-02-15');
    expect((await client.get('/eligibility/result')).status).toBe(200);
    site.clock.set(new Date('2025-02-15T02:00:00Z'));
    const asked = await client.get('/eligibility/result');
    expect([asked.status, asked.location]).toEqual([303, '/eligibility/questions/venture']);
    const venture = sentTo('venture', Object.assign({}, graduate, { jobs: { jobs: '1' } }));
    const sent = await client.post('/eligibility/questions/venture', venture);
    expect(sent.location).toBe('/eligibility/questions/premises');
    const text = mainOf((await client.get('/eligibility/result')).text);
    expect(text).toContain('带动就业 1 人');
    expect(text).toContain('再带动就业 1 人');
    expect(text).toContain('依据：第 2 版');
  });
});

describe('where no policy is in force', () => {
  it('says so, and asks nothing', async () => {
    const empty = await startEligibility();
    const client = new Client(empty.base);
    const start = await client.get('/eligibility');
    expect(start.text).toContain('目前没有施行中的政策');
    expect(start.text).toContain('href="/parks"');
    for (const page of ['questions/rent', 'answers', 'result']) {
      const answer = await client.get(`/eligibility/${page}`);
      expect([answer.status, answer.location], page).toEqual([303, '/eligibility']);
    }
    expect((await client.post('/eligibility/questions/rent', { rent: '1' })).status).toBe(303);
    await empty.close();
  });
});
