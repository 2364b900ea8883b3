import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { jobsSubsidy } from '../../prisma/seed/policies/jobs-subsidy.js';
import { rentFree } from '../../prisma/seed/policies/rent-free.js';
import { rentSubsidy } from '../../prisma/seed/policies/rent-subsidy.js';
import { assess } from '../../src/policies/assess.js';
import { Facts } from '../../src/policies/facts.js';
import type { PolicyRules } from '../../src/policies/rules.js';
import { sampleCases } from '../../src/policies/sample-cases.js';
import { typedFacts } from '../../src/policies/samples/sample-form.js';
import { type Client, signIn, type TestApp } from '../web/client.js';
import { startPolicies } from './cast.js';
import { farIsland } from './far-island.js';
import { otherCity } from './other-city.js';

const on = '2026-11-30';
const outcomes = (rules: PolicyRules) =>
  Object.fromEntries(
    sampleCases(rules, on).map(({ name, facts }) => {
      const { eligible, schedule } = assess(facts, { beganOn: on, endedOn: null, rules });
      return [name, eligible ? schedule.total : null];
    }),
  );
const market: PolicyRules = {
  ...rentSubsidy,
  conditions: [
    ...rentSubsidy.conditions.filter(({ kind }) => kind !== 'premises' && kind !== 'settled'),
    {
      id: 'outside',
      kind: 'not-settled',
      clause: '9',
      text: { zh: '未入驻园区', en: 'Not settled in a park' },
    },
    {
      id: 'market',
      kind: 'premises',
      clause: '9',
      anyOf: ['market-premises'],
      text: { zh: '市场场地', en: 'Premises of the market' },
    },
  ],
};

describe('the samples that come with a draft', () => {
  it.each([
    ['rent-free', rentFree],
    ['rent-subsidy', rentSubsidy],
    ['jobs-subsidy', jobsSubsidy],
    ['one outside parks', market],
    ['other-city', otherCity],
    ['far-island', farIsland],
  ])('fit what it asks: %s gives something for the first of them', (_, rules) => {
    expect(outcomes(rules).fitting).toBeGreaterThan(0);
    for (const { facts } of sampleCases(rules, on)) expect(Facts.parse(facts)).toEqual(facts);
  });

  it('are of jobs where jobs are paid for, and of no premises where there are none', () => {
    const { fitting, ...others } = outcomes(jobsSubsidy);
    // Five insured jobs: 2,000 for three and 1,000 for each further one; a fifth more on an outer island.
    expect(fitting).toBe(400_000);
    expect(others).toMatchObject({
      supplement: 480_000,
      'few-jobs': null,
      'many-jobs': 2_000_000,
      uninsured: null,
    });
    expect(Object.keys(others)).not.toContain('large');
    expect(Object.keys(outcomes(rentFree))).not.toContain('few-jobs');
  });
});

let app: TestApp;
let bureau: Client;
beforeEach(async () => {
  app = await startPolicies();
  bureau = await signIn(app.base, 'bureau');
});
afterEach(() => app.close());

const draft = '/policies/jobs-subsidy/draft';
const typed = () => {
  const facts = sampleCases(jobsSubsidy, '2025-02-10')[0]?.facts as Facts;
  return { ...typedFacts(facts), title: '九人的修船厂', jobs: '9', insuredJobs: '9' };
};
const add = (fields: Record<string, string | string[]> = {}, client = bureau) =>
  client.post(`${draft}/samples`, { ...typed(), ...fields }, { from: `${draft}/samples/new` });
const kept = () => app.db.policySample.findMany();

describe('a sample of one’s own', () => {
  it('begins with one that fits, is kept with the draft, and says what it is given by month', async () => {
    expect((await bureau.get(`${draft}/samples/new`)).text).toContain('自拟样例');
    expect((await add()).location).toBe(`${draft}#trial`);
    const { text } = await bureau.get(draft);
    expect(text).toContain('九人的修船厂');
    // 2,000 for the first three and 1,000 for each of six further ones.
    expect(text).toContain('8,000.00');
    expect(await app.db.historyEvent.count({ where: { verb: 'policy.sample-added' } })).toBe(1);
  });

  it('goes on with the next version of a policy, and goes when the draft is discarded', async () => {
    await add();
    const second = await signIn(app.base, 'bureau2');
    const form = { revision: '1', beganOn: '2025-03-01' };
    expect((await second.post(`${draft}/in-force`, form)).status).toBe(303);
    expect((await bureau.post('/policies/jobs-subsidy/draft/new')).status).toBe(303);
    expect(await kept()).toHaveLength(2);
    expect((await bureau.post(`${draft}/discard`, { revision: '1' })).status).toBe(303);
    expect(await kept()).toHaveLength(1);
  });

  it('is removed again, once, and only from its draft', async () => {
    await add();
    const [sample] = await kept();
    const removal = (of: string) =>
      bureau.post(`/policies/${of}/draft/samples/${sample?.id}/removal`, {}, { from: draft });
    expect((await removal('other-city')).status).toBe(404);
    expect((await removal('jobs-subsidy')).location).toBe(`${draft}#trial`);
    expect(await kept()).toEqual([]);
    expect((await removal('jobs-subsidy')).status).toBe(404);
  });

  it.each([
    ['title', { title: '' }],
    ['from', { from: '2025-01-01' }],
    ['since', { categories: ['veteran'], since: '' }],
    ['insuredJobs', { insuredJobs: '10' }],
    ['insuredMonths', { insuredMonths: '' }],
    ['otherFrom', { otherTo: '2025-12-01' }],
    ['otherTo', { otherFrom: '2025-12-01', otherTo: '2025-11-01' }],
    ['jobs', { jobs: '很多' }],
  ])('says at the field what is wrong, and keeps what was typed: %s', async (field, fields) => {
    const answer = await add(fields);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(`id="${field}-error"`);
    if (field !== 'title') expect(answer.text).toContain('value="九人的修船厂"');
    expect(await kept()).toEqual([]);
  });

  it('is the bureau’s to make: an auditor looks, a park sees nothing, nobody signs in first', async () => {
    const auditor = await signIn(app.base, 'auditor');
    const park = await signIn(app.base, 'park1');
    expect((await add({}, auditor)).status).toBe(403);
    expect((await auditor.get(`${draft}/samples/new`)).status).toBe(403);
    expect((await add({}, park)).status).toBe(404);
    expect(await kept()).toEqual([]);
  });

  it('is one of at most twenty', async () => {
    for (let n = 1; n <= 20; n += 1) expect((await add({ title: `样例 ${n}` })).status).toBe(303);
    const more = await add();
    expect(more.status).toBe(422);
    expect(more.text).toContain('最多 20 个样例');
  });
});
