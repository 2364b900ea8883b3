import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { transact } from '../../src/database/database.js';
import { Prisma } from '../../src/database/generated/client.js';
import { certificateFaults, identityFaults } from '../../src/identities/check-identities.js';
import { enterCertificate } from '../../src/identities/enter-certificate.js';
import { showCertificate } from '../../src/identities/show-certificate.js';
import { showIdentity } from '../../src/identities/show-identity.js';
import { markClosed } from '../../src/ledger/closed-months.js';
import { announce } from '../../src/outbox/announce.js';
import { clearPeopleMerges } from '../../src/persons/merging/clear-people-merges.js';
import { peopleRecordsOn } from '../../src/persons/merging/stored-people.js';
import { searchTextFaults } from '../../src/ventures/check-search-text.js';
import { agree, by, type Cast, enterNumber, startPeople, upload } from '../identities/cast.js';
import { someCitizen } from '../identities/numbers.js';
import { at } from '../ledger/network.js';
import { somePdf } from '../proofs/samples.js';
import { type Client, signIn } from '../web/client.js';

let cast: Cast;
let bureau: Client;
let own: string;
let other: string;
let path: string;
const lease = { name: '租赁合同.pdf', bytes: somePdf('lease') };

/** founder1, and the same person entered again for another venture: with papers, a category and an account that was closed. */
beforeEach(async () => {
  cast = await startPeople();
  bureau = await cast.as('bureau');
  [own, other] = [`/people/${cast.person.number}`, `/people/${cast.other.number}`];
  path = `${own}/merge`;
  const personId = cast.other.id;
  await agree(cast, personId, 'identity');
  await agree(cast, personId, 'proof');
  await enterNumber(cast, personId, someCitizen(7));
  await upload(await cast.as('park1'), cast.other.number, lease);
  await cast.db.personCategory.create({
    data: { personId, category: 'hardship', beganOn: '2025-01-05', proof: '证明' },
  });
  await cast.db.person.update({ where: { id: personId }, data: { phone: '13905801234' } });
  await cast.db.account.update({ where: { username: 'founder2' }, data: { isActive: false } });
});
afterEach(() => cast.close());

const hidden = (text: string, name: string): string =>
  (new RegExp(`name="${name}" value="([^"]*)"`).exec(text)?.[1] ?? '').replaceAll('&quot;', '"');

/** What the form sends as it is shown, with some of its fields changed. */
async function typed(changes: Record<string, string> = {}) {
  const form = await bureau.get(`${path}?with=${cast.other.number}`);
  const [seen, shown] = [hidden(form.text, 'seen'), hidden(form.text, 'shown')];
  const phone = /name="from.phone" value="(\w+)" checked/.exec(form.text)?.[1] ?? 'own';
  const fields = { with: cast.other.number, 'from.phone': phone, categories: 'both' };
  return Object.assign(fields, { seen, shown, reason: '核对过身份证' }, changes);
}
const merge = async (changes: Record<string, string> = {}, client = bureau) =>
  client.post(path, await typed(changes));
const undo = (reason = '是两个人') => bureau.post(`${other}/merge/undo`, { reason });
const records = () => peopleRecordsOn(cast.db, [cast.person.id, cast.other.id]);
const wholeNumber = (personId: number) =>
  transact(cast.db, (tx) => showIdentity(tx, by, cast.keys, { personId, reason: '核对' }));
const proofOf = async (person: string) => {
  const { id } = await cast.db.proofFile.findFirstOrThrow({ where: { removedAt: null } });
  return bureau.get(`${person}/proofs/${id}`);
};

