import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Cast, caseAt, fillIn, startWaivers } from '../waivers/cast.js';
import { Client } from '../web/client.js';

let cast: Cast;
let number = '';
beforeEach(async () => {
  cast = await startWaivers();
  number = await caseAt(cast, 'county-review');
  await cast.db.person.update({ where: { id: cast.other.id }, data: { phone: '13857001234' } });
  cast.clock.set(new Date('2025-02-18T02:00:00Z'));
});
afterEach(() => cast.close());

const track = (typed: { number: string; digits: string }) =>
  new Client(cast.base).post('/track', typed);

/** A look-up from an address, as a proxy in front would pass it on. */
const trackFrom = (address: string, digits: string) => {
  const client = new Client(cast.base);
  const send = client.send.bind(client);
  client.send = (url, init = {}) => {
    const headers = new Headers(init.headers);
    headers.set('X-Forwarded-For', address);
    return send(url, Object.assign({}, init, { headers }));
  };
  return client.post('/track', { number, digits });
};
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

it('takes the number as people type it', async () => {
  const [, year = '', count = ''] = /^A(\d{4})-(\d{6})$/.exec(number) ?? [];
  const wide = number.replace(/[!-~]/g, (plain) =>
    String.fromCharCode(plain.charCodeAt(0) + 0xfee0),
  );
  const typed = [
    ...[` a${year} - ${count} `, `a${year}${count}`, `${year}${count}`, `${year}-${count}`, wide],
    ...[`A${year}—${count}`, `A${year}/${count}`, `申请编号：A${year}-${count}号`],
    ...[` A${year}-${count}。`, `“A${year}-${count}”`, `Case No. A${year}${count}.`],
    ...[`\u200bA${year}-${count}\u200b`, `（a${year}${count}）`],
  ];
  for (const text of typed) {
    const shown = await track({ number: text, digits: ' １２３４ ' });
    expect([text, shown.status]).toEqual([text, 200]);
  }
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

it('takes the number as people type it', async () => {
  cast.clock.pass(2 * 3_600_000);
  const wide = [...number].map((sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)).join('');
  const [year = '', serial = ''] = number.toLowerCase().split('-');
  for (const typed of [wide, `${year} — ${serial}`, `${year}${serial}`, `${year}–${serial}`])
    expect((await track({ number: typed, digits: '１２３４' })).status, typed).toBe(200);
});

it('lets nobody guess on by looking up a case of their own in between', async () => {
  cast.clock.pass(50 * 3_600_000);
  const seen: number[] = [];
  for (let n = 0; n < 40; n += 1) {
    const own = await track({ number, digits: '1234' });
    if (own.text.includes('分钟后再试')) break;
    seen.push((await track({ number: 'A2025-000777', digits: `20${10 + n}` })).status);
  }
  expect(seen).toHaveLength(5);
});

it('bounds the guesses at a case from many places, and never shuts out its applicant', async () => {
  cast.clock.pass(50 * 3_600_000);
  cast.app.set('trust proxy', 1);
  try {
    const guess = async (place: number, digits: string) => {
      const { text } = await trackFrom(`198.51.100.${place}`, digits);
      return text.includes('分钟后再试') ? 'waits' : 'guessed';
    };
    const guessed: string[] = [];
    for (let round = 0; round < 5; round += 1)
      for (let place = 1; place <= 12; place += 1)
        guessed.push(await guess(place, `3${round}${10 + place}`));
    // Thirty in all; the places that guessed wrong wait for the day to end, with the right digits too.
    expect(guessed.filter((is) => is === 'guessed')).toHaveLength(30);
    expect(await guess(1, '1234')).toBe('waits');
    // Whoever has not guessed wrong gets in, as often as they like.
    for (const address of ['203.0.113.9', '2001:db8::1'])
      for (const _ of [1, 2]) expect((await trackFrom(address, '1234')).status).toBe(200);
    // A new place has one guess.
    expect(await guess(40, '3999')).toBe('guessed');
    expect(await guess(40, '3998')).toBe('waits');
    cast.clock.pass(25 * 3_600_000);
    expect((await trackFrom('198.51.100.1', '1234')).status).toBe(200);
  } finally {
    cast.app.set('trust proxy', false);
  }
});
