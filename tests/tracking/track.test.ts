import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Cast, caseAt, fillIn, startWaivers } from '../waivers/cast.js';
import { Client } from '../web/client.js';

let cast: Cast;
let number = '';
beforeAll(async () => {
  cast = await startWaivers();
  number = await caseAt(cast, 'county-review');
  await cast.db.person.update({ where: { id: cast.other.id }, data: { phone: '13857001234' } });
  cast.clock.set(new Date('2025-02-18T02:00:00Z'));
});
afterAll(() => cast.close());

const track = (typed: { number: string; digits: string }) =>
  new Client(cast.base).post('/track', typed);
const withoutToken = (text: string) =>
  text.replaceAll(/(name="_token" value=")[^"]+|nonce="[^"]+"/g, '$1');

it('shows where a case stands, and no more', async () => {
  const shown = await track({ number: number.toLowerCase(), digits: '1234' });
  expect(shown.status).toBe(200);
  expect(shown.text).toContain(number);
  expect(shown.text).toContain('园区免租金（示例）');
  expect(shown.text).toContain('陈*');
  expect(shown.text).not.toContain('陈海');
  expect(shown.text).not.toContain('13857001234');
  expect(shown.headers.get('cache-control')).toContain('no-store');
});

it('has the same answer for a wrong number and a wrong phone', async () => {
  const wrongPhone = await track({ number, digits: '9999' });
  const wrongNumber = await track({ number: 'A2025-009999', digits: '9999' });
  expect([wrongPhone.status, wrongNumber.status]).toEqual([422, 422]);
  const same = (text: string, typed: string) => withoutToken(text).replaceAll(typed, '');
  expect(same(wrongPhone.text, number)).toBe(same(wrongNumber.text, 'A2025-009999'));
});

it('does not know of a draft, nor of a person without a phone', async () => {
  const again = await startWaivers();
  try {
    const draft = await fillIn(again);
    const sent = await new Client(again.base).post('/track', { number: draft, digits: '' });
    expect(sent.status).toBe(422);
    const known = await new Client(again.base).post('/track', { number: draft, digits: '0000' });
    expect(known.status).toBe(422);
  } finally {
    await again.close();
  }
});

it('limits the tries, by place and by case', async () => {
  cast.clock.pass(2 * 3_600_000);
  for (let n = 0; n < 5; n += 1)
    expect((await track({ number, digits: `100${n}` })).status).toBe(422);
  const blocked = await track({ number, digits: '1234' });
  expect(blocked.status).toBe(422);
  expect(blocked.text).toContain('分钟后再试');
  cast.clock.pass(61_000);
  expect((await track({ number, digits: '1234' })).status).toBe(200);
  expect((await track({ number, digits: '1234' })).status).toBe(200);
});
