import { afterAll, beforeAll, expect, it } from 'vitest';
import { transact } from '../../src/database/database.js';
import { factsOfCase, tryOnCases } from '../../src/parity/try-on-cases.js';
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
  const by = await cast.by('bureau');
  await transact(cast.db, (tx) => draftVersion(tx, by, { code: 'rent-free', rules: half() }));
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
  tryOnCases(cast.db, { policyId, rules: with_, casesOf: policyId }, new Date(`${day}T02:00:00Z`));

const someViewer = {
  accountId: 1,
  username: 'somebody',
  name: '某人',
  regionCode: null,
  parkIds: [],
};
const everyMonth = (decided: number, drafted: number) =>
  expect.arrayContaining([{ month: '2025-03', decided, drafted }]);

it('changes nothing under the rules by which they were decided', async () => {
  expect(await trying(rules)).toEqual({
    cases: 1,
    changed: [],
    decidedTotal: 600_000,
    draftedTotal: 600_000,
    months: everyMonth(50_000, 50_000),
  });
});

it('names the cases whose money or outcome would change, and the sums', async () => {
  expect(await trying(half())).toEqual({
    cases: 1,
    decidedTotal: 600_000,
    draftedTotal: 300_000,
    changed: [{ number, decided: 600_000, drafted: 300_000 }],
    months: everyMonth(50_000, 25_000),
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
  const page = await (await signIn(cast.base, 'bureau2')).get('/policies/rent-free/draft');
  expect(page.status).toBe(200);
  expect(page.text).toContain('已决定 1 件，按草案核算有 1 件');
  expect(page.text).toContain('相差 −3,000');
  expect(page.text).toContain(number);
});

it('tries a draft on cases of another policy, by their facts alone', async () => {
  const other = { policyId: -1, rules: { ...half(), months: 6 }, casesOf: policyId };
  const at = new Date('2025-03-01T02:00:00Z');
  // Six months from 14 February: 250 yuan a month for 15 of 28 days, five months, and 13 of 31 days.
  expect(await tryOnCases(cast.db, other, at)).toMatchObject({
    cases: 1,
    decidedTotal: 600_000,
    draftedTotal: 148_877,
  });
  // What is declared is asked of each policy by itself.
  const asking = {
    id: 'insured',
    kind: 'declaration',
    clause: '9',
    text: { zh: '参保', en: 'Insured' },
  } as const;
  const declared = {
    ...other,
    rules: { ...other.rules, conditions: [...rules.conditions, asking] },
  };
  expect((await tryOnCases(cast.db, declared, at)).draftedTotal).toBe(148_877);
});

it('gives the facts of a decided case to who sees it, and to nobody else', async () => {
  const viewer = (role: 'bureau-staff' | 'founder') => ({ ...someViewer, role, personId: -1 });
  const facts = await factsOfCase(cast.db, viewer('bureau-staff'), number);
  expect(facts).toMatchObject({ legalForm: 'team' });
  expect(await factsOfCase(cast.db, viewer('founder'), number)).toBeNull();
  expect(await factsOfCase(cast.db, viewer('bureau-staff'), 'A2025-999999')).toBeNull();
});

it('is found beside the draft for a policy chosen there, and its facts begin a sample', async () => {
  const bureau = await signIn(cast.base, 'bureau');
  const { text } = await bureau.get('/policies/rent-free/draft?cases=rent-subsidy');
  expect(text).toContain('借用另一项政策的已决定申请');
  const begun = await bureau.get(`/policies/rent-free/draft/samples/borrowed?case=${number}`);
  expect(begun.status).toBe(200);
  expect(begun.text).toContain('已带入认定的事实');
  expect(begun.text).toMatch(/name="rent"[^>]*value="500"/);
  const none = await bureau.get('/policies/rent-free/draft/samples/borrowed?case=A2025-999999');
  expect([none.status, none.text.includes('没有这个编号的已决定申请')]).toEqual([422, true]);
});
