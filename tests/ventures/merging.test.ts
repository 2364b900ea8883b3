import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyLedger } from '../../src/backup/verify-ledger.js';
import { transact } from '../../src/database/database.js';
import { markClosed } from '../../src/ledger/closed-months.js';
import { levelsByPark } from '../../src/ledger/totals.js';
import { fileHeadcounts } from '../../src/returns/file-headcounts.js';
import { gradesIn } from '../../src/returns/grade.js';
import { searchTextFaults } from '../../src/ventures/check-search-text.js';
import { editVenture } from '../../src/ventures/edit-venture.js';
import { logVenture } from '../../src/ventures/log-venture.js';
import { clearMerges } from '../../src/ventures/merging/clear-merges.js';
import { refuseClosedFounders } from '../../src/ventures/merging/refuse-closed-founders.js';
import { recordsOn, recordTables } from '../../src/ventures/merging/stored-records.js';
import { recordsOfVentures } from '../../src/ventures/records-of-ventures.js';
import { settleVenture } from '../../src/ventures/settle-venture.js';
import { logVisit } from '../../src/visits/log-visit.js';
import { at, headcount, someVenture } from '../ledger/network.js';
import { startParks } from '../parks/cast.js';
import { type Client, signIn, type TestApp } from '../web/client.js';
import { someCode } from './fields.js';

let app: TestApp;
let bureau: Client;
let own: { id: number; number: string };
let other: { id: number; number: string };
let path: string;
/** 海风民宿 of P01, and the same venture logged again by P02, where it settled later. */
beforeEach(async () => {
  app = await startParks();
  bureau = await signIn(app.base, 'bureau');
  own = await app.db.venture.findFirstOrThrow({ where: { name: '海风民宿' } });
  const by = at('2025-02-01');
  const id = await transact(app.db, async (tx) => {
    const twice = {
      name: '舟山海风民宿',
      legalForm: 'sole-trader',
      creditCode: someCode(7),
    } as const;
    const phone = '13905801234';
    const ventureId = await logVenture(tx, by, Object.assign(someVenture(2), twice, { phone }));
    await settleVenture(tx, by, { ventureId, parkId: 2, beganOn: '2024-06-01' });
    await fileHeadcounts(tx, by, [
      { ventureId, month: '2024-09', version: null, ...headcount(4) },
      { ventureId, month: '2024-12', version: null, ...headcount(9) },
    ]);
    return ventureId;
  });
  other = await app.db.venture.findUniqueOrThrow({ where: { id } });
  path = `/ventures/${own.number}/merge`;
});
afterEach(() => app.close());

const hidden = (text: string, name: string): string =>
  (new RegExp(`name="${name}" value="([^"]*)"`).exec(text)?.[1] ?? '').replaceAll('&quot;', '"');

/** What the form sends as it is shown, with some of its fields changed. */
async function typed(changes: Record<string, string | string[]> = {}, client = bureau) {
  const form = await client.get(`${path}?with=${other.number}`);
  const [seen, shown] = [hidden(form.text, 'seen'), hidden(form.text, 'shown')];
  return Object.assign(
    { with: other.number, stays: 'own', seen, shown, reason: '同一家' },
    changes,
  );
}

const totalOf = async (measure: 'ventures' | 'jobs', day: string): Promise<number> =>
  (await levelsByPark(app.db, day)).sum(measure, [1, 2]);

async function merge(): Promise<void> {
  const answer = await bureau.post(path, await typed());
  expect(answer.status).toBe(303);
}

