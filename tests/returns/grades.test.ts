import { existsSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { transact } from '../../src/database/database.js';
import { proofsFolder } from '../../src/process/data-folders.js';
import { pathOf, readStored } from '../../src/proofs/file-store.js';
import { resealProofs } from '../../src/proofs/reseal-proofs.js';
import { sweepProofs } from '../../src/proofs/sweep-proofs.js';
import { jobsByGrade } from '../../src/returns/evidence.js';
import { expireReturnProofs } from '../../src/returns/expire-return-proofs.js';
import { gradesIn } from '../../src/returns/grade.js';
import { acceptReturn, approveReturn } from '../../src/returns/move-return.js';
import { openReturnProof } from '../../src/returns/open-return-proof.js';
import { removeReturnProof } from '../../src/returns/remove-return-proof.js';
import { submitReturn } from '../../src/returns/submit-return.js';
import { KeyRing, newKeys } from '../../src/vault/key-ring.js';
import { voidVenture } from '../../src/ventures/void-venture.js';
import { someCitizen } from '../identities/numbers.js';
import { somePdf } from '../proofs/samples.js';
import { Client } from '../web/client.js';
import { type Cast, fill, startReturns, submit, typedGrid } from './cast.js';

const month = '2025-01';
let app: Cast;
let number: string;
let page: string;
beforeEach(async () => {
  app = await startReturns();
  number = (await app.db.venture.findUniqueOrThrow({ where: { id: 1 } })).number;
  page = `/ventures/${number}/returns/${month}`;
});
afterEach(() => app.close());

const typed = (changes: Record<string, string> = {}) => ({
  headcount: '8',
  graduates: '',
  hardship: '',
  returned: '',
  local: '',
  others: '',
  evidence: 'social-insurance',
  note: '',
  version: '',
  confirmed: '',
  ...changes,
});
const certificate = somePdf('certificate');

type Sent = { who?: string; at?: string; bytes?: Buffer; name?: string; fields?: object };
/** Sends a file that proves a headcount, as its form does. */
async function attach({ who = 'park1', at = page, bytes, name, fields = {} }: Sent = {}) {
  const body = new FormData();
  const values = { kind: 'social-insurance', people: '8', consent: 'yes', ...fields };
  body.append('_token', await app.as(who).tokenOf(`${at}/proofs`));
  for (const [key, value] of Object.entries(values))
    if (value !== undefined) body.append(key, String(value));
  const content = new Uint8Array(bytes ?? certificate);
  body.append('file', new Blob([content]), name ?? '参保证明330902199001011234.pdf');
  return app
    .as(who)
    .send(`${at}/proofs`, { method: 'POST', body, headers: { accept: 'text/html' } });
}
const grade = async (ventureId = 1, of = month) =>
  (await gradesIn(app.db, [ventureId], of)).get(ventureId);
const files = () => app.db.proofFile.findMany({ where: { personId: null } });
const proofs = () => app.db.returnProof.findMany({ include: { proofFile: true, venture: true } });
const events = (verb: string) =>
  app.db.historyEvent.findMany({ where: { verb }, orderBy: { id: 'asc' } });

describe('a grade that was chosen, with nothing behind it, stays self-reported', () => {
  it('of a return that is filed by itself: its page says so, and what it would need', async () => {
    expect((await app.as('park1').post(page, typed())).status).toBe(303);
    expect(await grade()).toBe('self-reported');
    const { text } = await app.as('park1').get(page);
    expect(text).toContain('等级：自行申报');
    expect(text).toContain('所填为“社保记录”，未附参保证明');
    expect((await app.as('putuo').get(page)).text).toContain('未附参保证明');
  });

  it.each([
    ['contract', '未附劳动合同'],
    ['roster', '该月没有花名册'],
  ])('of a grid: %s', async (evidence, why) => {
    const grid = `/returns/${month}/P01`;
    const fields = await typedGrid(app, month, { '1.headcount': '8', '1.evidence': evidence });
    expect((await app.as('park1').post(`${grid}/grid`, fields, { from: grid })).status).toBe(303);
    expect((await app.as('park1').get(grid)).text).toContain(why);
    await submit(app, month, allNotes);
    expect(await grade()).toBe('self-reported');
    const { text } = await app.as('bureau').get(grid);
    expect(text).toContain('自行申报');
    expect(text).toContain(why);
  });

  it('on the page of grades and on the founder’s own, too', async () => {
    await app.as('park1').post(page, typed());
    const asked = { parkIds: [1], month };
    const proved = (await jobsByGrade(app.db, asked)).filter(({ grade: of }) => of !== 'none');
    expect(proved.map(({ grade: of, jobs }) => [of, jobs])).toEqual([['self-reported', 15]]);
    const own = (await app.as('founder1').get('/returns')).text;
    expect([own.includes('自行申报'), own.includes('社保记录')]).toEqual([true, false]);
  });
});

describe('a file that proves a headcount', () => {
  beforeEach(async () => {
    await app.as('park1').post(page, typed());
  });

  it('gives its grade, and takes it with it when it goes, both in the history', async () => {
    const sent = await attach();
    expect([sent.status, sent.location]).toEqual([303, `${page}/proofs`]);
    expect(await grade()).toBe('social-insurance');
    expect((await app.as('founder1').get('/returns')).text).toContain('社保记录');
    const [proof] = await proofs();
    const removal = `${page}/proofs/${proof?.id}/removal`;
    expect((await app.as('park1').post(removal, { reason: '' })).status).toBe(422);
    expect((await app.as('park1').post(removal, { reason: '传错了' })).status).toBe(303);
    expect(await grade()).toBe('self-reported');
    expect(await proofs()).toEqual([]);
    expect((await events('return-proof.attached')).map(({ detail }) => detail)).toEqual([
      {
        month,
        proofKind: 'social-insurance',
        proved: 8,
        grade: ['self-reported', 'social-insurance'],
      },
    ]);
    expect(await events('return-proof.removed')).toMatchObject([
      { reason: '传错了', detail: { grade: ['social-insurance', 'self-reported'] } },
    ]);
    const [file] = await files();
    expect(file).toMatchObject({ name: '', sha256: '' });
    expect(existsSync(pathOf(proofsFolder(app.config), file?.storedAs ?? ''))).toBe(false);
  });

  it('has to cover everybody: a later headcount of more is not proved by it', async () => {
    await attach();
    const { version } = await app.db.jobsReturn.findFirstOrThrow({
      where: { ventureId: 1, month },
    });
    const more = { headcount: '9', note: '漏报', version: String(version) };
    expect((await app.as('park1').post(page, typed(more))).status).toBe(303);
    expect(await grade()).toBe('self-reported');
    expect((await app.as('park1').get(page)).text).toContain('所附材料证明 8 人，填报 9 人');
    const [corrected] = await events('jobs-return.corrected');
    expect(corrected?.detail).toMatchObject({ grade: ['social-insurance', 'self-reported'] });
  });

  it('is kept once for several months, and goes with the last of them', async () => {
    const before = `/ventures/${number}/returns/2024-12`;
    await attach();
    expect((await attach({ at: before, fields: { people: 7 } })).status).toBe(303);
    expect([(await proofs()).length, (await files()).length]).toEqual([2, 1]);
    expect((await attach()).text).toContain('该月已附过这份文件');
    const [first, second] = await proofs();
    await app.as('park1').post(`${page}/proofs/${first?.id}/removal`, { reason: '测试' });
    expect((await files())[0]?.removedAt).toBeNull();
    await app.as('park1').post(`${before}/proofs/${second?.id}/removal`, { reason: '测试' });
    expect((await files())[0]?.removedAt).not.toBeNull();
  });

  it.each([
    ['what is no such file', { bytes: Buffer.from('no pdf at all') }, '文件'],
    ['nobody proved', { fields: { people: 0 } }, '证明人数'],
    ['people who were not told', { fields: { consent: undefined } }, '未告知本人的'],
    ['no kind', { fields: { kind: 'roster' } }, '材料种类'],
  ])('is refused with %s, and leaves nothing behind', async (_, sent, text) => {
    const answer = await attach(sent);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(text);
    expect([await proofs(), await files()]).toEqual([[], []]);
  });

  it('is opened by who reviews, which is recorded; its name is read nowhere else', async () => {
    await attach();
    const [proof] = await proofs();
    expect(proof?.proofFile.name).toBe('参保证明***.pdf');
    const address = `${page}/proofs/${proof?.id}`;
    for (const who of ['park1', 'putuo', 'bureau', 'auditor']) {
      const answer = await app.as(who).get(address);
      expect([who, answer.status, answer.text]).toEqual([who, 200, certificate.toString('latin1')]);
      expect((await app.as(who).get(`${page}/proofs`)).text).toContain('参保证明***.pdf');
    }
    expect(await events('return-proof.opened')).toHaveLength(4);
    expect((await app.as('founder1').get(address)).status).toBe(403);
    const own = await app.as('founder1').get(`${page}/proofs`);
    expect([own.status, own.text.includes('***.pdf')]).toEqual([200, false]);
    expect((await app.as('park2').get(address)).status).toBe(404);
    expect((await app.as('auditor').get('/history')).text).not.toContain('***.pdf');
    expect((await new Client(app.base).get(address)).status).toBe(303);
    const [{ id: accountId = 0 } = {}] = await app.db.account.findMany({
      where: { username: 'founder1' },
    });
    const keeping = { folder: proofsFolder(app.config), keys: app.keys };
    await expect(
      openReturnProof(app.db, { accountId, at: app.clock.now() }, keeping, proof as never),
    ).rejects.toThrow();
  });

  it('is attached and removed by the park and the bureau alone', async () => {
    for (const who of ['putuo', 'auditor', 'founder1'])
      expect((await attach({ who })).status, who).toBe(403);
    expect((await attach({ who: 'bureau' })).status).toBe(303);
    const [proof] = await proofs();
    const removal = `${page}/proofs/${proof?.id}/removal`;
    for (const who of ['putuo', 'auditor', 'founder1'])
      expect((await app.as(who).post(removal, { reason: '测试' })).status, who).toBe(403);
    expect((await app.as('park2').post(removal, { reason: '测试' })).status).toBe(404);
    const twice = { id: proof?.id ?? 0, ventureId: 1, reason: '测试' };
    const remove = () => transact(app.db, (tx) => removeReturnProof(tx, app.by('park1'), twice));
    expect(await remove()).toHaveLength(1);
    await expect(remove()).rejects.toMatchObject({ key: 'record.changed-meanwhile' });
  });

  it('is bound by a closed month, as what reports read', async () => {
    await app.db.closedMonth.create({ data: { month, closedAt: app.clock.now() } });
    expect((await app.as('park1').get(`${page}/proofs`)).text).not.toContain('enctype');
    const answer = await attach();
    expect(answer.status).toBe(422);
    expect([await proofs(), await grade()]).toEqual([[], 'self-reported']);
  });

  it('that is removed after the return was approved is told to whoever approved it', async () => {
    await attach();
    await fill(app, month, { 2: 6 });
    const of = { parkId: 1, month, version: null };
    await transact(app.db, (tx) => submitReturn(tx, app.by('park1'), { ...of, notes: allNotes }));
    await transact(app.db, (tx) => approveReturn(tx, app.by('putuo'), of));
    await transact(app.db, (tx) => acceptReturn(tx, app.by('bureau2'), of));
    const [proof] = await proofs();
    await app.as('park1').post(`${page}/proofs/${proof?.id}/removal`, { reason: '已过期的证明' });
    for (const reader of ['putuo', 'bureau2']) {
      const { text } = await app.as(reader).get('/messages');
      expect(text, reader).toContain('由“社保记录”变为“自行申报”');
      expect(text, reader).toContain('已过期的证明');
    }
    expect((await app.as('park1').get('/messages')).text).not.toContain('证据等级');
  });

  it('is deleted after the term of rosters; the grade stays', async () => {
    await attach();
    const [file] = await files();
    const on = (day: string) => expireReturnProofs(app.db, new Date(`${day}T02:00:00Z`));
    expect(await on('2028-01-31')).toBe(0);
    expect(await on('2028-02-01')).toBe(1);
    expect(await on('2028-02-01')).toBe(0);
    expect((await files())[0]).toMatchObject({ id: file?.id, name: '', sha256: '' });
    expect(await grade()).toBe('social-insurance');
    expect((await app.as('park1').get(`${page}/proofs`)).text).toContain('已到期删除');
    expect(await events('month.proofs-expired')).toMatchObject([{ detail: { month, files: 1 } }]);
  });

  it('goes with a venture that is void', async () => {
    await attach();
    const { version } = await app.db.venture.findUniqueOrThrow({ where: { id: 1 } });
    const voiding = { ventureId: 1, version, reason: '误登记' };
    await transact(app.db, (tx) => voidVenture(tx, app.by('bureau'), voiding));
    expect(await proofs()).toEqual([]);
    expect(await files()).toMatchObject([{ name: '', sha256: '' }]);
  });

  it('is in the vault as others are: swept, sealed anew, and opened afterwards', async () => {
    await attach();
    const folder = proofsFolder(app.config);
    const swept = await sweepProofs(app.db, folder, app.clock.now());
    expect([swept.missing, swept.setAside]).toEqual([[], 0]);
    const newer = new KeyRing(withNewKey(app.keys));
    expect(await resealProofs(app.db, newer, folder)).toBe(1);
    const [{ proofFile } = never()] = await proofs();
    expect(proofFile.keyId).toBe(newer.newest.id);
    expect(await readStored(folder, newer, proofFile)).toEqual(certificate);
  });
});

describe('a roster', () => {
  const send = async (people: number, who = 'park1') => {
    const rows = Array.from({ length: people }, (_, i) => `${number},王海,${someCitizen(i + 1)}`);
    const text = `创业主体编号,姓名,证件号码\r\n${rows.join('\r\n')}\r\n`;
    const address = `/returns/${month}/P01/roster`;
    const body = new FormData();
    body.append('_token', await app.as(who).tokenOf(address));
    body.append('consent', 'yes');
    body.append('file', new Blob([text]), 'a.csv');
    return app.as(who).send(address, { method: 'POST', body, headers: { accept: 'text/html' } });
  };

  it('gives its grade where it has just as many people as were filed', async () => {
    await app.as('park1').post(page, typed({ evidence: 'roster' }));
    expect((await send(7)).status).toBe(303);
    expect(await grade()).toBe('self-reported');
    expect((await app.as('park1').get(page)).text).toContain('花名册 7 人，填报 8 人，不一致');
    expect((await send(8)).status).toBe(303);
    expect(await grade()).toBe('roster');
    const [, matched] = await events('roster.uploaded');
    expect(matched?.detail).toEqual({ month, people: 8, grade: ['self-reported', 'roster'] });
    await app.as('park1').post(`/returns/${month}/P01/roster/${number}/removal`, {});
    expect(await grade()).toBe('self-reported');
  });

  it('is bound by a closed month', async () => {
    await app.as('park1').post(page, typed({ evidence: 'roster' }));
    await send(7);
    await app.db.closedMonth.create({ data: { month, closedAt: app.clock.now() } });
    expect((await send(8)).status).toBe(422);
    const removal = `/returns/${month}/P01/roster/${number}/removal`;
    const from = `/returns/${month}/P01/roster`;
    expect((await app.as('park1').post(removal, {}, { from })).status).toBe(422);
    expect(await app.db.roster.findMany()).toMatchObject([{ people: 7 }]);
  });
});

it('a founder is asked about a large step, and says why', async () => {
  const report = `/ventures/${number}/reports/${month}`;
  const { evidence: _, confirmed: __, ...fields } = typed({ headcount: '99' });
  const asked = await app.as('founder1').post(report, fields);
  expect(asked.status).toBe(422);
  expect(asked.text).toMatch(/上月 \d+ 人，本月 99 人，相差较大/);
  expect(asked.text).toContain('href="#note"');
  expect(await app.db.founderReport.count()).toBe(0);
  const answer = await app.as('founder1').post(report, { ...fields, note: '接了新订单' });
  expect(answer.status).toBe(303);
});

/** The keys of the app, and one that is newer. */
const withNewKey = (keys: KeyRing) => {
  const { sealing } = newKeys(new Date('2027-01-01'));
  return { sealing: [keys.newest, ...sealing], lookup: keys.lookup };
};

const never = (): never => {
  throw new Error('there is none');
};

/** Confirms whatever is asked. */
const allNotes: Record<string, string> = new Proxy({}, { get: () => '已核对' });
