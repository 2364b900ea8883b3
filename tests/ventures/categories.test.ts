import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { addDays } from '../../src/calendar/days.js';
import { transact } from '../../src/database/database.js';
import { markClosed } from '../../src/ledger/closed-months.js';
import { changedStretches, hasOn } from '../../src/ventures/categories/changed-spells.js';
import { logVenture } from '../../src/ventures/log-venture.js';
import { settleVenture } from '../../src/ventures/settle-venture.js';
import { at, someVenture } from '../ledger/network.js';
import { startParks } from '../parks/cast.js';
import { type Client, signIn, type TestApp } from '../web/client.js';

let app: TestApp;
let park1: Client;
let path: string;
let personId: number;
/** A graduate of 2021 who is entered as a veteran since 2022, and whose venture settled in P01 on 2024-03-01. */
beforeEach(async () => {
  app = await startParks();
  park1 = await signIn(app.base, 'park1');
  const founder = {
    name: '林舟',
    phone: '13905801234',
    graduatedOn: '2021-06-30',
    categories: [{ category: 'veteran', beganOn: '2022-01-01', proof: '退役证' } as const],
  };
  const id = await transact(app.db, async (tx) => {
    const by = at('2025-02-01');
    const named = { name: '林舟海钓', another: null, founders: [founder] };
    const ventureId = await logVenture(tx, by, Object.assign(someVenture(1), named));
    await settleVenture(tx, by, { ventureId, parkId: 1, beganOn: '2024-03-01' });
    return ventureId;
  });
  const role = await app.db.personRole.findFirstOrThrow({
    where: { ventureId: id },
    include: { person: true },
  });
  personId = role.personId;
  path = `/people/${role.person.number}/categories`;
});
afterEach(() => app.close());

const typed = (changes: Record<string, string> = {}) =>
  Object.assign(
    {
      graduatedOn: '2021-06-30',
      'rows.0.category': 'veteran',
      'rows.0.beganOn': '2022-01-01',
      'rows.0.lastOn': '',
      'rows.0.proof': '退役证',
      reason: '登记时看错了证件',
      version: '1',
    },
    changes,
  );
const stored = async () =>
  (await app.db.personCategory.findMany({ where: { personId }, orderBy: { category: 'asc' } })).map(
    ({ category, beganOn, endedOn }) => [category, beganOn, endedOn],
  );

