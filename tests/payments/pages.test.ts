import { afterEach, beforeEach, expect, it } from 'vitest';
import { somePdf } from '../proofs/samples.js';
import { plain } from '../waivers/pages.js';
import type { Answer, Client } from '../web/client.js';
import { aPayee, claimAt, otherCard, type Payments, startPayments } from './cast.js';

let cast: Payments;
beforeEach(async () => {
  cast = await startPayments();
});
afterEach(() => cast.close());

/** Sends a form with a file as a page of this site would. */
async function upload(
  client: Client,
  url: string,
  fields: Record<string, string>,
  { name, bytes, from }: { name: string; bytes: Buffer; from: string },
): Promise<Answer> {
  const body = new FormData();
  body.append('_token', await client.tokenOf(from));
  for (const [field, value] of Object.entries(fields)) body.append(field, value);
  body.append('file', new File([new Uint8Array(bytes)], name));
  return client.send(url, { method: 'POST', body, headers: { accept: 'text/html' } });
}

const ventureNumber = async () =>
  (await cast.db.venture.findUniqueOrThrow({ where: { id: cast.ventureIds[1] } })).number;
const version = async (number: string) =>
  String((await cast.db.subsidyClaim.findUniqueOrThrow({ where: { number } })).version);

it('leads from the grant to the payment, and each in between', async () => {
  const founder = await cast.as('founder2');
  const grant = `/payments/grants/${cast.grant.number}`;
  const payee = `/payments/payees/${await ventureNumber()}`;
  const card = { kind: 'card', holder: '陈海', bank: 'icbc', consent: 'yes' };
  const wrong = await founder.post(`${payee}/entry`, { ...card, number: '6222020200112231' });
  expect(wrong.status).toBe(422);
  expect(plain(wrong.text)).toContain('校验不符');
  const stranger = await founder.post(`${payee}/entry`, {
    ...card,
    holder: '王五',
    number: '6222020200112230',
  });
  expect(plain(stranger.text)).toContain('本人的：陈海');
  const entered = await founder.post(`${payee}/entry`, { ...card, number: '6222 0202 0011 2230' });
  expect([entered.status, entered.location]).toEqual([303, payee]);
  const account = plain((await founder.get(payee)).text);
  expect(account).toContain('···· 2230');
  expect(account).not.toContain('6222020200112230');
  const begun = await founder.post(`${grant}/claims`, { from: '2024-11', to: '2025-01' });
  const claim = begun.location ?? '';
  const number = claim.split('/').at(-1) ?? '';
  const receipt = { fen: '1,200', paidOn: '2025-01-20', consent: 'yes' };
  const file = { name: 'r.pdf', bytes: somePdf(), from: claim };
  expect((await upload(founder, `${claim}/receipts`, receipt, file)).location).toBe(claim);
  const again = await upload(founder, `${claim}/receipts`, receipt, file);
  expect(plain(again.text)).toContain('同一张票据已经用在');
  const handed = await founder.post(
    `${claim}/submission`,
    { version: await version(number) },
    { from: claim },
  );
  expect(handed.location).toBe(claim);
  // No more than the receipts show: 1,200 of 1,500 yuan.
  expect(plain((await founder.get(claim)).text)).toContain('1,200.00');
  const park = await cast.as('park1');
  const checked = await park.post(`${claim}/check`, { version: await version(number), note: '' });
  expect(checked.location).toBe(claim);
  const county = await cast.as('putuo');
  const approved = await county.post(`${claim}/approve`, { version: await version(number) });
  expect(approved.location).toBe(claim);
  const { id } = await cast.db.subsidyClaim.findUniqueOrThrow({ where: { number } });
  const gathered = await county.post(
    '/payments/batches',
    { region: '330903', claims: String(id) },
    { from: '/payments/batches/new' },
  );
  const batch = gathered.location ?? '';
  expect(batch).toMatch(/^\/payments\/batches\/B2025-/);
  expect((await county.post(`${batch}/release`, { version: '1' }, { from: batch })).status).toBe(
    403,
  );
  const bureau = await cast.as('bureau');
  expect((await bureau.post(`${batch}/release`, { version: '1' }, { from: batch })).location).toBe(
    batch,
  );
  const table = await bureau.post(`${batch}/file`, { format: 'csv' }, { from: batch });
  expect(table.text).toContain('6222020200112230');
  const [{ number: line } = { number: '' }] = await cast.db.paymentLine.findMany();
  const answer = Buffer.from(
    `付款编号,金额（元）,付款结果,付款日期\n${line},1200.00,成功,2025-02-14\n`,
  );
  const sent = { name: 'answer.csv', bytes: answer, from: batch };
  const half = Buffer.from(answer.toString().replace('1200.00', '1100.00'));
  const refused = await upload(bureau, `${batch}/answer`, {}, { ...sent, bytes: half });
  expect(refused.status).toBe(422);
  expect(plain(refused.text)).toContain('金额与付款表不符');
  expect((await upload(bureau, `${batch}/answer`, {}, sent)).location).toBe(batch);
  expect((await upload(bureau, `${batch}/answer`, {}, sent)).location).toBe(batch);
  expect((await cast.db.paymentLine.findFirstOrThrow()).state).toBe('paid');
  expect(await cast.db.paymentAnswer.count()).toBe(1);
  expect(plain((await founder.get(`${claim}/notice`)).text)).toContain(line);
  for (const page of ['/payments', grant, '/today', '/messages'])
    expect([page, (await founder.get(page)).status]).toEqual([page, 200]);
  expect(plain((await founder.get('/payments')).text)).toContain('1,200.00');
  expect(plain((await founder.get('/messages')).text)).toContain('补贴已拨付');
});

