import { createHash } from 'node:crypto';
import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  expect,
  it,
  onTestFinished,
  test,
} from 'vitest';
import { transact } from '../../src/database/database.js';
import { Prisma } from '../../src/database/generated/client.js';
import { proposedWording } from '../../src/figures/wordings.js';
import { headPosition, totalOf } from '../../src/ledger/totals.js';
import { fileHeadcounts } from '../../src/returns/file-headcounts.js';
import { type Network, startNetwork } from '../ledger/cast.js';
import { at, headcount } from '../ledger/network.js';
import { step } from '../step.js';
import { Client, signIn } from '../web/client.js';
import { someFigure } from './publishing-cast.js';

let network: Network;
let bureau: Client;
let visitor: Client;
let jobs: number;
let head: number;
async function begin(): Promise<void> {
  network = await startNetwork();
  const { db, base } = network;
  bureau = await signIn(base, 'bureau');
  visitor = new Client(base);
  jobs = await totalOf(db, { measure: 'jobs', scope: { kind: 'network' }, asOf: '2025-01-21' });
  head = await headPosition(db);
}
const end = () => network.close();

const plainAddresses = (html: string): string => html.replaceAll('&#x3D;', '=');
const plain = (html: string): string => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
const newAddress = (more = '') =>
  `/figures/published/new?measure=jobs&scope=network&asOf=2025-01-21${more}`;
const wording = (value: number) => {
  const { zh, en } = proposedWording(value);
  return { wordingZh: zh, wordingEn: en };
};
const printing = () => ({ ...wording(jobs), source: '一月新闻发布会', channel: 'briefing' });
const count = () => network.db.figureEdition.count();
const publish = () => transact(network.db, (tx) => someFigure(tx, wording(jobs)));
const readers = ['auditor', 'putuo', 'park1', 'founder1', 'admin'];

describe('the button on a total', () => {
  beforeAll(begin);
  afterAll(end);

  const totals = '/totals?measure=jobs&scope=network&asOf=2025-01-21';

  it('leads the bureau to the form, with the place in the ledger pinned', async () => {
    const { text } = await bureau.get(`${totals}&lang=zh`);
    expect(text).toContain('公布这个数');
    expect(text.replaceAll('&#x3D;', '=').replaceAll('&amp;', '&')).toContain(
      `href="${newAddress(`&position=${head}`)}"`,
    );
    const unpinned = await bureau.get(newAddress());
    expect([unpinned.status, unpinned.location]).toEqual([303, newAddress(`&position=${head}`)]);
  });

  it.each([
    ['the dashboard', '/dashboard?asOf=2025-01-21', 'measure=jobs&scope=network&asOf=2025-01-21'],
    ['the rent on it', '/dashboard?asOf=2025-01-21', 'measure=waived-rent&scope=network'],
    ['a park', '/parks/P01?asOf=2025-01-21', 'measure=ventures&scope=park:P01&asOf=2025-01-21'],
    [
      'a month to be closed',
      '/returns/2024-12/closing',
      'measure=jobs&scope=network&asOf=2024-12-31',
    ],
    [
      'a cell of a cross-table',
      '/reports/records?measure=jobs&scope=network&within=park:P01&from=2024-12-01&asOf=2024-12-31',
      'measure=jobs&scope=park:P01&asOf=2024-12-31',
    ],
    [
      'returns of one month',
      '/reports/records?measure=returns&scope=network&from=2024-12-01&asOf=2024-12-31',
      'measure=returns&scope=network&asOf=2024-12-31&month=2024-12',
    ],
  ])('stands on %s too, for the bureau alone', async (_, page, total) => {
    const links = async (client: Client) =>
      plainAddresses((await client.get(page)).text)
        .replaceAll('&amp;', '&')
        .split('href="')
        .map((rest) => rest.slice(0, rest.indexOf('"')))
        .filter((href) => href.startsWith(`/figures/published/new?${total}`));
    const [link = ''] = await links(bureau);
    expect(link).toContain(`&position=${head}`);
    expect((await bureau.get(link)).status).toBe(200);
    expect(await links(await signIn(network.base, 'auditor'))).toEqual([]);
    expect(await links(visitor)).toEqual([]);
  });

  it.each([
    ['a share', 'measure=jobs&scope=network&from=2024-12-01&asOf=2024-12-31&industry=H'],
    ['several months', 'measure=returns&scope=network&from=2024-11-01&asOf=2024-12-31'],
    ['what no ledger sums', 'measure=arrived&scope=network&from=2024-12-01&asOf=2024-12-31'],
  ])('is not there for %s in a report', async (_, query) => {
    const { status, text } = await bureau.get(`/reports/records?${query}`);
    expect([status, text.includes('/figures/published/new')]).toEqual([200, false]);
  });

  it('is not there for a share of it, for what is owed, or for others', async () => {
    for (const address of [`${totals}&industry=H`, totals.replace('jobs', 'owed')])
      expect((await bureau.get(address)).text).not.toContain('/figures/published/new');
    const auditor = await signIn(network.base, 'auditor');
    expect((await auditor.get(totals)).text).not.toContain('/figures/published/new');
  });
});

