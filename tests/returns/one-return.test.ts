import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { transact } from '../../src/database/database.js';
import { fileOneReturn } from '../../src/returns/file-one-return.js';
import { acceptReturn, approveReturn } from '../../src/returns/move-return.js';
import { submitReturn } from '../../src/returns/submit-return.js';
import { type Cast, fill, startReturns } from './cast.js';

const month = '2025-01';
const of = { parkId: 1, month };
let app: Cast;
let number: string;
beforeEach(async () => {
  app = await startReturns();
  number = (await app.db.venture.findUniqueOrThrow({ where: { id: 1 } })).number;
});
afterEach(() => app.close());

const path = () => `/ventures/${number}/returns/${month}`;
const typed = (changes: Record<string, string> = {}) => ({
  headcount: '8',
  graduates: '',
  hardship: '',
  returned: '',
  local: '',
  others: '',
  evidence: 'self-reported',
  note: '',
  version: '',
  confirmed: '',
  ...changes,
});
const filed = () =>
  app.db.jobsReturn.findUnique({ where: { ventureId_month: { ventureId: 1, month } } });

describe('the return of one venture', () => {
  it('is asked about a large step as the grid asks, keeps what was typed, and writes nothing meanwhile', async () => {
    const held = await app.as('park1').post(path(), typed({ headcount: '99', graduates: '3' }));
    expect(held.status).toBe(422);
    expect(held.text).toMatch(/上月 \d+ 人，本月 99 人，相差较大/);
    expect(held.text).toContain('href="#confirmed"');
    expect(held.text).toMatch(/name="graduates"[^>]*value="3"/);
    expect(await filed()).toBeNull();
    const answer = await app
      .as('park1')
      .post(path(), typed({ headcount: '99', confirmed: '新接了船厂订单，季节工 90 人' }));
    expect(answer.status).toBe(303);
    const event = await app.db.historyEvent.findFirstOrThrow({
      where: { verb: 'jobs-return.filed', ventureId: 1 },
      orderBy: { id: 'desc' },
    });
    expect(event.detail).toMatchObject({
      headcount: 99,
      confirmed: '新接了船厂订单，季节工 90 人',
    });
  });

  it('is told all that is wrong with it at once, by the names that stand at its fields', async () => {
    await app.as('park1').post(path(), typed());
    const sent = typed({ version: '1', headcount: '2', graduates: '3', hardship: 'x', local: '9' });
    const { status, text } = await app.as('park1').post(path(), sent);
    expect(status).toBe(422);
    const told = [...text.matchAll(/<a href="#(\w+)">([^<]*)</g)].map(([, at, said]) => [at, said]);
    expect(told.sort()).toEqual([
      ['graduates', '高校毕业生：不能超过带动就业总人数'],
      ['hardship', '就业困难人员：请填写整数，例如 48 或 1,048'],
      ['local', '本地村（居）民：不能超过带动就业总人数'],
      ['note', '更正原因：更正须写明原因'],
    ]);
  });

  it('is asked about a roster of another length', async () => {
    const { id: ventureId } = await app.db.venture.findUniqueOrThrow({ where: { number } });
    await app.db.roster.create({
      data: { ventureId, month, people: 3, uploadedAt: app.clock.now() },
    });
    const held = await app.as('park1').post(path(), typed());
    expect([held.status, held.text.includes('花名册 3 人，填报 8 人，不一致')]).toEqual([
      422,
      true,
    ]);
  });

  it('is refused by the verb too, whichever path it comes from', async () => {
    const filing = {
      ventureId: 1,
      month,
      headcount: 99,
      graduates: null,
      hardship: null,
      returned: null,
      local: null,
      evidence: 'self-reported',
      note: '',
      version: null,
    } as const;
    await expect(
      transact(app.db, (tx) => fileOneReturn(tx, app.by('park1'), filing)),
    ).rejects.toMatchObject({ faults: [{ field: 'confirmed', key: 'returns.problem.jump' }] });
  });

  it('that is corrected after it was approved is told to whoever approved it, old and new', async () => {
    await fill(app, month, { 1: 8 });
    await transact(app.db, (tx) =>
      submitReturn(tx, app.by('park1'), { ...of, version: null, notes: allNotes }),
    );
    await transact(app.db, (tx) => approveReturn(tx, app.by('bureau'), { ...of, version: null }));
    await transact(app.db, (tx) => acceptReturn(tx, app.by('bureau2'), { ...of, version: null }));
    const now = await filed();
    const answer = await app
      .as('park1')
      .post(path(), typed({ headcount: '10', note: '漏报两人', version: String(now?.version) }));
    expect(answer.status).toBe(303);
    for (const reader of ['bureau', 'bureau2', 'putuo']) {
      const { text } = await app.as(reader).get('/messages');
      expect(text, reader).toContain('由 8 更正为 10');
      expect(text, reader).toContain('漏报两人');
    }
    expect((await app.as('park2').get('/messages')).text).not.toContain('更正为');
    expect((await app.as('auditor').get('/messages')).text).not.toContain('更正为');
    expect(await app.db.monthlyReturn.findFirstOrThrow({ where: of })).toMatchObject({
      state: 'submitted',
      approvedById: null,
    });
  });
});

/** Confirms whatever is asked. */
const allNotes: Record<string, string> = new Proxy({}, { get: () => '已核对' });
