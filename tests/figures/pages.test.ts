import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { transact } from '../../src/database/database.js';
import { presentFigure, presentRules, presentSystems, wordOf } from '../../src/figures/present.js';
import { reportedFigures } from '../../src/figures/reported-figures.js';
import { reproduce } from '../../src/figures/reproduce.js';
import { makeSay } from '../../src/language/say.js';
import { addAccount } from '../../src/people/add-account.js';
import type { Role } from '../../src/people/viewer.js';
import { type Scratch, scratchDatabase } from '../database/scratch.js';
import { at } from '../ledger/network.js';
import { lightHash } from '../people/light-hash.js';
import { Client, signIn, startApp, type TestApp } from '../web/client.js';
import { reported } from './network.js';

const password = 'walls-down-2025';
const queries: string[] = [];
let scratch: Scratch;
let app: TestApp;
let visitor: Client;

beforeAll(async () => {
  scratch = await scratchDatabase({ onQuery: (sql) => queries.push(sql), world: reported });
  await addAccounts();
  app = await startApp({ db: scratch.db });
  visitor = new Client(app.base);
});
afterAll(async () => {
  await app.close();
  await scratch.close();
});

/** One account of each role that signs in to records, and an administrator. */
async function addAccounts(): Promise<void> {
  const passwordHash = await lightHash(password);
  const { id: parkId } = await scratch.db.park.findFirstOrThrow();
  const scopes = {
    'bureau-staff': {},
    auditor: {},
    'county-reviewer': { regionCode: '330903' },
    'park-manager': { parkIds: [parkId] },
    administrator: {},
  } satisfies Partial<Record<Role, object>>;
  await transact(scratch.db, async (tx) => {
    for (const [role, scope] of Object.entries(scopes) as [keyof typeof scopes, object][]) {
      const nothing = { regionCode: null, parkIds: [], personNumber: null };
      const account = { username: role, name: '某人', role, ...nothing, ...scope };
      await addAccount(tx, at('2025-01-01'), { ...account, passwordHash, passwordBy: 'holder' });
    }
  });
}

/** The text of a page as it is read, without marks. */
const plain = (html: string): string =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&#x3D;', '=')
    .replace(/\s+/g, ' ');