it('each figure leads to the definition that it was published under, a former one too', async () => {
  await begin();
  onTestFinished(end);
  const { db } = network;
  const number = await publish();
  const { id, ...figure } = await db.publishedFigure.findUniqueOrThrow({ where: { number } });
  const { id: _, ...said } = await db.figureEdition.findFirstOrThrow({ where: { figureId: id } });
  const earlier = await db.publishedFigure.create({ data: { ...figure, number: 'F2024-0001' } });
  const coverage = said.coverage ?? Prisma.DbNull;
  const parkIds = said.parkIds as number[];
  await db.figureEdition.create({
    data: {
      ...said,
      figureId: earlier.id,
      definition: 1,
      coverage,
      marketRents: Prisma.DbNull,
      parkIds,
    },
  });
  const pageOf = async (one: string) =>
    plainAddresses((await visitor.get(`/figures/published/${one}`)).text);
  expect(await pageOf(number)).toContain('href="/figures/definitions#jobs-3"');
  expect(await pageOf('F2024-0001')).toContain('href="/figures/definitions#jobs-1"');
  const { text } = await visitor.get('/figures/definitions?lang=zh');
  const [now = '', former = ''] = ['jobs-3', 'jobs-1'].map((one) =>
    plain(text.split(`id="${one}"`)[1]?.split('</section>')[0] ?? ''),
  );
  expect(now).toContain('现行');
  expect(now).toContain('一人同时在两家就业的');
  expect(former).toContain('仅用于以往公布的数据');
  expect(former).toContain('一人在两户用工的');
});

