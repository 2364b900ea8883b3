import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rowsOf } from '../../src/database/direct-sql.js';
import { type Sql, sql } from '../../src/database/sql.js';
import {
  isCurrentVenture,
  personScope,
  seesPerson,
  seesVenture,
  ventureScope,
} from '../../src/people/scope.js';
import type { Viewer } from '../../src/people/viewer.js';
import { moveVenture } from '../../src/ventures/move-venture.js';
import { type Cast, caseAt, startWaivers } from '../waivers/cast.js';

let app: Cast;
let granted: string;
let draft: string;
beforeAll(async () => {
  app = await startWaivers();
  granted = await caseAt(app, 'granted');
  // Of founder1 a draft, which nobody but the founder sees; then its venture goes to the other park.
  draft = await app.act('founder1', async (tx, by) => {
    const { beginApplication } = await import('../../src/waivers/begin-application.js');
    return beginApplication(tx, by, {
      policyCode: 'rent-free',
      personId: app.person.id,
      ventureId: app.ventureIds[0],
    });
  });
  const [one, other] = ['13800001111', '13800002222'];
  await app.db.person.update({
    where: { id: app.person.id },
    data: { name: '欧阳长乐', phone: one },
  });
  await app.db.person.update({
    where: { id: app.other.id },
    data: { name: '陈重阳', phone: other },
  });
  await app.act('bureau', (tx, by) =>
    moveVenture(tx, by, {
      ventureId: app.ventureIds[0],
      toParkId: 2,
      movedOn: '2025-02-10',
      note: '',
    }),
  );
});
afterAll(() => app.close());

type Item = { href: string; title: string; detail: string };

/** Everything that is suggested to somebody, in one list. */
async function itemsFor(username: string, q: string): Promise<Item[]> {
  const { status, text } = await (await app.as(username)).get(
    `/find.json?q=${encodeURIComponent(q)}`,
  );
  expect(status).toBe(200);
  return (JSON.parse(text) as { groups: { items: Item[] }[] }).groups.flatMap(({ items }) => items);
}
const hrefs = async (username: string, q: string) =>
  (await itemsFor(username, q)).map(({ href }) => href);

const everyone = ['bureau', 'auditor', 'putuo', 'park1', 'park2', 'founder1', 'founder2', 'admin'];
const queries = [
  '海',
  '陈',
  'oy',
  'P0',
  '2025',
  '0001',
  'mian',
  '免',
  '石屋',
  'A2025',
  '1380000',
  '黄杨尖',
];

describe('what somebody finds', () => {
  it.each(everyone)('opens for %s, whatever is typed', async (username) => {
    const client = await app.as(username);
    const found = new Set<string>();
    for (const q of queries) for (const href of await hrefs(username, q)) found.add(href);
    expect(found.size).toBeGreaterThan(0);
    for (const href of found) expect([href, (await client.get(href)).status]).toEqual([href, 200]);
  });

  it.each([
    ['park2', false],
    ['park1', true],
    ['putuo', true],
    ['founder2', true],
    ['founder1', false],
    ['admin', false],
  ])('%s finds the case of the other park by its number: %s', async (username, finds) => {
    expect((await hrefs(username, granted)).includes(`/waivers/${granted}`)).toBe(finds);
    expect((await hrefs(username, '陈重阳')).includes(`/waivers/${granted}`)).toBe(finds);
  });

  it('is a draft for its founder alone', async () => {
    for (const username of everyone)
      expect([username, (await hrefs(username, draft)).includes(`/waivers/${draft}`)]).toEqual([
        username,
        username === 'founder1',
      ]);
  });

  it('is for a founder the own ventures, the own self and what is public', async () => {
    const found = new Set<string>();
    for (const q of queries) for (const href of await hrefs('founder1', q)) found.add(href);
    const private_ = [...found].filter((href) => !/^\/(parks\/P0\d|policies|figures)/.test(href));
    const own = await app.db.venture.findUniqueOrThrow({ where: { id: app.ventureIds[0] } });
    const person = await app.db.person.findUniqueOrThrow({ where: { id: app.person.id } });
    expect(private_.sort()).toEqual(
      [`/people/${person.number}`, `/ventures/${own.number}`, `/waivers/${draft}`].sort(),
    );
  });
});

