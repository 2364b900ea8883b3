import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadDemonstration } from '../../prisma/seed/demonstration.js';
import { verifyLedger } from '../../src/backup/verify-ledger.js';
import type { Db } from '../../src/database/database.js';
import { reproduce } from '../../src/figures/reproduce.js';
import { reproducePublished } from '../../src/figures/reproduce-published.js';
import { unprintedFigures } from '../../src/figures/unprinted.js';
import { coverageOf } from '../../src/ledger/coverage.js';
import { parksOn } from '../../src/ledger/parks-on.js';
import { totalOf } from '../../src/ledger/totals.js';
import { isCurrentPerson } from '../../src/people/merged-people.js';
import { loadReference } from '../../src/reference.js';
import { regions } from '../../src/standards/regions.js';
import { creditCodeFits, isCreditCode } from '../../src/ventures/credit-code.js';
import { states } from '../../src/waivers/states.js';
import { scratchDatabase } from '../database/scratch.js';
import { type Demonstration, demonstration, indexed, sealingIn } from '../demonstration.js';
import { startApp } from '../web/client.js';

const network = { kind: 'network' } as const;
const asOf = '2025-01-21';

/** Beside other tests on a few cores, loading takes many times as long as it does alone. */
const patience = 400_000;

let data: Demonstration;
let db: Db;
beforeAll(async () => {
  data = await demonstration();
  db = data.db;
}, patience);
afterAll(() => data.close());

describe('on the day of the report', () => {
  test('all three figures are reproduced', async () => {
    const tracked = (await reproduce(db)).filter(({ measure }) => measure !== null);
    expect(tracked.map(({ code, computed }) => [code, computed])).toEqual([
      ['parks', 10],
      ['ventures', 267],
      ['jobs', expect.any(Number)],
    ]);
    expect(tracked.map(({ verdict }) => verdict.is)).toEqual(Array(3).fill('reproduced'));
  });

  test('251 of 267 ventures had reported, 16 are carried', async () => {
    const coverage = await coverageOf(db, { scope: network, asOf });
    expect(coverage).toMatchObject({ parks: 10, due: 267, filed: 251, carried: 16 });
  });

  test('what the bureau published the day after comes out exactly, and is known a little otherwise now', async () => {
    const editions = await reproducePublished(db);
    expect(editions.map(({ number, wording, differing }) => [number, wording, differing])).toEqual([
      ['F2025-0001', '10', []],
      ['F2025-0002', '267', []],
      ['F2025-0003', '3400余', []],
    ]);
    const jobs = await totalOf(db, { measure: 'jobs', scope: network, asOf });
    expect(editions[2]?.published).toBeGreaterThanOrEqual(3400);
    expect(editions[2]?.published).toBeLessThan(3500);
    expect(editions[2]?.published).not.toBe(jobs);
  });

  test('it was not so a month before, nor after', async () => {
    for (const day of ['2024-11-30', '2025-06-30', '2026-10-31']) {
      const ventures = await totalOf(db, { measure: 'ventures', scope: network, asOf: day });
      expect(ventures, day).not.toBe(267);
    }
  });
});

describe('its parks', () => {
  test('one came under its functional zone, and days before count it where it was', async () => {
    const inRegion = (code: string, day: string) =>
      totalOf(db, { measure: 'parks', scope: { kind: 'region', code }, asOf: day });
    expect(await inRegion('330902-02', '2024-06-14')).toBe(0);
    expect(await inRegion('330902-02', '2024-06-15')).toBe(1);
    expect(await inRegion('330902', '2024-06-14')).toBe(await inRegion('330902', '2024-06-15'));
    const was = (await parksOn(db, '2024-06-14')).find(({ number }) => number === 'P06');
    expect(was?.regionCode).toBe('330902');
  });

  test('days before name one by its earlier name, and another with its earlier operator', async () => {
    const known = async (number: string, day: string) =>
      (await parksOn(db, day)).find((park) => park.number === number);
    expect((await known('P07', '2024-02-29'))?.nameZh).toBe('岱山渔歌众创园');
    expect((await known('P07', '2024-03-01'))?.nameZh).toBe('岱山渔歌创业园');
    expect((await known('P03', '2025-06-30'))?.operatorName).toBe('六横悬礁湾资产经营有限公司');
    expect((await known('P03', '2025-07-01'))?.operatorName).toBe('六横同舟创业服务有限公司');
  });
});