describe('publishing by the form', () => {
  beforeAll(begin);
  afterAll(end);

  it('shows the number, its coverage and wordings that fit', async () => {
    const { status, text } = await bureau.get(`${newAddress(`&position=${head}`)}&lang=zh`);
    expect(status).toBe(200);
    const { zh, en } = proposedWording(jobs);
    for (const part of [`value="${zh}"`, `value="${en}"`]) expect(text).toContain(part);
    expect(plain(text)).toContain(`实际数 ${jobs} 人`);
    expect(plain(text)).toContain('应报 11 份，已报 6 份，未报 5 份（报过的沿用上次人数）');
  });

  it('publishes once, however often it is sent', async () => {
    const before = await count();
    const fields = { ...printing(), confirmed: 'yes', _key: 'publish-once-0000001' };
    const answers = [];
    for (let i = 0; i < 3; i += 1)
      answers.push(await bureau.post(newAddress(`&position=${head}`), fields));
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect(new Set(answers.map(({ location }) => location)).size).toBe(1);
    expect(await count()).toBe(before + 1);
    expect((await visitor.get(answers[0]?.location ?? '')).status).toBe(200);
  });

  it('refuses two wordings that stand for different numbers, and publishes neither', async () => {
    const before = await count();
    const tens = Math.floor(jobs / 10) * 10;
    const sent = { ...printing(), wordingZh: String(jobs), wordingEn: `over ${tens}` };
    for (const confirmed of ['', 'yes']) {
      const address = `${newAddress(`&position=${head}`)}&lang=zh`;
      const answer = await bureau.post(address, { ...sent, confirmed });
      expect(answer.status).toBe(422);
      expect(answer.text).toContain('中英文表述的取值范围不同');
    }
    expect(await count()).toBe(before);
  });

  it('tells what is wrong with the wordings with all else that is missing', async () => {
    const wrong = { wordingZh: '1余', wordingEn: 'over 1', source: '', channel: '' };
    const { status, text } = await bureau.post(newAddress(`&position=${head}`), wrong);
    const told = [...text.matchAll(/<a href="#(\w+)">[^<]+：/g)].map(([, field]) => field);
    expect([status, told]).toEqual([422, ['wordingZh', 'wordingEn', 'source', 'channel']]);
  });

  it('shows both wordings with what they stand for before it is final, and lets go back', async () => {
    const before = await count();
    const address = `${newAddress(`&position=${head}`)}&lang=zh`;
    const last = await bureau.post(address, printing());
    expect(last.status).toBe(200);
    const { wordingZh, wordingEn } = printing();
    for (const part of ['公布前核对', `${wordingZh}（代表`, `${wordingEn}（代表`, '一月新闻发布会'])
      expect(plain(last.text)).toContain(part);
    expect(last.text).toContain('name="confirmed" value="yes"');
    const back = await bureau.post(address, { ...printing(), confirmed: 'no' });
    expect([back.status, back.text.includes(`value="${wordingEn}"`)]).toEqual([200, true]);
    expect(await count()).toBe(before);
  });

  it('takes wordings at the edges of an interval that hold the value, and none a step beyond', async () => {
    const before = await count();
    const address = `${newAddress(`&position=${head}`)}&lang=zh`;
    const lastPage = async (wordingZh: string, wordingEn: string) => {
      const { status, text } = await bureau.post(address, { ...printing(), wordingZh, wordingEn });
      return [status, plain(text).includes('公布前核对')];
    };
    // 约 n holds n − n/20 up to n + n/20, both ends; 近 n from n − n/10 up to n.
    const least = Math.ceil((jobs * 20) / 21);
    const most = Math.floor((jobs * 20) / 19);
    for (const n of [least, most, jobs])
      expect(await lastPage(`约${n}`, `about ${n}`), `${n}`).toEqual([200, true]);
    for (const n of [least - 1, most + 1])
      expect(await lastPage(`约${n}`, `about ${n}`), `${n}`).toEqual([422, false]);
    const near = Math.floor((jobs * 10) / 9);
    expect(await lastPage(`近${near}`, `nearly ${near}`)).toEqual([200, true]);
    expect(await lastPage(`近${near + 1}`, `nearly ${near + 1}`)).toEqual([422, false]);
    // Both hold the value, and stand for other numbers.
    expect(await lastPage(`约${jobs}`, `nearly ${jobs}`)).toEqual([422, false]);
    expect(await count()).toBe(before);
  });

  test.each([
    ['a wording of another number', { wordingZh: '9000余' }, '取值范围不包括实际数'],
    ['no source', { source: '' }, '请填写'],
    ['an unknown channel', { channel: 'rumour' }, '请从选项中选择'],
  ])('shows %s again with 422, and writes nothing', async (_what, wrong, message) => {
    const before = await count();
    const sent = { ...printing(), ...wrong };
    const { status, text } = await bureau.post(`${newAddress(`&position=${head}`)}&lang=zh`, sent);
    expect(status).toBe(422);
    expect(text).toContain(`value="${sent.wordingZh}"`);
    expect(text).toContain(message);
    expect(await count()).toBe(before);
  });

  test.each([
    ['a place not reached', newAddress('&position=999999')],
    ['what is owed', newAddress('&position=5').replace('jobs', 'owed')],
    ['a share of a total', newAddress('&position=5&industry=H')],
    ['no measure', '/figures/published/new'],
  ])('answers 400 for %s', async (_what, address) => {
    expect((await bureau.get(address)).status).toBe(400);
    expect((await bureau.post(address, printing())).status).toBe(400);
  });

  it('answers 404 for a scope that is not there', async () => {
    const address = newAddress('&position=5').replace('network', 'park:P99');
    expect((await bureau.get(address)).status).toBe(404);
  });

  it('is for the bureau only', async () => {
    const address = newAddress(`&position=${head}`);
    const before = await count();
    for (const username of readers) {
      const reader = await signIn(network.base, username);
      expect((await reader.get(address)).status, username).toBe(403);
      expect((await reader.post(address, printing())).status, username).toBe(403);
    }
    expect((await visitor.get(address)).status).toBe(303);
    expect((await visitor.post(address, printing())).status).toBe(401);
    expect(await count()).toBe(before);
  });
});

