import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeSay, type WordKey } from '../../src/language/say.js';
import { measureWords } from '../../src/ledger/measure-words.js';
import { words } from '../../src/words.js';
import { projectRoot } from './client.js';

const entries = Object.entries(words) as [WordKey, readonly [string, string]][];
const placeholders = (text: string) =>
  [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
/** What may follow a number, and is one word for one and another for many. */
const counted =
  /\{\w+\}(?: [a-z-]+){0,3}? (?:ventures|records|parks|days|months|years|minutes|seconds|cases|cells|rows|files|entries|returns|residencies|villages|islands|jobs|people|things|services|contacts|times|conditions|relations|characters|are|were|have|do)\b/;
const sources = (folder: string, ending: string) =>
  readdirSync(path.join(projectRoot, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(ending) && !file.includes('generated'))
    .map((file) => readFileSync(path.join(projectRoot, folder, file), 'utf8'));

describe('the words', () => {
  it('are there in both languages', () => {
    const blank = entries.filter(([, [zh, en]]) => zh.trim() === '' || en.trim() === '');
    expect(blank.map(([key]) => key)).toEqual([]);
  });

  it('ask for the same values in both', () => {
    const differing = entries.filter(
      ([, [zh, en]]) => `${placeholders(zh)}` !== `${placeholders(en)}`,
    );
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  it('say one of a thing otherwise than many, in English', () => {
    // What is counted here stands elsewhere, or is no number.
    const others = [
      ...['figures.summary', 'returns.grid.conflict', 'returns.grid.choose'],
      ...['returns.grid.pasted-outside', 'returns.graded.title', 'ventures.let.lead'],
      ...['policies.cap.area', 'letter.revocation', 'reports.verify.what.row-count'],
    ];
    const stuck = entries.filter(([key, [, en]]) => counted.test(en) && !others.includes(key));
    expect(stuck.map(([key, [, en]]) => `${key}: ${en}`)).toEqual([]);
  });

  it('are Chinese in Chinese, and hold none in English', () => {
    const han = /\p{Script=Han}/u;
    // These explain the Chinese marks of printed numbers: 余, 近, 约.
    const quoting = /^figures\.(rule|note)\./;
    const mixed = entries.filter(([key, [, en]]) => han.test(en) && !quoting.test(key));
    expect(mixed.map(([key]) => key)).toEqual([]);
    const plain = (text: string) => text.replace(/\{\w+\}/g, '');
    const untold = entries.filter(([, [zh]]) => /\p{Letter}/u.test(plain(zh)) && !han.test(zh));
    expect(untold.filter(([, [zh, en]]) => zh !== en).map(([key]) => key)).toEqual([]);
  });

  it('write a day as people do, but where one is typed as text', () => {
    // What is typed, not chosen: an error of any field, and the lists of days of the yearly notice.
    const typed = /^(?:web\.field|holidays)\./;
    const asMachines = entries.filter(
      ([key, both]) =>
        !typed.test(key) && both.some((text) => /(?<!\w-)\b20\d\d-\d\d-\d\d\b/.test(text)),
    );
    expect(asMachines.map(([key]) => key)).toEqual([]);
  });

  it('use full-width punctuation in Chinese', () => {
    const half =
      /\p{Script=Han}[,;!?]|\p{Script=Han}:(?!\/\/)|[,;:!?]\p{Script=Han}|\p{Script=Han}\.$/u;
    expect(entries.filter(([, [zh]]) => half.test(zh)).map(([key]) => key)).toEqual([]);
  });

  it('hold none of the phrases in which English was made word by word, or Chinese that no office says', () => {
    const odd = [
      /to bring up|but for one thing|\bowed\b|nobody (?:was at|has been)|for who\b|the own \w/i,
      /all that are so|where it goes on|need not be told|account to be paid to|counts nowhere/i,
      /台账笔号|按原位置重算|印出的数字|关账|创业者结束任职/,
    ];
    const found = entries.filter(([, [zh, en]]) => odd.some((one) => one.test(zh) || one.test(en)));
    expect(found.map(([key, [zh, en]]) => `${key}: ${zh} ${en}`)).toEqual([]);
  });

  it('have the colon of their language: no page joins two texts by that of Chinese', () => {
    const joined = sources('src', '.ts').flatMap((source) => [...source.matchAll(/\}：\$\{/g)]);
    expect(joined.length).toBe(0);
  });

  it('come from one catalogue each: no key stands in two', () => {
    const keys = sources('src', 'words.ts').flatMap((source) =>
      [...source.matchAll(/^ {2}'([\w.-]+)':/gm)].map(([, key]) => key),
    );
    // Those of measures stand with each measure, and are named by what they say of it.
    keys.push(...Object.keys(measureWords));
    expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
    const named = [...keys, ...Object.keys(measureWords)];
    expect(new Set(named)).toEqual(new Set(Object.keys(words)));
  });

  it('that templates ask for exist', () => {
    const asked = sources('views', '.hbs').flatMap((source) =>
      [...source.matchAll(/[({]t '([^']+)'/g)].map(([, key]) => key as string),
    );
    expect(asked.length).toBeGreaterThan(50);
    expect(asked.filter((key) => !Object.hasOwn(words, key))).toEqual([]);
  });
});

describe('saying', () => {
  it('puts values in, and groups numbers', () => {
    expect(makeSay('zh')('web.field.least', { n: 12345 })).toBe('不能小于 12,345');
    expect(makeSay('en')('web.request-id', { id: '{id}' })).toBe('Request number: {id}');
  });

  it('says what is one otherwise than what are many', () => {
    const say = makeSay('en');
    const missing = (n: number) =>
      say('returns.problem.missing', { missing: n, which: 'B. Wang’s inn' });
    expect(missing(1)).toMatch(/^1 venture is missing .*its last number, if any, is carried/);
    expect(missing(2)).toMatch(/^2 ventures are missing .*their last numbers, if any, are carried/);
    expect(say('components.pages-one', { total: 1001 })).toBe('1,001 records');
    expect(say('components.pages-one', { total: '1' })).toBe('1 record');
  });

  it('writes days and months as its language does', () => {
    const day = { day: { day: '2024-03-01' } };
    expect(makeSay('zh')('ventures.end-before-begin', day)).toContain('2024年3月1日');
    expect(makeSay('en')('ventures.end-before-begin', day)).toContain('1 March 2024');
    const months = { months: { eachMonth: ['2024-06', '2024-09'] } };
    expect(makeSay('zh')('ledger.months-closed-apart', months)).toContain('2024年6月、2024年9月');
    expect(makeSay('en')('ledger.months-closed-apart', months)).toContain(
      'June 2024, September 2024',
    );
  });

  it('throws for a value that is missing and for an unknown key', () => {
    expect(() => makeSay('zh')('web.field.least')).toThrow('needs a value for n');
    expect(() => makeSay('zh')('no.such' as WordKey)).toThrow('no word for no.such');
  });
});
