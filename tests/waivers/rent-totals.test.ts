import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { verifyLedger } from '../../src/backup/verify-ledger.js';
import { totalsAddress } from '../../src/ledger/forms.js';
import { type Client, signIn } from '../web/client.js';
import { type Cast, startWaivers } from './cast.js';
import { grantFor, newTenant } from './tenants.js';

let cast: Cast;
let bureau: Client;
let waivers: { number: string; application: { number: string } }[];
async function begin(): Promise<void> {
  cast = await startWaivers();
  for (const months of [3, 12]) {
    const asked = { from: '2025-02-11', months, on: '2025-03-03' };
    await grantFor(cast, await newTenant(cast), asked);
  }
  cast.clock.set(new Date('2025-06-15T02:00:00Z'));
  bureau = await signIn(cast.base, 'bureau');
  const include = { application: { select: { number: true } } };
  waivers = await cast.db.waiver.findMany({ include, orderBy: { id: 'asc' } });
}
const end = () => cast.close();

const measure = 'waived-rent';
const asOf = '2025-04-20';
const fen = (text: string) => Math.round(Number(text.replaceAll(',', '').replace('−', '-')) * 100);

/** The number on a page, in fen. */
function shown(text: string): number {
  const value = /class="value">(?:<a[^>]*>)?(-?[\d,]+\.\d\d)/.exec(text)?.[1];
  if (value === undefined) throw new Error('the page shows no amount in yuan');
  return fen(value);
}

/** The amounts of its rows, in fen. */
const amounts = (text: string): number[] =>
  [...text.matchAll(/<td class="numeric" data-label="[^"]*"><(?:a|span)[^>]*>([−\d,.-]+)</g)]
    .slice(0, -1)
    .map(([, amount = '']) => fen(amount));
const sum = (all: number[]) => all.reduce((a, b) => a + b, 0);
const plain = (href: string): string => href.replaceAll('&amp;', '&').replaceAll('&#x3D;', '=');

describe('rent waived', () => {
  beforeAll(begin);
  afterAll(end);

  it.each(
    ['network', 'region:330903', 'region:330902', 'park:P01', 'park:P02'].flatMap((scope) =>
      [undefined, '2025-02', '2025-04'].map((month) => [scope, month] as const),
    ),
  )('of %s (%s) is the sum of its waivers', async (scope, month) => {
    const { text } = await bureau.get(totalsAddress({ measure, scope, asOf, month }));
    expect(sum(amounts(text))).toBe(shown(text));
    const [isHere] = [!['region:330902', 'park:P02'].includes(scope)];
    expect(shown(text) > 0).toBe(isHere);
  });

  it('adds up over the months, the one that runs to the day', async () => {
    const of = async (month?: string, day = asOf) =>
      shown(
        (await bureau.get(totalsAddress({ measure, scope: 'network', asOf: day, month }))).text,
      );
    const months = await Promise.all(['2025-02', '2025-03', '2025-04'].map((month) => of(month)));
    expect(sum(months)).toBe(await of());
    expect(await of('2025-02')).toBe(2 * Math.round((123_457 * 18) / 28));
    const ahead = totalsAddress({ measure, scope: 'network', asOf, month: '2025-05' });
    expect((await bureau.get(ahead)).status).toBe(400);
  });

  it('lists waivers, each leading to its case and to its own entries', async () => {
    const { text } = await bureau.get(totalsAddress({ measure, scope: 'park:P01', asOf }));
    for (const { number, application } of waivers) {
      expect(text).toContain(number);
      expect(text).toContain(`/waivers/${application.number}`);
    }
    const href = /href="(\/totals\/entries[^"]+)"[^>]*>([\d,.]+)</.exec(text);
    const entries = await bureau.get(plain(href?.[1] ?? ''));
    expect(entries.status).toBe(200);
    const parts = [...entries.text.matchAll(/<span>([+−][\d,]+\.\d\d)<\/span>/g)];
    expect(parts.length).toBe(3);
    expect(sum(parts.map(([, part = '']) => fen(part.replace('+', ''))))).toBe(
      fen(href?.[2] ?? ''),
    );
    expect(entries.text).toContain('2025年2月免租');
  });

  it('keeps entries to those who see the venture, and to waivers that are there', async () => {
    const own = await cast.db.waiver.findFirstOrThrow({ include: { venture: true } });
    const path = `/totals/entries?measure=${measure}&scope=park:P01&asOf=${asOf}&venture=${own.venture.number}`;
    const status = async (username: string, query: string) =>
      (await (await signIn(cast.base, username)).get(path + query)).status;
    expect(await status('park1', `&waiver=${own.number}`)).toBe(200);
    expect(await status('park2', `&waiver=${own.number}`)).toBe(404);
    expect(await status('bureau', '&waiver=W2099-0001')).toBe(404);
    expect(await status('bureau', '')).toBe(404);
    expect(await status('founder1', `&waiver=${own.number}`)).toBe(403);
  });

  it('is exported in yuan, one waiver a row', async () => {
    const address = totalsAddress({ measure, scope: 'network', asOf });
    const csv = (await bureau.get(address.replace('/totals', '/totals.csv'))).text;
    for (const { number, application } of waivers) {
      expect(csv).toContain(number);
      expect(csv).toContain(application.number);
    }
    const rows = csv.trim().split('\r\n').slice(-waivers.length);
    const total = shown((await bureau.get(address)).text);
    expect(sum(rows.map((row) => fen(row.split(',').at(-1) ?? '')))).toBe(total);
  });

  it('stands on the dashboard by park and month, in the trend and in the public numbers', async () => {
    const { text } = await bureau.get(`/dashboard?asOf=${asOf}`);
    const total = shown(
      (await bureau.get(totalsAddress({ measure, scope: 'network', asOf }))).text,
    );
    // The panel is of all rent that is not paid; what decisions waived is one of its numbers.
    expect(text).toContain('不收租金');
    expect(text).not.toContain('尚未受理');
    const links = [
      ...text.matchAll(/href="(\/totals\?measure(?:=|&#x3D;)waived-rent[^"]*)"[^>]*>([\d,.]+)</g),
    ];
    expect(links.length).toBeGreaterThan(6);
    for (const [, href = '', amount = ''] of links)
      expect(shown((await bureau.get(plain(href))).text), href).toBe(fen(amount));
    const chart = await bureau.get(
      `/charts/trend.svg?measure=${measure}&scope=network&asOf=${asOf}`,
    );
    expect(chart.status).toBe(200);
    const api = JSON.parse((await bureau.get(`/api/v1/totals?asOf=${asOf}`)).text);
    expect(api.network.waivedRent).toBe(total);
  });
});

it('a waiver that was changed behind the ledger is named with its month', async () => {
  await begin();
  onTestFinished(end);
  const { id, number } = await cast.db.waiver.findFirstOrThrow();
  await cast.db.waiver.update({
    where: { id },
    data: { endedOn: '2025-03-11', endReason: 'surrendered' },
  });
  const { problems } = await verifyLedger(cast.db);
  expect(problems.filter((one) => one.includes(number))).toEqual([
    expect.stringContaining(`waiver ${number}, 2025-03: its months differ from its schedule by +`),
    expect.stringContaining(`waiver ${number}, 2025-04`),
    expect.stringContaining(`waiver ${number}, 2025-05`),
  ]);
});
