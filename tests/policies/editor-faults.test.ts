import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jobsSubsidy } from '../../prisma/seed/policies/jobs-subsidy.js';
import { type DraftForm as Draft, DraftForm } from '../../src/policies/forms.js';
import type { PolicyRules } from '../../src/policies/rules.js';
import { typedRules } from '../../src/policies/typed-rules.js';
import type { Sent } from '../../src/web/form-body.js';
import { readForm } from '../../src/web/forms.js';
import { type Client, signIn, type TestApp } from '../web/client.js';
import { startPolicies } from './cast.js';
import { everyKind } from './every-kind.js';
import { otherCity } from './other-city.js';
import { startUpSum } from './start-up-sum.js';

const address = '/policies/other-city/draft/edit';
let app: TestApp;
let bureau: Client;
beforeAll(async () => {
  app = await startPolicies();
  bureau = await signIn(app.base, 'bureau');
});
afterAll(() => app.close());

/** A draft with a row of each kind of condition, each of them also under a supplement (ten at most), and each kind of amount. */
const full = (from: number): PolicyRules => ({
  ...everyKind,
  supplements: everyKind.conditions.slice(from, from + 10).map((when) => ({
    basisPoints: 2_000,
    when: { ...when, id: `plus-${when.id}` },
  })),
  tiers: [...everyKind.tiers, ...jobsSubsidy.tiers, ...startUpSum.tiers],
});

const decoded = (html: string) =>
  html
    .replace(/<span class="(?:optional|unseen)">[^<]*<\/span>/g, '')
    .replace(/<[^>]+>/g, '')
    .replace(/&#x27;/g, '’')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
    .trim();

/** What stands on the page as the label of a field: by its control, or by the group that it is in. */
function labelAt(text: string, name: string): string | undefined {
  const quoted = name.replaceAll('.', '\\.');
  const aria = new RegExp(`<(?:input|select) id="${quoted}"[^>]* aria-label="([^"]*)"`).exec(
    text,
  )?.[1];
  const group = new RegExp(
    `<legend>((?:(?!</legend>)[\\s\\S])*)</legend>(?:(?!<legend)[\\s\\S])*<input type="(?:radio|checkbox)" id="${quoted}"`,
  ).exec(text)?.[1];
  const own = new RegExp(`<label for="${quoted}">([\\s\\S]*?)</label>`).exec(text)?.[1];
  const label = aria ?? group ?? own;
  return label === undefined ? undefined : decoded(label);
}

const rowNames: Record<string, string> = {
  conditions: '条件',
  tiers: '标准',
  supplements: '上浮',
  proof: '材料',
};
const inRow = (name: string, label: string): string => {
  const [list = '', index] = name.split('.');
  const row = rowNames[list];
  return row === undefined ? label : `${row} ${Number(index) + 1} 的${label}`;
};

const summaryOf = (text: string): [string, string][] => {
  const list = /data-error-summary[\s\S]*?<ul>([\s\S]*?)<\/ul>/.exec(text)?.[1] ?? '';
  return [...list.matchAll(/<a href="#([^"]*)">([^<]*)<\/a>/g)].map(([, href = '', said = '']) => [
    href,
    decoded(said),
  ]);
};

/** What somebody may send of a field that is wrong: nothing, nonsense, too much, a thing that is no option. */
const wrongs: (string | string[] | null)[] = [null, '', '?', '99999999999999', '字'.repeat(500)];
const faultsOf = (sent: Sent) => {
  const read = readForm(DraftForm as typeof Draft, sent);
  return read.ok ? [] : read.faults.map(({ field }) => field);
};
/** The form with a field broken, by each of the ways that break it; nothing but hidden fields cannot be broken by any. */
function broken(typed: Sent, name: string): Sent[] {
  return wrongs.flatMap((wrong) => {
    const { [name]: _, ...others } = typed;
    const sent = wrong === null ? others : { ...others, [name]: wrong };
    return faultsOf(sent).includes(name) ? [sent] : [];
  });
}