describe('its story', () => {
  test('goes on until the autumn of 2026, with everything that can happen', async () => {
    const kinds = await db.historyEvent.groupBy({ by: ['verb'], _count: true });
    const count = new Map(kinds.map(({ verb, _count }) => [verb, _count]));
    for (const verb of ['moved', 'ended'].map((what) => `residency.${what}`))
      expect(count.get(verb), verb).toBeGreaterThan(10);
    expect(count.get('jobs-return.corrected')).toBeGreaterThan(50);
    expect(count.get('tenancy.ended')).toBeGreaterThan(200);
    const reasons = await db.residency.groupBy({
      by: ['endReason'],
      where: { endReason: { not: null } },
    });
    expect(reasons.map(({ endReason }) => endReason).sort()).toEqual([
      'closed',
      'graduated',
      'moved',
      'removed',
    ]);
    const last = await db.ledgerEntry.findFirstOrThrow({
      // What is agreed or waived of rent lies ahead as long as the lease or the waiver.
      where: { measure: { notIn: ['waived-rent', 'rent-forgone', 'rent-free'] } },
      orderBy: { position: 'desc' },
    });
    expect(last.effectiveOn).toBe('2026-10-31');
  });

  test('is recorded in the order of time, by somebody, never before it happens', async () => {
    const events = await db.historyEvent.findMany({ orderBy: { id: 'asc' } });
    const times = events.map(({ at }) => at.getTime());
    expect(times).toEqual([...times].sort((a, b) => a - b));
    const anonymous = events.filter(({ actorId }) => actorId === null).map(({ verb }) => verb);
    expect([...new Set(anonymous)].sort()).toEqual([
      'account.added',
      'application.lapse',
      'application.objected',
      'person.entered',
    ]);
    const early: unknown[] = await db.$queryRaw`SELECT "position" FROM "LedgerEntry"
      WHERE SUBSTR("recordedAt", 1, 10) < "effectiveOn" AND "measure" NOT IN ('waived-rent', 'rent-forgone', 'rent-free')`;
    expect(early).toEqual([]);
  });

  test('holds what leases forgo: 189 ventures pay no rent by agreement on the day of the report, four by decision', async () => {
    const at = (measure: 'rent-free' | 'rent-forgone' | 'waived-rent' | 'rent-relief') =>
      totalOf(db, { measure, scope: { kind: 'network' }, asOf: '2025-01-21' });
    expect(await at('rent-free')).toBe(189 + 4);
    expect(await at('rent-relief')).toBe((await at('rent-forgone')) + (await at('waived-rent')));
    const inJanuary = await db.ledgerEntry.aggregate({
      where: { measure: 'rent-forgone', effectiveOn: { gte: '2025-01-01', lte: '2025-01-31' } },
      _sum: { amount: true },
    });
    // 274,500 yuan a month stand on the day itself; some leases began or ended in the month.
    expect(Number(inJanuary._sum.amount)).toBeGreaterThan(270_000_00);
    expect(Number(inJanuary._sum.amount)).toBeLessThan(279_000_00);
  });

  test('the ledger verifies', async () => {
    expect((await verifyLedger(db)).problems).toEqual([]);
  });
});