describe('merging two records of one venture', () => {
  it('shows both beside each other, what hangs on each and what moves', async () => {
    expect((await bureau.get(`/ventures/${own.number}`)).text).toContain(`href="${path}"`);
    const form = await bureau.get(`${path}?with=${other.number.toLowerCase()}`);
    expect(form.status).toBe(200);
    for (const words of [
      '舟山海风民宿',
      someCode(7),
      '2024年6月1日',
      '2024年12月：保留方 7 人，并入方 9 人',
    ])
      expect(form.text).toContain(words);
    const rows = form.text.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
    expect(rows).toContain(
      'P02 金塘创业园 月份 在园创业主体 带动就业 已报月报 2024年6月至2024年8月 −1 — —',
    );
    expect((await bureau.get(`${path}?with=${other.number}&lang=en`)).text).toContain(
      'Totals that move',
    );
  });

  it('counts the venture once on every day, with what was chosen, and keeps the ledger right', async () => {
    expect(await totalOf('ventures', '2025-01-31')).toBe(3);
    await merge();
    expect(await totalOf('ventures', '2025-01-31')).toBe(2);
    expect(await totalOf('jobs', '2024-10-31')).toBe(4);
    expect(await totalOf('jobs', '2024-12-31')).toBe(7 + 7);
    expect((await verifyLedger(app.db)).problems).toEqual([]);
    expect(await searchTextFaults(app.db)).toEqual([]);
    const reversed = await app.db.ledgerEntry.count({
      where: { ventureId: other.id, reverses: { not: null } },
    });
    expect(reversed).toBeGreaterThan(0);
  });

  it('takes what is chosen of the other, after showing what then moves', async () => {
    const changes = {
      'from.name': 'other',
      'from.creditCode': 'other',
      'from.legalForm': 'other',
      stays: 'other',
      months: ['2024-12'],
    };
    const again = await bureau.post(path, await typed(changes));
    expect(again.status).toBe(422);
    expect(again.text).toContain('选择已改动');
    const sent = await typed(changes);
    const shown = hidden(again.text, 'shown');
    const lease = await app.db.tenancy.findFirstOrThrow({ where: { ventureId: own.id } });
    expect((await bureau.post(path, Object.assign(sent, { shown }))).status).toBe(303);
    const stored = await app.db.venture.findUniqueOrThrow({
      where: { id: own.id },
      include: {
        residencies: { orderBy: { beganOn: 'asc' } },
        returns: { orderBy: { month: 'asc' } },
      },
    });
    expect([stored.name, stored.creditCode, stored.legalForm]).toEqual([
      '舟山海风民宿',
      someCode(7),
      'sole-trader',
    ]);
    expect(stored.residencies).toMatchObject([
      { parkId: 1, beganOn: '2024-03-01', endedOn: '2024-06-01', endReason: 'moved' },
      { parkId: 2, beganOn: '2024-06-01', endedOn: null },
    ]);
    expect(stored.returns.map(({ headcount }) => headcount)).toEqual([4, 9]);
    const ended = await app.db.tenancy.findUniqueOrThrow({ where: { id: lease.id } });
    expect(ended.endedOn).toBe('2024-06-01');
    expect((await verifyLedger(app.db)).problems).toEqual([]);
  });

  it('leaves the number of the other and its page, which leads to the one that stays', async () => {
    await merge();
    const page = await bureau.get(`/ventures/${other.number}`);
    expect(page.status).toBe(200);
    for (const words of ['已合并', `href="/ventures/${own.number}"`, '同一家', '2025年3月'])
      expect(page.text).toContain(words);
    expect((await bureau.get(`/ventures/${other.number}/history`)).text).toContain(
      '并入另一条记录',
    );
    const survivor = await bureau.get(`/ventures/${own.number}`);
    expect(survivor.text).toContain(`href="/ventures/${other.number}"`);
    expect(survivor.text).toContain('合并重复登记');
    const found = await bureau.get(`/ventures?q=${other.number}`);
    expect(found.text).toContain(`href="/ventures/${own.number}"`);
    expect(found.text).toContain('共 1 条');
    expect((await bureau.get(`/ventures/${other.number}/edit`)).status).toBe(404);
  });

  it('is refused without a reason, with an unknown or its own number, and when somebody changed either since', async () => {
    const refused = await bureau.post(path, await typed({ reason: '' }));
    expect([refused.status, refused.text.includes('请填写此项')]).toEqual([422, true]);
    for (const number of ['V1999-0001', own.number]) {
      const answer = await bureau.get(`${path}?with=${number}`);
      expect([answer.status, answer.text.includes('没有这个编号')], number).toEqual([422, true]);
    }
    const sent = await typed();
    await transact(app.db, (tx) =>
      logVisit(tx, at('2025-02-10'), {
        kind: 'call',
        madeBy: '某人',
        note: '',
        followUpOn: null,
        parkId: 2,
        madeOn: '2025-02-03',
        ventureIds: [other.id],
      }),
    );
    expect((await bureau.post(path, sent)).status).toBe(409);
    expect(await app.db.ventureMerge.count()).toBe(0);
  });

  it('goes through the guard of closed months, and so does undoing it', async () => {
    const close = (month: string) =>
      transact(app.db, (tx) => markClosed(tx, at('2025-02-10'), { month, reason: '' }));
    await merge();
    await close('2024-07');
    const undo = await bureau.post(`/ventures/${other.number}/merge/undo`, { reason: '误并' });
    expect([undo.status, undo.text.includes('2024年7月')]).toEqual([422, true]);
    expect(await totalOf('ventures', '2025-01-31')).toBe(2);
  });

  it('does not merge into a closed month', async () => {
    await transact(app.db, (tx) =>
      markClosed(tx, at('2025-02-10'), { month: '2024-07', reason: '' }),
    );
    const refused = await bureau.post(path, await typed());
    expect([refused.status, refused.text.includes('2024年7月')]).toEqual([422, true]);
    expect(await app.db.ventureMerge.count()).toBe(0);
    expect(await totalOf('ventures', '2025-01-31')).toBe(3);
  });

  it('makes no other kind of venture of it in a closed month', async () => {
    await app.db.venture.update({ where: { id: other.id }, data: { legalForm: 'firm' } });
    await transact(app.db, (tx) =>
      markClosed(tx, at('2025-02-10'), { month: '2024-03', reason: '' }),
    );
    const chosen = await typed({ 'from.legalForm': 'other' });
    const shown = hidden((await bureau.post(path, chosen)).text, 'shown');
    const refused = await bureau.post(path, Object.assign(chosen, { shown }));
    expect([refused.status, refused.text.includes('2024年3月')]).toEqual([422, true]);
    const merged = await bureau.post(path, await typed({ 'from.legalForm': 'own' }));
    expect(merged.status).toBe(303);
  });

  it('touches a closed month by founders only as long as stay, role and category all hold', async () => {
    const { id: roleId, personId } = await app.db.personRole.findFirstOrThrow({
      where: { ventureId: other.id, role: 'founder' },
    });
    await app.db.residency.updateMany({
      where: { ventureId: other.id },
      data: { endedOn: '2024-12-01', endReason: 'closed' },
    });
    const category = await app.db.personCategory.create({
      data: { personId, category: 'veteran', beganOn: '2024-06-01', proof: '' },
    });
    const none = await recordsOn(app.db, []);
    const now = await recordsOn(app.db, [other.id]);
    expect(now.PersonRole.map(({ id }) => id)).toContain(roleId);
    const refuse = () =>
      transact(app.db, (tx) => refuseClosedFounders(tx, at('2025-02-10'), none, now));
    const close = (month: string) =>
      transact(app.db, (tx) => markClosed(tx, at('2025-02-10'), { month, reason: '' }));
    await close('2024-12');
    await refuse();
    await close('2024-11');
    await expect(refuse()).rejects.toMatchObject({
      faults: [{ key: 'ledger.month-closed', values: { month: { month: '2024-11' } } }],
    });
    await app.db.personCategory.update({
      where: { id: category.id },
      data: { endedOn: '2024-11-01' },
    });
    await refuse();
  });

  it('is for who keeps every park that either was in', async () => {
    const sent = await typed();
    for (const [who, status] of [
      ['park1', 303],
      ['park2', 404],
      ['auditor', 403],
      ['putuo', 403],
    ] as const)
      expect((await (await signIn(app.base, who)).post(path, sent)).status, who).toBe(status);
    const park1 = await signIn(app.base, 'park1');
    expect((await park1.get(`${path}?with=${other.number}`)).status).toBe(422);
    expect(await app.db.ventureMerge.count()).toBe(0);
  });
});

