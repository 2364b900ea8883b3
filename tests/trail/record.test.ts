import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { transact } from '../../src/database/database.js';
import { addAccount } from '../../src/people/add-account.js';
import { fileHeadcount } from '../../src/returns/file-headcounts.js';
import { addRole } from '../../src/ventures/add-role.js';
import { moveVenture } from '../../src/ventures/move-venture.js';
import { at, headcount } from '../ledger/network.js';
import { startParks } from '../parks/cast.js';
import { Client, signedIn, type TestApp } from '../web/client.js';

let app: TestApp;
let number = '';
let clientOf: (name: string) => Client;

/** 海风民宿 corrects its return and moves to P02; its founder has a hand in 不具名工坊 too, which stays. */
beforeEach(async () => {
  app = await startParks();
  number = (await app.db.venture.findUniqueOrThrow({ where: { id: 1 } })).number;
  const by = at('2025-02-10');
  const { passwordHash } = await app.db.account.findFirstOrThrow();
  const person = { name: '周远', phone: '13100000001', graduatedOn: null, categories: [] };
  await transact(app.db, async (tx) => {
    const filing = { ventureId: 1, month: '2024-12', version: 1, ...headcount(9) };
    await fileHeadcount(tx, by, { ...filing, note: '漏报两人' });
    for (const ventureId of [1, 2])
      await addRole(tx, by, { ventureId, person, role: 'partner', beganOn: '2024-05-01' });
    await moveVenture(tx, by, {
      ventureId: 1,
      toParkId: 2,
      movedOn: '2025-02-01',
      note: '换到码头',
    });
    const { number: personNumber } = await tx.person.findFirstOrThrow({ where: { name: '周远' } });
    const founder = { username: 'founder1', name: '周远', role: 'founder' } as const;
    const nothing = { passwordHash, passwordBy: 'holder' as const, regionCode: null, parkIds: [] };
    await addAccount(tx, by, { ...nothing, ...founder, personNumber });
  });
  clientOf = signedIn(app.base);
});
afterEach(() => app.close());

const get = (name: string, path: string) => clientOf(name).get(path);
const acts = async (name: string, path: string) => {
  const { status, text } = await get(name, path);
  expect(status, `${name} ${path}`).toBe(200);
  return [...text.matchAll(/class="what">([^<·]+)/g)].map(([, act = '']) => act.trim());
};
const personId = async () => (await app.db.person.findFirstOrThrow({ where: { name: '周远' } })).id;

describe('one record', () => {
  it('a return: filed, and corrected for a reason', async () => {
    const { text } = await get('park1', '/history/jobs-return/1');
    expect(text).toContain('2024年12月月报');
    for (const told of ['报送月报', '更正月报', '带动就业人数：7 → 9', '说明：漏报两人'])
      expect(text).toContain(told);
    expect(text).not.toContain('登记租约');
    expect(text).toContain(`href="/ventures/${number}/returns/2024-12"`);
  });

  it('a stay ends with the move that begins the next', async () => {
    expect(await acts('park1', '/history/residency/1')).toEqual(['转园', '入驻']);
    const { id } = await app.db.residency.findFirstOrThrow({ where: { parkId: 2 } });
    expect(await acts('park2', `/history/residency/${id}`)).toEqual(['转园']);
  });

  it('a tenancy, premises and an account', async () => {
    expect(await acts('putuo', '/history/tenancy/1')).toEqual(['终止租约', '登记租约']);
    expect(await acts('park2', '/history/space/1')).toEqual(['新增场地']);
    const { id } = await app.db.account.findUniqueOrThrow({ where: { username: 'founder1' } });
    for (const name of ['admin', 'auditor', 'bureau'])
      expect(await acts(name, `/history/account/${id}`)).toEqual(['新增账号']);
  });

  it('a person: the roles in the ventures that the reader sees', async () => {
    const path = `/history/person/${await personId()}`;
    expect(await acts('bureau', path)).toEqual(['添加人员', '添加人员', '登记人员']);
    expect(await acts('park1', path)).toEqual(['添加人员', '添加人员', '登记人员']);
    // P02 has only the one that moved there.
    expect(await acts('park2', path)).toEqual(['添加人员', '登记人员']);
  });

  it('a venture and a park are led to where theirs stands', async () => {
    expect((await get('park2', '/history/venture/1')).location).toBe(`/ventures/${number}/history`);
    expect((await get('putuo', '/history/park/1')).location).toBe('/parks/P01/history');
    expect((await get('park2', '/history/park/1')).status).toBe(404);
  });
});

