import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Tx } from '../../src/database/database.js';
import type { Actor } from '../../src/history/actor.js';
import { audit } from '../../src/parity/audit.js';
import { chanceOfAtLeast, outliersOf } from '../../src/parity/outliers.js';
import { replay } from '../../src/parity/replay.js';
import { auditOnceADay, runAudit } from '../../src/parity/run-audit.js';
import { versionOfCase } from '../../src/waivers/assess-case.js';
import { approveApplication } from '../../src/waivers/determine-application.js';
import { lastDecision } from '../../src/waivers/outcome.js';
import { withdrawApplication } from '../../src/waivers/withdraw-application.js';
import { type Cast, caseAt, seen, startWaivers } from '../waivers/cast.js';
import { signIn } from '../web/client.js';

let cast: Cast;
let alike = '';
let deviant = '';
beforeAll(async () => {
  cast = await startWaivers();
  deviant = await caseAt(cast, 'bureau-review', { policyCode: 'rent-subsidy' });
  const hardship = { reason: 'hardship', note: '因灾困难' };
  const approve = async (tx: Tx, by: Actor) =>
    approveApplication(tx, by, await seen(cast, deviant), hardship);
  await cast.act('bureau', approve, '2025-02-17');
  await cast.act('founder2', async (tx, by) =>
    withdrawApplication(tx, by, await seen(cast, deviant), { note: '' }),
  );
  alike = await caseAt(cast, 'notice');
});
afterAll(() => cast.close());

it('finds the case that was decided against its assessment, and no other', async () => {
  const found = await audit(cast.db);
  expect(found).toMatchObject({ cases: 2, replays: 4 });
  expect(found.differing).toMatchObject([
    { number: deviant, decision: 'grant', differences: [{ what: 'decision', park: null }] },
  ]);
  // Friday the 14th to Monday the 17th is one working day.
  expect(found.parks).toMatchObject([
    { cases: 2, refused: 0, medianDays: 1, longest: [{ days: 1 }, { days: 1 }] },
    { cases: 0, medianDays: null },
  ]);
});

it('finds a case whose facts name its park, where a rule looks at the name', async () => {
  const one = await cast.db.waiverApplication.findUniqueOrThrow({
    where: { number: alike },
    include: { steps: true, policyVersion: true },
  });
  const decision = lastDecision(one.steps);
  if (!decision) throw new Error('it was decided');
  const { facts, outcome } = decision;
  const own = { id: 1, number: 'P01', nameZh: '黄杨尖创业园', nameEn: 'Huangyangjian Park' };
  const other = { id: 2, number: 'P02', nameZh: '金塘创业园', nameEn: 'Jintang Park' };
  const version = versionOfCase(one);
  expect(replay({ facts, outcome, version }, own, [own, other])).toEqual([]);
  // A declaration named after a park is what a rule could look at.
  const { rules } = version;
  const text = { zh: '声明', en: 'Declared' };
  const named = { id: 'p01', clause: '9', text, kind: 'declaration' as const };
  const biased = { ...version, rules: { ...rules, conditions: [...rules.conditions, named] } };
  const told = { ...facts, declared: ['p01'] };
  const lower = [own, other].map((park) => ({ ...park, number: park.number.toLowerCase() }));
  expect(
    replay({ facts: told, outcome, version: biased }, { ...own, number: 'p01' }, lower),
  ).toEqual([
    { what: 'decision', park: 'p02' },
    { what: 'conditions', park: 'p02' },
  ]);
});

it('goes on whatever a park is called, and finds the same', async () => {
  const before = await audit(cast.db);
  const park = await cast.db.park.findFirstOrThrow({ where: { number: 'P01' } });
  const { nameZh, nameEn } = park;
  const other = await cast.db.park.findFirstOrThrow({ where: { number: { not: 'P01' } } });
  const hostile = [
    '-',
    '"',
    'a',
    '2',
    ':',
    '{',
    'rent',
    'null',
    '$&',
    '__proto__',
    'not-elsewhere',
  ];
  try {
    for (const name of [...hostile, other.nameZh.slice(0, 2), `${other.nameZh}一号`]) {
      await cast.db.park.update({ where: { id: park.id }, data: { nameZh: name, nameEn: name } });
      expect(await audit(cast.db), name).toEqual(before);
    }
  } finally {
    await cast.db.park.update({ where: { id: park.id }, data: { nameZh, nameEn } });
  }
});