it('knows what becomes of every table that belongs to a venture', () => {
  const staying = [
    'EarlierProfile',
    'ImportedRow',
    'LedgerEntry',
    // It is confirmed by two people for the venture that it was entered for: whoever stays has its own, or enters one.
    'PayeeAccount',
    'PrereviewFinding',
    'VentureMerge',
    'VenturePair',
    'VentureVoid',
  ];
  const known = [...recordTables.filter((table) => table !== 'Venture'), ...staying];
  expect(known.sort()).toEqual(Object.keys(recordsOfVentures).sort());
});

describe('undoing a merge', () => {
  const undo = (reason = '原来是两家') =>
    bureau.post(`/ventures/${other.number}/merge/undo`, { reason });

  it('moves what proves a headcount with it, and gives it back', async () => {
    const prove = async (ventureId: number, month: string, people: number) => {
      const file = {
        name: 'a.pdf',
        mediaType: 'application/pdf',
        size: 1,
        sha256: 'h',
        keyId: 'k',
      };
      const storedAs = `${ventureId} ${month}`;
      const { id } = await app.db.proofFile.create({
        data: { ...file, item: 'contract', storedAs, uploadedAt: new Date() },
      });
      const of = { ventureId, month, kind: 'contract', people, proofFileId: id };
      await app.db.returnProof.create({ data: { ...of, attachedAt: new Date() } });
    };
    await prove(other.id, '2024-09', 4);
    // Both state December: that of the record that goes is not taken, nor what proves it.
    await prove(other.id, '2024-12', 9);
    const grades = async (month: string) =>
      Object.fromEntries(await gradesIn(app.db, [own.id, other.id], month));
    await merge();
    expect(await grades('2024-09')).toEqual({ [own.id]: 'contract' });
    expect(await grades('2024-12')).toEqual({ [own.id]: 'self-reported' });
    expect((await undo()).status).toBe(303);
    expect((await grades('2024-09'))[other.id]).toBe('contract');
    expect((await grades('2024-12'))[other.id]).toBe('contract');
  });

  it('gives both records back as they were', async () => {
    const before = await recordsOn(app.db, [own.id, other.id]);
    await merge();
    const page = await bureau.get(`/ventures/${other.number}`);
    expect(page.text).toContain(`href="/ventures/${other.number}/merge/undo"`);
    expect((await undo('')).status).toBe(422);
    expect((await undo()).status).toBe(303);
    expect(await recordsOn(app.db, [own.id, other.id])).toEqual(before);
    expect(await totalOf('ventures', '2025-01-31')).toBe(3);
    expect((await verifyLedger(app.db)).problems).toEqual([]);
    expect(await searchTextFaults(app.db)).toEqual([]);
    expect((await bureau.get(`/ventures/${other.number}`)).text).toContain('撤销合并');
    expect((await undo()).status).toBe(409);
  });

  it('is refused, with the reason named, where something was built on it since', async () => {
    await merge();
    await transact(app.db, async (tx) => {
      const venture = await tx.venture.findUniqueOrThrow({ where: { id: own.id } });
      const { id, version } = venture;
      await editVenture(tx, at('2025-02-11'), id, version, {
        name: venture.name,
        legalForm: 'team',
        creditCode: null,
        creditCodeNote: null,
        industry: 'H',
        trade: 'homestay',
        registeredOn: null,
        phone: null,
        about: '新的介绍',
        isNamed: true,
      });
    });
    const refused = await undo();
    expect([refused.status, refused.text.includes('基本情况已有改动')]).toEqual([422, true]);
    expect(await totalOf('ventures', '2025-01-31')).toBe(2);
  });

  it('is refused after thirty days, and where the credit code is entered elsewhere', async () => {
    await merge();
    await transact(app.db, (tx) =>
      logVenture(tx, at('2025-02-11'), {
        ...someVenture(1),
        name: '另一家',
        legalForm: 'firm',
        creditCode: someCode(7),
      }),
    );
    expect((await undo()).text).toContain('请先更正');
    app.clock.set(new Date('2025-05-01T02:00:00Z'));
    const late = await signIn(app.base, 'bureau');
    const refused = await late.post(`/ventures/${other.number}/merge/undo`, { reason: '晚了' });
    expect([refused.status, refused.text.includes('超过 30 天')]).toEqual([422, true]);
  });

  it('leaves nothing personal in what was stored once it cannot be undone, and the page still leads on', async () => {
    await merge();
    const stored = async () => JSON.stringify(await app.db.ventureMerge.findFirstOrThrow());
    const at31 = new Date('2025-03-16T16:00:00Z');
    expect(await clearMerges(app.db, new Date('2025-03-16T15:59:00Z'))).toBe(0);
    expect(await stored()).toContain('13905801234');
    expect([await clearMerges(app.db, at31), await clearMerges(app.db, at31)]).toEqual([1, 0]);
    const left = await stored();
    for (const text of ['13905801234', '海风民宿', '陈海', 'searchText', 'note', 'headcount'])
      expect([text, left.includes(text)]).toEqual([text, false]);
    expect(left).toContain('同一家');
    app.clock.set(new Date('2025-03-17T02:00:00Z'));
    const late = await signIn(app.base, 'bureau');
    const page = await late.get(`/ventures/${other.number}`);
    expect([page.status, page.text.includes('同一家')]).toEqual([200, true]);
    expect((await late.get(`/ventures/${other.number}/history`)).text).toContain('并入另一条记录');
    const refused = await late.post(`/ventures/${other.number}/merge/undo`, { reason: '晚了' });
    expect([refused.status, refused.text.includes('超过 30 天')]).toEqual([422, true]);
    expect((await verifyLedger(app.db)).problems).toEqual([]);
    expect(await searchTextFaults(app.db)).toEqual([]);
  });
});
