import { afterEach, beforeEach, expect, it } from 'vitest';
import { viewerOfAccount } from '../../src/people/viewer-of-account.js';
import { refuseApplication } from '../../src/waivers/determine-application.js';
import { letterFaults } from '../../src/waivers/letters/check-letters.js';
import { enterOffice } from '../../src/waivers/letters/enter-office.js';
import { LetterContent, type LetterKind } from '../../src/waivers/letters/letter-content.js';
import { issuerFor } from '../../src/waivers/letters/letter-issuer.js';
import { renderLetter } from '../../src/waivers/letters/render-letter.js';
import { returnForCorrection } from '../../src/waivers/return-for-correction.js';
import { Client, signIn } from '../web/client.js';
import { type Cast, caseAt, seen, startWaivers } from './cast.js';
import { morning } from './desk.js';
import { grantFor, newTenant } from './tenants.js';

const city = { regionCode: '330900', nameZh: '舟山市人力资源和社会保障局', nameEn: 'Bureau' };
let cast: Cast;
beforeEach(async () => {
  cast = await startWaivers();
  await cast.db.region.upsert({
    where: { code: '330900' },
    create: { code: '330900', nameZh: '舟山市', nameEn: 'Zhoushan', kind: 'city', sequence: 1 },
    update: {},
  });
});
afterEach(() => cast.close());

const enter = (fromOn: string, series: string, on: string, changes = {}) =>
  cast.act(
    'bureau',
    (tx, by) => enterOffice(tx, by, Object.assign({ fromOn, series }, city, changes)),
    on,
  );
const letters = (kind: string) =>
  cast.db.letter.findMany({ where: { kind }, orderBy: { id: 'asc' } });
const grant = async (on: string) => {
  await grantFor(cast, await newTenant(cast), { from: '2025-04-01', months: 3, on });
  return (await letters('grant')).at(-1);
};

it('numbers letters of a series without a gap, from the day on, and leaves those of before as they are', async () => {
  const before = await grant('2025-02-14');
  expect(before).toMatchObject({ series: null, ordinal: null });
  await enter('2025-03-10', '舟人社减', '2025-03-05');
  const [second, third] = [await grant('2025-03-10'), await grant('2025-03-11')];
  expect(second).toMatchObject({ series: '舟人社减', seriesYear: 2025, ordinal: 1 });
  expect(third).toMatchObject({ ordinal: 2 });
  expect(third?.bodyZh).toContain('舟人社减〔2025〕2号');
  await enter('2025-05-01', '舟人社免', '2025-04-30');
  expect(await grant('2025-05-06')).toMatchObject({ series: '舟人社免', ordinal: 1 });
  expect(await grant('2026-01-05')).toMatchObject({ seriesYear: 2026, ordinal: 1 });
  for (const letter of [before, second, third]) {
    const { bodyZh, bodyEn } = letter as NonNullable<typeof letter>;
    const { content } = await cast.db.letter.findUniqueOrThrow({ where: { id: letter?.id ?? 0 } });
    expect(renderLetter(LetterContent.parse(content))).toEqual({ bodyZh, bodyEn });
  }
  expect(await letterFaults(cast.db)).toEqual([]);
});

it('gives no number to what is not done: the next letter has it', async () => {
  await enter('2025-02-14', '舟人社减', '2025-02-14');
  const number = await caseAt(cast, 'bureau-review');
  const refuse = async (isFailing: boolean) =>
    cast.act(
      'bureau',
      async (tx, by) => {
        const outcome = { reason: 'proof-missing', note: '缺少租赁合同' };
        await refuseApplication(tx, by, await seen(cast, number), outcome);
        if (isFailing) throw new Error('it fails after its letter');
      },
      '2025-02-20',
    );
  await expect(refuse(true)).rejects.toThrow('it fails after its letter');
  expect(await letters('refusal')).toEqual([]);
  await refuse(false);
  expect(await letters('refusal')).toMatchObject([{ ordinal: 1 }]);
});

it('is signed by who decided: the park, the county or the bureau', async () => {
  const office = { regionCode: '330903', nameZh: '舟山市普陀区人力资源和社会保障局' };
  await enter('2025-02-14', '普人社减', '2025-02-14', office);
  const number = await caseAt(cast, 'submitted');
  const correction = { fields: ['months' as const], proof: [], note: '请补正' };
  await cast.act(
    'park1',
    async (tx, by) => returnForCorrection(tx, by, await seen(cast, number), correction),
    '2025-03-03',
  );
  const [letter] = await letters('correction');
  const { values, text } = LetterContent.parse(letter?.content);
  expect([text.zh.signed, letter?.series]).toEqual([values.park.name.zh, null]);
  const { id } = await cast.db.account.findFirstOrThrow({ where: { username: 'putuo' } });
  const viewer = await viewerOfAccount(cast.db, id);
  const of = (kind: LetterKind) => issuerFor(cast.db, { kind, viewer, day: '2025-03-03' });
  for (const kind of ['correction', 'supplement'] as const)
    expect(await of(kind)).toMatchObject({
      issuer: { by: 'county', office: { zh: office.nameZh } },
      series: '普人社减',
    });
  expect(await of('grant')).toMatchObject({
    issuer: { by: 'bureau', office: { zh: city.nameZh } },
    series: null,
  });
});

