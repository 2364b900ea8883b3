import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { makeSay } from '../../src/language/say.js';
import type { Frame } from '../../src/web/frame.js';
import { plain } from '../../src/web/pieces.js';
import { loadViews } from '../../src/web/views.js';
import { projectRoot } from './client.js';

const folder = mkdtempSync(path.join(tmpdir(), 'views-'));
afterAll(() => rmSync(folder, { recursive: true }));

const frame: Frame = {
  lang: 'zh',
  say: makeSay('zh'),
  path: '/',
  isDemo: false,
  nav: [],
  signedIn: null,
  beforePage: null,
  languageLink: { href: '/?lang=en', label: 'English', lang: 'en' },
  formSecret: null,
  secureCookies: false,
  isCopyable: false,
  noted: [],
  receiptToken: null,
  receipt: null,
  times: null,
  wrongQuery: null,
};
let count = 0;

/** What a page of this source gives, with the partials given beside it. */
function render(
  source: string,
  locals: object = {},
  partials: Record<string, string> = {},
): string {
  count += 1;
  const views = path.join(folder, String(count));
  mkdirSync(path.join(views, 'room'), { recursive: true });
  writeFileSync(path.join(views, 'layout.hbs'), '{{{body}}}');
  writeFileSync(path.join(views, 'room/page.hbs'), source);
  for (const [name, partial] of Object.entries(partials)) {
    writeFileSync(path.join(views, `room/${name}.hbs`), partial);
  }
  const assets = { urlOf: (name: string) => `/static/${name}` };
  const pieces = loadViews(views, assets).render('room/page', { title: 'x', ...locals }, frame);
  return plain(pieces).toString();
}

describe('a template', () => {
  it('escapes what it prints', () => {
    const text = '<img src=x onerror="a()">';
    expect(render('{{text}}', { text })).toBe(
      '&lt;img src&#x3D;x onerror&#x3D;&quot;a()&quot;&gt;',
    );
  });

  it.each([
    '{{misspelt}}',
    '{{#if misspelt}}x{{/if}}',
    '{{#each misspelt}}x{{/each}}',
    '{{number misspelt}}',
    '{{known.misspelt}}',
    '{{t "no.such.words"}}',
    '{{nohelper 1}}',
    '{{> room/_nothing}}',
  ])('throws for %s', (source) => {
    expect(() => render(source, { known: { a: 1 } })).toThrow();
  });

  it('reaches nothing that an object has by birth', () => {
    expect(render('{{known.constructor}}{{known.__proto__}}{{constructor}}', { known: {} })).toBe(
      '',
    );
  });

  it.each([
    ['{{number "5"}}', {}],
    ['{{day "2025-02-30"}}', {}],
    ['{{month "2025-13"}}', {}],
    ['{{yuan 1.5}}', {}],
    ['{{area "x"}}', {}],
    ['{{time "2025-01-21"}}', {}],
    ['{{concat "a" x}}', { x: null }],
    ['{{t "web.field.least"}}', {}],
  ])('shows nothing plausible for a wrong value: %s', (source, locals) => {
    expect(() => render(source, locals)).toThrow();
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', '//evil.example', '/\\evil', '', 'x'])(
    'links to no %j',
    (url) => {
      expect(() => render('<a href="{{link url}}">', { url })).toThrow('not an address');
    },
  );
});

describe('a partial', () => {
  const partials = {
    _box: '{{!-- takes label hint? --}}\n{{label}}{{#if hint}} ({{hint}}){{/if}}',
  };

  it('takes what it declares', () => {
    expect(render("{{> room/_box label='a'}}", {}, partials).trim()).toBe('a');
    expect(render("{{> room/_box label='a' hint='b'}}", {}, partials).trim()).toBe('a (b)');
  });

  it.each(["{{> room/_box hint='b'}}", "{{> room/_box label='a' hnit='b'}}"])(
    'refuses %s',
    (source) => {
      expect(() => render(source, {}, partials)).toThrow('room/_box');
    },
  );

  it('does not see the page’s own values', () => {
    const source = { _peek: '{{title}}' };
    expect(() => render('{{> room/_peek}}', {}, source)).toThrow();
  });
});

describe('the templates of the site', () => {
  const views = path.join(projectRoot, 'views');
  const files = readdirSync(views, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.hbs'),
  );
  const sourceOf = (file: string) => readFileSync(path.join(views, file), 'utf8');

  it('can all be compiled, and one that cannot is named', async () => {
    const assets = { urlOf: (name: string) => `/static/${name}` };
    await loadViews(views, assets).compileAll();
    const broken = path.join(folder, 'broken');
    mkdirSync(broken);
    writeFileSync(path.join(broken, 'page.hbs'), '{{#if x}}never closed');
    await expect(loadViews(broken, assets).compileAll()).rejects.toThrow('page');
  });

  it('print unescaped only the body in the layout', () => {
    const raw = files.filter((file) => /\{\{\{|\{\{&/.test(sourceOf(file)));
    // A letter is kept as it was rendered, by a template of its own that escapes what it is given.
    expect(raw).toEqual(['layout.hbs', 'waivers/correction-preview.hbs', 'waivers/letter.hbs']);
    expect(sourceOf('layout.hbs').match(/\{\{\{.*?\}\}\}/g)).toEqual(['{{{body}}}']);
  });

  it('hold no style, no script and no handler, which the content policy would refuse', () => {
    const inline = /<style|\sstyle=|\son[a-z]+=|<script(?! src="\{\{asset )/i;
    expect(files.filter((file) => inline.test(sourceOf(file)))).toEqual([]);
  });

  it('quote every attribute, and link by the helper', () => {
    const unquoted = /\s(href|src|value|action|id|class|name)=\{\{/;
    expect(files.filter((file) => unquoted.test(sourceOf(file)))).toEqual([]);
    const unchecked = /\s(href|action)="\{\{(?!link |asset )/;
    expect(files.filter((file) => unchecked.test(sourceOf(file)))).toEqual([]);
  });

  it('give every form that changes something its token', () => {
    const forms = files.flatMap((file) =>
      [...sourceOf(file).matchAll(/<form method="post"[\s\S]*?<\/form>/g)].map(([form]) => ({
        file,
        form,
      })),
    );
    expect(forms.length).toBeGreaterThan(8);
    const without = forms.filter(({ form }) => !/\{\{> web\/_(token|once)\}\}/.test(form));
    expect(without.map(({ file }) => file)).toEqual([]);
  });

  it('say their words by key: no Chinese stands in them', () => {
    const spoken = files.filter((file) => /\p{Script=Han}/u.test(sourceOf(file)));
    expect(spoken).toEqual([]);
  });
});