describe('whatever is wrong with a draft', () => {
  const first = everyKind.conditions.length > 10 ? [0, 5] : [0];
  it.each(first)(
    'names its field as it is named there, and leads to it (from %s)',
    async (from) => {
      const typed = typedRules(full(from), 1) as Sent;
      const page = (await bureau.post(address.replace('edit', 'rows'), typed, { from: address }))
        .text;
      const names = [
        ...page.matchAll(/<(?:input|select|textarea)(?! type="hidden")[^>]* name="([^"]+)"/g),
      ]
        .map(([, name = '']) => name)
        .filter((name) => !/^(_|add|revision)/.test(name) && !/^(q|lang)$/.test(name));
      const fields = [...new Set(names)];
      expect(fields.length).toBeGreaterThan(200);
      // Of the months of categories, which are many, those of one category stand for all.
      const some = fields.filter((name) => !/\.tests\.(?!graduate|student)/.test(name));
      const unbroken: string[] = [];
      for (const name of some) {
        const ways = broken(typed, name);
        if (ways.length === 0) unbroken.push(name);
        for (const sent of ways.slice(-1)) {
          const answer = await bureau.post(address, sent);
          expect(answer.status, name).toBe(422);
          const told = summaryOf(answer.text).find(([href]) => href === name)?.[1];
          const label = labelAt(answer.text, name);
          expect(label, name).toBeTruthy();
          expect(told, name).toMatch(/：/);
          expect(
            told?.startsWith(`${inRow(name, label as string)}：`),
            `${name}: ${told} | ${label}`,
          ).toBe(true);
          expect(answer.text, name).toContain(`id="${name}-error"`);
          expect(answer.text.split(`id="${name}"`).length, name).toBe(2);
        }
      }
      expect(unbroken).toEqual([]);
    },
  );

  it('is told also of a group in which nothing is ticked', async () => {
    const typed = typedRules(full(0), 1) as Sent;
    const groups = Object.entries(typed)
      .filter(([name, value]) => Array.isArray(value) || /\.(mode|islands)$/.test(name))
      .map(([name]) => name);
    const sent = Object.fromEntries(
      Object.entries(typed).filter(([name]) => !groups.includes(name)),
    );
    const { text } = await bureau.post(address, sent);
    const told = new Map(summaryOf(text));
    for (const kind of ['legal-form', 'premises']) {
      const name = `conditions.${everyKind.conditions.findIndex((item) => item.kind === kind)}.anyOf`;
      expect(told.get(name)).toBe(`${inRow(name, '适用')}：请从选项中选择`);
    }
    const categories = everyKind.conditions.findIndex(({ kind }) => kind === 'category');
    const none = Object.fromEntries(
      Object.keys(typed)
        .filter((name) => name.startsWith(`conditions.${categories}.tests.`))
        .map((name) => [name, name.endsWith('.role') ? 'none' : '']),
    );
    const unasked = await bureau.post(address, { ...typed, ...none });
    const table = `conditions.${categories}.tests`;
    expect(new Map(summaryOf(unasked.text)).get(table)).toBe(
      `${inRow(table, '类别')}：请从选项中选择`,
    );
    expect(unasked.text).toContain(`id="${table}"`);
    const industry = everyKind.conditions.findIndex(({ kind }) => kind === 'industry');
    expect(told.get(`conditions.${industry}.industries`)).toContain('行业门类：');
    expect(told.get(`conditions.${industry}.mode`)).toContain('适用行业：');
  });

  it('is told at once, however little of the rest can be read', async () => {
    const rows = otherCity.conditions.length;
    const added = {
      ...row(`conditions.${rows}`, { kind: 'industry', id: 'trade', mode: 'only' }),
      ...row(`conditions.${rows + 1}`, { kind: 'registered', id: 'old', least: '6', most: '3' }),
      'tiers.0.kind': 'jobs-year',
      'tiers.0.value': '2000',
      'caps.area': '30',
      needsPremises: 'no',
      corrections: 'x',
      'caps.fenByYear': 'y',
      'limits.accept': '',
    };
    const { text } = await bureau.post(address, { ...typedRules(otherCity, 1), ...added });
    const fields = summaryOf(text).map(([href]) => href);
    expect(fields.sort()).toEqual(
      [
        ...[rows, rows + 1].flatMap((at) => [`conditions.${at}.clause`, `conditions.${at}.zh`]),
        `conditions.${rows}.industries`,
        `conditions.${rows + 1}.most`,
        ...['tiers.0.jobsFrom', 'tiers.0.step', 'caps.area', 'caps.fenByArea', 'corrections'],
        ...['caps.fenByYear', 'limits.accept'],
      ].sort(),
    );
  });
});

const row = (at: string, fields: Record<string, string>) =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [`${at}.${name}`, value]));
