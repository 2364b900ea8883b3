import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyLedger } from '../../src/backup/verify-ledger.js';
import { transact } from '../../src/database/database.js';
import { markClosed } from '../../src/ledger/closed-months.js';
import { totalOf } from '../../src/ledger/totals.js';
import { valueSpace } from '../../src/parks/value-space.js';
import { at } from '../ledger/network.js';
import { Client, signIn, type TestApp } from '../web/client.js';
import { startParks } from './cast.js';

/** P01-001 is let to 海风民宿 for no rent, at a market rent of 1,234 yuan a month. */
let app: TestApp;
let park1: Client;
const page = '/parks/P01/spaces/P01-001/rents';
beforeEach(async () => {
  app = await startParks();
  park1 = await signIn(app.base, 'park1');
});
afterEach(() => app.close());

const network = { kind: 'network' } as const;
const forgone = (asOf: string) =>
  totalOf(app.db, { measure: 'rent-forgone', scope: network, asOf });
const count = () => app.db.spaceValuation.count();
const newest = () => app.db.spaceValuation.findFirstOrThrow({ orderBy: { id: 'desc' } });
const typed = (changes: Record<string, string> = {}) => ({
  fromOn: '2025-01-01',
  marketRent: '2000',
  rentSource: '评估报告〔2025〕3号',
  ...changes,
});

describe('the market rent of a space', () => {
  it('is known from a day on, with its source, and read by who keeps or reviews the park', async () => {
    const { text, status } = await park1.get(page);
    expect(status).toBe(200);
    expect(text).toContain('1,234.00');
    expect(text).toContain('评估报告〔2023〕7号');
    expect(text).toContain(`action="${page}"`);
    const putuo = await signIn(app.base, 'putuo');
    const read = await putuo.get(`${page}?lang=en`);
    expect(read.text).toContain('Market rents of P01-001');
    expect(read.text).not.toContain(`action="${page}"`);
  });

  it('is nobody else’s business', async () => {
    const park2 = await signIn(app.base, 'park2');
    const putuo = await signIn(app.base, 'putuo');
    expect((await park2.get(page)).status).toBe(404);
    expect((await park2.post(page, typed())).status).toBe(404);
    expect((await putuo.post(page, typed())).status).toBe(403);
    expect((await park1.get('/parks/P01/spaces/P01-999/rents')).status).toBe(404);
    expect((await new Client(app.base).postExactly(page, typed())).status).toBe(401);
    const stranger = await app.db.account.findUniqueOrThrow({ where: { username: 'park2' } });
    const { id: spaceId } = await app.db.space.findUniqueOrThrow({ where: { number: 'P01-001' } });
    const input = { spaceId, fromOn: '2025-01-01', fen: 1, source: '无' };
    const by = { accountId: stranger.id, at: at('2025-02-14').at };
    await expect(transact(app.db, (tx) => valueSpace(tx, by, input))).rejects.toThrow();
  });

  it.each([
    [{ fromOn: '2022-12-31' }, 'fromOn'],
    [{ fromOn: '2030-01-01' }, 'fromOn'],
    [{ rentSource: ' ' }, 'rentSource'],
    [{ marketRent: '一百' }, 'marketRent'],
  ] as const)('refuses %j by the field and writes nothing', async (changes, field) => {
    const before = await count();
    const answer = await park1.post(page, typed(changes));
    expect(answer.status).toBe(422);
    expect(answer.text).toMatch(new RegExp(`href="#${field}">[^<]+：`));
    expect(await count()).toBe(before);
  });

  it('changes what is forgone from its day on, and no month before it', async () => {
    const before = { december: await forgone('2024-12-31'), january: await forgone('2025-01-31') };
    expect(before.january - before.december).toBe(123_400);
    const answer = await park1.post(page, typed());
    expect([answer.status, answer.location]).toEqual([303, page]);
    expect(await newest()).toMatchObject({ fromOn: '2025-01-01', fen: 200_000 });
    expect(await forgone('2024-12-31')).toBe(before.december);
    expect(await forgone('2025-01-31')).toBe(before.december + 200_000);
    expect((await verifyLedger(app.db)).problems).toEqual([]);
  });

  it('that is not known makes relief unknown, and totals say so', async () => {
    await park1.post(page, typed());
    await park1.post(page, typed({ marketRent: '', rentSource: '' }));
    // Nothing is said of where an unknown rent comes from, but somebody says that it is unknown.
    expect((await newest()).fen).toBe(200_000);
    const answer = await park1.post(page, typed({ marketRent: '', rentSource: '产权不清' }));
    expect(answer.status).toBe(303);
    expect((await newest()).fen).toBeNull();
    const totals = '/totals?measure=rent-relief&scope=park:P01&asOf=2025-01-31';
    expect((await park1.get(totals)).text).toContain('1 份不详、未计入');
    expect((await park1.get('/parks/P01/spaces?asOf=2025-02-01')).text).toContain('不详');
    expect((await park1.get('/dashboard?asOf=2025-01-31')).text).toContain('1 份不详');
    const home = await new Client(app.base).get('/?asOf=2025-01-31');
    expect(home.text).toContain('1 份不详、未计入');
    expect((await verifyLedger(app.db)).problems).toEqual([]);
  });

  it('in a closed month goes through the guard of closed months', async () => {
    await transact(app.db, (tx) =>
      markClosed(tx, at('2025-02-10'), { month: '2024-11', reason: '' }),
    );
    const before = await count();
    const answer = await park1.post(page, typed({ fromOn: '2024-11-01' }));
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('2024年11月已锁定');
    expect(await count()).toBe(before);
  });

  it('reaches until the next valuation: a closed month after that is asked only for what it adds up', async () => {
    const free = '/parks/P01/spaces/P01-002/rents';
    for (const rents of [page, free])
      expect((await park1.post(rents, typed({ fromOn: '2024-10-16' }))).status).toBe(303);
    const close = (month: string) =>
      transact(app.db, (tx) => markClosed(tx, at('2025-02-10'), { month, reason: '' }));
    await close('2024-11');
    const earlier = typed({ fromOn: '2024-09-01', marketRent: '1500' });
    expect((await park1.post(free, earlier)).status).toBe(303);
    // What a lease forgoes is added up since the beginning: the total of November would be another one.
    const before = await forgone('2024-11-30');
    const moved = await park1.post(page, earlier);
    expect([moved.status, moved.text.includes('2024年11月已锁定')]).toEqual([422, true]);
    expect(await forgone('2024-11-30')).toBe(before);
    // October is reached: the next valuation begins in the midst of it.
    await close('2024-10');
    const again = await park1.post(free, typed({ fromOn: '2024-09-02', marketRent: '1600' }));
    expect([again.status, again.text.includes('href="#fromOn"')]).toEqual([422, true]);
    expect(again.text).toContain('2024年10月已锁定');
    expect((await verifyLedger(app.db)).problems).toEqual([]);
  });
});
