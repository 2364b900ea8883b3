import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parsePairs } from '../../src/web/form-body.js';
import { Client, startApp, type TestApp } from './client.js';

let site: TestApp;
beforeAll(async () => {
  site = await startApp();
});
afterAll(() => site.close());

const form = 'application/x-www-form-urlencoded';
async function post(body: string | Uint8Array<ArrayBuffer>, type: string | null = form) {
  const headers = { accept: 'text/html', ...(type === null ? {} : { 'content-type': type }) };
  return new Client(site.base).send('/sign-in', { method: 'POST', body, headers });
}

/** A request as no browser would write it. */
function raw(path: string): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(site.base);
    const sent = request({ hostname, port, path }, (res) => {
      let text = '';
      res.setEncoding('utf8').on('data', (part) => {
        text += part;
      });
      res.on('end', () => resolve({ status: res.statusCode ?? 0, text }));
    });
    sent.on('error', reject).end();
  });
}

describe('pairs', () => {
  it('are read as they were sent, and no name means anything special', () => {
    const sent = parsePairs(
      'a=1&a=2&b=x+y%2B&c&a[b]=3&__proto__=4&constructor=5&d=%F0%B0%BB%9E&e=f=g',
    );
    expect({ ...sent }).toEqual({
      a: ['1', '2'],
      b: 'x y+',
      c: '',
      'a[b]': '3',
      constructor: '5',
      d: '𰻞',
      e: 'f=g',
      ['__proto__']: '4',
    });
    expect(Object.getPrototypeOf(sent)).toBeNull();
    expect({ ...parsePairs('') }).toEqual({});
  });

  it.each(['a=%', 'a=%zz', 'a=%E4%BD', 'a=%C0%80', 'a=%ED%A0%80', '%FF=1'])(
    'with a broken code are refused: %s',
    (text) => {
      expect(() => parsePairs(text)).toThrow('400');
    },
  );

  it('are two thousand at most', () => {
    expect(() => parsePairs(`${'a=1&'.repeat(1999)}a=1`)).not.toThrow();
    expect(() => parsePairs(`${'a=1&'.repeat(2000)}a=1`)).toThrow('413');
  });
});

describe('a body that is no form of this site', () => {
  it.each([
    ['JSON', '{"username":"bureau"}', 'application/json', 415],
    ['a file form', '--x--', 'multipart/form-data; boundary=x', 415],
    ['text', 'username=bureau', 'text/plain', 415],
    ['more than 256 kB', `username=${'x'.repeat(300_000)}`, form, 413],
    ['a broken %-code', 'username=%E4%BD', form, 400],
    ['too many fields', 'a=1&'.repeat(3000), form, 413],
  ])('%s', async (_name, body, type, status) => {
    const answer = await post(body, type);
    expect(answer.status).toBe(status);
    expect(answer.text).toContain('<h1>');
    expect(answer.text).not.toMatch(/ at .*\.(js|ts):\d/);
  });

  it('bytes that are not UTF-8', async () => {
    const gbk = new Uint8Array([...Buffer.from('username='), 0xd6, 0xdb, 0xc9, 0xbd]);
    expect((await post(gbk)).status).toBe(400);
    expect((await post(new Uint8Array([0x61, 0x3d, 0xc0, 0x80]))).status).toBe(400);
  });

  it('a compressed body that grows too large', async () => {
    const { gzipSync } = await import('node:zlib');
    const headers = { 'content-type': form, 'content-encoding': 'gzip' };
    const body = gzipSync(`username=${'x'.repeat(5_000_000)}`);
    const answer = await new Client(site.base).send('/sign-in', { method: 'POST', body, headers });
    expect(answer.status).toBe(413);
  });
});

describe('names beyond 16 bits and of any length', () => {
  it('come back as they were typed', async () => {
    const typed = '䶮𫖮𬱖𰻞 <&"\'>';
    const answer = await post(new URLSearchParams({ username: typed, password: 'x' }).toString());
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('value="䶮𫖮𬱖𰻞 &lt;&amp;&quot;&#x27;&gt;"');
  });
});

describe('a broken address', () => {
  it.each([
    '/parks/%E4%BD',
    '/sign-in?next=%',
    '/%',
    '/sign-in?%FF=1',
    '/static/%00',
    '/static/%zz',
  ])('%s is a bad request', async (path) => {
    const answer = await raw(path);
    expect([400, 404]).toContain(answer.status);
    expect(answer.text).not.toMatch(/ at .*\.(js|ts):\d/);
  });

  it.each(['/static/../package.json', '/static/%2e%2e/package.json', '/static/..%2fpackage.json'])(
    '%s leads out of no folder',
    async (path) => {
      const answer = await raw(path);
      expect(answer.status).toBeGreaterThanOrEqual(300);
      expect(answer.text).not.toContain('parks-without-walls');
    },
  );

  it.each(['/\\evil.example', '//evil.example/', 'http://evil.example/'])(
    '%s gets a page without a link to elsewhere',
    async (path) => {
      const answer = await raw(path);
      expect(answer.status).toBeLessThan(500);
      // The page's own address with another language is on this site: it begins with a single slash.
      expect(answer.text).not.toMatch(/href="(?!\/[^/\\])[^"]*evil/);
    },
  );
});
