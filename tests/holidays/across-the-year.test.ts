import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { currentCalendar } from '../../src/calendar/stored-calendar.js';
import { openDatabase } from '../../src/database/database.js';
import { confirmNotice } from '../../src/holidays/confirm-notice.js';
import { discardNotice } from '../../src/holidays/discard-notice.js';
import { enterNotice } from '../../src/holidays/enter-notice.js';
import { refuseApplication } from '../../src/waivers/determine-application.js';
import { grantWaiver } from '../../src/waivers/grant-waiver.js';
import { lapseCorrections } from '../../src/waivers/lapse-corrections.js';
import { askReconsideration } from '../../src/waivers/reconsider-application.js';
import { knownCalendar } from '../calendar/known-calendar.js';
import { type Cast, seen, startWaivers } from '../waivers/cast.js';
import { announceYear, caseOf, caseOn, notice2027, noticeWith } from './cast.js';

let cast: Cast;
beforeEach(async () => {
  cast = await startWaivers();
});
afterEach(() => cast.close());

const morning = (day: string) => new Date(`${day}T02:00:00Z`);
const messages = async (number: string) =>
  (await cast.db.outboxMessage.findMany({ where: { href: `/waivers/${number}` } })).map(
    ({ key, values }) => ({ key, text: JSON.stringify(values) }),
  );

describe('without a notice of the year', () => {
  it('a database begins with the years that the package covers', async () => {
    expect((await currentCalendar(cast.db)).version).toBe(knownCalendar.version);
  });

  it.each([
    ['2026-11-30', '2026-12-02', '2026-12-21'],
    ['2026-12-22', '2026-12-24', '2027-01-12'],
    ['2026-12-31', '2027-01-04', '2027-01-21'],
    ['2027-01-15', '2027-01-19', '2027-02-05'],
  ])('a case of %s has its days', async (day, dueOn, determineBy) => {
    const number = await caseOn(cast, 'submitted', day);
    const days = await caseOf(cast, number);
    expect([days.dueOn, days.determineBy]).toEqual([dueOn, determineBy]);
  });

  it.each(['2026-12-22', '2026-12-31', '2027-01-15'])('is approved on %s', async (day) => {
    const number = await caseOn(cast, 'notice', day);
    expect(await caseOf(cast, number)).toMatchObject({ state: 'notice', noticeFrom: day });
  });

  it('marks a day that could move, in messages, letters and pages', async () => {
    const number = await caseOn(cast, 'park-review', '2026-12-22');
    const accepted = (await messages(number)).find(({ key }) => key === 'waivers.message.accept');
    expect(accepted?.text).toContain('2027年1月12日（暂定）');
    expect(accepted?.text).toContain('12 January 2027 (provisional)');
    const letter = await cast.db.letter.findFirstOrThrow({ where: { kind: 'acceptance' } });
    expect(letter.bodyZh).toContain('2027年1月12日（暂按周一至周五为工作日推算');
    cast.clock.set(morning('2026-12-22'));
    for (const who of ['founder2', 'putuo']) {
      const page = await (await cast.as(who)).get(`/waivers/${number}`);
      expect(page.text).toContain('2027年1月12日（暂定）');
    }
  });

  it('nobody lapses or is shut out by a provisional day', async () => {
    const number = await caseOn(cast, 'correction', '2026-12-28');
    expect(await caseOf(cast, number)).toMatchObject({ dueOn: '2027-01-04' });
    expect(await lapseCorrections(cast.db, morning('2027-01-20'))).toBe(0);
    expect(await caseOf(cast, number)).toMatchObject({ state: 'correction' });
  });
});

