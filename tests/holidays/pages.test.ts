import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Cast, startWaivers } from '../waivers/cast.js';
import { caseOf, caseOn, notice2027 } from './cast.js';

let cast: Cast;
beforeEach(async () => {
  cast = await startWaivers();
  cast.clock.set(new Date('2026-11-28T02:00:00Z'));
});
afterEach(() => cast.close());

const form: Record<string, string> = {
  year: '2027',
  documentNumber: notice2027.documentNumber,
  link: '',
  issuedOn: notice2027.issuedOn,
  worked: notice2027.worked.join('\n'),
};
for (const { holiday, from, to } of notice2027.holidays) {
  form[`${holiday}-from`] = from;
  form[`${holiday}-to`] = to;
}
const formWith = (changed: Record<string, string>) => Object.assign({}, form, changed);
const post = async (
  who: string,
  address: string,
  sent: Record<string, string> = {},
  from = '/account',
) => (await cast.as(who)).post(address, sent, { from, headers: {} });

describe('the page of public holidays', () => {
  it('is read by everybody who has signed in, and entered by the bureau alone', async () => {
    for (const who of ['bureau', 'putuo', 'park1', 'founder1']) {
      const { status, text } = await (await cast.as(who)).get('/holidays');
      expect([who, status]).toEqual([who, 200]);
      expect(text).toContain('2026年节假日安排');
      const entering = await (await cast.as(who)).get('/holidays/new');
      expect(entering.status).toBe(who === 'bureau' ? 200 : 403);
    }
    expect((await post('park1', '/holidays/new', form)).status).toBe(403);
    expect((await (await cast.as('bureau')).get('/holidays/9999')).status).toBe(404);
  });

  it('shows a bad form again with what was typed, and writes nothing', async () => {
    const before = await cast.db.holidayNotice.count();
    const bad = formWith({ worked: '2027-02-15', 'spring-from': '' });
    const missing = await post('bureau', '/holidays/new', bad);
    expect(missing.status).toBe(422);
    expect(missing.text).toContain('2027-02-15');
    const slip = await post('bureau', '/holidays/new', formWith({ worked: '2027-02-15' }));
    expect(slip.status).toBe(422);
    expect(slip.text).toContain('不是周末');
    expect(await cast.db.holidayNotice.count()).toBe(before);
  });

  it('reminds the bureau, previews what moves, and is confirmed by another', async () => {
    const dashboard = async (who: string) => (await (await cast.as(who)).get('/dashboard')).text;
    expect(await dashboard('bureau')).toContain('2027年节假日安排尚未确认');
    expect(await dashboard('park1')).not.toContain('2027年节假日安排');
    const number = await caseOn(cast, 'park-review', '2026-12-22');
    const entered = await post('bureau', '/holidays/new', form);
    expect(entered.status).toBe(303);
    const address = entered.location ?? '';
    expect((await post('bureau2', '/holidays/new', form)).status).toBe(409);
    expect((await (await cast.as('park1')).get(address)).status).toBe(404);
    const own = await (await cast.as('bureau')).get(address);
    expect(own.text).toContain('须由另一名工作人员确认');
    const waiting = await (await cast.as('bureau2')).get(address);
    expect(waiting.text).toContain('1 件申请的期限会变动');
    expect(waiting.text).toContain('2027年1月13日');
    expect((await post('bureau', `${address}/confirmation`)).status).toBe(422);
    expect((await post('park1', `${address}/confirmation`)).status).toBe(404);
    expect((await post('bureau2', `${address}/confirmation`)).status).toBe(303);
    expect((await post('bureau2', `${address}/confirmation`)).status).toBe(409);
    expect(await caseOf(cast, number)).toMatchObject({ determineBy: '2027-01-13' });
    expect(await dashboard('bureau')).not.toContain('节假日安排尚未确认');
    const read = await (await cast.as('park1')).get(address);
    expect(read.text).toContain(notice2027.documentNumber);
    const history = await (await cast.as('bureau')).get('/history');
    expect(history.text).toContain('确认节假日安排');
    expect(history.text).toContain('按放假安排调整期限');
  });
});