describe('the page of a figure', () => {
  afterEach(end);

  let number: string;
  let address: string;
  beforeEach(async () => {
    await begin();
    number = await publish();
    address = `/figures/published/${number}`;
    const filed = { ventureId: network.ventureIds[3] as number, month: '2024-12', version: null };
    await transact(network.db, (tx) =>
      fileHeadcounts(tx, at('2025-02-11'), [{ ...filed, ...headcount(15) }]),
    );
  });

  it('tells everyone what was published, what comes out again and what is known today', async () => {
    const { status, text } = await visitor.get(`${address}?lang=zh`);
    expect(status).toBe(200);
    const read = plain(text);
    expect(read).toContain(`公布时 ${jobs} 按当时台账重算 ${jobs} 完全一致`);
    expect(read).toContain(`按目前记载 ${jobs + 5} 比公布时多 5`);
    expect(read).toContain('公布之后，台账新增 1 笔在该日期内生效的分录，合计 +5。');
    expect(read).toContain(`公布数据 ${number} 第 1 版`);
    expect(text).not.toContain('role="alert"');
    expect(text).not.toContain('/history/');
    const explained = (await bureau.get(address)).text.match(/\/history\/jobs-return\/\d+/)?.[0];
    expect((await bureau.get(explained ?? '')).status).toBe(200);
    const english = plain((await visitor.get(`${address}?lang=en`)).text);
    expect(english).toContain('Exactly the same');
    expect(english).toContain('5 more than published');
  });

  it('names ventures and publishers only to those who may see them', async () => {
    for (const [reader, sees] of [
      [bureau, true],
      [await signIn(network.base, 'park1'), true],
      [await signIn(network.base, 'founder1'), false],
      [visitor, false],
    ] as const)
      expect((await reader.get(address)).text.includes('海风3号')).toBe(sees);
    expect((await visitor.get(address)).text).not.toContain('members.csv');
  });

  it('gives the members to those who see the scope: the hash of the file is the one published', async () => {
    const { text } = await bureau.get(`${address}/members.csv`);
    expect(text.split('\n')[0]).toMatch(/^P01,V2025-\d{4},\d+$/);
    const { membersHash } = await network.db.figureEdition.findFirstOrThrow({
      where: { figure: { number }, edition: 1 },
    });
    expect(createHash('sha256').update(text).digest('hex')).toBe(membersHash);
    const statuses = { auditor: 200, putuo: 404, park1: 404, founder1: 403, admin: 403 };
    for (const [username, status] of Object.entries(statuses)) {
      const reader = await signIn(network.base, username);
      expect((await reader.get(`${address}/members.csv`)).status, username).toBe(status);
    }
    expect((await bureau.get(`${address}/members.csv?edition=9`)).status).toBe(404);
  });

  it('corrects it, then withdraws it, each once', async () => {
    await step('corrects it; a second correction of the same edition is too late', async () => {
      const position = String(await headPosition(network.db));
      const change = { edition: '1', reason: '补报一份月报', told: '市政府办公室' };
      const sent = {
        ...printing(),
        ...wording(jobs + 5),
        ...change,
        position,
        kind: 'superseded',
        confirmed: 'yes',
      };
      const form = await bureau.get(`${address}/correction`);
      expect(plain(form.text)).toContain(`${jobs + 5}`);
      const missing = await bureau.post(`${address}/correction`, { ...sent, reason: '' });
      expect(missing.status).toBe(422);
      expect(missing.text).toContain('市政府办公室');
      const wrong = await bureau.post(`${address}/correction`, { ...sent, ...wording(jobs) });
      expect(wrong.status).toBe(422);
      expect((await bureau.post(`${address}/correction`, sent)).status).toBe(303);
      expect((await bureau.post(`${address}/correction`, sent)).status).toBe(409);
      const { text } = await visitor.get(`${address}?lang=zh`);
      expect(plain(text)).toContain('补报一份月报 市政府办公室');
      const first = plain((await visitor.get(`${address}?edition=1&lang=zh`)).text);
      expect(first).toContain('这是旧版。现行版本为第 2 版。');
      expect(first).toContain(`按当时台账重算 ${jobs} 完全一致`);
      expect((await visitor.get(`${address}?edition=3`)).status).toBe(404);
    });

    await step('withdraws it, once and for all', async () => {
      const sent = { edition: '2', reason: '口径有误', told: '各县区' };
      expect((await bureau.post(`${address}/withdrawal`, { ...sent, told: '' })).status).toBe(422);
      expect((await bureau.post(`${address}/withdrawal`, { ...sent, edition: '1' })).status).toBe(
        409,
      );
      expect((await bureau.get(`${address}/withdrawal`)).status).toBe(200);
      expect((await bureau.post(`${address}/withdrawal`, sent)).status).toBe(303);
      expect((await bureau.post(`${address}/withdrawal`, sent)).status).toBe(409);
      for (const act of ['correction', 'withdrawal'])
        expect((await bureau.get(`${address}/${act}`)).status).toBe(409);
      const { text } = await bureau.get(`${address}?lang=zh`);
      expect(plain(text)).toContain('该数据已撤回 口径有误');
      expect(text).not.toContain('/withdrawal');
      expect(plain((await visitor.get('/figures/published?lang=zh')).text)).toContain('已撤回');
    });
  });

  test.each(['correction', 'withdrawal'])('%s is for the bureau only', async (act) => {
    const before = await count();
    for (const username of readers) {
      const reader = await signIn(network.base, username);
      expect((await reader.get(`${address}/${act}`)).status, username).toBe(403);
      expect((await reader.post(`${address}/${act}`, {})).status, username).toBe(403);
    }
    expect((await visitor.get(`${address}/${act}`)).status).toBe(303);
    expect((await visitor.post(`${address}/${act}`, {})).status).toBe(401);
    expect((await bureau.get(`/figures/published/F2025-9999/${act}`)).status).toBe(404);
    expect((await bureau.post(`/figures/published/F2025-9999/${act}`, {})).status).toBe(404);
    expect(await count()).toBe(before);
  });

  test.each(['F2025-9999', 'F1', 'jobs', '1'])('there is none at %s', async (strange) => {
    expect((await bureau.get(`/figures/published/${strange}`)).status).toBe(404);
  });
});

describe('a ledger that was tampered with', () => {
  beforeEach(begin);
  afterEach(end);

  it('is told of loudly on the page', async () => {
    const number = await transact(network.db, (tx) => someFigure(tx, wording(jobs)));
    await network.db.$executeRawUnsafe('DROP TRIGGER "LedgerEntry_no_update"');
    await network.db.$executeRawUnsafe(`UPDATE "LedgerEntry" SET "amount" = "amount" + 1
      WHERE "position" = (SELECT MIN("position") FROM "LedgerEntry" WHERE "measure" = 'jobs')`);
    const { status, text } = await visitor.get(`/figures/published/${number}?lang=zh`);
    expect(status).toBe(200);
    expect(text).toContain('role="alert"');
    expect(plain(text)).toContain('无法重现');
    expect(plain(text)).toContain('不符之处：数值、成员清单');
  });
});
