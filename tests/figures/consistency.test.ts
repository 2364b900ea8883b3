import { afterAll, beforeAll, describe, expect, it, onTestFinished, test } from 'vitest';
import { transact } from '../../src/database/database.js';
import { countAgreements, judgeConsistency } from '../../src/figures/consistency.js';
import type { Identity } from '../../src/figures/identities.js';
import { judgeIdentity } from '../../src/figures/judge-identity.js';
import { rangeWords } from '../../src/figures/present-consistency.js';
import { readPrinted } from '../../src/figures/printed.js';
import { rangeOf } from '../../src/figures/ranges.js';
import { loadRegister } from '../../src/figures/register.js';
import { reportedCaptions } from '../../src/figures/reported-captions.js';
import { reportedFigures } from '../../src/figures/reported-figures.js';
import { makeSay } from '../../src/language/say.js';
import { type Scratch, scratchDatabase } from '../database/scratch.js';
import { Client, startApp, type TestApp } from '../web/client.js';

let scratch: Scratch;
let app: TestApp;
beforeAll(async () => {
  scratch = await scratchDatabase();
  await transact(scratch.db, (tx) => loadRegister(tx));
  app = await startApp({ db: scratch.db });
});
afterAll(async () => {
  await app.close();
  await scratch.close();
});

/** Judges an identity whose numbers are given as they would be printed. */
const judged = (identity: Identity, printed: Record<string, string>) => {
  const { agreement, reason } = judgeIdentity(identity, (code) =>
    rangeOf(readPrinted(printed[code] ?? '')),
  );
  return [agreement, reason];
};

describe('each kind of identity', () => {
  const share = { code: 'x', kind: 'share', part: 'a', whole: 'b', share: 'c' } as const;
  const atMost = { code: 'x', kind: 'at-most', less: 'a', more: 'b' } as const;
  const growth = { code: 'x', kind: 'growth', now: 'a', growth: 'b' } as const;
  const target = { code: 'x', kind: 'target', done: 'a', rate: 'b' } as const;
  const rise = { code: 'x', kind: 'rise', before: 'a', after: 'b' } as const;
  const same = { code: 'x', kind: 'same', figure: 'a', caption: 'b' } as const;

  test.each<[string, Identity, Record<string, string>, string, string]>([
    ['a share that fits', share, { a: '8.6万', b: '24.4万', c: '35.3%' }, 'consistent', 'overlap'],
    ['one that does not', share, { a: '8.6万', b: '24.4万', c: '36.0%' }, 'inconsistent', 'apart'],
    ['just outside', share, { a: '1', b: '4', c: '25.1%' }, 'inconsistent', 'apart'],
    ['the open end of it', share, { a: '1', b: '8', c: '12.4%' }, 'inconsistent', 'apart'],
    ['fewer', atMost, { a: '10', b: '10' }, 'consistent', 'always-below'],
    ['more', atMost, { a: '11', b: '10' }, 'inconsistent', 'never-below'],
    ['perhaps fewer', atMost, { a: '约10', b: '10' }, 'undecidable', 'may-be-below'],
    ['a year before', growth, { a: '1203', b: '16.6%' }, 'consistent', 'one-whole'],
    ['none possible', growth, { a: '100', b: '7.0%' }, 'inconsistent', 'no-whole'],
    ['many possible', growth, { a: '4.6万', b: '12.6%' }, 'undecidable', 'any-whole'],
    ['a target', target, { a: '1080', b: '270.0%' }, 'consistent', 'one-whole'],
    ['an impossible target', target, { a: '100', b: '66.0%' }, 'inconsistent', 'no-whole'],
    ['a rise', rise, { a: '330', b: '350' }, 'consistent', 'rises'],
    ['none', rise, { a: '350', b: '350' }, 'inconsistent', 'does-not-rise'],
    ['perhaps one', rise, { a: '300余', b: '350' }, 'undecidable', 'may-not-rise'],
    ['the same number', same, { a: '240', b: '200余' }, 'consistent', 'overlap'],
    ['another number', same, { a: '1.6万', b: '24万' }, 'inconsistent', 'apart'],
    ['over 200 is under 300', same, { a: '300', b: '200余' }, 'inconsistent', 'apart'],
  ])('%s', (_what, identity, printed, agreement, reason) => {
    expect(judged(identity, printed)).toEqual([agreement, reason]);
  });

  it('a share that nobody printed is recorded and not judged', () => {
    const identity = { ...share, share: null };
    const printed = { a: '222.65万', b: '5406.56万' };
    expect(judged(identity, printed)).toEqual(['undecidable', 'nothing-printed']);
    const { derived } = judgeIdentity(identity, (code) =>
      rangeOf(readPrinted(printed[code as 'a' | 'b'])),
    );
    if (!derived) throw new Error('nothing was calculated');
    expect(rangeWords(derived.range, true, makeSay('en'))).toBe('Between 4.11% and 4.12%');
  });
});

describe('the report', () => {
  it('has nothing to compare before its figures are loaded', async () => {
    const empty = await startApp();
    onTestFinished(() => empty.close());
    expect(await judgeConsistency(empty.db)).toEqual([]);
    const { status, text } = await new Client(empty.base).get('/figures/consistency?lang=zh');
    expect(status).toBe(200);
    expect(text).toContain('尚未登记公布数据');
  });

  it('holds one real inconsistency, which is found', async () => {
    const all = await judgeConsistency(scratch.db);
    expect(all.filter(({ agreement }) => agreement === 'inconsistent')).toMatchObject([
      { code: 'insured-workers-caption', reason: 'apart' },
    ]);
    expect(countAgreements(all)).toEqual({ consistent: 12, inconsistent: 1, undecidable: 3 });
    const open = all.filter(({ agreement }) => agreement === 'undecidable');
    expect(open.map(({ code }) => code)).toEqual([
      ...['digital-target', 'new-urban-jobs-growth', 'insurance-discount'],
    ]);
  });

  it('every caption stands beside a figure and can be read', () => {
    const codes = reportedFigures.map(([code]) => code);
    for (const [code, figure, printed, unit] of reportedCaptions) {
      expect(codes, code).toContain(figure);
      expect(() => readPrinted(printed, unit), code).not.toThrow();
    }
  });

  it.each([
    ['zh', '1.6万名 15,500 至不足 16,500 名', '不一致', '34.96% 与 35.53% 之间'],
    ['en', '1.6万名 15,500 to under 16,500 people', 'Inconsistent', 'Between 34.96% and 35.53%'],
  ])('the page shows the arithmetic (%s)', async (lang, number, verdict, share) => {
    const { text } = await new Client(app.base).get(`/figures/consistency?lang=${lang}`);
    const read = text.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
    for (const part of [number, verdict, share]) expect(read).toContain(part);
    expect(read.indexOf(number)).toBeLessThan(read.indexOf(share));
    expect(text.match(/<tr id="/g)).toHaveLength(16);
  });
});
