import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { addDays, type Day, today } from '../../src/calendar/days.js';
import { workCalendar } from '../../src/calendar/working-days.js';
import { transact } from '../../src/database/database.js';
import { approveApplication } from '../../src/waivers/determine-application.js';
import { grantWaiver } from '../../src/waivers/grant-waiver.js';
import { answerBy, dueOnNotice, goOn, noPause, noticeFrom } from '../../src/waivers/notice.js';
import { objectToApplication } from '../../src/waivers/object-to-application.js';
import { redated } from '../../src/waivers/redated.js';
import { resolveObjection } from '../../src/waivers/resolve-objection.js';
import { withdrawApplication } from '../../src/waivers/withdraw-application.js';
import { type Cast, caseAt, seen, startWaivers } from './cast.js';
import { caseOf } from './desk.js';

let cast: Cast;
beforeEach(async () => {
  cast = await startWaivers();
});
afterEach(() => cast.close());

const moment = (day: string, hour = 10) =>
  new Date(`${day}T${String(hour - 8).padStart(2, '0')}:00:00Z`);
/** From a proven phone, a new one each time unless it is given. */
let phones = 13_900_000_000;
async function object(
  number: string,
  text: string,
  at: Date,
  phone?: string,
  lang: 'zh' | 'en' = 'zh',
): Promise<number> {
  phones += 1;
  const proven = { name: '王海', phone: phone ?? String(phones), ticket: `ticket-${phones}` };
  const said = { number, ground: 'premises-not-used', text, lang } as const;
  const { id } = await transact(cast.db, (tx) => objectToApplication(tx, at, said, proven));
  return id;
}
async function objectNameless(number: string, text: string, at: Date): Promise<number> {
  const said = { number, ground: 'untrue', text, lang: 'zh' } as const;
  return (await transact(cast.db, (tx) => objectToApplication(tx, at, said, null))).id;
}

async function answer(id: number, at: Date, upholds = false): Promise<void> {
  const { application, text } = await cast.db.objection.findUniqueOrThrow({
    where: { id },
    include: { application: true },
  });
  const { version } = application;
  const by = { ...(await cast.by('bureau2')), at };
  await transact(cast.db, (tx) =>
    resolveObjection(tx, by, { id, version }, { upholds, answer: `已核查：${text}` }),
  );
}

async function end(number: string): Promise<void> {
  await cast.act('founder2', async (tx, by) =>
    withdrawApplication(tx, by, await seen(cast, number), { note: '' }),
  );
}
const messagesTo = async (phone: string) =>
  (await cast.db.outboxMessage.findMany({ where: { phone }, orderBy: { id: 'asc' } })).map(
    ({ key, values }) => ({ key, values: values as Record<string, unknown> }),
  );

it('stops the clock until the first objection is answered, and for none of the others that several phones make', async () => {
  const number = await caseAt(cast, 'notice'); // from Monday 2025-02-17, five working days: up to the 24th
  const first = await object(number, '场地无人经营', moment('2025-02-18')); // four are left
  const second = await object(number, '面积不符', moment('2025-02-20'));
  // Ten working days to answer, by the oldest that is open.
  expect(await caseOf(cast, number)).toMatchObject({ dueOn: '2025-03-04' });
  await answer(second, moment('2025-02-21'));
  // The notice stands for the first, so its days are what they were.
  expect(await caseOf(cast, number)).toMatchObject({
    noticeTo: '2025-02-25',
    pausedTo: null,
    dueOn: '2025-03-04',
  });
  // The days of the notice stand, so one more can be made when they would have been over.
  const third = await object(number, '与租约不符', moment('2025-02-25'));
  await answer(first, moment('2025-02-26'));
  // After Wednesday the 26th: the 27th and 28th, the 3rd and 4th of March, whatever is open.
  const over = { pausedFrom: '2025-02-18', pausedTo: '2025-02-26', noticeTo: '2025-03-05' };
  expect(await caseOf(cast, number)).toMatchObject({ ...over, dueOn: '2025-03-05' });
  const fourth = await object(number, '又一项', moment('2025-02-27'));
  await answer(third, moment('2025-02-28'));
  await answer(fourth, moment('2025-03-03'));
  expect(await caseOf(cast, number)).toMatchObject({ ...over, dueOn: '2025-03-05' });
  const stopped = { applicationId: { not: 0 }, stops: true };
  expect(await cast.db.objection.findMany({ where: stopped })).toMatchObject([{ id: first }]);
  const answers = await cast.db.objection.findMany({
    where: { id: { in: [first, second, third] } },
  });
  expect(answers.map((one) => one.answer)).toEqual([
    '已核查：场地无人经营',
    '已核查：面积不符',
    '已核查：与租约不符',
  ]);
  await expect(object(number, '太迟', moment('2025-03-05'))).rejects.toThrow('waivers.notice-over');
  await end(number);
});