describe('who does not see the record gets 404', () => {
  it.each([
    ['park2', ['/history/jobs-return/2', '/history/residency/2', '/history/space/2']],
    ['putuo', ['/history/space/1', '/history/account/1', '/history/park/2']],
    ['founder1', ['/history/space/1', '/history/account/1', '/history/park/1']],
    ['admin', ['/history/jobs-return/1', '/history/tenancy/1', '/history/venture/1']],
    ['bureau', ['/history/jobs-return/99', '/history/person/99', '/history/pier/1']],
    ['auditor', ['/history/account/x', '/history/constructor/1', '/history/export/0']],
  ])('%s', async (name, paths) => {
    for (const path of paths) expect((await get(name, path)).status, path).toBe(404);
  });

  it('a manager no person of other parks, the administrator none', async () => {
    const other = await app.db.person.create({
      data: { number: 'R900001', name: '外人', namePinyin: 'wairen wr' },
    });
    for (const name of ['park1', 'founder1', 'admin'])
      expect((await get(name, `/history/person/${other.id}`)).status).toBe(404);
    expect((await get('auditor', `/history/person/${other.id}`)).text).toContain('还没有办理记录');
  });

  it('acts on what is private of a person are told to whom its page shows it', async () => {
    const id = await personId();
    // Its other venture moves out of P01 as well: the park keeps the past, but not the person's own.
    const data = { at: at('2025-02-11').at, verb: 'consent.given', subjectKind: 'person' };
    await app.db.historyEvent.create({
      data: { ...data, subjectId: id, detail: { purpose: 'identity' } },
    });
    expect(await acts('park2', `/history/person/${id}`)).toContain('同意处理个人信息');
    await transact(app.db, (tx) =>
      moveVenture(tx, at('2025-02-12'), {
        ventureId: 2,
        toParkId: 2,
        movedOn: '2025-02-11',
        note: '',
      }),
    );
    expect(await acts('park1', `/history/person/${id}`)).not.toContain('同意处理个人信息');
    expect(await acts('auditor', `/history/person/${id}`)).toContain('同意处理个人信息');
    const { number: own } = await app.db.person.findUniqueOrThrow({ where: { id } });
    expect((await get('park1', `/people/${own}`)).text).toContain(`href="/history/person/${id}"`);
  });

  it('nobody is led to the sign-in', async () => {
    expect((await new Client(app.base).get('/history/space/1')).status).toBe(303);
  });
});

it('a founder reads what was done to the own venture’s records', async () => {
  expect(await acts('founder1', '/history/jobs-return/1')).toEqual(['更正月报', '报送月报']);
});

it('the pages of a record lead to its history', async () => {
  const { id } = await app.db.account.findUniqueOrThrow({ where: { username: 'founder1' } });
  for (const [name, page, link] of [
    ['park1', '/parks/P01/spaces/P01-001/edit', '/history/space/2'],
    ['admin', `/accounts/${id}`, `/history/account/${id}`],
    ['park2', `/ventures/${number}`, '/history/tenancy/1'],
    ['park1', `/ventures/${number}/returns/2024-12`, '/history/jobs-return/1'],
    ['auditor', `/ventures/${number}/returns/2024-12`, '/history/jobs-return/1'],
  ] as const) {
    expect((await get(name, page)).text, page).toContain(`href="${link}"`);
  }
  expect((await get('park2', `/ventures/${number}/returns/2025-02`)).text).not.toContain(
    '/history/jobs-return/',
  );
});
