import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { transact } from '../../src/database/database.js';
import { deactivateAccount } from '../../src/people/deactivate-account.js';
import { resetPassword } from '../../src/people/set-password.js';
import { Client, signIn } from '../web/client.js';
import { type People, password, startPeople } from './cast.js';
import { choose, confirmNewest, givePassword, halfOf, newestRequest } from './requesting.js';

let site: People;
let admin: Client;
beforeEach(async () => {
  site = await startPeople();
  admin = await signIn(site.base, 'admin');
});
afterEach(() => site.close());

const accountOf = (username: string) =>
  site.db.account.findUnique({ where: { username }, include: { parks: true, person: true } });
const newAccount = {
  username: 'haiyan',
  name: '海燕',
  role: 'bureau-staff',
  reason: '新入职',
};
const own = 'gulls-over-harbour';
const add = (client: Client, fields: Record<string, string | string[]>) =>
  client.post('/accounts/new', { ...newAccount, ...fields });

describe('adding an account', () => {
  it('works once another administrator has confirmed it, and its holder can sign in', async () => {
    const answer = await add(admin, {});
    expect(await accountOf('haiyan')).toBeNull();
    const given = `${halfOf(answer.text)}-${await confirmNewest(site)}`;
    const account = await accountOf('haiyan');
    const client = await signIn(site.base, 'haiyan', given);
    await choose(client, given, own);
    expect((await client.get('/account')).text).toContain('海燕');
    const event = await site.db.historyEvent.findFirst({
      where: { subjectKind: 'account', subjectId: account?.id as number, verb: 'account.added' },
    });
    expect(event).toMatchObject({ actorId: site.idOf.admin2, reason: '新入职' });
    expect(JSON.stringify(event)).not.toContain(given);
  });

  it('keeps only the scope of the role', async () => {
    const parkIds = site.parkIds.map(String);
    const scope = { regionCode: '330903', parkIds, personNumber: 'r000001' };
    await add(admin, { ...scope, username: 'm1', role: 'park-manager' });
    await confirmNewest(site);
    await add(admin, { ...scope, username: 'c1', role: 'county-reviewer' });
    await confirmNewest(site);
    await add(admin, { ...scope, username: 'f1', role: 'founder' });
    await confirmNewest(site);
    const [manager, county, founder] = await Promise.all(['m1', 'c1', 'f1'].map(accountOf));
    expect(manager).toMatchObject({ regionCode: null, personId: null });
    expect(manager?.parks.map(({ parkId }) => parkId)).toEqual(site.parkIds);
    expect(county).toMatchObject({ regionCode: '330903', personId: null, parks: [] });
    expect(founder).toMatchObject({
      regionCode: null,
      parks: [],
      person: { number: 'R000001', name: '虞晨帆' },
    });
  });

  it.each([
    [{ username: '9lives' }, '用户名须以小写字母开头'],
    [{ username: 'park1' }, '该用户名已被使用'],
    [{ name: '' }, '请填写姓名'],
    [{ role: 'emperor' }, '请选择角色'],
    [{ role: 'county-reviewer', regionCode: '' }, '请选择审核员所在的县区'],
    [{ role: 'county-reviewer', regionCode: '990000' }, '请从选项中选择'],
    [{ role: 'park-manager' }, '请至少选择一个园区'],
    [{ role: 'park-manager', parkIds: ['99'] }, '请从选项中选择'],
    [{ role: 'founder', personNumber: 'R999999' }, '没有该人员编号'],
    [{ role: 'founder', personNumber: 'R000002' }, '该人员已有账号'],
    [{ reason: '' }, '请填写'],
    [{ reason: '长'.repeat(501) }, '500'],
  ])('refuses %j and keeps what was typed', async (fields, message) => {
    const before = await site.db.account.count();
    const answer = await add(admin, fields);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(message);
    expect(answer.text).toContain('错误：');
    expect(answer.text).toContain(`value="${{ ...newAccount, ...fields }.username}"`);
    expect(await site.db.account.count()).toBe(before);
    expect(await site.db.accountRequest.count()).toBe(0);
  });

  it('makes one request of a form that is sent twenty times at once', async () => {
    const page = (await admin.get('/accounts/new')).text;
    const [, _key = ''] = /name="_key" value="([^"]+)"/.exec(page) ?? [];
    const _token = await admin.tokenOf('/accounts/new');
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        admin.postExactly('/accounts/new', { ...newAccount, _key, _token }),
      ),
    );
    const address = await newestRequest(site);
    const shown = answers.filter(({ status }) => status === 200);
    const others = answers.filter(({ status }) => status !== 200);
    expect(shown).toHaveLength(1);
    expect(new Set(others.map(({ location }) => location))).toEqual(new Set([address]));
    expect(await site.db.accountRequest.count()).toBe(1);
  });
});