describe('merging two records of one person', () => {
  it('shows both beside each other, and what becomes otherwise', async () => {
    expect((await bureau.get(own)).text).toContain(`href="${path}"`);
    expect((await bureau.get(path)).text.replaceAll('&#x3D;', '=')).toContain(
      `href="${path}?with=${cast.other.number}"`,
    );
    const { status, text } = await bureau.get(`${path}?with=${cast.other.number.toLowerCase()}`);
    expect(status).toBe(200);
    for (const words of ['13905801234', '有，已停用', '不具名工坊', '居民身份证', '此后计入'])
      expect(text).toContain(words);
    expect((await bureau.get(`${path}?with=R999999`)).status).toBe(422);
  });

  it('names the last day of a role and of a category that ended, and of what becomes otherwise', async () => {
    const data = { endedOn: '2025-01-21' };
    await cast.db.personRole.updateMany({ where: { personId: cast.other.id }, data });
    await cast.db.personCategory.updateMany({ where: { personId: cast.other.id }, data });
    const shown = async () => (await bureau.get(`${path}?with=${cast.other.number}`)).text;
    for (const text of [await shown(), await shown()]) {
      expect(text.split('至2025年1月20日').length - 1).toBeGreaterThanOrEqual(3);
      expect(text).not.toContain('至2025年1月21日');
    }
  });

  it('moves roles, categories, papers and all else, and leads from the one to the other', async () => {
    await transact(cast.db, (tx) =>
      announce(tx, by, {
        personId: cast.other.id,
        key: 'people.registered-linked',
        values: { number: cast.other.number },
      }),
    );
    const answer = await merge({ 'from.phone': 'own' });
    expect([answer.status, answer.location]).toEqual([303, own]);
    const now = await records();
    const { id } = cast.person;
    for (const rows of [
      now.PersonRole,
      now.PersonCategory,
      now.Consent,
      now.Identity,
      now.ProofFile,
    ])
      expect(new Set(rows.map(({ personId }) => personId))).toEqual(new Set([id]));
    expect(now.Person.map(({ phone }) => phone)).toEqual([null, null]);
    expect(await wholeNumber(id)).toBe(someCitizen(7));
    expect(await identityFaults(cast.db, cast.keys)).toEqual([]);
    expect((await proofOf(own)).text).toBe(lease.bytes.toString('latin1'));
    expect(await searchTextFaults(cast.db)).toEqual([]);
    const page = await bureau.get(other);
    for (const words of ['已合并', `href="${own}"`, '核对过身份证', `href="${other}/merge/undo"`])
      expect(page.text).toContain(words);
    expect((await bureau.get(own)).text).toContain(`href="${other}"`);
    for (const gone of ['/correction', '/consents/identity', '/merge'])
      expect((await bureau.get(`${other}${gone}`)).status, gone).toBe(404);
    expect((await bureau.get(`/history/person/${id}`)).text).toContain('合并重复登记');
    // Lists of its park lead to what was done to the record that went, too.
    const went = await (await cast.as('park1')).get(`/history/person/${cast.other.id}`);
    expect([went.status, went.location]).toEqual([303, other]);
    const founder = await cast.as('founder1');
    expect((await founder.get('/messages')).text).toContain('您的人员记录已合并');
    expect((await founder.get('/people/me')).location).toBe(own);
    const found = async (q: string) =>
      (await bureau.get(`/find.json?q=${encodeURIComponent(q)}`)).text;
    expect(await found(cast.other.number)).toContain(`"${other}"`);
    const { name } = await cast.db.person.findUniqueOrThrow({ where: { id } });
    const byName = await found(name);
    expect([byName.includes(`"${own}"`), byName.includes(`"${other}"`)]).toEqual([true, false]);
    const closed = await cast.db.account.findUniqueOrThrow({ where: { username: 'founder2' } });
    expect(closed.personId).toBeNull();
  });

  it('seals certificates anew for the one that stays, gives them back, and is refused for two of one category', async () => {
    const enterFor = (personId: number, number: string) =>
      transact(cast.db, (tx) =>
        enterCertificate(tx, by, cast.keys, {
          personId,
          category: 'hardship',
          number,
          replaces: null,
        }),
      );
    const wholeOf = (personId: number) =>
      transact(cast.db, (tx) =>
        showCertificate(tx, by, cast.keys, { personId, category: 'hardship', reason: '核对' }),
      );
    await enterFor(cast.other.id, 'ZS20240011');
    expect((await merge({ 'from.phone': 'own' })).status).toBe(303);
    expect(await wholeOf(cast.person.id)).toBe('ZS20240011');
    expect(await certificateFaults(cast.db, cast.keys)).toEqual([]);
    expect((await undo()).status).toBe(303);
    expect(await wholeOf(cast.other.id)).toBe('ZS20240011');
    expect(await cast.db.certificate.count()).toBe(1);
    await agree(cast, cast.person.id, 'identity');
    const held = { personId: cast.person.id, category: 'hardship', beganOn: '2025-01-05' };
    await cast.db.personCategory.create({ data: held });
    await enterFor(cast.person.id, 'ZS20240022');
    const refused = await merge();
    expect([refused.status, refused.text.includes('证件编号不同')]).toEqual([422, true]);
  });

  it('keeps the name, phone and graduation day that were chosen', async () => {
    await cast.db.account.update({ where: { username: 'founder1' }, data: { personId: null } });
    await cast.db.person.update({
      where: { id: cast.other.id },
      data: { name: '陈海燕', graduatedOn: '2024-06-30' },
    });
    const changes = { 'from.name': 'other', 'from.phone': 'other', 'from.graduatedOn': 'other' };
    const again = await merge(changes);
    expect([again.status, again.text.includes('选择已改动')]).toEqual([422, true]);
    const sent = await typed(changes);
    const shown = hidden(again.text, 'shown');
    expect((await bureau.post(path, Object.assign(sent, { shown }))).status).toBe(303);
    const stored = await cast.db.person.findUniqueOrThrow({ where: { id: cast.person.id } });
    expect(stored).toMatchObject({
      name: '陈海燕',
      phone: '13905801234',
      graduatedOn: '2024-06-30',
    });
  });

  it('is refused without a reason, for two accounts that sign in and for two documents', async () => {
    const none = await merge({ reason: ' ' });
    expect([none.status, none.text.includes('请填写此项')]).toEqual([422, true]);
    await cast.db.account.update({ where: { username: 'founder2' }, data: { isActive: true } });
    await agree(cast, cast.person.id, 'identity');
    await enterNumber(cast, cast.person.id, someCitizen(8));
    const refused = await merge();
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('请管理员先停用其中一个');
    expect(refused.text).toContain('两条记录登记的证件不同');
    expect((await proofOf(other)).status).toBe(200);
    expect(await cast.db.personMerge.count()).toBe(0);
  });

  it('is refused for the phone of the one without the account, and where somebody changed either since', async () => {
    const taken = await typed({ 'from.phone': 'other' });
    const shown = hidden((await bureau.post(path, taken)).text, 'shown');
    const refused = await bureau.post(path, Object.assign(taken, { shown }));
    expect([refused.status, refused.text.includes('以账号的手机号为准')]).toEqual([422, true]);
    const sent = await typed();
    await cast.db.personRole.updateMany({
      where: { personId: cast.other.id },
      data: { endedOn: '2025-02-01' },
    });
    expect((await bureau.post(path, sent)).status).toBe(409);
    expect(await cast.db.personMerge.count()).toBe(0);
  });

  it('makes no other founders of a closed month, and neither does undoing it', async () => {
    const close = (month: string) =>
      transact(cast.db, (tx) => markClosed(tx, at('2025-02-10'), { month, reason: '' }));
    await close('2024-12');
    expect((await merge()).status).toBe(303);
    await close('2025-01');
    const refused = await undo();
    expect([refused.status, refused.text.includes('2025年1月')]).toEqual([422, true]);
  });

  it('is held against closed months', async () => {
    await transact(cast.db, (tx) =>
      markClosed(tx, at('2025-02-10'), { month: '2025-01', reason: '' }),
    );
    const refused = await merge();
    expect([refused.status, refused.text.includes('2025年1月')]).toEqual([422, true]);
    expect((await proofOf(other)).status).toBe(200);
  });

  it('is for who keeps all of both', async () => {
    const sent = await typed();
    for (const [who, status] of [
      ['park2', 404],
      ['auditor', 403],
      ['putuo', 403],
      ['founder1', 403],
      ['park1', 303],
    ] as const)
      expect((await (await cast.as(who)).post(path, sent)).status, who).toBe(status);
  });
});

