import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { transact } from '../../src/database/database.js';
import {
  confirmRequest,
  declineRequest,
} from '../../src/people/account-requests/decide-request.js';
import { makeRequest, type NewRequest } from '../../src/people/account-requests/make-request.js';
import { addAccount } from '../../src/people/add-account.js';
import { changeAccount } from '../../src/people/change-account.js';
import { deactivateAccount, reactivateAccount } from '../../src/people/deactivate-account.js';
import { resetPassword } from '../../src/people/set-password.js';
import { type Client, signIn } from '../web/client.js';
import { type People, startPeople } from './cast.js';
import { confirmNewest, halfOf, newestRequest } from './requesting.js';

let site: People;
beforeEach(async () => {
  site = await startPeople();
});
afterEach(() => site.close());

const idOf = (username: string): number => site.idOf[username] as number;
const by = (username: string) => ({ accountId: idOf(username), at: site.clock.now() });
const day = 24 * 60 * 60_000;
const nowhere = { regionCode: null, parkIds: [] as number[], personNumber: null };
const password = { ticket: 'a-ticket', passwordHash: 'a-hash' };
const ofKind = (kind: NewRequest['kind']): NewRequest => {
  const reason = '工作需要';
  const settings = { ...nowhere, name: '海燕', role: 'bureau-staff' } as const;
  if (kind === 'add')
    return { kind, reason, password, settings: { ...settings, username: 'haiyan' } };
  const accountId = idOf('park1');
  if (kind === 'change') return { kind, reason, accountId, version: 1, settings };
  return kind === 'password' ? { kind, reason, accountId, password } : { kind, reason, accountId };
};
const request = (who: string, wanted: NewRequest) =>
  transact(site.db, (tx) => makeRequest(tx, by(who), wanted));
const confirm = (who: string, id: number) =>
  transact(site.db, (tx) => confirmRequest(tx, by(who), id));
const decline = (who: string, id: number, note = '不符合规定') =>
  transact(site.db, (tx) => declineRequest(tx, by(who), id, { note }));
const accounts = () =>
  site.db.account.findMany({ include: { parks: true }, orderBy: { id: 'asc' } });
const messagesOf = async (username: string) => {
  const rows = await site.db.outboxMessage.findMany({ where: { accountId: idOf(username) } });
  return rows.map(({ key }) => key);
};
const deactivate = (username: string) =>
  transact(site.db, (tx) => deactivateAccount(tx, by('admin2'), idOf(username)));

const kinds = ['add', 'change', 'password', 'reactivate'] as const;

