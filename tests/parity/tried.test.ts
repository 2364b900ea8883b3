import { afterAll, beforeAll, expect, it } from 'vitest';
import { transact } from '../../src/database/database.js';
import { tryOnCases } from '../../src/parity/try-on-cases.js';
import { draftVersion } from '../../src/policies/draft-version.js';
import { PolicyRules } from '../../src/policies/rules.js';
import { type Cast, caseAt, startWaivers } from '../waivers/cast.js';
import { signIn } from '../web/client.js';

let cast: Cast;
let rules: PolicyRules;
let policyId = 0;
let number = '';
beforeAll(async () => {
  cast = await startWaivers();
  number = await caseAt(cast, 'notice', { months: 12 }); // 500 yuan a month, the whole of it
  const version = await cast.db.policyVersion.findFirstOrThrow({
    where: { policy: { code: 'rent-free' }, endedOn: null },
  });
  policyId = version.policyId;
  rules = PolicyRules.parse(version.rules);
});
afterAll(() => cast.close());

const half = () => ({
  ...rules,
  tiers: rules.tiers.map((tier) => ({
    ...tier,
    amount: { kind: 'share' as const, basisPoints: 5_000 },
  })),
});
const trying = (with_: PolicyRules, day = '2025-03-01') =>
  tryOnCases(cast.db, { policyId, rules: with_ }, new Date(`${day}T02:00:00Z`));

it('changes nothing under the rules by which they were decided', async () => {
  expect(await trying(rules)).toEqual({
    cases: 1,
    changed: [],
    decidedTotal: 600_000,
    draftedTotal: 600_000,
  });
});

it('names the cases whose money or outcome would change, and the sums', async () => {
  expect(await trying(half())).toEqual({
    cases: 1,
    decidedTotal: 600_000,
    draftedTotal: 300_000,
    changed: [{ number, decided: 600_000, drafted: 300_000 }],
  });
  const premises = rules.conditions.map((one) =>
    one.kind === 'premises' ? { ...one, anyOf: ['market-premises' as const] } : one,
  );
  const { changed, draftedTotal } = await trying({ ...rules, conditions: premises });
  expect(changed).toEqual([{ number, decided: 600_000, drafted: null }]);
  expect(draftedTotal).toBe(0);
});

it('looks at the last year alone', async () => {
  expect(await trying(half(), '2026-02-10')).toMatchObject({ cases: 1 });
  expect(await trying(half(), '2026-02-18')).toMatchObject({ cases: 0 });
});

it('shows it beside the draft', async () => {
  const by = await cast.by('bureau');
  await transact(cast.db, (tx) => draftVersion(tx, by, { code: 'rent-free', rules: half() }));
  const page = await (await signIn(cast.base, 'bureau2')).get('/policies/rent-free/draft');
  expect(page.status).toBe(200);
  expect(page.text).toContain('已决定 1 件，按草案核算有 1 件');
  expect(page.text).toContain('相差 −3,000');
  expect(page.text).toContain(number);
});
