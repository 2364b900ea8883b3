import { afterAll, beforeAll, expect, it } from 'vitest';
import { addReceipt } from '../../src/payments/claims/receipts.js';
import type { Facts } from '../../src/policies/facts.js';
import type { PolicyRules } from '../../src/policies/rules.js';
import { sampleCases } from '../../src/policies/sample-cases.js';
import { typedFacts } from '../../src/policies/samples/sample-form.js';
import { typedRules } from '../../src/policies/typed-rules.js';
import { versionsOf } from '../../src/policies/versions.js';
import { lastDecision } from '../../src/waivers/outcome.js';
import { aBatch, answerAll, aPayee, receiptOf } from '../payments/cast.js';
import { step } from '../step.js';
import { type Cast, caseAt, startWaivers } from '../waivers/cast.js';
import { browserOf, morning, see } from '../waivers/desk.js';

let cast: Cast;
beforeAll(async () => {
  cast = await startWaivers();
  await caseAt(cast, 'granted');
  await aPayee(cast);
  const { id: proofFileId } = await cast.db.proofFile.findFirstOrThrow();
  // Five people in January and four in December, by records of social insurance.
  for (const [month, people] of [
    ['2024-12', 4],
    ['2025-01', 5],
  ] as const) {
    const of = { ventureId: cast.ventureIds[1], month };
    const at = new Date('2025-02-03T02:00:00Z');
    const data = { headcount: people, evidence: 'social-insurance', filedAt: at };
    await cast.db.jobsReturn.upsert({
      where: { ventureId_month: of },
      create: { ...of, ...data },
      update: data,
    });
    await cast.db.returnProof.create({
      data: { ...of, kind: 'social-insurance', people, proofFileId, attachedAt: at },
    });
  }
});
afterAll(() => cast.close());

type Life = {
  name: string;
  fields: Record<string, string | string[]>;
  /** Yuan by month of the grant, computed by hand from the clauses. */
  months: [string, string][];
  /** Months asked for, and fen in all. */
  length: number;
  total: number;
  /** Fen; no receipts where nothing is measured by a rent. */
  claimed: { from: string; to: string; fen: number; receipts: number };
  said: string[];
  /** A sample of one's own, and what it gives by hand. */
  sample: Record<string, string>;
  sampleGives: string;
};

const row = (at: string, fields: Record<string, string | string[]>) =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [`${at}.${name}`, value]));
const lines = (text: string) =>
  text
    .replace(/^[\s\S]*<main/, '<main')
    .replace(/<\/main>[\s\S]*$/, '')
    .replace(/<(script|style|template)[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]+>/g, '\n')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');

/** What the forms say by hand of each kind of policy beyond a share of the rent, and what it comes to. */
const lives: Life[] = [
  {
    name: 'jobs-year',
    fields: {
      needsPremises: 'no',
      ...row('tiers.0', {
        kind: 'jobs-year',
        value: '2000',
        jobsFrom: '3',
        step: '1000',
        most: '2500',
        insured: '2',
      }),
    },
    length: 12,
    // Four insured for two months: 2,000 + 1,000, of which 2,500 may be given a year.
    months: [['2025-03', '2500.00']],
    total: 250_000,
    claimed: { from: '2025-03', to: '2025-03', fen: 250_000, receipts: 0 },
    said: ['带动就业'],
    sample: { jobs: '3', insuredJobs: '3', insuredMonths: '2' },
    sampleGives: '共 2,000.00 元',
  },
  {
    name: 'sum-once',
    fields: { needsPremises: 'no', ...row('tiers.0', { kind: 'sum-once', value: '5000' }) },
    length: 12,
    months: [['2025-03', '5000.00']],
    total: 500_000,
    claimed: { from: '2025-03', to: '2025-03', fen: 500_000, receipts: 0 },
    said: ['一次性 5,000 元'],
    sample: {},
    sampleGives: '共 5,000.00 元',
  },
  {
    name: 'area-day',
    fields: {
      'caps.area': '60',
      ...row('tiers.0', { kind: 'area-day', value: '0.1' }),
      ...row('supplements.0', {
        kind: 'jobs',
        id: 'plus-jobs',
        clause: '4.1',
        zh: '带动就业满 3 人',
        en: 'Three jobs',
        least: '3',
        insured: '',
        percent: '20',
      }),
    },
    length: 12,
    // 60 of 80.5 m² at 0.10 yuan a day, a fifth more: 7.20 yuan a day, 365 days.
    months: [
      ['2025-03', '223.20'],
      ['2025-04', '216.00'],
      ['2026-02', '201.60'],
    ],
    total: 262_800,
    claimed: { from: '2025-03', to: '2025-04', fen: 30_000, receipts: 30_000 },
    said: ['上浮 20%'],
    sample: { jobs: '2', area: '50', rent: '3000', from: '2025-03-01' },
    sampleGives: '共 1,825.00 元',
  },
  {
    name: 'window',
    fields: {
      needsPremises: 'no',
      ...row('tiers.0', { kind: 'fixed', value: '300' }),
      ...row('conditions.0', {
        kind: 'window',
        id: 'window',
        clause: '1.1',
        zh: '两年内享受不超过半年',
        en: 'Half a year in any two',
        windowYears: '2',
        windowMonths: '6',
      }),
    },
    length: 6,
    months: [
      ['2025-03', '300.00'],
      ['2025-08', '300.00'],
    ],
    total: 180_000,
    claimed: { from: '2025-03', to: '2025-04', fen: 60_000, receipts: 0 },
    said: ['任意连续'],
    sample: {},
    sampleGives: '共 1,800.00 元',
  },
  {
    name: 'conditions',
    fields: {
      'caps.fenByArea': '1.5',
      'caps.fenByAreaPer': 'month',
      ...row('tiers.0', { kind: 'area-month', value: '2' }),
      ...row('conditions.0', {
        kind: 'industry',
        id: 'industry',
        clause: '1.1',
        zh: '不属于金融业',
        en: 'Not in finance',
        mode: 'except',
        industries: ['J'],
      }),
      ...row('conditions.1', {
        kind: 'place',
        id: 'place',
        clause: '1.2',
        zh: '在普陀区',
        en: 'In Putuo',
        regions: ['330903'],
        islands: 'any',
      }),
      ...row('conditions.2', {
        kind: 'jobs',
        id: 'jobs',
        clause: '1.3',
        zh: '参保满两个月的不少于 4 人',
        en: 'Four insured for two months',
        least: '4',
        insured: '2',
      }),
    },
    length: 12,
    // 2 yuan for each of 80.5 m², of which 1.50 may be given: 120.75 a month.
    months: [
      ['2025-03', '120.75'],
      ['2026-02', '120.75'],
    ],
    total: 144_900,
    claimed: { from: '2025-03', to: '2025-04', fen: 24_150, receipts: 50_000 },
    said: ['金融业', '普陀区'],
    sample: { jobs: '4', insuredJobs: '4', insuredMonths: '2', area: '40', rent: '3000' },
    sampleGives: '共 720.00 元',
  },
];

