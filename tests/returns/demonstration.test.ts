import { afterAll, beforeAll, expect, it } from 'vitest';
import { rowsOf } from '../../src/database/direct-sql.js';
import { listed } from '../../src/database/listed.js';
import { sql } from '../../src/database/sql.js';
import type { Viewer } from '../../src/people/viewer.js';
import { likelyPeople } from '../../src/persons/doubles/likely-people.js';
import { duplicatesIn } from '../../src/returns/duplicates.js';
import { gradeSql } from '../../src/returns/grade.js';
import { type Demonstration, demonstration } from '../demonstration.js';

let network: Demonstration;
beforeAll(async () => {
  network = await demonstration();
});
afterAll(() => network.close());

it('has behind each grade what it needs, but of the headcounts that were raised past their certificates', async () => {
  const rows = await rowsOf<{ evidence: string; grade: string; returns: number; raised: number }>(
    network.db,
    sql`SELECT r."evidence", ${gradeSql(sql`r`)} AS "grade", COUNT(*) AS "returns",
        SUM(r."note" = '漏计月末在岗的季节工') AS "raised"
      FROM "JobsReturn" r WHERE r."headcount" > 0 GROUP BY 1, 2`,
  );
  const others = rows.filter(({ evidence, grade }) => evidence !== grade);
  expect(others.length).toBeGreaterThan(0);
  for (const { grade, returns, raised } of others)
    expect([grade, raised]).toEqual(['self-reported', returns]);
  expect(
    rows
      .filter(({ returns }) => returns > 500)
      .map(({ grade }) => grade)
      .sort(),
  ).toEqual(['contract', 'roster', 'self-reported', 'social-insurance']);
});

it('names in its rosters nobody past the term of three years', async () => {
  const named = await network.db.rosterPerson.findFirst({
    where: { roster: { month: { lt: '2023-12' } } },
  });
  expect(named).toBeNull();
  expect(await network.db.roster.count({ where: { month: { lt: '2023-12' } } })).toBeGreaterThan(0);
});

it('makes each of the usual mistakes a few times, in several parks and years, and puts them right', async () => {
  const { db } = network;
  const acts = [
    'venture.voided',
    'tenancy.voided',
    'space.voided',
    'tenancy.corrected',
    'residency.corrected',
    'person.corrected',
    'person.merged',
    'venture.merged',
  ];
  const rows = await rowsOf<{ verb: string; times: number; parks: number; years: number }>(
    db,
    sql`SELECT "verb", COUNT(*) AS "times", COUNT(DISTINCT a."parkId") AS "parks",
        COUNT(DISTINCT SUBSTR("at", 1, 4)) AS "years"
      FROM "HistoryEvent" e JOIN "AccountPark" a ON a."accountId" = e."actorId"
      WHERE "verb" IN ${listed(acts)} AND "reason" <> '' GROUP BY 1`,
  );
  expect(rows.map(({ verb }) => verb).sort()).toEqual([...acts].sort());
  for (const { verb, times, parks, years } of rows) {
    expect([times >= 2, times <= 4, parks >= 2, years >= 2], verb).toEqual([
      true,
      true,
      true,
      true,
    ]);
  }
  for (const name of ['䶮屿陶艺社', '𰻞𰻞面馆'])
    expect(await db.venture.count({ where: { name: { contains: name } } }), name).toBe(2);
  const asked = await db.historyEvent.findMany({
    where: { verb: 'jobs-return.corrected', reason: { not: '' } },
  });
  const confirmed = asked.filter(({ detail }) => 'confirmed' in (detail as object));
  expect(confirmed).toHaveLength(3);
});

it('has people who were entered twice, are listed twice, and are one under a phone typed in several ways', async () => {
  const { db } = network;
  const ventures = await db.venture.findMany({ select: { id: true } });
  const twice = await duplicatesIn(
    db,
    '2026-10',
    ventures.map(({ id }) => id),
  );
  expect([...twice.values()].map(({ people }) => people)).toEqual([1, 1]);
  const viewer: Viewer = {
    accountId: 1,
    username: '',
    name: '',
    role: 'bureau-staff',
    regionCode: null,
    parkIds: [],
    personId: null,
  };
  const { pairs } = await likelyPeople(db, viewer, 0);
  expect(pairs.filter(({ by }) => by.includes('venture'))).not.toEqual([]);
  const partner = await db.person.findFirstOrThrow({
    where: { roles: { some: { role: 'partner', beganOn: '2026-11-16' } }, phone: { not: null } },
    include: { roles: true },
  });
  expect(partner.phone).toMatch(/^1\d{10}$/);
  expect(partner.roles.map(({ role }) => role).sort()).toEqual(['founder', 'partner', 'partner']);
  expect(await db.person.count({ where: { phone: partner.phone } })).toBe(1);
});
