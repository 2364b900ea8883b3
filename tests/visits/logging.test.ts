import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { transact } from '../../src/database/database.js';
import { Refusal } from '../../src/language/refusal.js';
import { markClosed } from '../../src/ledger/closed-months.js';
import { logVisit } from '../../src/visits/log-visit.js';
import { at } from '../ledger/network.js';
import { Client } from '../web/client.js';
import { aVisit, type Cast, startVisits, textOf } from './cast.js';

let cast: Cast;
beforeEach(async () => {
  cast = await startVisits();
});
afterEach(() => cast.close());

const fields = (changes: Record<string, string | string[]> = {}) => ({
  parkId: String(cast.parkIds[0]),
  ventureIds: [String(cast.idOf(3)), String(cast.idOf(6))],
  kind: 'guidance',
  madeOn: '2025-02-12',
  madeBy: '林导师',
  note: '帮助核对台账',
  followUpOn: '2025-03-01',
  ...changes,
});
const count = () => cast.db.visit.count();

describe('logging a visit', () => {
  it('shows who was in the park on the day, whom nobody was at for the longest first', async () => {
    await cast.log({ ventureIds: [cast.idOf(3)] });
    const { text } = await cast.as('park1').get('/visits/new?park=P01&madeOn=2025-02-12');
    const names = [...text.matchAll(/海风\d+号/g)].map(([name]) => name);
    expect([...new Set(names)]).toEqual(['海风6号', '海风9号', '海风3号']);
    expect(textOf(text)).toContain('上次服务2025年2月10日');
    const earlier = await cast.as('park1').get('/visits/new?park=P01&madeOn=2024-05-09');
    expect(earlier.text).toContain('海风0号');
  });

  it('ticks the venture that one comes from, in its own park', async () => {
    const { number } = await cast.db.venture.findUniqueOrThrow({ where: { id: cast.idOf(0) } });
    const { text } = await cast.as('park13').get(`/visits/new?venture=${number}`);
    expect(text).toMatch(new RegExp(`name="ventureIds" value="${cast.idOf(0)}" checked`));
    expect(text).toMatch(new RegExp(`<option value="${cast.parkIds[2]}" selected`));
  });

  it('puts those that are ticked first, also when the form comes back', async () => {
    const order = (text: string) =>
      [...text.matchAll(/name="ventureIds" value="(\d+)"/g)].map(([, id]) => Number(id));
    const client = cast.as('park1');
    const plain = order((await client.get('/visits/new?park=P01&madeOn=2025-02-12')).text);
    const last = plain.at(-1) as number;
    const { number } = await cast.db.venture.findUniqueOrThrow({ where: { id: last } });
    const asked = order((await client.get(`/visits/new?venture=${number}`)).text);
    expect(asked).toEqual([last, ...plain.slice(0, -1)]);
    const again = await client.post(
      '/visits/new',
      fields({ ventureIds: [String(last)], madeBy: '' }),
    );
    expect(order(again.text)[0]).toBe(last);
  });

  it('keeps all that was typed when another day or park is asked for, and writes nothing', async () => {
    const before = await count();
    const client = cast.as('park1');
    const sent = fields({ madeOn: '2024-05-09' });
    const { status, text } = await client.post('/visits/new/residents', sent);
    expect(status).toBe(200);
    // Who was there then stands to be ticked, and what was ticked and typed is still there.
    expect(text).toContain('海风0号');
    for (const typed of ['value="2024-05-09"', '林导师', '帮助核对台账', 'value="2025-03-01"'])
      expect(text, typed).toContain(typed);
    expect(text).toMatch(/value="guidance" checked/);
    expect(text).toMatch(new RegExp(`<option value="${cast.parkIds[0]}" selected`));
    const future = await client.post('/visits/new/residents', fields({ madeOn: '2025-02-15' }));
    expect([future.status, future.text.includes('不能晚于今天')]).toEqual([422, true]);
    expect(future.text).toContain('value="2025-02-15"');
    expect(future.text).toContain('帮助核对台账');
    const elsewhere = fields({ parkId: String(cast.parkIds[1]) });
    expect((await client.post('/visits/new/residents', elsewhere)).status).toBe(422);
    expect(await count()).toBe(before);
  });

  it('takes the day that is typed, whether or not its residents were asked for', async () => {
    const { text } = await cast.as('park1').get('/visits/new?park=P01&madeOn=2025-02-12');
    const forms = text.slice(text.indexOf('<main')).match(/<form/g);
    expect(forms).toHaveLength(1);
    expect(text).toMatch(
      /<input[^>]*name="madeOn"[^>]*type="date"|<input[^>]*type="date"[^>]*name="madeOn"/,
    );
  });

  it('is one record for many ventures, one event, and once however often it is sent', async () => {
    const client = cast.as('park1');
    const before = await count();
    const once = /name="_key" value="([^"]+)"/.exec((await client.get('/visits/new')).text)?.[1];
    const sent = { ...fields(), _key: once ?? '' };
    const answers = [
      await client.post('/visits/new', sent),
      await client.post('/visits/new', sent),
    ];
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    expect(answers[0]?.location).toBe(answers[1]?.location);
    expect(await count()).toBe(before + 1);
    const id = Number(answers[0]?.location?.split('/')[2]);
    const events = await cast.db.historyEvent.findMany({
      where: { subjectKind: 'visit', subjectId: id },
    });
    expect(events.map(({ verb, parkId }) => [verb, parkId])).toEqual([
      ['visit.logged', cast.parkIds[0]],
    ]);
    const page = textOf((await client.get(answers[0]?.location ?? '')).text);
    for (const said of ['创业指导', '林导师', '帮助核对台账', '2025年3月1日', '海风3号', '海风6号'])
      expect(page).toContain(said);
    expect(textOf((await client.get(`/history/visit/${id}`)).text)).toContain('登记走访服务');
  });

  it.each([
    [{ kind: 'party' }, '服务方式'],
    [{ madeOn: '2025-02-15' }, '不能晚于今天'],
    [{ madeOn: '2025-02-30' }, '服务日期'],
    [{ ventureIds: [] as string[] }, '请至少选择一家'],
    [{ ventureIds: ['x'] }, '服务对象'],
    [{ ventureIds: ['999999'] }, '服务对象'],
    [{ followUpOn: '2025-02-11' }, '回访日期不能早于服务日期'],
    [{ madeBy: ' ' }, '服务人员'],
    [{ note: '长'.repeat(1001) }, '情况记录'],
  ])('%o is refused with what was typed', async (changes, told) => {
    const before = await count();
    const answer = await cast.as('park1').post('/visits/new', fields(changes));
    expect(answer.status).toBe(422);
    expect(textOf(answer.text)).toContain(told);
    expect(await count()).toBe(before);
  });

  it('refuses who was not in the park on that day, and says who', async () => {
    const { number } = await cast.db.venture.findUniqueOrThrow({ where: { id: cast.idOf(0) } });
    const both = { ventureIds: [String(cast.idOf(0)), String(cast.idOf(3))] };
    const answer = await cast.as('park1').post('/visits/new', fields(both));
    expect([
      answer.status,
      textOf(answer.text).includes(`有 1 家当天不在该园区：${number}`),
    ]).toEqual([422, true]);
    const then = await cast
      .as('park1')
      .post('/visits/new', fields({ ...both, madeOn: '2024-05-09', followUpOn: '' }));
    expect(then.status).toBe(303);
  });

  it('refuses a closed month and who was not there together', async () => {
    await transact(cast.db, (tx) =>
      markClosed(tx, at('2025-02-14'), { month: '2025-01', reason: '' }),
    );
    const both = { ventureIds: [String(cast.idOf(0)), String(cast.idOf(3))], madeOn: '2025-01-10' };
    const { status, text } = await cast.as('park1').post('/visits/new', fields(both));
    const told = [...text.matchAll(/<a href="#(\w+)">[^<]+：/g)].map(([, field]) => field);
    expect([status, told]).toEqual([422, ['ventureIds', 'madeOn']]);
  });

  it('is for those who keep the park’s records', async () => {
    const elsewhere = fields({
      parkId: String(cast.parkIds[2]),
      ventureIds: [String(cast.idOf(2))],
    });
    expect((await cast.as('park1').post('/visits/new', elsewhere)).status).toBe(422);
    expect((await cast.as('bureau').post('/visits/new', elsewhere)).status).toBe(303);
    for (const name of ['putuo', 'auditor', 'admin', 'founder1']) {
      expect((await cast.as(name).get('/visits/new')).status, name).toBe(403);
      expect((await cast.as(name).post('/visits/new', fields())).status, name).toBe(403);
    }
    const nobody = new Client(cast.base);
    expect((await nobody.get('/visits/new')).location).toContain('/sign-in');
    expect((await nobody.postExactly('/visits/new', fields())).status).toBe(401);
    expect((await cast.as('park1').get('/visits/new?park=P03')).status).toBe(404);
    expect((await cast.as('park1').get('/visits/new?madeOn=2025-02-15')).status).toBe(400);
  });

  it('guards itself where it is called directly', async () => {
    const { id: accountId } = await cast.db.account.findUniqueOrThrow({
      where: { username: 'park1' },
    });
    const by = { accountId, at: cast.clock.now() };
    const log = (parkId: number, i: number, more = {}) =>
      transact(cast.db, (tx) => logVisit(tx, by, { ...aVisit(parkId, [cast.idOf(i)]), ...more }));
    await expect(log(cast.parkIds[2], 2)).rejects.toThrow('403');
    await expect(log(cast.parkIds[0], 2)).rejects.toThrow(Refusal);
    await expect(log(cast.parkIds[0], 3, { kind: 'party' })).rejects.toThrow(Refusal);
    await expect(log(cast.parkIds[0], 3, { ventureIds: [] })).rejects.toThrow(Refusal);
    const id = await log(cast.parkIds[0], 3, { ventureIds: [cast.idOf(3), cast.idOf(3)] });
    expect(await cast.db.visitVenture.count({ where: { visitId: id } })).toBe(1);
  });
});