describe('a phone number', () => {
  it('finds for those who may read it, and for nobody else, whatever part of it is typed', async () => {
    const left = await app.db.venture.findUniqueOrThrow({ where: { id: app.ventureIds[0] } });
    const [person, venture] = [`/people/${app.person.number}`, `/ventures/${left.number}`];
    for (const q of ['13800001111', '138 0000 1111', '+86-13800001111', '0001111', '1111']) {
      for (const username of ['bureau', 'auditor', 'putuo', 'park2'])
        expect([username, q, await hrefs(username, q)]).toEqual([
          username,
          q,
          expect.arrayContaining([person, venture]),
        ]);
      // The venture has left park1, which goes on seeing it by its name.
      for (const username of ['park1', 'founder2', 'admin']) {
        const found = await hrefs(username, q);
        expect([username, q, found.filter((href) => [person, venture].includes(href))]).toEqual([
          username,
          q,
          [],
        ]);
      }
    }
    expect(await hrefs('park1', '欧阳长乐')).toEqual(expect.arrayContaining([person, venture]));
  });

  it('finds the case of whose it is, in the box and in the queue', async () => {
    expect(await hrefs('park1', '138 0000 2222')).toContain(`/waivers/${granted}`);
    expect(await hrefs('park2', '138 0000 2222')).not.toContain(`/waivers/${granted}`);
    const queue = async (username: string, q: string) =>
      (await (await app.as(username)).get(`/waivers/queue?tab=all&q=${encodeURIComponent(q)}`))
        .text;
    for (const q of ['138-0000-2222', granted, granted.slice(-4), '陈重阳', 'czy', 'chenchongyang'])
      expect([q, (await queue('park1', q)).includes(`/waivers/${granted}"`)]).toEqual([q, true]);
    expect(await queue('park1', '13800001111')).not.toContain(`/waivers/${granted}"`);
    expect(await queue('park1', '没有这件')).not.toContain(`/waivers/${granted}"`);
  });
});

describe('the scope of one row', () => {
  const viewers: Viewer[] = [
    ['bureau-staff', [], null],
    ['auditor', [], null],
    ['county-reviewer', [1], null],
    ['park-manager', [1], null],
    ['park-manager', [2], null],
    ['park-manager', [], null],
    ['founder', [], 1],
    ['founder', [], null],
    ['administrator', [], null],
  ].map(([role, parkIds, personId]) => ({
    accountId: 1,
    username: '',
    name: '',
    role: role as Viewer['role'],
    regionCode: null,
    parkIds: parkIds as number[],
    personId: personId as number | null,
  }));
  const ids = async (question: Sql) =>
    (await rowsOf<{ id: number }>(app.db, question)).map(({ id }) => id);

  it.each(viewers.map((viewer) => [viewer.role, viewer] as const))(
    'is that of the list, for a %s',
    async (_, viewer) => {
      // One that is void is on no list, but is found: `tests/ventures/void.test.ts`.
      for (const [mine, lists] of [[seesVenture(viewer), ventureScope(viewer).sql]] as const)
        expect(
          await ids(sql`SELECT v."id" FROM "Venture" v WHERE ${mine} AND ${isCurrentVenture.sql}`),
        ).toEqual(await ids(sql`SELECT v."id" FROM "Venture" v WHERE ${lists}`));
      expect(await ids(sql`SELECT i."id" FROM "Person" i WHERE ${seesPerson(viewer)}`)).toEqual(
        await ids(sql`SELECT i."id" FROM "Person" i WHERE ${personScope(viewer).sql}`),
      );
    },
  );
});
