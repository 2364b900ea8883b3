import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rentFree } from '../../prisma/seed/policies/rent-free.js';
import { rentSubsidy } from '../../prisma/seed/policies/rent-subsidy.js';
import { addDays } from '../../src/calendar/days.js';
import { monthsLater } from '../../src/calendar/months-later.js';
import { Answers } from '../../src/eligibility/answers.js';
import type { Asking } from '../../src/eligibility/asking.js';
import { factsOfAnswers } from '../../src/eligibility/facts-of-answers.js';
import { type AskingPolicy, needsOf } from '../../src/eligibility/needs.js';
import { questionsFor } from '../../src/eligibility/questions.js';
import { makeSay } from '../../src/language/say.js';
import { founderCategories } from '../../src/people/categories.js';
import { assess } from '../../src/policies/assess.js';
import { checkCondition } from '../../src/policies/check-condition.js';
import { Facts } from '../../src/policies/facts.js';
import { type PolicyRules, premisesKinds } from '../../src/policies/rules.js';
import { industries, legalForms, trades } from '../../src/standards/register-codes.js';
import { readForm, type Typed } from '../../src/web/forms.js';
import { everyKind } from '../policies/every-kind.js';
import { inForce } from '../policies/facts.js';

const on = '2025-02-14';
const firstMonth = '2025-03-01';
const voice = { say: makeSay('zh'), lang: 'zh' } as const;
const city: AskingPolicy = { code: 'other-city', rules: everyKind };
const seeded: AskingPolicy[] = [
  { code: 'rent-free', rules: rentFree },
  { code: 'rent-subsidy', rules: rentSubsidy },
];
const all = [...seeded, city];

const aPastDay = fc.nat(2500).map((n) => addDays(on, -n));
const aDay = fc.integer({ min: -900, max: 1200 }).map((n) => addDays(on, n));
const maybePast = fc.option(aPastDay);
const sums = fc.record({
  months: fc.integer({ min: 1, max: 40 }),
  fen: fc.nat(2_500_000),
  yearFen: fc.nat(1_000_000),
});

/** What is so in somebody's case: what a form can say, before it is typed. */
const aCase = fc.record({
  held: fc.subarray([...founderCategories]),
  since: fc.dictionary(fc.constantFrom(...founderCategories), aPastDay),
  graduatedOn: aPastDay,
  legalForm: fc.constantFrom(...legalForms),
  registeredOn: maybePast,
  tradingSince: maybePast,
  settledOn: maybePast,
  jobs: fc.nat(10),
  industry: fc.constantFrom(...industries),
  trade: fc.constantFrom(...trades),
  region: fc.constantFrom('330902', '330922'),
  outerIsland: fc.boolean(),
  premises: fc.constantFrom(...premisesKinds),
  area: fc.integer({ min: 1, max: 80_000 }),
  rent: fc.nat(1_000_000),
  lease: fc.record({ from: aDay, days: fc.option(fc.nat(1500)) }),
  other: fc.option(fc.record({ from: aDay, days: fc.option(fc.nat(900)) })),
  had: fc.dictionary(fc.constantFrom(...all.map(({ code }) => code)), sums),
  isFirst: fc.boolean(),
});
type Case = typeof aCase extends fc.Arbitrary<infer T> ? T : never;

const hundredths = (n: number) => (n / 100).toFixed(2);
const yesDay = (day: string | null) => ({ answer: day ? 'yes' : 'no', day: day ?? '' });
const lastDay = ({ from, days }: { from: string; days: number | null }) =>
  days === null ? '' : addDays(from, days);

/** What the one whose case it is would type, question by question. */
function typedFor(one: Case, slug: string, offered: string[]): Typed {
  const chosen = (wanted: string[]) => {
    const list = wanted.filter((value) => offered.includes(value));
    return list.length > 0 ? list : 'none';
  };
  const [kind = '', ...rest] = slug.split('-');
  const name = rest.join('-');
  if (kind === 'since') return { since: one.since[name as 'student'] ?? on };
  if (kind === 'declaration') return { answer: one.isFirst ? 'yes' : 'no' };
  if (kind === 'had') {
    const had = one.had[name];
    if (!had) throw new Error(`${name} was not had`);
    const { months, fen, yearFen } = had;
    return { months: String(months), fen: hundredths(fen), yearFen: hundredths(yearFen) };
  }
  const { lease, other } = one;
  const typed: Record<string, Typed> = {
    categories: { categories: chosen(one.held) },
    graduation: { graduatedOn: one.graduatedOn },
    'legal-form': { legalForm: one.legalForm },
    registered: yesDay(one.registeredOn),
    trading: yesDay(one.tradingSince),
    settled: yesDay(one.settledOn),
    jobs: { jobs: String(one.jobs) },
    industry: { is: chosen([one.industry]).toString() },
    trade: { is: chosen([one.trade]).toString() },
    region: { is: chosen([one.region]).toString() },
    island: { island: one.outerIsland ? 'yes' : 'no' },
    premises: { premises: one.premises },
    area: { area: hundredths(one.area) },
    rent: { rent: hundredths(one.rent) },
    lease: { from: lease.from, to: lastDay(lease) },
    'other-benefit': other
      ? { answer: 'yes', from: other.from, to: lastDay(other) }
      : { answer: 'no' },
    before: { before: chosen(Object.keys(one.had)) },
  };
  const found = typed[slug];
  if (!found) throw new Error(`nobody knows what to answer to ${slug}`);
  return found;
}