describe('changing an account', () => {
  const change = async (client: Client, username: string, fields = {}) => {
    const { id, version } = (await accountOf(username)) as { id: number; version: number };
    const settings = {
      name: '新名',
      role: 'bureau-staff',
      version: String(version),
      reason: '调岗',
    };
    return client.post(`/accounts/${id}/change`, { ...settings, ...fields }, { from: '/account' });
  };

  it('gives another name, role and scope once it is confirmed', async () => {
    const manager = await signIn(site.base, 'park1');
    const [, other] = site.parkIds;
    const fields = { role: 'park-manager', parkIds: [String(other)] };
    expect((await change(admin, 'park1', fields)).status).toBe(303);
    expect((await accountOf('park1'))?.parks[0]?.parkId).toBe(site.parkIds[0]);
    await confirmNewest(site);
    expect((await accountOf('park1'))?.parks.map(({ parkId }) => parkId)).toEqual([other]);
    expect((await manager.get('/account')).text).toContain('新名');
    const event = await site.db.historyEvent.findFirst({ where: { verb: 'account.changed' } });
    expect(event?.detail).toMatchObject({
      before: { name: 'park1某', parkIds: [site.parkIds[0]] },
      after: { name: '新名', parkIds: [other] },
    });
  });

  it('shows what is, and refuses what makes no sense', async () => {
    const form = await admin.get(`/accounts/${site.idOf.putuo}/change`);
    expect(form.text).toMatch(/<option value="330903" selected/);
    const answer = await change(admin, 'putuo', { role: 'park-manager' });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('请至少选择一个园区');
    expect((await accountOf('putuo'))?.role).toBe('county-reviewer');
  });

  it('is a conflict for who comes second', async () => {
    expect((await change(admin, 'bureau', { version: '1' })).status).toBe(303);
    await confirmNewest(site);
    expect((await change(admin, 'bureau', { version: '1', name: '迟到' })).status).toBe(409);
    expect((await accountOf('bureau'))?.name).toBe('新名');
  });

  it('is never of one’s own', async () => {
    const answer = await change(admin, 'admin');
    expect(answer.status).toBe(403);
    expect(answer.text).toContain('不能更改自己的账号');
  });
});

describe('a password given by two administrators', () => {
  it('works from then on, and ends what was before', async () => {
    const holder = await signIn(site.base, 'bureau');
    const url = `/accounts/${site.idOf.bureau}/password`;
    expect((await admin.post(url, { reason: '' })).status).toBe(422);
    const given = await givePassword(site, 'bureau');
    expect((await holder.get('/account')).status).toBe(303);
    await expect(signIn(site.base, 'bureau')).rejects.toThrow('422');
    await signIn(site.base, 'bureau', given);
    expect(await site.db.knownDevice.count({ where: { accountId: site.idOf.bureau ?? 0 } })).toBe(
      1,
    );
  });
});

describe('deactivating', () => {
  const post = (client: Client, username: string, act: string) =>
    client.post(`/accounts/${site.idOf[username]}/${act}`, {}, { from: '/account' });

  it('ends the sessions and the sign-in, until it is active again', async () => {
    const holder = await signIn(site.base, 'park1');
    expect((await post(admin, 'park1', 'deactivation')).status).toBe(303);
    expect((await holder.get('/account')).status).toBe(303);
    await expect(signIn(site.base, 'park1')).rejects.toThrow('422');
    const twice = await post(admin, 'park1', 'deactivation');
    expect(twice.status).toBe(409);
    expect(twice.text).toContain('该账号已停用，未作任何更改。');
    const url = `/accounts/${site.idOf.park1}/reactivation`;
    expect((await admin.post(url, { reason: '' })).status).toBe(422);
    expect((await admin.post(url, { reason: '停用有误' })).status).toBe(303);
    await expect(signIn(site.base, 'park1')).rejects.toThrow('422');
    await confirmNewest(site);
    await signIn(site.base, 'park1', password);
    const events = await site.db.historyEvent.findMany({
      where: { subjectKind: 'account', subjectId: site.idOf.park1 as number },
    });
    expect(events.map(({ verb }) => verb)).toEqual([
      ...['account.added', 'account.deactivated'],
      ...['account.request-made', 'account.reactivated'],
    ]);
  });

  it('is never of one’s own, in the verbs either', async () => {
    expect((await post(admin, 'admin', 'deactivation')).status).toBe(403);
    const accountId = site.idOf.admin as number;
    const by = { accountId, at: site.clock.now() };
    await expect(transact(site.db, (tx) => deactivateAccount(tx, by, accountId))).rejects.toThrow(
      'people.account.own',
    );
    await expect(
      transact(site.db, (tx) => resetPassword(tx, by, { accountId, passwordHash: 'x' })),
    ).rejects.toThrow('people.account.own');
    await signIn(site.base, 'admin');
  });
});