describe('its waivers', () => {
  const count = async (where: object) => db.waiverApplication.count({ where });
  const personOf = async (username: string) =>
    (await db.account.findUniqueOrThrow({ where: { username } })).personId as number;

  test('are in every state, and every desk has some that are overdue and some that are not', async () => {
    for (const state of Object.keys(states))
      expect(await count({ state }), state).toBeGreaterThan(0);
    for (const state of ['submitted', 'park-review', 'county-review', 'bureau-review']) {
      expect(await count({ state, dueOn: { lt: '2026-11-25' } }), state).toBeGreaterThan(0);
      expect(await count({ state, dueOn: { gte: '2026-11-25' } }), state).toBeGreaterThan(0);
    }
    expect(await db.objection.count({ where: { state: 'open' } })).toBe(1);
  });

  test('were granted in part, by a fact that the county corrected and by half of the months, and can be reconsidered', async () => {
    const corrected = await db.waiverStep.findMany({
      where: { move: 'fact-corrected' },
      select: { outcome: true, application: { select: { state: true, reconsiderBy: true } } },
    });
    expect(corrected.map(({ outcome }) => (outcome as { fact: string }).fact).sort()).toEqual([
      'months',
      'rent',
    ]);
    for (const { application } of corrected) {
      expect(application.state).toBe('granted');
      expect(String(application.reconsiderBy) > '2026-11-25').toBe(true);
    }
  });

  test('give founder1 a waiver and a subsidy that run, and founder2 a correction and a draft', async () => {
    const personId = await personOf('founder1');
    const running = { personId, endedOn: null, termEndOn: { gt: '2026-12-01' } };
    for (const form of ['waiver', 'subsidy'])
      expect(await db.waiver.count({ where: { ...running, form } }), form).toBe(1);
    const other = await personOf('founder2');
    for (const state of ['correction', 'draft'])
      expect(await count({ personId: other, state }), state).toBe(1);
  });

  test('pay two subsidies, one at the second attempt, to another account', async () => {
    const lines = await db.paymentLine.findMany({ orderBy: { id: 'asc' } });
    expect(lines.map(({ state }) => state)).toEqual(['paid', 'failed', 'paid']);
    expect(lines[2]).toMatchObject({ replacesId: lines[1]?.id, claimId: lines[1]?.claimId });
    expect(lines[2]?.payeeId).not.toBe(lines[1]?.payeeId);
  });

  test('end with a move and with leaving, by giving up and by revocation', async () => {
    const ends = await db.waiver.groupBy({ by: ['endReason'] });
    const reasons = ends.map(({ endReason }) => endReason);
    expect(reasons).toEqual(expect.arrayContaining(['left', 'moved', 'revoked', 'surrendered']));
  });

  test('deviate where src says so: two decisions, and what parks ask and take', async () => {
    const steps = await db.waiverStep.findMany({ where: { move: { in: ['approve', 'refuse'] } } });
    const differ = steps.filter(({ move, outcome }) => {
      const { eligible } = outcome as { eligible: boolean };
      return eligible !== (move === 'approve');
    });
    expect(new Set(differ.map(({ move }) => move))).toEqual(new Set(['approve', 'refuse']));
    const share = async (number: string, where: object) => {
      const park = { park: { number }, submittedAt: { not: null } };
      return (await count({ ...park, ...where })) / (await count(park));
    };
    expect(await share('P03', { corrections: 1 })).toBeGreaterThan(0.5);
    for (const other of ['P01', 'P05', 'P09'])
      expect(await share(other, { corrections: 1 }), other).toBeLessThan(0.4);
  });

  test('waive rent to the day of the report, which adds up', async () => {
    const [known] = await unprintedFigures(db);
    expect(known?.computed).toBeGreaterThan(10_000_000);
    const levels = await totalOf(db, { measure: 'waived-rent', scope: network, asOf });
    expect(known?.computed).toBe(levels);
  });
});