const offeredBy = ({ fields: [field] }: Asking): string[] =>
  field && 'options' in field ? field.options.map(({ value }) => value) : [];

/** Answers one question after the other, as the pages do, and reads the answers as a cookie would bring them. */
function answered(one: Case, policies: AskingPolicy[]): { answers: Answers; slugs: string[] } {
  const needs = needsOf(policies);
  let answers: Answers = {};
  const slugs: string[] = [];
  for (;;) {
    const questions = questionsFor({ answers, on, voice, needs });
    const next = questions.find(({ answerText }) => answerText === null);
    if (!next) return { answers, slugs };
    expect(slugs).not.toContain(next.slug);
    slugs.push(next.slug);
    const schema = next.form();
    const form = readForm(schema, typedFor(one, next.slug, offeredBy(next)));
    if (!form.ok) throw new Error(`${next.slug}: ${JSON.stringify(form.faults)}`);
    answers = Answers.parse(JSON.parse(JSON.stringify({ ...answers, ...form.value })));
    // What is shown again in the form is what was typed.
    const again = questionsFor({ answers, on, voice, needs }).find((q) => q.slug === next.slug);
    const reread = readForm(schema, again?.typed);
    expect(reread.ok && reread.value).toEqual(form.value);
  }
}

/** Of its trade and place what the conditions of some rules name. */
function namedIn(one: Case, { conditions }: PolicyRules) {
  const offers = (all: readonly string[], value: string) => all.includes(value);
  const industry = conditions.find((row) => row.kind === 'industry');
  const place = conditions.find((row) => row.kind === 'place');
  return {
    industry: industry && offers(industry.industries, one.industry) ? one.industry : null,
    trade: industry && offers(industry.trades, one.trade) ? one.trade : null,
    region: place && offers(place.regions, one.region) ? one.region : null,
    outerIsland: place && place.islands !== 'any' ? one.outerIsland : null,
  };
}

/** The facts of the case, put together by hand; asked for as many months as its years in a row leave, one fewer after the other. */
function factsOf(one: Case, policy: AskingPolicy): Facts {
  const facts = factsOfAll(one, policy);
  const { from } = facts.period;
  const windows = policy.rules.conditions.filter(({ kind }) => kind === 'window');
  for (let months = policy.rules.months; months > 0; months -= 1) {
    const fewer = { ...facts, period: { from, to: monthsLater(from, months) } };
    if (windows.every((window) => checkCondition(window, fewer).met)) return fewer;
  }
  return facts;
}

function factsOfAll(one: Case, { code, rules }: AskingPolicy): Facts {
  const from = one.lease.from > firstMonth ? one.lease.from : firstMonth;
  const had = one.had[code];
  const end = ({ from: first, days }: { from: string; days: number | null }) =>
    days === null ? null : addDays(first, days + 1);
  const used = { months: had?.months ?? 0, fen: had?.fen ?? 0 };
  return {
    on,
    period: { from, to: monthsLater(from, rules.months) },
    startedOn: had ? monthsLater(from, -had.months) : null,
    categories: one.held
      .filter((category) => category !== 'graduate')
      .map((category) => ({ category, since: one.since[category] ?? on })),
    graduatedOn: one.held.includes('graduate') ? one.graduatedOn : null,
    legalForm: one.legalForm,
    registeredOn: one.legalForm === 'team' ? null : one.registeredOn,
    tradingSince: one.tradingSince,
    settledOn: one.settledOn,
    jobs: one.jobs,
    insuredJobs: [],
    // What none of the policies names is not asked.
    ...namedIn(one, rules),
    premises: {
      kind: one.premises,
      area: one.area,
      rent: one.rent,
      leaseFrom: one.lease.from,
      leaseTo: end(one.lease),
    },
    otherBenefits: one.other
      ? [{ name: '', beganOn: one.other.from, endedOn: end(one.other) }]
      : [],
    used: { person: used, venture: used, yearFen: had?.yearFen ?? 0 },
    earlier: had && had.months > 0 ? [{ from: monthsLater(from, -had.months), to: from }] : [],
    declared: one.isFirst ? ['first-venture'] : [],
  };
}