describe('undoing it', () => {
  it('gives both records back as they were, with their papers', async () => {
    const before = await records();
    expect((await merge()).status).toBe(303);
    expect((await undo('')).status).toBe(422);
    const answer = await undo();
    expect([answer.status, answer.location]).toEqual([303, other]);
    const now = await records();
    const isTold = (rows: typeof now) => Object.assign({}, rows, { OutboxMessage: [] });
    expect(isTold(now)).toEqual(isTold(before));
    expect(await wholeNumber(cast.other.id)).toBe(someCitizen(7));
    expect((await proofOf(other)).text).toBe(lease.bytes.toString('latin1'));
    expect(await identityFaults(cast.db, cast.keys)).toEqual([]);
    expect(await searchTextFaults(cast.db)).toEqual([]);
    expect((await bureau.get(other)).status).toBe(200);
    expect((await undo()).status).toBe(409);
  });

  it('gives the record that went its own document back, where both had the same', async () => {
    await agree(cast, cast.person.id, 'identity');
    await enterNumber(cast, cast.person.id, someCitizen(7));
    expect((await merge()).status).toBe(303);
    expect(await cast.db.identity.count()).toBe(1);
    expect((await undo()).status).toBe(303);
    for (const { id } of [cast.person, cast.other])
      expect(await wholeNumber(id)).toBe(someCitizen(7));
  });

  it('is refused where files that came since would stay without a consent', async () => {
    expect((await merge()).status).toBe(303);
    const receipt = { name: '付租凭证.pdf', bytes: somePdf('receipt') };
    const answer = await upload(await cast.as('park1'), cast.person.number, receipt);
    expect(answer.status).toBe(303);
    const since = await cast.db.proofFile.findFirstOrThrow({ orderBy: { id: 'desc' } });
    const before = await records();
    const refused = await undo();
    expect([refused.status, refused.text.includes('请先移除这些材料')]).toEqual([422, true]);
    expect(await records()).toEqual(before);
    expect((await bureau.post(`${own}/proofs/${since.id}/removal`, {})).status).toBe(303);
    expect((await undo()).status).toBe(303);
  });

  it.each([
    ['the record that stays', () => cast.person.id, () => cast.other.id],
    ['the record that went', () => cast.other.id, () => cast.person.id],
  ] as const)(
    'leaves %s no number that nobody agrees to and no case needs',
    async (_, idOf, idOfNeeding) => {
      await agree(cast, cast.person.id, 'identity');
      await enterNumber(cast, cast.person.id, someCitizen(7));
      const needing = { personId: idOfNeeding() };
      await cast.db.identity.update({ where: needing, data: { neededFor: 'W250001' } });
      if (idOf() === cast.other.id)
        await cast.db.consent.updateMany({
          where: { personId: cast.person.id, purpose: 'identity' },
          data: { withdrawnAt: new Date('2025-02-01T03:00:00Z') },
        });
      expect((await merge()).status).toBe(303);
      await bureau.post(`${own}/consents/identity/withdrawal`, {});
      expect(await cast.db.identity.count()).toBe(1);
      expect((await undo()).status).toBe(303);
      const left = await cast.db.identity.findMany({ select: { personId: true, neededFor: true } });
      const agreed = await cast.db.consent.findMany({
        where: { purpose: 'identity', withdrawnAt: null },
      });
      for (const { personId, neededFor } of left)
        expect(neededFor ?? agreed.find((row) => row.personId === personId)).toBeTruthy();
      expect(left.map(({ personId }) => personId)).not.toContain(idOf());
      expect(await wholeNumber(idOfNeeding())).toBe(someCitizen(7));
    },
  );

  it('gives nothing back of what was withdrawn, and is refused after thirty days or where roles changed', async () => {
    expect((await merge()).status).toBe(303);
    const role = await cast.db.personRole.findFirstOrThrow({ where: { personId: cast.person.id } });
    await cast.db.personRole.update({ where: { id: role.id }, data: { endedOn: '2025-02-10' } });
    const built = await undo();
    expect([built.status, built.text.includes('任职已有变动')]).toEqual([422, true]);
    await cast.db.personRole.update({ where: { id: role.id }, data: { endedOn: null } });
    await bureau.post(`${own}/consents/identity/withdrawal`, {});
    cast.clock.set(new Date('2025-05-01T02:00:00Z'));
    const late = await (await signIn(cast.base, 'bureau')).post(`${other}/merge/undo`, {
      reason: '晚了',
    });
    expect([late.status, late.text.includes('超过 30 天')]).toEqual([422, true]);
    cast.clock.set(new Date('2025-02-20T02:00:00Z'));
    const inTime = await (await signIn(cast.base, 'bureau')).post(`${other}/merge/undo`, {
      reason: '是两个人',
    });
    expect(inTime.status).toBe(303);
    expect(await cast.db.identity.count()).toBe(0);
  });

  it('leaves nothing personal in what was stored once it cannot be undone, and the page still leads on', async () => {
    expect((await merge()).status).toBe(303);
    const merged = await cast.db.personMerge.findFirstOrThrow();
    const { name } = await cast.db.person.findUniqueOrThrow({ where: { id: cast.person.id } });
    const personal = [name, '13905801234', '证明', 'hardship', 'graduatedOn', 'purpose'];
    const stored = async () => JSON.stringify(await cast.db.personMerge.findFirstOrThrow());
    expect(await clearPeopleMerges(cast.db, merged.mergedAt)).toBe(0);
    for (const text of personal) expect(await stored()).toContain(text);
    const later = new Date(merged.mergedAt.getTime() + 31 * 86_400_000);
    const twice = [
      await clearPeopleMerges(cast.db, later),
      await clearPeopleMerges(cast.db, later),
    ];
    expect(twice).toEqual([1, 0]);
    for (const text of personal) expect(await stored()).not.toContain(text);
    expect(await stored()).toContain('核对过身份证');
    cast.clock.set(later);
    const late = await signIn(cast.base, 'bureau');
    const page = await late.get(other);
    expect([page.status, page.text.includes('核对过身份证')]).toEqual([200, true]);
    const refused = await late.post(`${other}/merge/undo`, { reason: '晚了' });
    expect([refused.status, refused.text.includes('超过 30 天')]).toEqual([422, true]);
    expect(await identityFaults(cast.db, cast.keys)).toEqual([]);
  });
});

it('knows what becomes of every table that belongs to a person', () => {
  const known = [
    ...['PersonRole', 'PersonCategory', 'Account', 'Consent', 'Identity', 'Certificate'],
    'ProofFile',
    ...['OutboxMessage', 'WaiverApplication', 'Waiver', 'PrereviewFinding'],
  ];
  const owned = Object.values(Prisma.ModelName).filter(
    (name) => 'personId' in Prisma[`${name}ScalarFieldEnum` as 'WaiverScalarFieldEnum'],
  );
  expect(known.sort()).toEqual(owned.sort());
});
