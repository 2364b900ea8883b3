import { afterAll, beforeAll, expect, it } from 'vitest';
import { agree, type Cast, startPeople } from './cast.js';

let cast: Cast;
let page = '';
beforeAll(async () => {
  cast = await startPeople();
  page = `/people/${cast.person.number}`;
  await agree(cast, cast.person.id, 'identity');
});
afterAll(() => cast.close());

/** Enters a document in place of the one before, as the form of the page does. */
async function enter(kind: string, number: string) {
  const before = await cast.db.identity.findUnique({ where: { personId: cast.person.id } });
  const replaces = before?.enteredAt.toISOString() ?? '';
  cast.clock.pass(1000);
  return (await cast.as('founder1')).post(`${page}/identity`, { kind, number, replaces });
}

// Somebody without a resident identity card: each document is taken, and shown masked.
it.each([
  ['passport', 'E1234', 'E12345678', 'E*******8', '护照'],
  ['hk-macao', 'A12345678', 'H12345678', 'H*******8', '港澳居民来往内地通行证'],
  ['taiwan', '1234567', '12345678', '1******8', '台湾居民来往大陆通行证'],
])(
  'a founder with a %s is told what is wrong with %s, and enters %s',
  async (kind, bad, good, masked, name) => {
    const wrong = await enter(kind, bad);
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain(`value="${bad}"`);
    expect(wrong.text).toMatch(/id="number-error"/);
    expect((await enter(kind, good)).location).toBe(page);
    const { text } = await (await cast.as('founder1')).get(page);
    expect([text.includes(masked), text.includes(name), text.includes(good)]).toEqual([
      true,
      true,
      false,
    ]);
  },
);