describe.each(kinds)('the request: %s', (kind) => {
  beforeEach(async () => {
    if (kind === 'reactivate') await deactivate('park1');
  });

  it('changes nothing until a second administrator confirms it', async () => {
    const before = await accounts();
    const id = await request('admin', ofKind(kind));
    expect(await accounts()).toEqual(before);
    await expect(confirm('admin', id)).rejects.toThrow('people.request.second');
    for (const who of ['bureau', 'auditor', 'putuo', 'park2', 'founder1'])
      await expect(confirm(who, id), who).rejects.toThrow('HTTP 403');
    expect(await accounts()).toEqual(before);
    await confirm('admin2', id);
    expect(await accounts()).not.toEqual(before);
    const stored = await site.db.accountRequest.findUniqueOrThrow({ where: { id } });
    expect(stored).toMatchObject({
      outcome: 'confirmed',
      reason: '工作需要',
      requestedById: idOf('admin'),
      decidedById: idOf('admin2'),
    });
  });

  it('is decided once, and is void when it was declined, withdrawn or not decided in 7 days', async () => {
    const declined = await request('admin', ofKind(kind));
    await expect(decline('admin2', declined, ' ')).rejects.toThrow('web.field.required');
    await decline('admin2', declined);
    const withdrawn = await request('admin', ofKind(kind));
    await decline('admin', withdrawn, '');
    const expired = await request('admin', ofKind(kind));
    const before = await accounts();
    for (const id of [declined, withdrawn]) {
      await expect(confirm('admin2', id)).rejects.toThrow('people.request.over');
      await expect(decline('admin2', id)).rejects.toThrow('people.request.over');
    }
    site.clock.pass(7 * day);
    await expect(confirm('admin2', expired)).rejects.toThrow('people.request.over');
    expect(await accounts()).toEqual(before);
    const outcomes = await site.db.accountRequest.findMany({ select: { outcome: true } });
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['declined', 'withdrawn', null]);
    const id = await request('admin', ofKind(kind));
    await confirm('admin2', id);
    await expect(confirm('admin2', id)).rejects.toThrow('people.request.over');
  });

  it('is made by an administrator, with a reason, and once while it waits', async () => {
    for (const who of ['bureau', 'auditor', 'putuo', 'park2', 'founder1'])
      await expect(request(who, ofKind(kind)), who).rejects.toThrow('HTTP 403');
    await expect(request('admin', { ...ofKind(kind), reason: ' ' })).rejects.toThrow('required');
    await request('admin', ofKind(kind));
    await expect(request('admin2', ofKind(kind))).rejects.toThrow('people.request.open-already');
    expect(await site.db.accountRequest.count()).toBe(1);
  });

  it('is void when its requester is no administrator any more', async () => {
    const id = await request('admin', ofKind(kind));
    const data = { isActive: false };
    await site.db.account.update({ where: { id: idOf('admin') }, data });
    await expect(confirm('admin2', id)).rejects.toThrow('people.request.requester-gone');
  });

  it('tells the other administrators, the requester and the holder, and history who asked', async () => {
    const id = await request('admin', ofKind(kind));
    expect(await messagesOf('admin2')).toEqual(['people.request-made']);
    expect(await messagesOf('admin')).toEqual([]);
    const { accountId } = await confirm('admin2', id);
    expect(await messagesOf('admin')).toEqual(['people.request-decided']);
    const told = await site.db.outboxMessage.findMany({ where: { accountId } });
    const key = {
      add: 'added',
      change: 'changed',
      password: 'password',
      reactivate: 'reactivated',
    };
    expect(told.at(-1)).toMatchObject({
      key: `people.holder-${key[kind]}`,
      values: { who: { zh: 'admin某（申请）、admin2某（确认）' } },
    });
    const event = await site.db.historyEvent.findFirstOrThrow({
      where: { subjectKind: 'account', subjectId: accountId },
      orderBy: { id: 'desc' },
    });
    expect(event).toMatchObject({ actorId: idOf('admin2'), reason: '工作需要' });
    expect(event.detail).toMatchObject({ requestedById: idOf('admin') });
  });
});

describe('nobody', () => {
  it('asks for or confirms what is about themselves', async () => {
    const settings = { ...nowhere, name: '自己', role: 'bureau-staff' } as const;
    const own = {
      kind: 'change',
      accountId: idOf('admin'),
      version: 1,
      settings,
      reason: 'x',
    } as const;
    await expect(request('admin', own)).rejects.toThrow('people.account.own');
    const id = await request('admin2', own);
    await expect(confirm('admin', id)).rejects.toThrow('people.account.own');
    await expect(decline('admin', id)).rejects.toThrow('people.account.own');
    expect(await messagesOf('admin')).toEqual([]);
  });

  it('takes an act alone in its verb, past the request', async () => {
    const { accountId, at } = by('admin');
    const alone = { accountId, at };
    const account = { ...nowhere, name: '某', role: 'auditor', username: 'xx' } as const;
    const own = { requestedById: accountId, reason: 'x' };
    const id = idOf('park1');
    for (const confirmation of [null, own]) {
      const acts = [
        transact(site.db, (tx) =>
          addAccount(
            tx,
            alone,
            { ...account, passwordHash: 'x', passwordBy: 'another' },
            confirmation,
          ),
        ),
        transact(site.db, (tx) =>
          changeAccount(tx, alone, { ...account, accountId: id, version: 1 }, confirmation),
        ),
        transact(site.db, (tx) =>
          resetPassword(tx, alone, { accountId: id, passwordHash: 'x' }, confirmation),
        ),
        transact(site.db, (tx) => reactivateAccount(tx, alone, id, confirmation)),
      ];
      for (const act of acts) await expect(act).rejects.toThrow('people.request.second');
    }
    const bureau = transact(site.db, (tx) => deactivateAccount(tx, by('bureau'), id));
    await expect(bureau).rejects.toThrow('HTTP 403');
  });

  it('can write it past the verbs: the database holds two people too', async () => {
    const id = await request('admin', ofKind('change'));
    const decidedAt = site.clock.now();
    const data = { outcome: 'confirmed', decidedAt, decidedById: idOf('admin') };
    await expect(site.db.accountRequest.update({ where: { id }, data })).rejects.toThrow();
  });
});

