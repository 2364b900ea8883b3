import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { proofsFolder } from '../../src/process/data-folders.js';
import { mostBytes } from '../../src/proofs/file-kinds.js';
import { pathOf } from '../../src/proofs/file-store.js';
import { agree, type Cast, enterNumber, startPeople, upload } from '../identities/cast.js';
import { someCitizen } from '../identities/numbers.js';
import { onceKey } from '../ventures/fields.js';
import { Client } from '../web/client.js';
import { someJpeg, somePdf } from './samples.js';

let cast: Cast;
let page = '';
let number = '';
const lease = { name: '租赁合同.pdf', bytes: somePdf('lease') };
beforeEach(async () => {
  cast = await startPeople();
  number = cast.person.number;
  page = `/people/${number}`;
});
afterEach(() => cast.close());

const files = () =>
  cast.db.proofFile.findMany({ where: { removedAt: null }, orderBy: { id: 'asc' } });
const onDisk = () => {
  const entries = readdirSync(proofsFolder(cast.config), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
};
const opened = () => cast.db.historyEvent.count({ where: { verb: 'proof.opened' } });

it('proof is asked for only once the person has agreed', async () => {
  const founder = await cast.as('founder1');
  expect((await founder.get(`${page}/proofs/new`)).location).toBe(`${page}/consents/proof`);
  const early = await upload(founder, number, lease);
  expect(early.status).toBe(422);
  expect(early.text).toContain('须先取得本人对收集证明材料的单独同意');
  expect(onDisk()).toEqual([]);
  await agree(cast, cast.person.id, 'proof');
  expect((await founder.get(`${page}/proofs/new`)).text).toContain('enctype="multipart/form-data"');
});

it('a founder sends a file, which others open as what it is, recorded; the own one is not', async () => {
  await agree(cast, cast.person.id, 'proof');
  const founder = await cast.as('founder1');
  const sent = await upload(founder, number, lease);
  expect([sent.status, sent.location]).toEqual([303, page]);
  expect((await founder.get(page)).text).toContain('租赁合同.pdf');
  const [file] = await files();
  expect(file).toMatchObject({ item: 'lease', mediaType: 'application/pdf', name: '租赁合同.pdf' });
  const address = `${page}/proofs/${file?.id}`;
  expect((await founder.get(address)).text).toBe(lease.bytes.toString('latin1'));
  expect(await opened()).toBe(0);
  for (const who of ['park1', 'putuo', 'bureau', 'auditor']) {
    const { status, text, headers } = await (await cast.as(who)).get(address);
    expect(status, who).toBe(200);
    expect(text).toBe(lease.bytes.toString('latin1'));
    expect(headers.get('content-type')).toBe('application/pdf');
    expect(headers.get('content-disposition')).toMatch(
      /^attachment; .*filename\*=UTF-8''%E7%A7%9F/,
    );
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
    expect(headers.get('cache-control')).toBe('no-store');
  }
  expect(await opened()).toBe(4);
  expect((await founder.get(page)).text).toContain('打开证明材料：租赁合同');
});

describe('a file that was sent', () => {
  beforeEach(async () => {
    await agree(cast, cast.person.id, 'proof');
    await upload(await cast.as('founder1'), number, lease);
  });

  it('is shown beside a case by the browser itself, with nothing of this site in reach, and recorded too', async () => {
    const [file] = await files();
    const address = `${page}/proofs/${file?.id}?show=inline`;
    const before = await opened();
    for (const who of ['park1', 'putuo', 'bureau', 'auditor']) {
      const { status, text, headers } = await (await cast.as(who)).get(address);
      expect([who, status, text]).toEqual([who, 200, lease.bytes.toString('latin1')]);
      expect(headers.get('content-disposition')).toBe('inline');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      // A browser's viewer of PDF does not start in a sandbox; scripts, frames and requests are shut out all the same.
      expect(headers.get('content-security-policy')).toBe(
        "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'",
      );
      expect(headers.get('cache-control')).toBe('no-store');
    }
    expect(await opened()).toBe(before + 4);
    const last = await cast.db.historyEvent.findFirstOrThrow({
      where: { verb: 'proof.opened' },
      orderBy: { id: 'desc' },
    });
    expect(last).toMatchObject({
      subjectKind: 'person',
      subjectId: cast.person.id,
      detail: { proofId: file?.id, proofItem: 'lease' },
    });
    for (const [who, status] of [['park2', 404] as const, ['founder2', 404] as const])
      expect((await (await cast.as(who)).get(address)).status, who).toBe(status);
    expect((await new Client(cast.base).get(address)).status).toBe(303);
    expect(await opened()).toBe(before + 4);
  });

  it('a picture is shown in a sandbox', async () => {
    const founder = await cast.as('founder1');
    expect((await upload(founder, number, { name: '证件.jpg', bytes: someJpeg() })).status).toBe(
      303,
    );
    const picture = await cast.db.proofFile.findFirstOrThrow({
      where: { mediaType: 'image/jpeg' },
    });
    const shown = await (await cast.as('bureau')).get(`${page}/proofs/${picture.id}?show=inline`);
    expect(shown.headers.get('content-type')).toBe('image/jpeg');
    expect(shown.headers.get('content-disposition')).toBe('inline');
    expect(shown.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
    await founder.post(`${page}/proofs/${picture.id}/removal`, {});
  });

  it.each([
    ['请选择文件', null],
    ['这个文件是空的', { name: 'a.pdf', bytes: Buffer.alloc(0) }],
    [
      '文件超过 10 MB',
      { name: 'a.pdf', bytes: Buffer.concat([somePdf(), Buffer.alloc(mostBytes)]) },
    ],
    ['文件名以 .pdf 结尾，内容却是 JPEG', { name: 'a.pdf', bytes: someJpeg() }],
    ['设有密码或加密', { name: 'a.pdf', bytes: somePdf('', '/Encrypt 5 0 R') }],
    ['夹带了其他内容', { name: 'a.pdf', bytes: somePdf('<script>') }],
    ['只是改了文件名', { name: 'a.pdf', bytes: Buffer.from('no picture at all') }],
    ['已经上传过', lease],
  ])('refuses with %s, keeping the choice and storing nothing', async (told, file) => {
    const before = onDisk().length;
    const answer = await upload(await cast.as('founder1'), number, file);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(told);
    expect(answer.text).toContain('value="lease" checked');
    expect(answer.text).toContain('href="#file"');
    expect(await files()).toHaveLength(1);
    expect(onDisk()).toHaveLength(before);
  });

  it('a form sent twice, and twice at once, stores one file', async () => {
    const park1 = await cast.as('park1');
    const file = { name: '凭证.jpg', bytes: someJpeg() };
    const fields = {
      _key: onceKey('upload'),
      item: 'rent-receipt',
      _token: await park1.tokenOf(page),
    };
    const send = () => upload(park1, number, file, fields);
    const answers = [...(await Promise.all([send(), send()])), await send()];
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect(await files()).toHaveLength(2);
    expect(onDisk()).toHaveLength(2);
  });

  it('no account holds many files in memory at once', async () => {
    const park1 = await cast.as('park1');
    const _token = await park1.tokenOf(page);
    const file = {
      name: 'a.pdf',
      bytes: Buffer.concat([somePdf('big'), Buffer.alloc(8_000_000, 32)]),
    };
    const sending = Array.from({ length: 12 }, () => upload(park1, number, file, { _token }));
    const statuses = (await Promise.all(sending)).map(({ status }) => status);
    expect(statuses).toContain(429);
    const sent = await files();
    expect(sent.filter(({ name }) => name === 'a.pdf').length).toBeLessThanOrEqual(1);
    expect(onDisk()).toHaveLength(sent.length);
  });

  it('a file is taken only from a form of this site, and from who may', async () => {
    const before = await files();
    const founder = await cast.as('founder1');
    for (const _token of ['', 'x', `${await founder.tokenOf('/account')}x`]) {
      expect((await upload(founder, number, lease, { _token })).status).toBe(403);
    }
    expect((await upload(new Client(cast.base), number, lease, { _token: '' })).status).toBe(401);
    const of = { park2: 404, founder2: 404, admin: 404, putuo: 403, auditor: 403 };
    for (const [who, status] of Object.entries(of)) {
      expect((await upload(await cast.as(who), number, lease)).status, who).toBe(status);
    }
    expect((await upload(founder, 'R999999', lease)).status).toBe(404);
    const plain = await founder.post(`${page}/proofs/new`, { item: 'lease' }, { from: '/account' });
    expect(plain.status).toBe(415);
    expect(await files()).toEqual(before);
    // And no other form may come in a body that only this reader understands.
    const body = new FormData();
    body.append('reason', '核对');
    const elsewhere = await founder.send(`${page}/identity`, { method: 'POST', body });
    expect(elsewhere.status).toBe(415);
  });

  it.each([
    ['--x\r\nbroken', 'multipart/form-data; boundary=x'],
    ['', 'multipart/form-data; boundary=x'],
    ['nothing', 'multipart/form-data'],
  ])('a body that is no form, %j as %s, is 400', async (body, type) => {
    const headers = { 'content-type': type, accept: 'text/html' };
    const founder = await cast.as('founder1');
    const answer = await founder.send(`${page}/proofs/new`, { method: 'POST', body, headers });
    expect(answer.status).toBe(400);
  });

  it('another park, another person and a stranger cannot open it: 404, 401', async () => {
    const [file] = await files();
    await agree(cast, cast.other.id, 'proof');
    await upload(await cast.as('founder2'), cast.other.number, {
      name: 'b.pdf',
      bytes: somePdf('b'),
    });
    const theirs = (await files()).find(({ personId }) => personId === cast.other.id);
    for (const who of ['park2', 'founder2', 'admin']) {
      const client = await cast.as(who);
      expect((await client.get(`${page}/proofs/${file?.id}`)).status, who).toBe(404);
      expect((await client.post(`${page}/proofs/${file?.id}/removal`)).status, who).toBe(404);
    }
    // A file is found only under its own person.
    const founder = await cast.as('founder1');
    for (const id of [theirs?.id, 999, 0, 'x']) {
      expect((await founder.get(`${page}/proofs/${id}`)).status).toBe(404);
    }
    const nobody = new Client(cast.base);
    expect((await nobody.get(`${page}/proofs/${file?.id}`)).status).toBe(303);
    expect((await (await cast.as('putuo')).post(`${page}/proofs/${file?.id}/removal`)).status).toBe(
      403,
    );
  });

  it('nothing is in the clear: not in the database, not in the folder, not in a file’s name', async () => {
    const secret = someCitizen(77);
    const client = await cast.as('founder1');
    await agree(cast, cast.person.id, 'identity');
    await enterNumber(cast, cast.person.id, secret);
    await upload(client, number, { name: `身份证${secret}.pdf`, bytes: somePdf(`card ${secret}`) });
    expect((await files()).at(-1)?.name).toBe('身份证***.pdf');
    const database = ['', '-wal'].map(
      (ending) => `${path.join(cast.config.dataDir, 'parks.db')}${ending}`,
    );
    for (const file of [...database, ...onDisk()]) {
      const bytes = readFileSync(file);
      for (const part of [secret, secret.slice(6), '%PDF-1.4', 'JFIF']) {
        expect(bytes.includes(part), `${part} in ${file}`).toBe(false);
      }
      expect(file).not.toContain(secret);
    }
  });

  it('a file that was tampered with is not sent, and not said to have been opened', async () => {
    const file = (await files()).at(-1);
    const stored = pathOf(proofsFolder(cast.config), file?.storedAs ?? '');
    const bytes = readFileSync(stored);
    bytes[50] = (bytes[50] ?? 0) ^ 1;
    writeFileSync(stored, bytes);
    const before = await opened();
    const answer = await (await cast.as('bureau')).get(`${page}/proofs/${file?.id}`);
    expect(answer.status).toBe(500);
    expect(answer.headers.get('content-disposition')).toBeNull();
    expect(answer.text).not.toContain('PDF');
    expect(await opened()).toBe(before);
  });

  it('removing one takes the file away; withdrawing the consent takes all that no case needs', async () => {
    const founder = await cast.as('founder1');
    await upload(founder, number, { name: '凭证.jpg', bytes: someJpeg() });
    const [first, second] = await files();
    const removal = `${page}/proofs/${first?.id}/removal`;
    expect((await founder.get(removal)).text).toContain('租赁合同.pdf');
    const form = { _key: onceKey('removal') };
    expect((await founder.post(removal, form, { from: page })).location).toBe(page);
    expect((await founder.post(removal, form, { from: page })).location).toBe(page);
    expect((await founder.get(`${page}/proofs/${first?.id}`)).status).toBe(404);
    const neededFor = 'W2025-0001';
    await cast.db.proofFile.update({ where: { id: second?.id ?? 0 }, data: { neededFor } });
    const kept = await founder.post(`${page}/proofs/${second?.id}/removal`, {}, { from: page });
    expect(kept.status).toBe(422);
    expect(kept.text).toContain('W2025-0001');
    await founder.post(`${page}/consents/proof/withdrawal`);
    const left = (await files()).filter(({ personId }) => personId === cast.person.id);
    expect(left.map(({ id }) => id)).toEqual([second?.id]);
    const stored = new Set((await files()).map(({ storedAs }) => storedAs));
    expect(new Set(onDisk().map((file) => path.basename(file)))).toEqual(stored);
  });
});
