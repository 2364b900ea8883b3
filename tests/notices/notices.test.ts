import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { maskName } from '../../src/notices/mask-name.js';
import { resolveObjection } from '../../src/waivers/object-to-application.js';
import { type Cast, caseAt, seen, startWaivers } from '../waivers/cast.js';
import { Client } from '../web/client.js';

it.each([
  ['王小明', '王*明'],
  ['王明', '王*'],
  ['欧阳小明', '欧**明'],
  ['海风民宿', '海**宿'],
  ['𫖮', '*'],
  ['𬱖𰻞王', '𬱖*王'],
  ['Chen Hai', 'C*** H***'],
])('shows %s as %s', (name, masked) => expect(maskName(name)).toBe(masked));

let cast: Cast;
let number = '';

describe('a case on notice', () => {
  beforeEach(async () => {
    cast = await startWaivers();
    number = await caseAt(cast, 'notice'); // from 2025-02-17 up to the 24th
    cast.clock.set(new Date('2025-02-20T02:00:00Z'));
  });
  afterEach(() => cast.close());

  const visitor = () => new Client(cast.base);
  const objections = () => cast.db.objection.findMany({ orderBy: { id: 'asc' } });

  it('shows who is about to be granted what, with names masked', async () => {
    const list = await visitor().get('/notices');
    expect(list.status).toBe(200);
    expect(list.text).toContain(number);
    expect(list.text).toContain('园区免租金');
    expect(list.text).toContain('6,000.00');
    expect(list.text).toContain('不***坊'); // it did not agree to be named
    expect(list.text).not.toContain('不具名工坊');
    expect(list.text).not.toContain('陈海');
    const notice = await visitor().get(`/notices/${number}`);
    const space = await cast.db.space.findFirstOrThrow({
      where: { tenancies: { some: { ventureId: cast.ventureIds[1] } } },
    });
    for (const words of ['场地所在', space.village, '适用标准', '不限创业者类别'])
      expect(notice.text).toContain(words);
    expect(notice.text).not.toContain(space.name);
  });

  it('takes an objection from anyone, once, and stops the clock', async () => {
    const client = visitor();
    const path = `/notices/${number}`;
    const blank = await client.post(path, { text: '', name: '李四', phone: '' });
    expect(blank.status).toBe(422);
    expect(blank.text).toContain('李四');
    const form = { text: '场地一直关门', name: '李四', phone: '13800000000' };
    const sent = await client.post(path, form);
    expect([sent.status, sent.location]).toEqual([303, `${path}/received`]);
    await client.post(path, form);
    expect(await objections()).toMatchObject([{ ...form, state: 'open' }]);
    expect((await client.get(`${path}/received`)).text).toContain(number);
    const one = await cast.db.waiverApplication.findUniqueOrThrow({ where: { number } });
    expect(one.dueOn).toBeNull();
    const shown = await client.get(path);
    expect(shown.text).toContain('公示期暂停计算');
    expect(shown.text).not.toContain('李四');
  });

  it('stays on notice while an objection is open, and closes with the notice', async () => {
    const open = { text: '场地一直关门', name: '李四', phone: '' };
    await visitor().post(`/notices/${number}`, open);
    cast.clock.set(new Date('2025-02-26T02:00:00Z'));
    expect((await visitor().get('/notices')).text).toContain(number);
    // Its days stand meanwhile, so another can still be made.
    const another = { text: '另一项异议', name: '', phone: '' };
    expect((await visitor().post(`/notices/${number}`, another)).status).toBe(303);
    for (const { id } of await objections()) {
      const { version } = await seen(cast, number);
      const resolution = { upholds: false, answer: '属实' };
      await cast.act(
        'bureau2',
        (tx, by) => resolveObjection(tx, by, { id, version }, resolution),
        '2025-02-26',
      );
    }
    cast.clock.set(new Date('2025-03-01T02:00:00Z'));
    expect((await visitor().get('/notices')).text).not.toContain(number);
    expect((await visitor().get(`/notices/${number}`)).status).toBe(404);
  });

  it('finds nothing of a case that is not on notice', async () => {
    const other = await cast.db.waiverApplication.findFirst({ where: { state: 'draft' } });
    expect(other).toBeNull();
    expect((await visitor().get('/notices/A2025-999999')).status).toBe(404);
    expect((await visitor().post('/notices/A2025-999999', { text: '试' })).status).toBe(404);
  });

  it('makes a place wait that objects again and again', async () => {
    const again = await startWaivers();
    try {
      const one = await caseAt(again, 'notice');
      again.clock.set(new Date('2025-02-20T02:00:00Z'));
      const client = new Client(again.base);
      const send = (n: number) =>
        client.post(`/notices/${one}`, { text: `第${n}条`, name: '', phone: '' });
      for (let n = 1; n <= 5; n += 1) expect((await send(n)).status).toBe(303);
      const refused = await send(6);
      expect(refused.status).toBe(422);
      expect(refused.text).toContain('分钟后再试');
      again.clock.pass(61_000);
      expect((await send(7)).status).toBe(303);
    } finally {
      await again.close();
    }
  });
});