it('stops a notice once: a later one is weighed while the notice goes on, and holds the grant back', async () => {
  const number = await caseAt(cast, 'notice');
  await answer(await object(number, '一', moment('2025-02-18')), moment('2025-02-19')); // four days are left
  expect(await caseOf(cast, number)).toMatchObject({ noticeTo: '2025-02-26' });
  const second = await object(number, '二', moment('2025-02-24'));
  expect(await caseOf(cast, number)).toMatchObject({
    pausedTo: '2025-02-19',
    noticeTo: '2025-02-26',
    dueOn: '2025-02-26',
  });
  const grant = async (
    tx: Parameters<typeof grantWaiver>[0],
    by: Parameters<typeof grantWaiver>[1],
  ) => grantWaiver(tx, by, await seen(cast, number));
  await expect(cast.act('bureau2', grant, '2025-02-26')).rejects.toThrow('objection-open');
  await answer(second, moment('2025-02-26'));
  expect(await caseOf(cast, number)).toMatchObject({ noticeTo: '2025-02-26', dueOn: '2025-02-26' });
  await cast.act('bureau2', grant, '2025-02-26');
});

it('takes nothing off for an objection that is answered on its own day', async () => {
  const number = await caseAt(cast, 'notice');
  await answer(await object(number, '一', moment('2025-02-18', 9)), moment('2025-02-18', 11));
  await answer(await object(number, '二', moment('2025-02-18', 14)), moment('2025-02-18', 16));
  expect(await caseOf(cast, number)).toMatchObject({ noticeTo: '2025-02-25', dueOn: '2025-02-25' });
  await cast.act(
    'bureau2',
    async (tx, by) => grantWaiver(tx, by, await seen(cast, number)),
    '2025-02-25',
  );
});

it('is weighed nameless without stopping the clock, leaves no page of a desk behind, and holds the grant back', async () => {
  const number = await caseAt(cast, 'notice');
  const before = await caseOf(cast, number);
  const ids: number[] = [];
  for (const text of ['一', '二', '三'])
    ids.push(await objectNameless(number, text, moment('2025-02-20')));
  expect(await objectNameless(number, '三', moment('2025-02-20'))).toBe(ids.at(-1)); // sent twice
  const { noticeTo, dueOn, version, pausedFrom } = await caseOf(cast, number);
  expect({ noticeTo, dueOn, version, pausedFrom }).toEqual({
    noticeTo: before.noticeTo,
    dueOn: before.dueOn,
    version: before.version,
    pausedFrom: null,
  });
  const grant = (day: string) =>
    cast.act('bureau2', async (tx, by) => grantWaiver(tx, by, await seen(cast, number)), day);
  await expect(grant('2025-02-25')).rejects.toThrow('waivers.fault.objection-open');
  for (const id of ids) await answer(id, moment('2025-02-25'));
  expect(await caseOf(cast, number)).toMatchObject({ noticeTo: before.noticeTo });
  await grant('2025-02-25');
  const stored = await cast.db.objection.findMany();
  expect(stored.map(({ name, phone, provenAt }) => [name, phone, provenAt])).toEqual(
    ids.map(() => ['', '', null]),
  );
});

