import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chartSizes } from '../../src/charts/draw.js';
import { chartKeys } from '../../src/reports/charts.js';
import { type Demonstration, demonstration } from '../demonstration.js';
import { type Client, signIn, startApp, type TestApp, testClock } from '../web/client.js';

let data: Demonstration;
let app: TestApp;
let bureau: Client;
beforeAll(async () => {
  data = await demonstration();
  app = await startApp({ db: data.db, clock: testClock(new Date('2026-11-24T02:00:00Z')) });
  bureau = await signIn(app.base, 'bureau');
});
afterAll(async () => {
  await app?.close();
  await data?.close();
});

const plain = (href = '') => href.replaceAll('&amp;', '&').replaceAll('&#x3D;', '=');

/** What the sizes of type in a drawing come to on a frame as wide as the drawing is meant for. */
function smallestType(svg: string): number {
  const [, unitsWide = ''] = /viewBox="0 0 (\d+)/.exec(svg) ?? [];
  const [, width = ''] = /<svg[^>]* width="(\d+)"/.exec(svg) ?? [];
  const scale = unitsWide === '' ? 1 : Number(width) / Number(unitsWide);
  const sizes = [...svg.matchAll(/font-size(?::|=")\s*(\d+(?:\.\d+)?)/g)].map(
    ([, size]) => Number(size) * scale,
  );
  return Math.min(...sizes);
}

describe.each(chartKeys)('the chart %s', (key) => {
  it.each(['zh', 'en'])(
    'has a drawing for a phone of its own, with type to be read, in %s',
    async (lang) => {
      const { text } = await bureau.get(`/reports/charts?period=2025&lang=${lang}`);
      const section = text.split(`<section id="${key}"`)[1]?.split('</section>')[0] ?? '';
      const [, narrow, , wide] =
        /srcset="([^"]+)" width="(\d+)"[\s\S]*?<img src="([^"]+)"/.exec(section) ?? [];
      for (const [address, size] of [
        [narrow, chartSizes.narrow],
        [wide, chartSizes.wide],
      ] as const) {
        const { text: svg } = await bureau.get(plain(address));
        expect(svg).toContain(`width="${size.width}"`);
        expect(smallestType(svg)).toBeGreaterThanOrEqual(11);
      }
    },
  );
});

it('writes the newest value beside the end of its line, whatever the frame', async () => {
  const { text } = await bureau.get('/reports/charts?period=2025&lang=zh');
  const table = text.split('id="trend"')[1]?.split('</table>')[0] ?? '';
  const newest = [
    ...table.matchAll(/<tr>\s*<t[hd][^>]*>2025年12月<\/t[hd]>\s*<td[^>]*>([\d,]+)</g),
  ].at(-1)?.[1];
  expect(newest).toMatch(/\d/);
  for (const shape of ['wide', 'narrow']) {
    const { text: svg } = await bureau.get(`/reports/charts/trend.svg?period=2025&shape=${shape}`);
    expect(svg).toContain(`>${newest}</text>`);
  }
});
