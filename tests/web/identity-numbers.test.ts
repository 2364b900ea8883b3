import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { creditCodeFits } from '../../src/ventures/credit-code.js';
import { name, optionalText, searched, text } from '../../src/web/fields.js';
import { readForm } from '../../src/web/forms.js';
import { someCitizen } from '../identities/numbers.js';
import { type Network, startNetwork } from '../ledger/cast.js';
import { plain } from '../reports/reading.js';
import { type Client, signIn } from './client.js';

const faultOf = (schema: z.ZodType, sent: string) => {
  const form = readForm(z.object({ it: schema }), { it: sent });
  return form.ok ? null : form.faults.map(({ key }) => key).join();
};
const number = someCitizen();
const spelled = [
  number,
  number.toLowerCase(),
  `陈海，身份证${number}。`,
  `${number.slice(0, 6)} ${number.slice(6, 14)} ${number.slice(14)}`,
  `${number.slice(0, 6)}-${number.slice(6, 14)}-${number.slice(14)}`,
  [...number].map((c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)).join(''),
];
const others = [
  '91330903MA28K1234X',
  '9133090319900101001X',
  '合同 202601010000000001',
  '13905801234',
];

describe('an identity number', () => {
  it.each(spelled)('is taken by no text, name or search: %s', (typed) => {
    expect(faultOf(text(200), typed)).toContain('web.field.identity');
    expect(faultOf(optionalText(200, { lines: true }), typed)).toBe('web.field.identity');
    expect(faultOf(name(60), typed)).toContain('web.field.identity');
    expect(faultOf(searched, typed)).toBe('web.field.identity-search');
    expect(faultOf(text(200, { takesIdentity: true }), typed)).toBe(null);
  });

  it.each(others)('is not what else has many digits: %s', (typed) => {
    expect([faultOf(text(200), typed), faultOf(searched, typed)]).toEqual([null, null]);
  });

  it('is asked for in the fields of documents and accounts alone', async () => {
    const files = (await readdir('src', { recursive: true })).filter((file) =>
      file.endsWith('.ts'),
    );
    const takers: string[] = [];
    for (const file of files)
      if ((await readFile(path.join('src', file), 'utf8')).includes('takesIdentity: true'))
        takers.push(file.replaceAll('\\', '/'));
    expect(takers.sort()).toEqual(['identities/forms.ts', 'payments/payees/payee-routes.ts']);
  });
});

describe('in a network', () => {
  let net: Network;
  let bureau: Client;
  beforeAll(async () => {
    net = await startNetwork();
    bureau = await signIn(net.base, 'bureau');
  });
  afterAll(() => net.close());

  it.each([
    '/find',
    '/ventures',
    '/ventures.csv',
    '/ventures.xlsx',
    '/rent-roll',
    '/rent-roll.csv',
    '/parks/P01/spaces',
    '/parks/P01/spaces.csv',
    '/waivers/queue',
    '/prereview',
  ])('nobody is searched for by one at %s, and no file and no history has it', async (address) => {
    const { status, text } = await bureau.get(`${address}?q=${number}`);
    expect(status).toBe(400);
    expect(plain(text)).toContain('不能用身份证号码查找');
    const kept = await net.db.historyEvent.findMany();
    expect(JSON.stringify(kept)).not.toContain(number);
    expect(await net.db.exportRecord.count()).toBe(0);
  });

  it('the box says so while it is typed, and its page at the field', async () => {
    const typed = await bureau.get(`/find.json?q=${number}`);
    expect([typed.status, JSON.parse(typed.text).groups]).toEqual([200, []]);
    expect(JSON.parse(typed.text).status).toContain('不能用身份证号码查找');
    const { text } = await bureau.get(`/find?q=${number}`);
    expect(text).toContain('href="#q"');
    expect(text).toContain('id="q-error"');
  });

  it('a venture takes one in no field, whether or not it fits as a credit code', async () => {
    const fitting = Array.from({ length: 300 }, (_, i) => someCitizen(i + 1)).filter(
      creditCodeFits,
    );
    expect(fitting.length).toBeGreaterThan(2);
    for (const field of [
      'creditCode',
      'creditCodeNote',
      'name',
      'about',
      'founders.0.name',
      'founders.0.proof',
    ])
      for (const typed of [number, fitting[0] as string]) {
        const base = {
          name: '海岸咖啡',
          legalForm: 'firm',
          industry: 'H',
          foundedOn: '2024-01-01',
        };
        const sent = Object.assign(
          base,
          { 'founders.0.name': '陈海', parkId: '1' },
          { [field]: typed },
        );
        const answer = await bureau.post('/ventures/new', sent);
        expect(answer.status, field).toBe(422);
        expect(answer.text, field).toContain(`href="#${field}"`);
      }
    expect(await net.db.venture.count({ where: { name: '海岸咖啡' } })).toBe(0);
  });
});

it('no form of which a draft stays on the device asks for a number of a document or an account', async () => {
  const views = (await readdir('views', { recursive: true })).filter((file) =>
    file.endsWith('.hbs'),
  );
  const secret = ['identities', 'payments'].map((room) => `${room}${path.sep}`);
  for (const view of views.filter((file) => secret.some((room) => file.startsWith(room)))) {
    const source = await readFile(path.join('views', view), 'utf8');
    if (source.includes("name='number'"))
      expect([view, /data-draft|data-ask-before-leaving/.test(source)]).toEqual([view, false]);
  }
});