it('changes an account by two people, and tells the founder', async () => {
  await aPayee(cast);
  const payee = `/payments/payees/${await ventureNumber()}`;
  const founder = await cast.as('founder2');
  const change = { kind: 'card', holder: '陈海', bank: 'abc', number: otherCard, consent: 'yes' };
  await founder.post(`${payee}/entry`, change);
  const proposed = await cast.db.payeeAccount.findFirstOrThrow({ where: { state: 'proposed' } });
  const confirm = { number: proposed.number };
  const by = async (username: string) =>
    (await (await cast.as(username)).post(`${payee}/confirmation`, confirm, { from: payee }))
      .status;
  expect(await by('founder2')).toBe(403);
  expect(await by('founder1')).toBe(404);
  expect(await by('park2')).toBe(404);
  expect(await by('park1')).toBe(303);
  const rows = await cast.db.payeeAccount.findMany({ orderBy: { id: 'asc' } });
  expect(rows.map(({ state }) => state)).toEqual(['replaced', 'active']);
  expect(plain((await founder.get('/messages')).text)).toContain('收款账户已更改');
});

it('is not found by others, not done by who only looks, and not done twice', async () => {
  await aPayee(cast);
  const number = await claimAt(cast, 'submitted');
  const claim = `/payments/claims/${number}`;
  const status = async (
    username: string,
    path = '',
    fields: Record<string, string> | null = null,
  ) => {
    const client = await cast.as(username);
    return (
      fields ? await client.post(`${claim}${path}`, fields) : await client.get(`${claim}${path}`)
    ).status;
  };
  expect(await status('park2')).toBe(404);
  expect(await status('founder1')).toBe(404);
  expect(await status('putuo')).toBe(200);
  const seen = { version: await version(number), note: '不齐' };
  expect(await status('putuo', '/check', seen)).toBe(403);
  expect(await status('founder2', '/check', seen)).toBe(403);
  expect(await status('park1', '/return', { ...seen, note: '' })).toBe(422);
  expect(await status('park1', '/return', seen)).toBe(303);
  expect(await status('park1', '/return', seen)).toBe(409);
  expect(await cast.db.subsidyClaim.findUniqueOrThrow({ where: { number } })).toMatchObject({
    state: 'returned',
  });
});