describe('correcting the graduation day and the categories of a person', () => {
  it('is reached from the page of the person and shows what is stored', async () => {
    const shown = await park1.get(path.replace('/categories', ''));
    expect(shown.text).toContain(`href="${path}"`);
    const form = await park1.get(path);
    for (const value of ['value="2021-06-30"', 'value="2022-01-01"', 'value="退役证"'])
      expect(form.text).toContain(value);
    expect((await park1.get(`${path}?lang=en`)).text).toContain('Correct the graduation day');
  });

  it('lets 毕业五年内 follow, and keeps old and new in the history with the reason', async () => {
    const changes = { graduatedOn: '2020-06-30', 'rows.0.beganOn': '2023-01-01' };
    expect((await park1.post(path, typed(changes))).status).toBe(303);
    expect(await stored()).toEqual([
      ['graduate', '2020-06-30', '2025-06-30'],
      ['veteran', '2023-01-01', null],
    ]);
    const history = await park1.get(`/history/person/${personId}`);
    for (const words of ['登记时看错了证件', '2021年6月30日', '2020年6月30日', '2023年1月1日'])
      expect(history.text).toContain(words);
  });

  it('adds a category that was missing, and takes out one that never was', async () => {
    const changes = {
      'rows.0.gone': 'yes',
      'rows.1.category': 'returnee',
      'rows.1.beganOn': '2023-05-01',
      'rows.1.lastOn': '2024-11-30',
    };
    expect((await park1.post(path, typed(changes))).status).toBe(303);
    expect(await stored()).toEqual([
      ['graduate', '2021-06-30', '2026-06-30'],
      ['returnee', '2023-05-01', '2024-12-01'],
    ]);
  });

  it.each([
    [{ reason: '' }, '请填写此项'],
    [{ 'rows.0.lastOn': '2021-01-01' }, '不能早于起始日'],
    [{ 'rows.0.beganOn': '2030-01-01' }, '不能晚于今天'],
    [{ 'rows.1.category': 'veteran', 'rows.1.beganOn': '2024-01-01' }, '时间有重叠'],
    [{ 'rows.1.beganOn': '2024-01-01' }, '请填写此项'],
    [{ 'rows.0.category': 'rich' }, ''],
  ])('is refused at the field, and writes nothing: %j', async (changes, words) => {
    const before = await stored();
    const refused = await park1.post(path, typed(changes as Record<string, string>));
    expect([refused.status, refused.text.includes(words)]).toEqual([422, true]);
    expect(refused.text).toContain('value="退役证"');
    expect(await stored()).toEqual(before);
  });

  it('is refused under an older version, and writes nothing where nothing changes', async () => {
    expect((await park1.post(path, typed({ version: '7', graduatedOn: '' }))).status).toBe(409);
    expect((await park1.post(path, typed())).status).toBe(303);
    expect(await app.db.historyEvent.count({ where: { verb: 'person.corrected' } })).toBe(0);
  });

  it('goes through the guard of closed months, for the days that change and no others', async () => {
    await transact(app.db, (tx) =>
      markClosed(tx, at('2025-02-10'), { month: '2024-06', reason: '' }),
    );
    const from = (day: string) => park1.post(path, typed({ 'rows.0.beganOn': day }));
    const refused = await from('2024-07-01');
    expect([refused.status, refused.text.includes('2024年6月')]).toEqual([422, true]);
    expect((await from('2024-05-01')).status).toBe(303);
  });

  it('names the waiver that rests on a category, which has to be undone first', async () => {
    const { id: ventureId } = await app.db.venture.findFirstOrThrow({
      where: { name: '林舟海钓' },
    });
    const policy = await app.db.policy.create({ data: { code: 'test' } });
    const version = await app.db.policyVersion.create({
      data: { policyId: policy.id, number: 1, rules: {}, draftedAt: app.clock.now() },
    });
    const own = {
      policyId: policy.id,
      policyVersionId: version.id,
      ventureId,
      personId,
      parkId: 1,
    };
    const application = await app.db.waiverApplication.create({
      data: Object.assign(
        { number: 'A2024-000001', state: 'granted', stateSince: app.clock.now() },
        { answers: {}, begunAt: app.clock.now(), submittedAt: app.clock.now() },
        own,
      ),
    });
    await app.db.waiver.create({
      data: Object.assign(
        { number: 'W2024-0001', applicationId: application.id, area: 1, rent: 1 },
        { beganOn: '2024-06-01', termEndOn: '2025-06-01', grantedAt: app.clock.now() },
        { facts: { on: '2024-05-20', graduatedOn: null, categories: ['veteran'] } },
        { months: { create: { month: '2024-06', effectiveOn: '2024-06-01', fen: 100 } } },
        own,
      ),
    });
    const refused = await park1.post(path, typed({ 'rows.0.beganOn': '2024-06-01' }));
    expect([refused.status, refused.text.includes('W2024-0001')]).toEqual([422, true]);
    expect((await park1.post(path, typed({ 'rows.0.beganOn': '2024-05-01' }))).status).toBe(303);
  });

  it('is for who keeps the person', async () => {
    for (const [who, status] of [
      ['park2', 404],
      ['auditor', 403],
      ['putuo', 403],
      ['bureau', 303],
    ] as const)
      expect(
        (await (await signIn(app.base, who)).post(path, typed({ graduatedOn: '' }))).status,
        who,
      ).toBe(status);
  });
});

const spells = fc.array(
  fc.record({
    category: fc.constantFrom('a', 'b'),
    from: fc.nat(30),
    length: fc.option(fc.integer({ min: 1, max: 20 })),
  }),
  { maxLength: 4 },
);

test('the days that change are those on which one list has a category that the other has not', () => {
  const day = (n: number) => addDays('2024-01-01', n);
  fc.assert(
    fc.property(spells, spells, (some, others) => {
      const spellsOf = (list: typeof some) =>
        list.map(({ category, from, length }) => ({
          category,
          beganOn: day(from),
          endedOn: length === null ? null : day(from + length),
        }));
      const [before, after] = [spellsOf(some), spellsOf(others)];
      const stretches = changedStretches(before, after);
      for (let n = 0; n < 60; n++) {
        const differs = ['a', 'b'].some((category) => {
          const of = (list: typeof before) => list.filter((each) => each.category === category);
          return hasOn(of(before), day(n)) !== hasOn(of(after), day(n));
        });
        const isIn = stretches.some(
          ({ from, to }) => from <= day(n) && (to === null || day(n) < to),
        );
        expect(isIn).toBe(differs);
      }
    }),
  );
});
