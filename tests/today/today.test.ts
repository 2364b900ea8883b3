import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runPrereview } from '../../src/prereview/run-prereview.js';
import { type Demonstration, demonstration } from '../demonstration.js';
import { plain } from '../waivers/pages.js';
import { type Client, signedIn, startApp, type TestApp, testClock } from '../web/client.js';

/** A Monday in November 2026, on which two cases of park1 and five of the bureau are overdue. */
const now = new Date('2026-11-30T02:00:00Z');
const everybody = ['park1', 'dinghai', 'bureau', 'auditor', 'admin', 'founder1', 'founder2'];

let data: Demonstration;
let app: TestApp;
let as: (username: string) => Client;
beforeAll(async () => {
  data = await demonstration();
  await runPrereview(data.db, now);
  app = await startApp({ db: data.db, clock: testClock(now) });
  as = signedIn(app.base);
});
afterAll(async () => {
  await app.close();
  await data.close();
});

const today = async (username: string) => plain((await as(username).get('/today')).text);
/** The text of a section by its id; blank where the page has none. */
const section = (text: string, id: string): string =>
  new RegExp(`aria-labelledby="today-${id}">([\\s\\S]*?)</section>`).exec(text)?.[1] ?? '';
const casesIn = (text: string): string[] => [
  ...new Set(
    [...text.matchAll(/href="\/waivers\/(A\d{4}-\d{6})"/g)].map(([, number]) => number ?? ''),
  ),
];

describe('the page of the day', () => {
  it.each([
    ['park1', 2],
    ['bureau', 4],
  ])('shows %s its %i overdue cases before all else', async (username, overdue) => {
    const text = await today(username);
    const first = /<section class="day-section[\s\S]*?<\/section>/.exec(text)?.[0] ?? '';
    expect(first).toContain('id="today-overdue"');
    expect(casesIn(first)).toHaveLength(overdue);
    const tab = await as(username).get('/waivers/queue?tab=overdue');
    expect(casesIn(plain(tab.text)).sort()).toEqual(casesIn(first).sort());
  });

  it.each(everybody)('leads %s only to pages that open', async (username) => {
    const main = (await today(username)).split('<main')[1]?.split('</main>')[0] ?? '';
    const links = new Set([...main.matchAll(/href="(\/[^"]*)"/g)].map(([, href]) => href ?? ''));
    for (const href of links) {
      const { status } = await as(username).get(href.replaceAll('&amp;', '&'));
      expect([href, status]).toEqual([href, 200]);
    }
  });

  it('shows who qualifies and has not applied with a phone to call, in the own park alone', async () => {
    const mine = section(await today('park1'), 'unclaimed');
    expect(mine).toMatch(/href="tel:1\d{10}"/);
    expect(mine).toContain('/waivers/new?venture=');
    const numbers = [...mine.matchAll(/href="\/ventures\/(V\d{4}-\d{4})"/g)].map(
      ([, n]) => n ?? '',
    );
    expect(numbers.length).toBeGreaterThan(0);
    const elsewhere = await data.db.venture.count({
      where: {
        number: { in: numbers },
        residencies: { none: { park: { number: 'P01' }, endedOn: null } },
      },
    });
    expect(elsewhere).toBe(0);
  });

  it('shows phones to nobody who may not see them', async () => {
    for (const username of ['founder1', 'admin'])
      expect(await today(username)).not.toContain('tel:');
  });

  it('shows leases that ran out, those that end soon, whom nobody was at, and likely doubles', async () => {
    const text = await today('park1');
    expect(section(text, 'ran-out')).toContain('到期');
    expect(section(text, 'endings')).toContain('至20');
    const bureau = await today('bureau');
    expect(section(bureau, 'visits-overdue')).toContain('/visits/new?');
    expect(section(bureau, 'doubles')).toContain('/merge?with=');
    const people = section(bureau, 'people-doubles');
    expect(people).toMatch(/href="\/people\/[A-Z\d-]+\/merge\?with=/);
    expect(people).toContain('href="/people/doubles"');
  });

  it('says how many things others have done, beyond those that are shown', async () => {
    const text = section(await today('bureau'), 'news');
    const [, total = ''] = /day-total">([\d,]+)</.exec(text) ?? [];
    expect((text.match(/<li/g) ?? []).length).toBe(6);
    expect(Number(total.replace(',', ''))).toBeGreaterThan(6);
    expect(text).toMatch(new RegExp(`href="/history\\?from=[\\d-]+">[^<\\d]*${total}`));
  });

  it('leads from what ends to as many lines as it says, of the same kinds', async () => {
    const text = section(await today('bureau'), 'endings');
    const rest = /<\/ul>\s*<p><a class="act" href="([^"]*)">[^<\d]*(\d+)/.exec(text);
    const [, href = '', n] = rest ?? [];
    expect(href).toBe('/prereview?due=endings');
    const all = plain((await as('bureau').get(href)).text);
    expect(all).toContain(`共 ${n} `);
    for (const [, venture] of text.matchAll(/href="(\/ventures\/V[^"]*)"/g))
      expect(all).toContain(`href="${venture}"`);
  });
});