describe('the answers', () => {
  it.each([
    ['both examples', seeded],
    ['every kind of condition', [city]],
    ['all together', all],
  ])('lead to the outcome of the case itself, under %s', (_, policies) => {
    fc.assert(
      fc.property(aCase, (one) => {
        const { answers } = answered(one, policies);
        for (const policy of policies) {
          const facts = factsOfAnswers(answers, on, policy);
          expect(Facts.safeParse(facts).success).toBe(true);
          const told = assess(facts, inForce(policy.rules));
          const direct = assess(factsOf(one, policy), inForce(policy.rules));
          expect(told).toEqual(direct);
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('the questions', () => {
  const slugsOf = (policies: AskingPolicy[], answers: Answers = {}) =>
    questionsFor({ answers, on, voice, needs: needsOf(policies) }).map(({ slug }) => slug);
  const bare: AskingPolicy = {
    code: 'bare',
    rules: {
      ...rentFree,
      conditions: [],
      tiers: [
        {
          clause: '1',
          fromMonth: 1,
          toMonth: 24,
          only: [],
          amount: { kind: 'share', basisPoints: 10_000 },
        },
      ],
      caps: { ...rentFree.caps, area: null },
      proof: [],
    },
  };

  it('are only those that the rules look at', () => {
    expect(slugsOf([])).toEqual([]);
    expect(slugsOf([bare])).toEqual(['rent', 'lease', 'before']);
    expect(slugsOf(seeded)).toEqual([
      ...['categories', 'settled', 'premises', 'area', 'rent', 'lease'],
      ...['other-benefit', 'before'],
    ]);
    expect(slugsOf([city])).toEqual([
      ...['categories', 'legal-form', 'registered', 'trading', 'settled', 'jobs'],
      ...['industry', 'trade', 'region', 'island', 'premises'],
      ...[
        'area',
        'rent',
        'lease',
        'other-benefit',
        'before',
        'declaration-other-city-first-venture',
      ],
    ]);
  });

  it.each(everyKind.conditions.map((one) => [one.kind, one] as const))(
    'come with a condition of the kind %s, and only with it',
    (kind, condition) => {
      const one = { ...bare, rules: { ...bare.rules, conditions: [condition] } };
      const more = slugsOf([one]).filter((slug) => !slugsOf([bare]).includes(slug));
      const wanted = {
        'graduation-age': ['categories'],
        declaration: [`declaration-bare-${condition.id}`],
        lease: [],
        window: [],
        category: ['categories'],
        industry: ['industry', 'trade'],
        place: ['region', 'island'],
        'not-settled': ['settled'],
      };
      expect(more).toEqual(wanted[kind as keyof typeof wanted] ?? [kind]);
    },
  );

  it('offer the categories that the rules name and no others', () => {
    const [categories] = questionsFor({ answers: {}, on, voice, needs: needsOf([city]) });
    expect(categories && offeredBy(categories)).toEqual([
      ...['graduate', 'unemployed', 'returnee', 'none'],
    ]);
  });

  it('are asked again where a new policy offers more to choose from', () => {
    const before: Answers = {
      categories: { of: ['graduate'], held: ['graduate'] },
      before: { of: ['rent-free'], had: [] },
    };
    const toldOf = (policies: AskingPolicy[], slug: string) =>
      questionsFor({ answers: before, on, voice, needs: needsOf(policies) }).find(
        (one) => one.slug === slug,
      )?.answerText;
    expect(toldOf([city], 'categories')).toBeNull();
    expect(toldOf([seeded[0] as AskingPolicy], 'before')).toBe('都没有');
    expect(toldOf(seeded, 'before')).toBeNull();
  });

  it('ask for the sums that a cap needs, and a team not for its registration', () => {
    const answers: Answers = {
      legalForm: 'team',
      before: { of: ['other-city'], had: ['other-city'] },
    };
    const questions = questionsFor({ answers, on, voice, needs: needsOf([city]) });
    const had = questions.find(({ slug }) => slug === 'had-other-city');
    expect(had?.fields.map(({ name }) => name)).toEqual(['months', 'fen', 'yearFen']);
    expect(questions.map(({ slug }) => slug)).not.toContain('registered');
  });
});