it('is set by the bureau alone, from today on, each series of one office', async () => {
  await enter('2025-03-01', '普人社减', '2025-02-14', { regionCode: '330903' });
  cast.clock.set(morning('2025-06-10'));
  const bureau = await signIn(cast.base, 'bureau');
  const typed = { ...city, series: '舟人社减', fromOn: '2025-06-10' };
  for (const [changes, field] of [
    [{ fromOn: '2025-06-09' }, 'fromOn'],
    [{ series: '普人社减' }, 'series'],
    [{ series: '舟〔2025〕' }, 'series'],
    [{ nameZh: ' ' }, 'nameZh'],
    [{ regionCode: '999999' }, 'regionCode'],
  ] as const) {
    const answer = await bureau.post('/waivers/offices/new', { ...typed, ...changes });
    expect([answer.status, answer.text.includes(`href="#${field}"`)], field).toEqual([422, true]);
  }
  expect((await bureau.post('/waivers/offices/new', typed)).status).toBe(303);
  expect((await bureau.get('/waivers/offices')).text).toContain('舟人社减');
  for (const stranger of ['park1', 'putuo', 'auditor', 'founder1'])
    expect((await (await signIn(cast.base, stranger)).get('/waivers/offices')).status).toBe(403);
});

it('anyone checks a paper by its number and code, and reads nothing of a person', async () => {
  await enter('2025-03-10', '舟人社减', '2025-03-05');
  await grant('2025-03-10');
  const letter = await grant('2025-03-11');
  const { number, checkCode, series, bodyZh } = letter as NonNullable<typeof letter>;
  expect(bodyZh).toContain(String(checkCode));
  const nobody = new Client(cast.base);
  await nobody.get('/track/letters');
  const check = (of: string, code: string) => nobody.post('/track/letters', { number: of, code });
  const names = await cast.db.person.findMany({ select: { name: true, phone: true } });
  const ventures = await cast.db.venture.findMany({ select: { name: true, number: true } });
  for (const [of, code] of [
    [number, String(checkCode)],
    [`文号：${series}（2025）2号`, String(checkCode).toLowerCase().replace('-', ' ')],
  ] as const) {
    const answer = await check(of, code);
    expect(answer.status, of).toBe(200);
    expect(answer.text).toContain('核验一致');
    expect(answer.text).toContain(`${series}〔2025〕2号`);
    for (const { name, phone } of names)
      expect([answer.text.includes(name), phone !== null && answer.text.includes(phone)]).toEqual([
        false,
        false,
      ]);
    for (const venture of ventures) expect(answer.text).not.toContain(venture.number);
  }
  expect((await check(number, 'AAAAAAAAAA')).status).toBe(422);
  expect((await check('L2020-0001', String(checkCode))).text).toContain('没有核验到');
  for (let guess = 0; guess < 12; guess += 1) await check(number, 'BBBBBBBBBB');
  expect((await check(number, String(checkCode))).text).toContain('分钟后再试');
});

it('offers the city, counties, and a zone only where somebody reviews for it', async () => {
  const zone = { nameZh: '普陀山–朱家尖', nameEn: 'Putuoshan–Zhujiajian', kind: 'zone' };
  await cast.db.region.create({
    data: Object.assign({ code: '330903-01', sequence: 90, parentCode: '330903' }, zone),
  });
  const bureau = await signIn(cast.base, 'bureau');
  const [list, form] = ['/waivers/offices', '/waivers/offices/new'];
  for (const page of [list, form]) {
    const { text } = await bureau.get(page);
    expect([text.includes('普陀区'), text.includes(zone.nameZh)]).toEqual([true, false]);
  }
  const at = { regionCode: '330903-01' };
  await expect(enter('2025-03-10', '朱人社减', '2025-03-05', at)).rejects.toThrow('regionCode');
  await cast.db.account.updateMany({ where: { username: 'putuo' }, data: at });
  expect((await bureau.get(list)).text).toContain(zone.nameZh);
  await enter('2025-03-10', '朱人社减', '2025-03-05', at);
});