describe('a notice that is confirmed', () => {
  it('moves the days of open cases, tells their people, and stands in the history', async () => {
    const number = await caseOn(cast, 'park-review', '2026-12-22');
    expect(await caseOf(cast, number)).toMatchObject({ determineBy: '2027-01-12' });
    await announceYear(cast, '2026-12-23');
    expect(await caseOf(cast, number)).toMatchObject({ determineBy: '2027-01-13' });
    const told = (await messages(number)).filter(({ key }) => key === 'waivers.message.redated');
    expect(told).toHaveLength(1);
    expect(told[0]?.text).toContain('认定截止2027年1月13日');
    expect(told[0]?.text).not.toContain('暂定');
    const event = await cast.db.historyEvent.findFirstOrThrow({
      where: { verb: 'application.redated' },
    });
    expect(event.detail).toEqual({ determineBy: ['2027-01-12', '2027-01-13'] });
  });

  it('leads a case from its submission to its letter over the New Year', async () => {
    const number = await caseOn(cast, 'notice', '2026-12-28');
    const before = await caseOf(cast, number);
    expect(before.noticeTo).toBe('2027-01-05');
    await announceYear(cast, '2026-12-30');
    expect((await caseOf(cast, number)).noticeTo).toBe('2027-01-06');
    const grant = async (day: string) =>
      cast.act('bureau2', async (tx, by) => grantWaiver(tx, by, await seen(cast, number)), day);
    await expect(grant('2027-01-05')).rejects.toThrow('waivers.fault.on-notice');
    await grant('2027-01-06');
    expect(await caseOf(cast, number)).toMatchObject({ state: 'granted' });
    expect(await cast.db.letter.count({ where: { kind: 'grant' } })).toBe(1);
  });

  it('gives the office no day that has passed, and leaves one that was missed', async () => {
    const number = await caseOn(cast, 'park-review', '2026-12-22');
    const { dueOn } = await caseOf(cast, number);
    await announceYear(cast, '2027-02-24');
    expect(await caseOf(cast, number)).toMatchObject({ dueOn, determineBy: '2027-01-12' });
  });

  it('never takes a day from the applicant, even where a weekend turns out to be worked', async () => {
    const number = await caseOn(cast, 'correction', '2027-01-04');
    expect(await caseOf(cast, number)).toMatchObject({ dueOn: '2027-01-11' });
    const worked = ['2027-01-09', '2027-01-10'];
    await announceYear(cast, '2027-01-05', noticeWith({ worked }));
    expect(await caseOf(cast, number)).toMatchObject({ dueOn: '2027-01-11' });
  });

  it('that comes late gives a day before anybody lapses', async () => {
    const number = await caseOn(cast, 'correction', '2026-12-28');
    await announceYear(cast, '2027-01-15');
    expect(await caseOf(cast, number)).toMatchObject({ dueOn: '2027-01-18' });
    expect(await lapseCorrections(cast.db, morning('2027-01-18'))).toBe(0);
    expect(await lapseCorrections(cast.db, morning('2027-01-19'))).toBe(1);
    const keys = (await messages(number)).map(({ key }) => key);
    expect(keys.slice(-2)).toEqual(['waivers.message.redated', 'waivers.message.lapse']);
  });

  it('keeps open for reconsideration what a provisional day would have closed', async () => {
    const number = await caseOn(cast, 'bureau-review', '2026-12-22');
    const refuse = { reason: 'other', note: '不符' };
    await cast.act(
      'bureau',
      async (tx, by) => refuseApplication(tx, by, await seen(cast, number), refuse),
      '2026-12-22',
    );
    const { reconsiderBy } = await caseOf(cast, number);
    expect(reconsiderBy).not.toBeNull();
    await announceYear(cast, '2027-06-01');
    expect(await caseOf(cast, number)).toMatchObject({ reconsiderBy: '2027-06-02' });
    const ask = async (day: string) =>
      cast.act(
        'founder2',
        async (tx, by) => askReconsideration(tx, by, await seen(cast, number), { note: '请复核' }),
        day,
      );
    await expect(ask('2027-06-03')).rejects.toThrow('waivers.fault.too-late');
    await ask('2027-06-02');
  });

  it('is seen by a second process at its next question', async () => {
    const file = (await cast.db.$queryRaw<{ file: string }[]>`PRAGMA database_list`)[0]?.file ?? '';
    const second = await openDatabase({ file });
    expect((await currentCalendar(second.db)).years.has(2027)).toBe(false);
    await announceYear(cast, '2026-12-23');
    expect((await currentCalendar(second.db)).years.has(2027)).toBe(true);
    await second.close();
  });
});

describe('who enters it', () => {
  const day = '2026-11-28';

  it('cannot confirm it, nor can anybody outside of the bureau', async () => {
    const id = await cast.act('bureau', (tx, by) => enterNotice(tx, by, notice2027), day);
    const confirm = (who: string) => cast.act(who, (tx, by) => confirmNotice(tx, by, { id }), day);
    await expect(confirm('bureau')).rejects.toThrow('holidays.fault.own');
    for (const who of ['park1', 'putuo', 'founder2'])
      await expect(confirm(who)).rejects.toThrow('HTTP 403');
    expect((await currentCalendar(cast.db)).years.has(2027)).toBe(false);
    await confirm('bureau2');
    await expect(confirm('bureau2')).rejects.toThrow('record.changed-meanwhile');
    const enter = cast.act('park1', (tx, by) => enterNotice(tx, by, notice2027), day);
    await expect(enter).rejects.toThrow('HTTP 403');
  });

  it('may discard it, and one entry of a year waits at a time', async () => {
    const enter = () => cast.act('bureau', (tx, by) => enterNotice(tx, by, notice2027), day);
    const id = await enter();
    await expect(enter()).rejects.toThrow('holidays.waiting-already');
    await cast.act('bureau', (tx, by) => discardNotice(tx, by, { id }), day);
    await enter();
    await expect(
      cast.act('bureau2', (tx, by) => confirmNotice(tx, by, { id }), day),
    ).rejects.toThrow('record.changed-meanwhile');
  });

  it('corrects a year by a new edition, and the old one stays', async () => {
    const number = await caseOn(cast, 'park-review', '2026-12-22');
    await announceYear(cast, '2026-12-23');
    const spell = { holiday: 'new-year', from: '2026-12-31', to: '2027-01-03' } as const;
    await announceYear(cast, '2026-12-24', noticeWith({}, spell));
    expect(await caseOf(cast, number)).toMatchObject({ determineBy: '2027-01-14' });
    const editions = await cast.db.holidayNotice.findMany({ where: { year: 2027 } });
    expect(editions.map(({ edition }) => edition)).toEqual([1, 2]);
    const change = cast.db.$executeRaw`UPDATE "HolidayNotice" SET "link" = 'x' WHERE "year" = 2027`;
    await expect(change).rejects.toThrow('confirmed or discarded once');
    await expect(cast.db.$executeRaw`DELETE FROM "HolidayDay"`).rejects.toThrow('only ever added');
  });
});
