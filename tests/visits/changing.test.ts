import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { transact } from '../../src/database/database.js';
import { Conflict } from '../../src/language/refusal.js';
import { cancelVisit } from '../../src/visits/cancel-visit.js';
import { correctVisit } from '../../src/visits/correct-visit.js';
import { aVisit, type Cast, startVisits, textOf } from './cast.js';

let cast: Cast;
let id = 0;
beforeAll(async () => {
  cast = await startVisits();
});
afterAll(() => cast.close());
beforeEach(async () => {
  id = await cast.log({});
});

const correction = (changes: Record<string, string | string[]> = {}) => ({
  kind: 'visit',
  madeOn: '2025-02-10',
  ventureIds: [String(cast.idOf(3))],
  madeBy: '王海燕',
  note: '民宿淡季，想办研学',
  followUpOn: '',
  version: '1',
  reason: '日期记错',
  ...changes,
});
const events = () =>
  cast.db.historyEvent.findMany({
    where: { subjectKind: 'visit', subjectId: id },
    orderBy: { id: 'asc' },
  });
const acts = async () => (await events()).map(({ verb }) => verb);

describe('correcting a visit', () => {
  it('keeps what was said before, and why it was wrong', async () => {
    const changed = {
      madeOn: '2025-02-11',
      ventureIds: [String(cast.idOf(6)), String(cast.idOf(9))],
    };
    const answer = await cast.as('park1').post(`/visits/${id}/edit`, correction(changed));
    expect([answer.status, answer.location]).toEqual([303, `/visits/${id}`]);
    const [, event] = await events();
    expect([event?.verb, event?.reason]).toEqual(['visit.corrected', '日期记错']);
    const history = textOf((await cast.as('park1').get(`/history/visit/${id}`)).text);
    expect(history).toContain('2025年2月10日 → 2025年2月11日');
    const page = textOf((await cast.as('park1').get(`/visits/${id}`)).text);
    expect([page.includes('海风6号'), page.includes('海风3号')]).toEqual([true, false]);
  });

  it('writes nothing where nothing changes', async () => {
    expect((await cast.as('park1').post(`/visits/${id}/edit`, correction())).status).toBe(303);
    expect(await acts()).toEqual(['visit.logged']);
  });

  it('shows both versions to who comes second', async () => {
    const first = correction({ madeBy: '李老师' });
    expect((await cast.as('park1').post(`/visits/${id}/edit`, first)).status).toBe(303);
    const late = await cast
      .as('park13')
      .post(`/visits/${id}/edit`, correction({ note: '另有补充' }));
    expect(late.status).toBe(409);
    const text = textOf(late.text);
    expect([text.includes('李老师'), text.includes('另有补充')]).toEqual([true, true]);
    expect(await acts()).toEqual(['visit.logged', 'visit.corrected']);
  });

  it.each([
    [{ reason: '' }],
    [{ madeOn: '2025-02-15' }],
    [{ madeOn: '2023-02-01' }],
    [{ ventureIds: [] as string[] }],
    [{ kind: 'x' }],
  ])('%o is refused', async (changes) => {
    const answer = await cast
      .as('park1')
      .post(`/visits/${id}/edit`, correction({ note: '改', ...changes }));
    expect(answer.status).toBe(422);
    expect(await acts()).toEqual(['visit.logged']);
  });
});

describe('cancelling a visit', () => {
  const sent = { version: '1', reason: '重复登记' };

  it('leaves it to be read, and counts it nowhere', async () => {
    expect((await cast.as('park1').post(`/visits/${id}/cancellation`, sent)).status).toBe(303);
    expect(textOf((await cast.as('park1').get(`/visits/${id}`)).text)).toContain('重复登记');
    const listed = async (query: string) =>
      (await cast.as('park1').get(`/visits${query}`)).text.includes(`href="/visits/${id}"`);
    expect([await listed(''), await listed('?state=cancelled')]).toEqual([false, true]);
    expect((await cast.as('park1').post(`/visits/${id}/cancellation`, sent)).status).toBe(409);
    expect((await cast.as('park1').get(`/visits/${id}/edit`)).status).toBe(409);
    expect(await acts()).toEqual(['visit.logged', 'visit.cancelled']);
  });

  it('asks for a reason, and for the version that was seen', async () => {
    const post = (changes: Record<string, string>) =>
      cast.as('park1').post(`/visits/${id}/cancellation`, { ...sent, ...changes });
    expect((await post({ reason: ' ' })).status).toBe(422);
    expect((await post({ version: '7' })).status).toBe(409);
    expect(await acts()).toEqual(['visit.logged']);
  });
});

describe('who may', () => {
  it('read and change it', async () => {
    const pages = ['', '/edit', '/cancellation'].map((end) => `/visits/${id}${end}`);
    const statuses = (name: string) =>
      Promise.all(pages.map(async (page) => (await cast.as(name).get(page)).status));
    for (const name of ['park1', 'park13', 'bureau'])
      expect(await statuses(name), name).toEqual([200, 200, 200]);
    for (const name of ['putuo', 'auditor'])
      expect(await statuses(name), name).toEqual([200, 403, 403]);
    expect(await statuses('park3')).toEqual([404, 404, 404]);
    for (const name of ['admin', 'founder1'])
      expect(await statuses(name), name).toEqual([403, 403, 403]);
    expect((await cast.as('park3').post(`/visits/${id}/edit`, correction())).status).toBe(404);
    expect(
      (await cast.as('putuo').post(`/visits/${id}/cancellation`, { version: '1', reason: 'x' }))
        .status,
    ).toBe(403);
    expect((await cast.as('park1').get('/visits/999999')).status).toBe(404);
    expect((await cast.as('park1').get('/visits/x')).status).toBe(404);
    expect((await cast.as('park3').get(`/history/visit/${id}`)).status).toBe(404);
  });

  it('is guarded by the verbs themselves', async () => {
    const account = await cast.db.account.findUniqueOrThrow({ where: { username: 'park3' } });
    const stranger = { accountId: account.id, at: cast.clock.now() };
    const cancel = (by: typeof stranger | { accountId: null; at: Date }) =>
      transact(cast.db, (tx) => cancelVisit(tx, by, id, { version: 1, reason: '重复' }));
    await expect(cancel(stranger)).rejects.toThrow('403');
    const { parkId: _, ...facts } = aVisit(cast.parkIds[0], [cast.idOf(6)]);
    const correct = (by: typeof stranger | { accountId: null; at: Date }) =>
      transact(cast.db, (tx) => correctVisit(tx, by, id, { ...facts, version: 1, reason: '错' }));
    await expect(correct(stranger)).rejects.toThrow('403');
    await cancel({ ...stranger, accountId: null });
    await expect(cancel({ ...stranger, accountId: null })).rejects.toThrow(Conflict);
    await expect(correct({ ...stranger, accountId: null })).rejects.toThrow(Conflict);
  });
});
