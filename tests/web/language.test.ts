import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { languageLink } from '../../src/web/language.js';
import { Client, startApp, type TestApp } from './client.js';

let site: TestApp;
beforeAll(async () => {
  site = await startApp();
});
afterAll(() => site.close());

describe('the language', () => {
  it('is Chinese at first, whatever the browser prefers', async () => {
    const page = await new Client(site.base).get('/sign-in', { 'accept-language': 'en' });
    expect(page.text).toContain('<html lang="zh-CN">');
    expect(page.text).toContain('<h1>登录</h1>');
  });

  it('is switched by a link, and stays', async () => {
    const client = new Client(site.base);
    const first = await client.get('/sign-in?next=/parks');
    expect(first.text).toContain('href="/sign-in?next&#x3D;/parks&amp;lang&#x3D;en"');
    expect((await client.get('/sign-in?next=/parks&lang=en')).text).toContain('<html lang="en">');
    expect((await client.get('/sign-in')).text).toContain('<h1>Sign in</h1>');
    expect((await client.get('/sign-in?lang=zh')).text).toContain('<h1>登录</h1>');
    expect((await client.get('/sign-in')).text).toContain('<h1>登录</h1>');
  });

  it('is not changed by what is none', async () => {
    const client = new Client(site.base);
    expect((await client.get('/sign-in?lang=fr')).text).toContain('<html lang="zh-CN">');
    expect(client.cookies.has('lang')).toBe(false);
  });
});

describe('the link to the other language', () => {
  it.each([
    ['/', 'zh', '/?lang=en'],
    ['/parks?a=1&lang=en&b=2', 'en', '/parks?a=1&b=2&lang=zh'],
    ['//evil.example/x', 'zh', '/evil.example/x?lang=en'],
    ['/\\evil.example', 'zh', '/evil.example?lang=en'],
    ['http://evil.example/', 'zh', '/?lang=en'],
  ] as const)('from %s', (url, lang, href) => {
    expect(languageLink(url, lang).href).toBe(href);
  });
});