describe('on its pages', () => {
  const reset = (client: Client) =>
    client.post(`/accounts/${idOf('bureau')}/password`, { reason: '本人遗忘' });

  it('shows each half of a password once, to one administrator each', async () => {
    const admin = await signIn(site.base, 'admin');
    const page = (await admin.get(`/accounts/${idOf('bureau')}/password`)).text;
    const [, _key = ''] = /name="_key" value="([^"]+)"/.exec(page) ?? [];
    const form = { reason: '本人遗忘', _key, _token: await admin.tokenOf('/account') };
    const url = `/accounts/${idOf('bureau')}/password`;
    const first = halfOf((await admin.postExactly(url, form)).text);
    expect(first).toMatch(/^[a-z2-9]{8}$/);
    const address = await newestRequest(site);
    const again = await admin.postExactly(url, form);
    expect([again.status, again.location]).toEqual([303, address]);
    expect((await admin.get(address)).text).not.toContain(first);
    const second = await confirmNewest(site);
    expect(second).toMatch(/^[a-z2-9]{8}$/);
    const admin2 = await signIn(site.base, 'admin2');
    expect((await admin2.get(address)).text).not.toContain(second);
    await expect(signIn(site.base, 'bureau')).rejects.toThrow('422');
    for (const half of [first, second, `${second}-${first}`])
      await expect(signIn(site.base, 'bureau', half)).rejects.toThrow();
    site.clock.pass(day / 2);
    await signIn(site.base, 'bureau', `${first}-${second}`);
    const stored = JSON.stringify(await site.db.accountRequest.findMany());
    expect(stored).not.toContain(first);
    expect(stored).not.toContain(second);
  });

  it('is confirmed once in two tabs, and refused to its requester', async () => {
    const admin = await signIn(site.base, 'admin');
    await reset(admin);
    const address = await newestRequest(site);
    const own = await admin.get(address);
    expect(own.text).toContain('撤回申请');
    expect(own.text).not.toContain('确认并办理');
    expect((await admin.post(`${address}/confirmation`, {}, { from: '/account' })).status).toBe(
      403,
    );
    const admin2 = await signIn(site.base, 'admin2');
    expect((await admin2.get(address)).text).toContain('确认并办理');
    const tab = () => admin2.post(`${address}/confirmation`, {}, { from: '/account' });
    const answers = await Promise.all([tab(), tab()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await admin2.get(address)).text).not.toContain('确认并办理');
  });

  it('declines with a reason, kept where it was typed, and tells the requester', async () => {
    await reset(await signIn(site.base, 'admin'));
    const address = await newestRequest(site);
    const admin2 = await signIn(site.base, 'admin2');
    expect((await admin2.get(address)).text).not.toContain('name="note"');
    expect((await admin2.get(`${address}/refusal`)).text).toContain('name="note"');
    expect((await (await signIn(site.base, 'admin')).get(`${address}/refusal`)).status).toBe(403);
    const blank = await admin2.post(`${address}/refusal`, { note: '' }, { from: '/account' });
    expect([blank.status, blank.text]).toEqual([422, expect.stringContaining('错误：')]);
    const long = await admin2.post(`${address}/refusal`, { note: '长'.repeat(501) });
    expect([long.status, long.text.includes('长长长')]).toEqual([422, true]);
    const done = await admin2.post(`${address}/refusal`, { note: '未核实本人' });
    expect([done.status, done.location]).toEqual([303, address]);
    expect((await admin2.get(address)).text).toContain('未核实本人');
    const admin = await signIn(site.base, 'admin');
    expect((await admin.get('/messages')).text).toContain('账号事项已办理');
    await signIn(site.base, 'bureau'); // as before
  });

  it('stands in the list, and in the account, for administrators and the auditor', async () => {
    await reset(await signIn(site.base, 'admin'));
    const address = await newestRequest(site);
    for (const [who, status] of Object.entries({
      admin2: 200,
      auditor: 200,
      bureau: 403,
      park1: 403,
    })) {
      const client = await signIn(site.base, who);
      const list = await client.get('/account-requests');
      expect(list.status, who).toBe(status);
      expect((await client.get(address)).status, who).toBe(status === 200 ? 200 : 404);
      if (status !== 200) continue;
      expect(list.text).toContain(`href="${address}"`);
      expect((await client.get('/account-requests?page=-3')).status).toBe(400);
    }
    const auditor = await signIn(site.base, 'auditor');
    expect((await auditor.get(address)).text).not.toContain('/confirmation');
    for (const act of ['confirmation', 'refusal'])
      expect((await auditor.post(`${address}/${act}`, {}, { from: '/account' })).status).toBe(403);
    const admin2 = await signIn(site.base, 'admin2');
    expect((await admin2.get(`/accounts/${idOf('bureau')}`)).text).toContain(`href="${address}"`);
    expect((await admin2.get('/accounts')).text).toContain('待确认事项（1）');
    for (const id of ['0', '99999', 'x'])
      expect((await admin2.get(`/account-requests/${id}`)).status, id).toBe(404);
  });

  it('tells of a change what is and what would be, and is void once the account changed', async () => {
    const settings = {
      ...nowhere,
      name: '甲',
      role: 'county-reviewer',
      regionCode: '330902',
    } as const;
    const accountId = idOf('putuo');
    const id = await request('admin', {
      kind: 'change',
      accountId,
      version: 1,
      settings,
      reason: '调岗',
    });
    const admin2 = await signIn(site.base, 'admin2');
    const page = (await admin2.get(`/account-requests/${id}`)).text;
    for (const part of ['putuo某 → 甲', '普陀区 → 定海区', '调岗']) expect(page).toContain(part);
    await site.db.account.update({ where: { id: accountId }, data: { version: 2 } });
    const answer = await admin2.post(
      `/account-requests/${id}/confirmation`,
      {},
      { from: '/account' },
    );
    expect([answer.status, answer.text]).toEqual([409, expect.stringContaining('申请之后有变动')]);
  });

  it('says so where what was asked for can no longer be done', async () => {
    const id = await request('admin', ofKind('add'));
    await site.db.account.create({
      data: {
        username: 'haiyan',
        name: '他',
        role: 'auditor',
        passwordHash: '',
        createdAt: new Date(),
      },
    });
    const admin2 = await signIn(site.base, 'admin2');
    const answer = await admin2.post(
      `/account-requests/${id}/confirmation`,
      {},
      { from: '/account' },
    );
    expect([answer.status, answer.text]).toEqual([
      422,
      expect.stringContaining('该用户名已被使用'),
    ]);
    expect((await site.db.accountRequest.findUniqueOrThrow({ where: { id } })).outcome).toBeNull();
  });
});