describe('its names and codes', () => {
  test('every credit code is valid, and only teams have none', async () => {
    const ventures = await db.venture.findMany();
    for (const { name, creditCode, legalForm } of ventures) {
      if (legalForm === 'team') expect(creditCode, name).toBeNull();
      else
        expect(
          creditCode !== null && isCreditCode(creditCode) && creditCodeFits(creditCode),
          name,
        ).toBe(true);
    }
    expect(ventures.some(({ legalForm }) => legalForm === 'team')).toBe(true);
    expect(new Set(ventures.map(({ name }) => name)).size).toBe(ventures.length);
  });

  test('nobody has these telephone numbers: 154 and 163 are not assigned', async () => {
    // A record that went into another of the same person has none any more.
    const people = await db.person.findMany({ where: isCurrentPerson.where });
    for (const { name, phone } of people) expect(phone, name).toMatch(/^1(54|63)\d{8}$/);
    expect(new Set(people.map(({ phone }) => phone)).size).toBe(people.length);
  });

  test('rare characters are whole', async () => {
    for (const name of ['王䶮', '徐𫖮', '林𬱖'])
      expect(await db.person.count({ where: { name } }), name).toBe(1);
    expect(await db.venture.count({ where: { name: '岱山县𰻞𰻞面馆' } })).toBe(1);
  });

  test('the founders who sign in have a venture that is in its park', async () => {
    for (const username of ['founder1', 'founder2']) {
      const { personId } = await db.account.findUniqueOrThrow({ where: { username } });
      const open = await db.residency.count({
        where: { endedOn: null, venture: { roles: { some: { personId: personId as number } } } },
      });
      expect(open, username).toBe(1);
    }
  });

  test('each of the ten managers keeps the park of the same number', async () => {
    for (let i = 1; i <= 10; i += 1) {
      const account = await db.account.findUniqueOrThrow({
        where: { username: `park${i}` },
        include: { parks: { include: { park: true } } },
      });
      expect(account.parks.map(({ park }) => park.number)).toEqual([
        `P${String(i).padStart(2, '0')}`,
      ]);
    }
    expect(await db.park.count({ where: { villageZh: '黄杨尖村', regionCode: '330903' } })).toBe(1);
  });

  test('every page says that it is a demonstration', async () => {
    const site = await startApp({ db });
    const page = await (await fetch(`${site.base}/parks/P01`)).text();
    await site.close();
    expect(page).toContain('演示');
  });
});

test(
  'it is the same bytes every time, but for what is sealed, and its years are told while it is loaded',
  async () => {
    const other = await scratchDatabase();
    const told: string[] = [];
    const sealing = sealingIn(other.folder);
    await loadDemonstration(other.db, { log: (line) => told.push(line.trim()), sealing });
    expect(told).toEqual(['2023 ...', '2024 ...', '2025 ...', '2026 ...']);
    await indexed(other.db);
    expect(await dump(other.db)).toEqual(await dump(db));
    await other.close();
  },
  patience,
);

test('reference data loaded again stays as it is', async () => {
  const before = await dump(db);
  await loadReference(db);
  expect(await dump(db)).toEqual(before);
  expect(await db.region.count()).toBe(regions.length);
});

/** Sealed under the keys of the installation, with a fresh nonce or name each time. */
const sealed = ['sealed', 'keyId', 'lookup', 'lookupKeyId', 'storedAs', 'sealedSha256', 'ticket'];

/**
 * A row without what nobody may guess: the code by which the paper of a letter is checked, and the hash that holds it; the code
 * by which an objection is followed, also in the message that tells it.
 */
function withoutCode(row: Record<string, unknown>): Record<string, unknown> {
  if (row.key === 'waivers.message.objection-received')
    return { ...row, values: String(row.values).replace(/[A-Z2-9]{5}-[A-Z2-9]{5}/, '*') };
  const { checkCode, sha256: _, ...rest } = row;
  if (typeof checkCode !== 'string') return row;
  const entries = Object.entries(rest).map(([k, v]) => [k, String(v).replaceAll(checkCode, '*')]);
  return Object.fromEntries(entries);
}

/** A hash of every row of every table, by table; the times of the migrations are not the demonstration's. */
async function dump(of: Db): Promise<Record<string, string>> {
  const tables: { name: string }[] = await of.$queryRaw`SELECT "name" FROM pragma_table_list
    WHERE "schema" = 'main' AND "type" = 'table' AND "name" NOT LIKE 'sqlite_%' AND "name" NOT LIKE '\\_prisma%' ESCAPE '\\'
    ORDER BY "name"`;
  const hashes: Record<string, string> = {};
  for (const { name } of tables) {
    const rows: Record<string, unknown>[] = await of.$queryRawUnsafe(
      `SELECT * FROM "${name}" ORDER BY 1, 2`,
    );
    const lines = rows.map((row) =>
      JSON.stringify(
        Object.entries(withoutCode(row))
          .filter(([column]) => !sealed.includes(column))
          .map(([k, v]) => [k, String(v)]),
      ),
    );
    // People in rosters stand in the order of their keyed hashes, which are of the installation.
    const text = lines.sort().join('\n');
    hashes[name] = `${rows.length} ${createHash('sha256').update(text).digest('hex')}`;
  }
  return hashes;
}