const yuan = (fen: number) => (fen / 100).toFixed(2);

it.each(lives)('a policy of the kind $name has a whole life', async (life) => {
  const code = `life-${life.name}`;
  const draft = `/policies/${code}/draft`;
  let number = '';

  await step('is written, tried and put in force by two people', async () => {
    cast.clock.set(morning('2025-02-05'));
    const bureau = await browserOf(cast, 'bureau');
    const begun = await bureau.post('/policies/drafts/new', {
      code,
      form: 'subsidy',
      nameZh: `试行补贴 ${life.name}`,
      nameEn: '',
      summaryZh: '概要',
      summaryEn: '',
      sourceZh: '依据',
      sourceEn: '',
    });
    expect(begun.location).toBe(`${draft}/edit`);
    const rules = (await versionsOf(cast.db, code))[0]?.rules as PolicyRules;
    const typed = typedRules(rules, 1);
    const saved = await bureau.post(`${draft}/edit`, {
      ...typed,
      'limits.notice': '5',
      ...life.fields,
    });
    expect(saved.status, lines(saved.text).slice(0, 800)).toBe(303);
    const page = await see(cast, 'bureau', draft);
    await see(cast, 'bureau', `${draft}/edit`);
    for (const said of life.said) expect(page).toContain(said);
    expect(page).toContain('3 处没有英文');
    const [fitting] = sampleCases(
      (await versionsOf(cast.db, code))[0]?.rules as PolicyRules,
      '2025-02-05',
    );
    const sample = { ...typedFacts(fitting?.facts as Facts), ...life.sample, title: '自拟的样例' };
    const kept = await bureau.post(`${draft}/samples`, sample, { from: `${draft}/samples/new` });
    expect(kept.status, lines(kept.text).slice(0, 600)).toBe(303);
    const tried = await see(cast, 'bureau', draft);
    const cell = /自拟的样例[\s\S]*?<td data-label="草案">([^<]*)/.exec(tried)?.[1] ?? '';
    expect(cell.trim()).toContain(life.sampleGives);
    await see(cast, 'bureau', `${draft}/samples/new`);
    const english = {
      'name.en': 'Subsidy on trial',
      'summary.en': 'Summary',
      'source.en': 'Source',
      revision: '2',
    };
    const again = await bureau.post(`${draft}/edit`, {
      ...typed,
      'limits.notice': '5',
      ...life.fields,
      ...english,
    });
    expect(again.status).toBe(303);
    const second = await browserOf(cast, 'bureau2');
    const issued = await second.post(`${draft}/in-force`, { revision: '3', beganOn: '2025-02-06' });
    expect(issued.status, lines(issued.text).slice(0, 600)).toBe(303);
    cast.clock.set(morning('2025-02-14'));
    await see(cast, 'bureau', `/policies/${code}`);
    await see(cast, 'bureau', `/policies/${code}?lang=en`);
    await see(cast, 'bureau', `/policies/${code}?lang=zh`);
  });

  await step('is applied for, decided and told in a letter, as it comes to by hand', async () => {
    number = await caseAt(cast, 'granted', {
      policyCode: code,
      from: '2025-03-01',
      months: life.length,
    });
    const { steps, waiver } = await cast.db.waiverApplication.findUniqueOrThrow({
      where: { number },
      include: { steps: { orderBy: { id: 'asc' } }, waiver: true },
    });
    const { outcome } = lastDecision(steps) ?? {};
    expect(outcome).toMatchObject({ eligible: true, total: life.total });
    for (const [month, sum] of life.months)
      expect(yuan(outcome?.months.find((of) => of.month === month)?.fen ?? 0), month).toBe(sum);
    cast.clock.set(morning('2025-03-03'));
    for (const who of ['founder2', 'park1', 'bureau']) {
      const seen = await see(cast, who, `/waivers/${number}`);
      // A sum stands in its month alone, and rent is paid as agreed.
      for (const untrue of ['本月无补贴', '还需支付']) expect(seen).not.toContain(untrue);
    }
    const bureau = await browserOf(cast, 'bureau');
    expect((await bureau.post(`/policies/${code}/draft/new`)).status).toBe(303);
    await see(cast, 'bureau', `${draft}?cases=rent-free`);
    await see(cast, 'bureau', draft);
    await see(cast, 'bureau2', `${draft}/in-force`);
    expect((await bureau.post(`${draft}/discard`, { revision: '1' })).status).toBe(303);
    const letter = await cast.db.letter.findFirstOrThrow({
      where: { application: { number }, kind: 'grant' },
    });
    expect(letter.bodyZh).toContain('补贴决定书');
    expect(letter.bodyZh).not.toContain('还需支付');
    expect(letter.bodyZh.includes('不凭票据')).toBe(life.claimed.receipts === 0);
    expect(waiver).not.toBeNull();
  });

  await step('is claimed, and paid', async () => {
    cast.clock.set(morning('2025-05-02'));
    const { waiver } = await cast.db.waiverApplication.findUniqueOrThrow({
      where: { number },
      include: { waiver: true },
    });
    const grant = { id: waiver?.id as number, number: waiver?.number as string };
    const { from, to, fen, receipts } = life.claimed;
    await see(cast, 'founder2', `/payments/grants/${grant.number}`);
    const founder = await browserOf(cast, 'founder2');
    const begun = await founder.post(
      `/payments/grants/${grant.number}/claims`,
      { from, to },
      { from: '/account' },
    );
    expect(begun.status).toBe(303);
    const claim = (begun.location ?? '').replace(/^.*\/claims\//, '');
    const at = `/payments/claims/${claim}`;
    const seen = () => cast.db.subsidyClaim.findUniqueOrThrow({ where: { number: claim } });
    if (receipts > 0) {
      const { id } = await seen();
      await cast.act('founder2', (tx, by) => addReceipt(tx, by, receiptOf(id, receipts)));
    }
    await see(cast, 'founder2', at);
    for (const [who, act] of [
      ['founder2', 'submission'],
      ['park1', 'check'],
      ['putuo', 'approve'],
    ] as const) {
      if (act !== 'submission') await see(cast, who, `${at}/${act}`);
      const version = String((await seen()).version);
      const answer = await (await browserOf(cast, who)).post(
        `${at}/${act}`,
        { version, note: '' },
        { from: '/account' },
      );
      expect(answer.status, lines(answer.text).slice(0, 500)).toBe(303);
      await see(cast, who, at);
    }
    expect((await seen()).fen).toBe(fen);
    const act: Cast['act'] = (who, verb, day = '2025-05-02') => cast.act(who, verb, day);
    const payments = { ...cast, act, grant };
    const batch = await aBatch(payments);
    await answerAll(payments, batch, 'paid', { on: '2025-05-02' });
    const paid = await see(cast, 'founder2', at);
    await see(cast, 'founder2', `${at}/notice`);
    expect(paid).toContain('已拨付');
    expect(paid).toContain('已拨付到登记的收款账户');
    expect(paid.includes('这项补贴不凭票据')).toBe(receipts === 0);
  });

  await step('is repealed', async () => {
    const page = `/policies/${code}/end`;
    const bureau = await browserOf(cast, 'bureau');
    const form = { kind: 'repealed', lastOn: '2025-06-30', reason: '试行期满' };
    expect((await bureau.post(page, form)).status).toBe(303);
    const asked = await see(cast, 'bureau2', page);
    const ending = /name="ending" value="(\d+)"/.exec(asked)?.[1] ?? '0';
    const second = await browserOf(cast, 'bureau2');
    expect((await second.post(`${page}/decision`, { ending }, { from: page })).status).toBe(303);
    const text = await see(cast, 'bureau', `/policies/${code}`);
    expect(text).toContain('2025年6月30日后废止');
  });
});
