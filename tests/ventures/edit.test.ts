import { afterEach, beforeEach, expect, it } from 'vitest';
import { transact } from '../../src/database/database.js';
import { editVenture } from '../../src/ventures/edit-venture.js';
import type { VentureProfile } from '../../src/ventures/venture-profile.js';
import { at } from '../ledger/network.js';
import { startParks } from '../parks/cast.js';
import { Client, signIn, type TestApp } from '../web/client.js';
import { someCode, typedEdit } from './fields.js';

let app: TestApp;
let park1: Client;
let address = '';
beforeEach(async () => {
  app = await startParks();
  park1 = await signIn(app.base, 'park1');
  const { number } = await app.db.venture.findUniqueOrThrow({ where: { id: 1 } });
  address = `/ventures/${number}/edit`;
});
afterEach(() => app.close());

const venture = () => app.db.venture.findUniqueOrThrow({ where: { id: 1 } });
const current = async () => String((await venture()).version);

it('changes a profile, what a search finds, and records before and after', async () => {
  const code = someCode(7);
  const answer = await park1.post(
    address,
    typedEdit({ name: '海风民宿旗舰店', legalForm: 'sole-trader', creditCode: code }),
  );
  expect([answer.status, answer.location]).toEqual([303, address.slice(0, -'/edit'.length)]);
  expect(await venture()).toMatchObject({ name: '海风民宿旗舰店', creditCode: code, version: 2 });
  expect((await park1.get('/ventures?q=qijian')).text).toContain('海风民宿旗舰店');
  const event = await app.db.historyEvent.findFirstOrThrow({ where: { verb: 'venture.edited' } });
  expect(event.detail).toEqual({
    beganOn: expect.stringMatching(/^2025-/),
    name: ['海风民宿', '海风民宿旗舰店'],
    legalForm: ['team', 'sole-trader'],
    creditCode: [null, code],
  });
});

it('a change that changes nothing writes nothing', async () => {
  const before = await venture();
  const same = typedEdit({
    name: before.name,
    legalForm: before.legalForm,
    creditCode: before.creditCode ?? '',
    version: String(before.version),
  });
  expect((await park1.post(address, same)).status).toBe(303);
  expect(await venture()).toEqual(before);
  // Nor does the second of a double click, whose version is the one before.
  const twice = typedEdit({ name: '点了两次', version: String(before.version) });
  for (const _ of [1, 2]) expect((await park1.post(address, twice)).status).toBe(303);
  expect((await venture()).version).toBe(before.version + 1);
});

it('the second editor sees both versions, and can send the own one again', async () => {
  const seen = await current();
  const first = typedEdit({ name: '先改的名字', version: seen });
  const second = typedEdit({ name: '后改的名字', version: seen });
  expect((await park1.post(address, first)).status).toBe(303);
  const late = await park1.post(address, second);
  expect(late.status).toBe(409);
  expect(late.text).toContain('先改的名字');
  expect(late.text).toContain('value="后改的名字"');
  expect((await venture()).name).toBe('先改的名字');
  const version = /name="version" value="(\d+)"/.exec(late.text)?.[1] ?? '';
  expect((await park1.post(address, { ...second, version })).status).toBe(303);
  expect((await venture()).name).toBe('后改的名字');
});

it('under the page, the verb itself lets one of two win', async () => {
  const { version } = await venture();
  const profile = (name: string) => ({ ...someProfile, name }) satisfies VentureProfile;
  const edits = ['甲', '乙'].map((name) =>
    transact(app.db, (tx) => editVenture(tx, at('2025-02-14'), 1, version, profile(name))),
  );
  const results = await Promise.allSettled(edits);
  expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected']);
});

const someProfile: VentureProfile = {
  name: '',
  legalForm: 'team',
  creditCode: null,
  creditCodeNote: null,
  industry: 'H',
  trade: null,
  registeredOn: null,
  phone: null,
  about: '',
  isNamed: false,
};

it('bad input is 422, keeps what was typed and writes nothing', async () => {
  const before = await venture();
  const bad = { name: '', creditCode: 'ABC', version: String(before.version) };
  const answer = await park1.post(address, typedEdit(bad));
  expect(answer.status).toBe(422);
  expect(answer.text).toContain('href="#name"');
  expect(answer.text).toContain('value="ABC"');
  const code = await park1.post(address, typedEdit({ ...bad, name: '海风' }));
  expect(code.text).toContain('href="#creditCode"');
  expect(await venture()).toEqual(before);
});

it('another park 404, a reader 403, nobody 303 and 401, no such number 404', async () => {
  const park2 = await signIn(app.base, 'park2');
  expect((await park2.get(address)).status).toBe(404);
  expect((await park2.post(address, typedEdit())).status).toBe(404);
  for (const username of ['putuo', 'auditor']) {
    const reader = await signIn(app.base, username);
    expect((await reader.get(address)).status).toBe(403);
    expect((await reader.post(address, typedEdit())).status).toBe(403);
  }
  const nobody = new Client(app.base);
  expect((await nobody.get(address)).status).toBe(303);
  expect((await nobody.post(address, typedEdit())).status).toBe(401);
  expect((await park1.get('/ventures/V2025-9999/edit')).status).toBe(404);
  expect((await park1.get('/ventures/%00/edit')).status).toBe(404);
});