it('tells the proven phone of its number and of the answer, and takes one from a phone in a notice', async () => {
  const number = await caseAt(cast, 'notice');
  const id = await object(number, '一', moment('2025-02-18'), '13700000001');
  await expect(object(number, '二', moment('2025-02-18'), '13700000001')).rejects.toThrow(
    'waivers.fault.objected-before',
  );
  await answer(id, moment('2025-02-19'));
  const row = await cast.db.objection.findUniqueOrThrow({ where: { id } });
  expect(row.number).toBe('Y2025-0001');
  expect(await messagesTo('13700000001')).toMatchObject([
    {
      key: 'waivers.message.objection-received',
      values: { objection: 'Y2025-0001', check: row.checkCode },
    },
    { key: 'waivers.message.objection-dismissed', values: { answer: '已核查：一' } },
  ]);
  await expect(object(number, '三', moment('2025-02-20'), '13700000001')).rejects.toThrow(
    'waivers.fault.objected-before',
  );
});

it('is told of in the language in which it was made', async () => {
  const number = await caseAt(cast, 'notice');
  const id = await object(number, 'closed all day', moment('2025-02-18'), '13700000006', 'en');
  const other = await object(number, '一', moment('2025-02-18'), '13700000007');
  for (const each of [id, other]) await answer(each, moment('2025-02-19'));
  const langs = async (phone: string) =>
    (await cast.db.outboxMessage.findMany({ where: { phone } })).map(({ lang }) => lang);
  expect([await langs('13700000006'), await langs('13700000007')]).toEqual([
    ['en', 'en'],
    ['zh', 'zh'],
  ]);
});

it('answers nameless ones with another in one act, and none that a phone proved', async () => {
  const number = await caseAt(cast, 'notice');
  const named = await object(number, '具名', moment('2025-02-18'));
  const ids: number[] = [];
  for (const text of ['一', '二', '三'])
    ids.push(await objectNameless(number, text, moment('2025-02-18')));
  const [first = 0, ...rest] = ids;
  const resolve = async (also: number[]) =>
    cast.act(
      'bureau2',
      async (tx, by) => {
        const { version } = await seen(cast, number);
        const resolution = { upholds: false, answer: '一并答复', also };
        await resolveObjection(tx, by, { id: first, version }, resolution);
      },
      '2025-02-19',
    );
  await expect(resolve([named])).rejects.toThrow('web.field.choose');
  await expect(resolve([999_999])).rejects.toThrow('waivers.answered-already');
  await resolve(rest.slice(0, 1));
  const states = await cast.db.objection.findMany({ orderBy: { id: 'asc' } });
  expect(states.map(({ state, answer: of }) => [state, of])).toEqual([
    ['open', ''],
    ['dismissed', '一并答复'],
    ['dismissed', '一并答复'],
    ['open', ''],
  ]);
  expect(await caseOf(cast, number)).toMatchObject({ pausedTo: null });
});

it('ends every objection with the one that is upheld, and gives the next notice a pause of its own', async () => {
  const number = await caseAt(cast, 'notice');
  const first = await object(number, '一', moment('2025-02-18'), '13700000002');
  const other = await object(number, '二', moment('2025-02-18'), '13700000003');
  await answer(first, moment('2025-02-19'), true);
  expect(await caseOf(cast, number)).toMatchObject({ state: 'bureau-review', pausedFrom: null });
  expect((await messagesTo('13700000003')).at(-1)?.key).toBe('waivers.message.objection-upheld');
  await expect(answer(other, moment('2025-02-19'))).rejects.toThrow('waivers.answered-already');
  await cast.act(
    'bureau',
    async (tx, by) =>
      approveApplication(tx, by, await seen(cast, number), { reason: 'as-assessed', note: '' }),
    '2025-02-20',
  );
  await object(number, '三', moment('2025-02-21'), '13700000002');
  expect(await caseOf(cast, number)).toMatchObject({ pausedFrom: '2025-02-21', pausedTo: null });
});

