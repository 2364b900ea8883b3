import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withdrawConsent } from '../../src/consents/withdraw-consent.js';
import { transact } from '../../src/database/database.js';
import { certificateFaults } from '../../src/identities/check-identities.js';
import { enterCertificate } from '../../src/identities/enter-certificate.js';
import { resealCertificates } from '../../src/identities/reseal-identities.js';
import { sealStoredNumbers } from '../../src/identities/seal-stored-numbers.js';
import { showCertificate } from '../../src/identities/show-certificate.js';
import { citizenCheck } from '../../src/input/citizen-number.js';
import type { FounderCategory } from '../../src/people/categories.js';
import { enterPeople } from '../../src/people/enter-people.js';
import { numbersInText } from '../../src/people/numbers-in-text.js';
import { KeyRing, newKey } from '../../src/vault/key-ring.js';
import { keysInUse } from '../../src/vault/keys-in-use.js';
import { correctCategories } from '../../src/ventures/categories/correct-categories.js';
import { agree, by, type Cast, enterNumber, startPeople } from './cast.js';
import { someCitizen } from './numbers.js';

let cast: Cast;
let page = '';
beforeEach(async () => {
  cast = await startPeople();
  page = `/people/${cast.person.number}`;
  await category('veteran');
});
afterEach(() => cast.close());

const category = (name: FounderCategory, proof = '', personId = cast.person.id) =>
  cast.db.personCategory.create({
    data: { personId, category: name, beganOn: '2024-01-01', proof },
  });
const enter = (
  number: string,
  name: FounderCategory = 'veteran',
  personId = cast.person.id,
  replaces: string | null = null,
) =>
  transact(cast.db, (tx) =>
    enterCertificate(tx, by, cast.keys, { personId, category: name, number, replaces }),
  );
const show = (name = 'veteran', personId = cast.person.id) =>
  transact(cast.db, (tx) =>
    showCertificate(tx, by, cast.keys, { personId, category: name, reason: '核对' }),
  );
const stored = () => cast.db.certificate.findMany({ orderBy: { category: 'asc' } });

describe('the number of a certificate', () => {
  it('is entered on the page of the person, masked there, and shown whole for a recorded reason', async () => {
    await agree(cast, cast.person.id, 'identity');
    const park1 = await cast.as('park1');
    expect((await park1.get(page)).text).toContain(`href="${page}/certificates/veteran"`);
    const form = { number: '浙退字第 ２０２４-００８８ 号', replaces: '' };
    expect((await park1.post(`${page}/certificates/veteran`, form)).location).toBe(page);
    const { text } = await park1.get(page);
    expect(text).toContain('浙***********号');
    expect(text).not.toContain('0088');
    const at = `${page}/certificates/veteran/showing`;
    expect((await park1.post(at, { reason: ' ' })).status).toBe(422);
    expect((await park1.post(at, { reason: '核对原件' })).text).toContain('浙退字第20240088号');
    const events = await cast.db.historyEvent.findMany({
      where: { verb: { startsWith: 'certificate.' } },
      orderBy: { id: 'asc' },
    });
    expect(events.map(({ verb, reason }) => [verb, reason])).toEqual([
      ['certificate.entered', ''],
      ['certificate.shown', '核对原件'],
    ]);
    expect(JSON.stringify(events)).not.toContain('0088');
    const founder = await cast.as('founder1');
    expect((await founder.post(at, { reason: '核对' })).status).toBe(403);
    expect((await (await cast.as('park2')).get(at)).status).toBe(404);
    expect((await park1.get(`${page}/certificates/no-such`)).status).toBe(404);
  });

  it('stands in the clear in no file of the database', async () => {
    await agree(cast, cast.person.id, 'identity');
    await enter('浙退20240088');
    await show();
    const [{ file }] = await cast.db.$queryRaw<[{ file: string }]>`PRAGMA database_list`;
    for (const name of [file, `${file}-wal`])
      expect(readFileSync(name).includes('20240088'), name).toBe(false);
  });

  it('needs a consent and the category, and goes with the one and with the other', async () => {
    await expect(enter('浙退20240088')).rejects.toThrow('identities.consent.missing.identity');
    await agree(cast, cast.person.id, 'identity');
    await expect(enter('1234567', 'hardship')).rejects.toThrow('no-category');
    await expect(enter('退役证')).rejects.toThrow('number: identities.certificate.form');
    await enter('浙退20240088');
    await expect(enter('浙退20240099')).rejects.toThrow('web.409');
    const { version } = await cast.db.person.findUniqueOrThrow({ where: cast.person });
    const correction = { personId: cast.person.id, version, graduatedOn: null, categories: [] };
    await transact(cast.db, (tx) => correctCategories(tx, by, { ...correction, reason: '误登' }));
    expect(await stored()).toEqual([]);
    await category('veteran');
    await enter('浙退20240088');
    const personId = cast.person.id;
    await transact(cast.db, (tx) => withdrawConsent(tx, by, { personId, purpose: 'identity' }));
    expect(await stored()).toEqual([]);
  });

  it('of a card of persons with disabilities is checked, against the identity card too', async () => {
    await agree(cast, cast.person.id, 'identity');
    await category('disabled');
    const own = someCitizen(3);
    await enterNumber(cast, cast.person.id, own);
    await expect(enter(own, 'disabled')).rejects.toThrow('identities.certificate.disabled');
    await expect(enter(`${own}81`, 'disabled')).rejects.toThrow('identities.certificate.disabled');
    await expect(enter(`${someCitizen(4)}42`, 'disabled')).rejects.toThrow('anothers');
    const wrong = own.slice(0, 17) + (citizenCheck(own) === '1' ? '2' : '1');
    await expect(enter(`${wrong}42`, 'disabled')).rejects.toThrow('identities.number.check');
    await enter(`${own}42B1`, 'disabled');
    expect(await show('disabled')).toBe(`${own}42B1`);
  });

  it('finds its person by the whole number alone, and only for who may see it', async () => {
    await agree(cast, cast.person.id, 'identity');
    await enter('浙退字第20240088号');
    const search = async (who: string, number: string) =>
      (await (await cast.as(who)).post('/people/search', { number })).text;
    expect(await search('park1', ' 浙退字第２０２４-００８８号')).toContain(`href="${page}"`);
    expect(await search('park1', '20240088')).not.toContain(`href="${page}"`);
    expect(await search('park2', '浙退字第20240088号')).not.toContain(`href="${page}"`);
    await enterNumber(cast, cast.person.id, someCitizen(9));
    expect(await search('bureau', someCitizen(9))).toContain(`href="${page}"`);
    expect((await (await cast.as('founder1')).get('/people/search')).status).toBe(403);
  });

  it('is sealed with the newest key on demand, and what was altered is found', async () => {
    await agree(cast, cast.person.id, 'identity');
    await enter('浙退20240088');
    const key = newKey(new Date());
    const lookup = cast.keys.lookup;
    const keys = new KeyRing({ sealing: [cast.keys.newest, key], lookup });
    expect(await resealCertificates(cast.db, keys)).toBe(1);
    expect(await keysInUse(cast.db)).toContain(key.id);
    expect(await certificateFaults(cast.db, keys)).toEqual([]);
    const [row] = await stored();
    const sealed = Buffer.from(row?.sealed ?? []);
    sealed[20] = (sealed[20] ?? 0) ^ 1;
    await cast.db.certificate.updateMany({ data: { sealed: new Uint8Array(sealed) } });
    expect(await certificateFaults(cast.db, keys)).toHaveLength(1);
  });
});

