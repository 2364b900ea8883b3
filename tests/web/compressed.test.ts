import { request } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startParks } from '../parks/cast.js';
import { type Client, signIn, type TestApp } from './client.js';

let app: TestApp;
let bureau: Client;
beforeAll(async () => {
  app = await startParks();
  bureau = await signIn(app.base, 'bureau');
});
afterAll(() => app?.close());

/** The bytes of a page as they come, which `fetch` would unpack. */
async function bytesOf(address: string, encoding: string): Promise<Buffer> {
  const cookie = [...bureau.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const headers = { cookie, accept: 'text/html', 'accept-encoding': encoding };
  return new Promise((resolve, reject) => {
    request(app.base + address, { headers }, async (answer) => {
      expect(answer.headers['content-encoding']).toBe(encoding === 'gzip' ? 'gzip' : undefined);
      resolve(Buffer.concat(await answer.toArray()));
    })
      .on('error', reject)
      .end();
  });
}

const withoutTokens = (page: Buffer): string =>
  page.toString().replace(/name="_(token|key)" value="[^"]+"/g, '');

it.each(['/', '/parks', '/parks/P01', '/ventures/new', '/account'])(
  '%s unpacks to what it is plain, the layout that is kept too',
  async (address) => {
    const plain = withoutTokens(await bytesOf(address, 'identity'));
    expect(plain).toContain('</html>');
    for (const _again of [1, 2])
      expect(withoutTokens(gunzipSync(await bytesOf(address, 'gzip')))).toBe(plain);
  },
);
