import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { transact } from '../../src/database/database.js';
import { correctPerson } from '../../src/ventures/correct-person.js';
import { startParks } from '../parks/cast.js';
import { type Client, signIn, type TestApp } from '../web/client.js';
import { typedVenture } from './fields.js';

let app: TestApp;
let park1: Client;
let path: string;
let personId: number;
beforeEach(async () => {
  app = await startParks();
  park1 = await signIn(app.base, 'park1');
  const answer = await park1.post(
    '/ventures/new',
    typedVenture({
      name: '改错试店',
      'founders.0.name': '林同依',
      'founders.0.phone': '13905801234',
    }),
  );
  const number = answer.location?.slice('/ventures/'.length) ?? '';
  const { person } = await app.db.personRole.findFirstOrThrow({
    where: { venture: { number } },
    include: { person: true },
  });
  personId = person.id;
  path = `/people/${person.number}/correction`;
});
afterEach(() => app.close());

const person = () => app.db.person.findUniqueOrThrow({ where: { id: personId } });
const correction = (changes: Record<string, string> = {}) => ({
  name: '林同一',
  phone: '139 0580 5678',
  reason: '登记时写错',
  version: '1',
  ...changes,
});

describe('correcting a person', () => {
  it('is reached from the page of the person, and finds the venture under the new name', async () => {
    const shown = await park1.get(path.replace('/correction', ''));
    expect(shown.text).toContain(`href="${path}"`);
    expect((await park1.get(path)).text).toContain('value="13905801234"');
    const answer = await park1.post(path, correction());
    expect(answer.status).toBe(303);
    expect(await person()).toMatchObject({ name: '林同一', phone: '13905805678', version: 2 });
    expect((await park1.get('/ventures?q=林同一')).text).toContain('改错试店');
    expect((await park1.get('/ventures?q=lintongyi')).text).toContain('改错试店');
    expect((await park1.get('/ventures?q=林同依')).text).not.toContain('改错试店');
  });

  it('asks about a likely double that the correction makes, and refuses to make one person twice', async () => {
    const other = { 'founders.0.name': '林同一', 'founders.0.phone': '13905809999' };
    await park1.post('/ventures/new', typedVenture(Object.assign({ name: '另一家店' }, other)));
    const held = await park1.post(path, correction());
    expect(held.status).toBe(422);
    for (const words of ['同名，手机号不同', '另一家店', 'href="#anotherPerson"', '登记时写错'])
      expect(held.text).toContain(words);
    // By the phone alone: whoever sounds alike under it.
    const called = await park1.post(path, correction({ name: '林同依', phone: '13905809999' }));
    expect([called.status, called.text.includes('手机号相同，姓名同音')]).toEqual([422, true]);
    const same = correction({ phone: '13905809999', anotherPerson: '两个人' });
    const refused = await park1.post(path, same);
    expect([refused.status, refused.text.includes('是同一人')]).toEqual([422, true]);
    expect(await person()).toMatchObject({ name: '林同依', version: 1 });
    const said = correction({ anotherPerson: '年龄和住址都不同' });
    expect((await park1.post(path, said)).status).toBe(303);
    const event = await app.db.historyEvent.findFirstOrThrow({
      where: { verb: 'person.corrected' },
    });
    expect(event.detail).toMatchObject({ anotherPerson: '年龄和住址都不同' });
    // Who was there before is not asked about again.
    const again = correction({ phone: '13905805679', version: '2' });
    expect((await park1.post(path, again)).status).toBe(303);
  });

  it('keeps old and new in the history with the reason, the phones masked', async () => {
    await park1.post(path, correction());
    const event = await app.db.historyEvent.findFirstOrThrow({
      where: { verb: 'person.corrected' },
    });
    expect(event.reason).toBe('登记时写错');
    expect(event.detail).toEqual({
      person: ['林同依', '林同一'],
      phone: ['139****1234', '139****5678'],
    });
    const history = await park1.get(`/history/person/${personId}`);
    expect(history.text).toContain('更正人员信息');
    expect(history.text).toContain('林同依');
  });

  it.each([
    ['name', '——', '至少要有一个字'],
    ['phone', '1380580', '请填写 11 位手机号'],
    ['reason', '', '请填写此项'],
  ])('is refused with %s as %s, and keeps what was typed', async (field, typed, message) => {
    const answer = await park1.post(path, correction({ [field]: typed }));
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(message);
    expect(await person()).toMatchObject({ name: '林同依', version: 1 });
  });

  it('is for the park and the bureau, in the verb as on the page', async () => {
    for (const [who, status] of [
      ['park2', 404],
      ['auditor', 403],
      ['admin', 404],
    ] as const) {
      const client = await signIn(app.base, who);
      expect((await client.get(path)).status, who).toBe(status);
      expect((await client.post(path, correction())).status, who).toBe(status);
    }
    const { id } = await app.db.account.findUniqueOrThrow({ where: { username: 'park2' } });
    const input = { personId, version: 1, name: '林同一', phone: null, reason: '越权' };
    await expect(
      transact(app.db, (tx) => correctPerson(tx, { accountId: id, at: app.clock.now() }, input)),
    ).rejects.toMatchObject({ status: 403 });
    const bureau = await signIn(app.base, 'bureau');
    expect((await bureau.post(path, correction())).status).toBe(303);
  });

  it('under an older version changes nothing, and one that says the same writes nothing', async () => {
    expect((await park1.post(path, correction())).status).toBe(303);
    expect((await park1.post(path, correction({ name: '林同二' }))).status).toBe(409);
    const events = await app.db.historyEvent.count();
    expect((await park1.post(path, correction({ version: '2' }))).status).toBe(303);
    expect(await app.db.historyEvent.count()).toBe(events);
  });

  it('leaves the phone of somebody with an account to that person', async () => {
    const { passwordHash } = await app.db.account.findFirstOrThrow();
    await app.db.account.create({
      data: {
        username: 'founder9',
        name: '林同依',
        role: 'founder',
        passwordHash,
        personId,
        createdAt: app.clock.now(),
      },
    });
    const refused = await park1.post(path, correction());
    expect([refused.status, refused.text.includes('由本人凭验证码更换')]).toEqual([422, true]);
    const kept = await park1.post(path, correction({ phone: '13905801234' }));
    expect(kept.status).toBe(303);
  });
});

it('says that nothing was changed where nothing was', async () => {
  const saysSo = async (location: string | null) =>
    expect((await park1.get(String(location))).text).toContain('内容没有变化');
  const same = correction({ name: '林同依', phone: '13905801234' });
  await saysSo((await park1.post(path, same)).location);
});
