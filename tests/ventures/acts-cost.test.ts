import { afterAll, beforeAll, expect, it } from 'vitest';
import { verifyLedger } from '../../src/backup/verify-ledger.js';
import { fewest } from '../database/fewest.js';
import { type Scratch, scratchDatabase } from '../database/scratch.js';
import { startParks } from '../parks/cast.js';
import { type Client, signIn, type TestApp } from '../web/client.js';
import { typedVenture } from './fields.js';

let scratch: Scratch;
let app: TestApp;
let park1: Client;
let token = '';
const asked: string[] = [];
beforeAll(async () => {
  scratch = await scratchDatabase({ onQuery: (query) => asked.push(query) });
  app = await startParks({ db: scratch.db });
  park1 = await signIn(app.base, 'park1');
  token = await park1.tokenOf('/ventures/new');
});
afterAll(async () => {
  await app.close();
  await scratch.close();
});

let made = 0;
const log = () => {
  made += 1;
  const fields = typedVenture({
    name: `测试小组${made}`,
    'founders.0.name': `王${made}`,
    settledOn: '2024-01-10',
  });
  return park1.post('/ventures/new', {
    ...fields,
    _token: token,
    _key: `cost-${made}`.padEnd(20, '0'),
  });
};

it('logs a venture and files a headcount in a bounded number of statements, none of them for a menu that nobody sees', async () => {
  const logged = await fewest(async () => {
    asked.length = 0;
    const answer = await log();
    expect(answer.status, answer.text.slice(0, 3000)).toBe(303);
    return asked.length;
  });
  expect(asked.filter((query) => query.includes('"ClosedMonth"'))).toHaveLength(1);
  expect(asked.filter((query) => query.includes('"WaiverApplication" a WHERE'))).toEqual([]);
  console.log(
    'LOGGED',
    logged,
    asked.map((q) => q.slice(0, 90)),
  );
  expect(logged).toBeLessThanOrEqual(20);
  const location = (await log()).location ?? '';
  let month = 0;
  const filed = await fewest(async () => {
    month += 1;
    asked.length = 0;
    const fields = { headcount: '3', evidence: 'roster', version: '', note: '', confirmed: '核实' };
    const url = `${location}/returns/2024-0${month}`;
    const key = `filed-${month}`.padEnd(20, '0');
    const answer = await park1.post(url, { ...fields, _token: token, _key: key });
    expect(answer.status, answer.text.slice(0, 3000)).toBe(303);
    return asked.length;
  });
  expect(filed).toBeLessThanOrEqual(14);
  expect((await verifyLedger(app.db)).problems).toEqual([]);
});

const menuOf = (text: string): string => {
  const [, menu = ''] = /<nav class="places[^>]*>([\s\S]*?)<\/nav>/.exec(text) ?? [];
  expect(menu).not.toBe('');
  return menu;
};

it('shows a form that comes back, and a refusal, with the same menu and counts as any page', async () => {
  const page = await park1.get('/ventures/new');
  expect(page.text).toContain('class="count"');
  const back = await park1.post('/ventures/new', { name: '', _token: token });
  expect(back.status).toBe(422);
  expect(menuOf(back.text)).toBe(menuOf(page.text));
  const refused = await park1.post('/ventures/V1999-9999/returns/2025-01', { _token: token });
  expect(refused.status).toBe(404);
  expect(refused.text).toContain('class="count"');
});