describe('a number in the text of a category', () => {
  it.each([
    ['退出现役证 浙退20240088', ['浙退20240088'.slice(2)]],
    ['残疾人证33090219900101123X42', ['33090219900101123X42']],
    ['Card no. 3309-0219 9001', ['3309-0219 9001']],
    ['毕业证书（2021年6月）', []],
    ['2021-06-30 学籍报告', []],
    ['退役证 001', []],
    ['舟山技师学院 2104 班毕业证', []],
    ['2019级2023届', []],
    ['2019-2023 在校证明', []],
    ['退伍证字第0123号', ['0123']],
    ['退伍证 12345', ['12345']],
  ])('%s', (text, numbers) => {
    expect(numbersInText(text)).toEqual(numbers);
  });

  it('is refused at its field, whoever enters it', async () => {
    const person = { name: '林屿', phone: null, graduatedOn: null };
    const proof = '残疾人证 33090219900101123X42';
    const categories = [{ category: 'disabled' as const, beganOn: '2024-01-01', proof }];
    await expect(
      transact(cast.db, (tx) => enterPeople(tx, by, [{ ...person, categories }])),
    ).rejects.toThrow('proof: people.number-in-proof');
    const { version } = await cast.db.person.findUniqueOrThrow({ where: cast.person });
    const entry = { row: 0, category: 'veteran' as const, beganOn: '2024-01-01', endedOn: null };
    await expect(
      transact(cast.db, (tx) =>
        correctCategories(tx, by, {
          personId: cast.person.id,
          version,
          graduatedOn: null,
          categories: [{ ...entry, proof }],
          reason: '更正',
        }),
      ),
    ).rejects.toThrow('rows.0.proof: people.number-in-proof');
  });

  it('that was stored before is sealed at a start, once, and its text keeps the name of the document', async () => {
    await category('disabled', '残疾人证 33090219900101123X42');
    await category('hardship', '就业创业证（编号：3309 0220 2400 11）');
    await category('returnee', '返乡创业证明');
    const at = new Date();
    expect(await sealStoredNumbers(cast.db, cast.keys, at)).toBe(2);
    const proofs = await cast.db.personCategory.findMany({ where: { proof: { not: '' } } });
    expect(proofs.map(({ proof }) => proof).sort()).toEqual([
      '就业创业证',
      '残疾人证',
      '返乡创业证明',
    ]);
    expect(await show('disabled')).toBe('33090219900101123X42');
    expect(await show('hardship')).toBe('33090220240011');
    expect(await sealStoredNumbers(cast.db, cast.keys, at)).toBe(0);
  });

  it('stands in no history, whatever a record holds, and the years beside it do', async () => {
    const { id } = await category('hardship', '就业创业证 3309 0220 2400 11，2024年发');
    const { version } = await cast.db.person.findUniqueOrThrow({ where: cast.person });
    const entry = { category: 'veteran' as const, beganOn: '2024-01-01', endedOn: null, proof: '' };
    await transact(cast.db, (tx) =>
      correctCategories(tx, by, {
        personId: cast.person.id,
        version,
        graduatedOn: null,
        categories: [{ ...entry, row: 0 }],
        reason: '更正',
      }),
    );
    expect(await cast.db.personCategory.count({ where: { id } })).toBe(0);
    const event = await cast.db.historyEvent.findFirstOrThrow({
      where: { verb: 'person.corrected' },
    });
    const told = JSON.stringify(event.detail);
    expect(told).toContain('就业创业证 ****，2024年发');
    expect(told).not.toMatch(/3309/);
  });
});