it('needs a ground and a word why, and a name and a phone or neither', async () => {
  const number = await caseAt(cast, 'notice');
  const at = moment('2025-02-18');
  const said = { number, ground: 'untrue', text: '不符', lang: 'zh' } as const;
  const proven = { name: '王海', phone: '13700000001', ticket: 't' };
  const make = (wrong: object, by: typeof proven | null) =>
    transact(cast.db, (tx) => objectToApplication(tx, at, { ...said, ...wrong }, by));
  await expect(make({ ground: 'envy' }, null)).rejects.toThrow('web.field.choose');
  await expect(make({ text: ' ' }, null)).rejects.toThrow('web.field.required');
  await expect(make({}, { ...proven, name: ' ' })).rejects.toThrow('web.field.required');
  await expect(make({}, { ...proven, phone: '123' })).rejects.toThrow('people.phone.form');
  expect(await cast.db.objection.count()).toBe(0);
});

it('says nothing more to a case that was withdrawn, and tells who waits for an answer that the matter has ended', async () => {
  const number = await caseAt(cast, 'notice');
  const answered = await object(number, '先', moment('2025-02-18'), '13700000004');
  await answer(answered, moment('2025-02-18'));
  const id = await object(number, '一', moment('2025-02-18'), '13700000005', 'en');
  await objectNameless(number, '二', moment('2025-02-18'));
  await end(number);
  const told = await cast.db.outboxMessage.findMany({
    where: { key: 'waivers.message.objection-ended' },
  });
  expect(told).toMatchObject([
    { phone: '13700000005', lang: 'en', values: { number, objection: 'Y2025-0002' } },
  ]);
  await expect(answer(id, moment('2025-02-19'))).rejects.toThrow('waivers.answered-already');
});

const limits = {
  accept: 2,
  correct: 5,
  parkReview: 3,
  countyReview: 5,
  determine: 15,
  notice: 5,
  deliver: 1,
  reconsider: 20,
  objection: 10,
  clause: '4.1',
};
const calendar = workCalendar('2026', [
  { year: 2026, off: [], worked: [] },
  { year: 2027, off: [], worked: [] },
]);
const dayIn2026 = fc.integer({ min: 0, max: 300 }).map((n) => addDays('2026-01-05', n));

it('has the same working days with any number of nameless ones, and with one pause moves by no more than it lasted', () => {
  const arrivals = fc.array(fc.nat(12), { maxLength: 8 });
  fc.assert(
    fc.property(
      dayIn2026,
      arrivals,
      fc.option(fc.tuple(fc.nat(8), fc.nat(20))),
      (on, days, span) => {
        const plain = noticeFrom(calendar, on, limits);
        const pause = span && {
          pausedFrom: addDays(on, span[0]),
          pausedTo: addDays(on, span[0] + span[1]),
        };
        const noticeTo = pause
          ? goOn(calendar, plain.noticeTo, { since: pause.pausedFrom, until: pause.pausedTo })
          : plain.noticeTo;
        const at = (n: number) => new Date(`${addDays(on, n)}T02:00:00Z`);
        const open = days.map((n) => ({ at: at(n), resolvedAt: null }));
        const notice = { noticeTo, ...(pause ?? noPause) };
        const dueOn = dueOnNotice(calendar, notice, limits, open);
        const counted = redated(
          {
            state: 'notice',
            stateSince: at(0),
            reconsiderations: 0,
            steps: [],
            determineBy: null,
            reconsiderBy: null,
            noticeFrom: on,
            dueOn,
            limits,
            ...notice,
            objections: open,
          },
          { before: calendar, now: calendar, on },
        );
        expect(counted).toMatchObject({ noticeTo, dueOn });
        if (!pause) expect(noticeTo).toBe(plain.noticeTo);
        // While the notice runs an answer is never due after the result.
        const result = dueOnNotice(calendar, notice, limits, []);
        for (const one of open)
          expect(answerBy(calendar, notice, limits, one.at) <= result).toBe(true);
        expect(dueOn <= result).toBe(true);
        expect(today(at(0))).toBe(on as Day);
      },
    ),
    { numRuns: 500 },
  );
});
