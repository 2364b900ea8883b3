import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Cast, caseAt, startWaivers } from '../waivers/cast.js';

let app: Cast;
beforeAll(async () => {
  app = await startWaivers();
  await caseAt(app, 'submitted');
});
afterAll(() => app.close());

/** What a list says that it is narrowed by, and where each leads that leaves it out. */
async function chosen(path: string): Promise<Record<string, string>> {
  const { status, text } = await (await app.as('bureau')).get(path);
  expect(status).toBe(200);
  const list = /<ul class="chosen"[^>]*>([\s\S]*?)<\/ul>/.exec(text)?.[1] ?? '';
  const links = list.matchAll(/<a href="([^"]+)"><span[^>]*>[^<]*<\/span>([^<]*)</g);
  return Object.fromEntries(
    [...links].map(([, href = '', label = '']) => [
      label,
      href.replaceAll('&amp;', '&').replaceAll('&#x3D;', '='),
    ]),
  );
}

describe('what a list is narrowed by stands above it in words', () => {
  it('and each is left out by one press, the others and the order stay', async () => {
    const address = '/ventures?q=hf&park=P01&status=settled&sort=name&page=2';
    expect(await chosen(address)).toEqual({
      '查找内容：hf': '/ventures?park=P01&status=settled&sort=name',
      '园区：P01 黄杨尖创业园': '/ventures?q=hf&status=settled&sort=name',
      '状态：在园': '/ventures?q=hf&park=P01&sort=name',
    });
    for (const href of Object.values(await chosen(address)))
      expect(Object.keys(await chosen(href))).toHaveLength(2);
    expect(await chosen('/ventures?sort=name')).toEqual({});
  });

  it('in the list of cases too, within its tab', async () => {
    expect(await chosen('/waivers/queue?tab=all&q=2222&park=P01&age=7')).toEqual({
      '查找内容：2222': '/waivers/queue?tab=all&park=P01&age=7',
      '所在园区：P01 黄杨尖创业园': '/waivers/queue?tab=all&age=7&q=2222',
      '提交时间：已满 7 天': '/waivers/queue?tab=all&park=P01&q=2222',
    });
    expect(await chosen('/waivers/queue?tab=all')).toEqual({});
  });
});

describe('how close the rows of a list stand', () => {
  it.each(['/ventures', '/waivers/queue?tab=all'])(
    'is a choice that %s remembers',
    async (path) => {
      const client = await app.as('auditor');
      const tableOf = async (address: string) => {
        const { text } = await client.get(address);
        const other = /class="density" href="([^"]+)"/.exec(text)?.[1] ?? '';
        return {
          isTight: /<table class="[^"]*\btight\b/.test(text),
          other: other.replaceAll('&amp;', '&').replaceAll('&#x3D;', '='),
        };
      };
      expect((await tableOf(path)).isTight).toBe(false);
      expect((await tableOf((await tableOf(path)).other)).isTight).toBe(true);
      expect((await tableOf(path)).isTight).toBe(true);
      expect((await tableOf((await tableOf(path)).other)).isTight).toBe(false);
      expect((await tableOf(path)).isTight).toBe(false);
    },
  );
});