describe('who may', () => {
  const pages = (id: number) =>
    ['change', 'password', 'reactivation'].map((what) => `/accounts/${id}/${what}`);

  it('see accounts: administrators and auditors', async () => {
    for (const [username, status] of Object.entries({ admin: 200, auditor: 200, bureau: 403 })) {
      const client = await signIn(site.base, username);
      expect((await client.get('/accounts')).status, username).toBe(status);
      const one = await client.get(`/accounts/${site.idOf.park1}`);
      expect(one.status, username).toBe(status === 200 ? 200 : 404);
    }
  });

  it('change them: administrators only', async () => {
    const auditor = await signIn(site.base, 'auditor');
    const bureau = await signIn(site.base, 'bureau');
    const id = site.idOf.park1 as number;
    expect((await auditor.get('/accounts/new')).status).toBe(403);
    expect((await add(auditor, {})).status).toBe(403);
    for (const url of [...pages(id), `/accounts/${id}/deactivation`]) {
      const post = (client: Client) => client.post(url, {}, { from: '/account' });
      expect((await post(auditor)).status, url).toBe(403);
      expect((await post(bureau)).status, url).toBe(404);
      expect((await post(new Client(site.base))).status, url).toBe(401);
    }
    const page = (await auditor.get(`/accounts/${id}`)).text;
    expect(page).not.toContain(`/accounts/${id}/`);
    expect(await site.db.account.findUnique({ where: { id } })).toMatchObject({ isActive: true });
  });

  it.each(['0', '999999', '1x', '-1', '1e3', '9'.repeat(30), '%F0%AA%BE%A2'])(
    'no account %s',
    async (id) => {
      for (const url of [`/accounts/${id}`, ...pages(id as never)]) {
        expect((await admin.get(url)).status, url).toBe(404);
      }
    },
  );
});

describe('the list', () => {
  const usernames = async (query: string) =>
    [
      ...(await admin.get(`/accounts${query}`)).text.matchAll(/href="\/accounts\/\d+">([^<]+)</g),
    ].map(([, username]) => username);

  it('finds by username, name and role; % and _ are themselves', async () => {
    await add(admin, { username: 'a_b', name: '50%岛' });
    await confirmNewest(site);
    expect(await usernames('?q=park')).toEqual(['park1', 'park2']);
    expect(await usernames('?q=PARK1')).toEqual(['park1']);
    expect(await usernames('?q=_')).toEqual(['a_b']);
    expect(await usernames('?q=%25')).toEqual(['a_b']);
    expect(await usernames('?q=%5C')).toEqual([]);
    expect(await usernames(`?q=${encodeURIComponent('putuo某')}`)).toEqual(['putuo']);
    expect(await usernames('?role=administrator')).toEqual(['admin', 'admin2']);
    for (const query of ['?role=emperor', '?page=-3'])
      expect((await admin.get(`/accounts${query}`)).status).toBe(400);
    expect((await admin.get('/accounts?q=zzz')).text).toContain('没有符合条件的账号');
  });

  it('comes in pages of fifty, with the filter in their addresses', async () => {
    await site.db.account.createMany({
      data: Array.from({ length: 60 }, (_, i) => ({
        username: `x${i + 100}`,
        name: '测试',
        role: 'auditor',
        passwordHash: '',
        createdAt: site.clock.now(),
      })),
    });
    expect(await usernames('?q=x1')).toHaveLength(50);
    expect(await usernames('?q=x1&page=2')).toHaveLength(10);
    expect(await usernames('?q=x1&page=99')).toHaveLength(10);
    expect((await admin.get('/accounts?q=x1')).text).toContain(
      '/accounts?q&#x3D;x1&amp;page&#x3D;2',
    );
  });
});