describe('the page of all figures', () => {
  it('shows a visitor each figure under its system, with its range and result', async () => {
    const { status, text } = await visitor.get('/figures?lang=zh');
    expect(status).toBe(200);
    const read = plain(text);
    expect(read).toContain('台账计算截至2025年1月21日');
    expect(read).toContain('可核对 3 项，其中吻合 3 项；另有 57 项仅登记。');
    expect(read).toContain('园区集聚的创业主体 267家 267 家 截至2025年1月21日 267 吻合');
    expect(read).toMatch(/3400余人 3,400 至不足 3,500 人 截至2025年1月21日 3,471 吻合/);
    expect(read).toContain(
      '2024年12月月报：应报 267 份，已报 251 份，未报 16 份（报过的沿用上次人数）',
    );
    expect(read).toContain('全球引才渠道数据 近2800余条 2,700 至 2,900 条 2024年 仅登记');
    // What is computed comes first; the rest is folded, so that this system stands in both tables.
    expect(text.match(/<th scope="rowgroup"/g)).toHaveLength(15);
    expect(text.indexOf('台账计算截至')).toBeLessThan(text.indexOf('仅登记、本系统不计算的 57 项'));
    expect(text.indexOf('3,471')).toBeLessThan(text.indexOf('<details class="panel">'));
    expect(text.match(/<th scope="row"><a href="\/figures\//g)).toHaveLength(61);
  });

  it('says the same in English', async () => {
    const reader = new Client(app.base);
    const { text } = await reader.get('/figures?lang=en');
    const read = plain(text);
    expect(read).toContain('3 of the 3 figures that can be checked are reproduced');
    expect(read).toMatch(
      /3400余人 3,400 to under 3,500 jobs As of 21 January 2025 3,471 Reproduced/,
    );
    expect(read).toContain('Over −10.5%, to −9.5%');
    expect(read).toContain(
      'Returns for December 2024: 251 of 267 filed, 16 missing (the last number, if any, is carried forward)',
    );
    expect(read).toContain('How a printed number is read');
  });

  it('computes as of the day in the address, and says what does not fit', async () => {
    const { text } = await visitor.get('/figures?asOf=2024-06-02&lang=zh');
    const read = plain(text);
    expect(read).toContain('台账计算截至2024年6月2日');
    expect(read).toContain('可核对 3 项，其中吻合 1 项');
    expect(read).toContain('不吻合，少 267');
    expect(text).toContain('value="2024-06-02"');
    expect(text).toContain('恢复为公布时点');
  });

  test.each(['2025-02-30', 'yesterday', '2025-01'])('answers 400 for the day %s', async (day) => {
    const { status, text } = await visitor.get(`/figures?asOf=${day}`);
    expect(status).toBe(400);
    expect(text).not.toContain('    at ');
  });

  it('asks the database the same few questions whatever the number of figures and ventures', async () => {
    queries.length = 0;
    await new Client(app.base).get('/figures');
    expect(queries.length).toBeLessThan(12);
  });
});

describe('the way down to the records', () => {
  const drill = '/totals?measure&#x3D;jobs&amp;scope&#x3D;network&amp;asOf&#x3D;2025-01-21';

  test.each(['bureau-staff', 'auditor'])('is open to %s, who see the network', async (role) => {
    const reader = await signIn(app.base, role, password);
    for (const address of ['/figures', '/figures/jobs']) {
      expect((await reader.get(address)).text).toContain(`href="${drill}"`);
    }
    const records = await reader.get('/totals?measure=jobs&scope=network&asOf=2025-01-21');
    expect(records.status).toBe(200);
    expect(records.text).toContain('3,471');
  });

  test.each(['county-reviewer', 'park-manager', 'administrator'])(
    'is not shown to %s, who would get no such page',
    async (role) => {
      const reader = await signIn(app.base, role, password);
      const { status, text } = await reader.get('/figures');
      expect(status).toBe(200);
      expect(text).not.toContain('href="/totals');
    },
  );

  it('is not shown to a visitor', async () => {
    expect((await visitor.get('/figures/jobs')).text).not.toContain('href="/totals');
  });
});

describe('the page of one figure', () => {
  it('shows how it is read, and the ledger on the day reported and today', async () => {
    const { status, text } = await visitor.get('/figures/jobs?lang=zh');
    expect(status).toBe(200);
    const read = plain(text);
    expect(read).toContain('可能的取值 3,400 至不足 3,500 人');
    expect(read).toContain('不少于该数，超出部分不足末位有效数字的一个单位');
    expect(read).toContain('公布时点 2025年1月21日 3,471 吻合');
    expect(read).toContain(
      '10 家园区中 10 家已报；应报 267 份，已报 251 份，未报 16 份（报过的沿用上次人数）',
    );
    expect(read).toContain('今天 2025年2月14日 3,471');
  });

  it('says of a figure of another system that it is only recorded, and why it is read so', async () => {
    const read = plain((await visitor.get('/figures/injury-rate-change?lang=zh')).text);
    expect(read).toContain('仅登记');
    expect(read).toContain('不作核对');
    expect(read).toContain('报道写作“下降”，按负数登记。');
    expect(read).not.toContain('台账核对');
  });

  it('is 404 for a code that the register does not have', async () => {
    for (const code of ['nothing', 'JOBS', '%F0%AB%96%AE', "x'--"]) {
      expect((await visitor.get(`/figures/${code}`)).status).toBe(404);
    }
  });
});

describe('the words for the register', () => {
  const voices = [
    { lang: 'zh', say: makeSay('zh') },
    { lang: 'en', say: makeSay('en') },
  ] as const;

  test.each(voices)('has words for every system, period and note ($lang)', async (voice) => {
    const figures = await reproduce(scratch.db);
    expect(presentSystems(figures, true, voice).flatMap((system) => system.figures)).toHaveLength(
      60,
    );
    for (const [code, , , , , , , , note] of reportedFigures) {
      if (note) expect(wordOf('figures.note', note, voice.say), code).not.toBe('');
    }
    expect(presentRules(voice.say)).toHaveLength(6);
  });

  it('throws for a period that it does not know, rather than leave it out', async () => {
    const [figure] = await reproduce(scratch.db, { code: 'jobs' });
    if (!figure) throw new Error('no figure');
    for (const period of ['', 'in 2024', 'end of 2024-12', 'as of', '24']) {
      const odd = { ...figure, period };
      expect(() => presentFigure(odd, false, voices[0]), period).toThrow('no words');
    }
  });
});