it('finds the months that were stored otherwise', async () => {
  const one = await cast.db.waiverApplication.findUniqueOrThrow({
    where: { number: alike },
    include: { steps: true, policyVersion: true },
  });
  const decision = lastDecision(one.steps);
  if (!decision) throw new Error('it was decided');
  const { facts, outcome } = decision;
  const [first, ...rest] = outcome.months;
  if (!first) throw new Error('there are months');
  const months = [{ ...first, fen: first.fen + 1 }, ...rest];
  const changed = { facts, outcome: { ...outcome, months }, version: versionOfCase(one) };
  const own = { id: 1, number: 'P01', nameZh: '黄杨尖创业园', nameEn: 'Huangyangjian Park' };
  expect(replay(changed, own, [own])).toEqual([{ what: 'months', park: null }]);
});

it('tells a park that stands out from one that has few cases', () => {
  const usual = (parkId: number) => ({
    parkId,
    cases: 20,
    refused: 2,
    corrected: 3,
    days: Array.from({ length: 20 }, () => 8),
  });
  const slow = { ...usual(9), days: Array.from({ length: 20 }, () => 14) };
  const strict = { ...usual(10), refused: 9 };
  const few = { parkId: 11, cases: 2, refused: 2, corrected: 2, days: [40, 40] };
  expect(outliersOf([usual(1), usual(2), usual(3), slow, strict, few])).toEqual([
    { parkId: 9, what: 'days' },
    { parkId: 10, what: 'refusals' },
  ]);
});

it('computes the chance of Fisher’s exact test', () => {
  // Of 10 cases 4 were refused; that all 3 of a park are among them: C(4,3)/C(10,3) = 4/120.
  expect(chanceOfAtLeast(3, { cases: 3, allHits: 4, allCases: 10 })).toBeCloseTo(4 / 120, 12);
  expect(chanceOfAtLeast(0, { cases: 3, allHits: 4, allCases: 10 })).toBeCloseTo(1, 12);
});

it('is run once a day by itself', async () => {
  const at = (time: string) => new Date(`2025-02-19T${time}Z`);
  expect(await auditOnceADay(cast.db, at('02:00:00'))).toMatchObject({ cases: 2 });
  expect(await auditOnceADay(cast.db, at('15:00:00'))).toBeNull();
  expect(await auditOnceADay(cast.db, at('17:00:00'))).toMatchObject({ cases: 2 });
});

it('is run and read by the bureau, read by an auditor, and by nobody else', async () => {
  await runAudit(cast.db, { accountId: null, at: new Date('2025-02-20T02:00:00Z') });
  const bureau = await signIn(cast.base, 'bureau');
  const shown = await bureau.get('/policies/parity');
  expect(shown.status).toBe(200);
  expect(shown.text).toContain(`/waivers/${deviant}`);
  expect(shown.text).not.toContain(`/waivers/${alike}"`);
  const ran = await bureau.post('/policies/parity', {});
  expect([ran.status, ran.location]).toEqual([303, '/policies/parity']);
  expect(await cast.db.parityRun.count()).toBe(1);
  const both = await Promise.all([1, 2].map(() => bureau.post('/policies/parity', {})));
  expect(both.map(({ status }) => status)).toEqual([303, 303]);
  expect(await cast.db.parityRun.count()).toBe(1);
  expect((await bureau.get('/policies/parity')).text).not.toContain('正在逐件核对');
  const auditor = await signIn(cast.base, 'auditor');
  expect((await auditor.get('/policies/parity')).status).toBe(200);
  expect((await auditor.post('/policies/parity', {})).status).toBe(403);
  for (const stranger of ['park1', 'putuo', 'founder2'])
    expect((await (await signIn(cast.base, stranger)).get('/policies/parity')).status).toBe(403);
});
