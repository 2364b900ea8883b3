import type { Day } from '../calendar/days.js';
import { lastDayOf } from '../calendar/last-day.js';
import { monthStarts } from '../calendar/months-later.js';
import { day } from '../language/format.js';
import type { Voice } from '../language/say.js';
import { monthsInYears } from './check-window.js';
import { elapsed, remaining } from './elapsed.js';
import { type Facts, jobsInsuredFor } from './facts.js';
import { duration, inText, listed, regionName } from './present-kinds.js';
import type { CategoryTest, Condition } from './rules.js';

type Of<K extends Condition['kind']> = Extract<Condition, { kind: K }>;
type Teller<K extends Condition['kind']> = (condition: Of<K>, facts: Facts, voice: Voice) => string;

const tellers: { [K in Condition['kind']]: Teller<K> } = {
  category: categoriesText,
  'graduation-age': (_, { on, graduatedOn }, voice) =>
    sinceText('graduated', graduatedOn, on, voice),
  registered: (_, { on, registeredOn }, voice) => sinceText('registered', registeredOn, on, voice),
  trading: (_, { on, tradingSince }, voice) => sinceText('trading', tradingSince, on, voice),
  'legal-form': (_, { legalForm }, { say }) =>
    say('policies.looked.legal-form', { form: inText(say(`ventures.form.${legalForm}`)) }),
  premises: (_, { premises: { kind } }, { say }) =>
    say('policies.looked.premises', { kind: say(`policies.premises.${kind}`) }),
  'other-benefit': (_, facts, voice) => benefitsText(facts, voice),
  settled: (_, { settledOn }, { say, lang }) =>
    settledOn === null
      ? say('policies.looked.settled-not')
      : say('policies.looked.settled', { day: day(settledOn, lang) }),
  'not-settled': (_, { settledOn }, { say, lang }) =>
    settledOn === null
      ? say('policies.looked.settled-not')
      : say('policies.looked.settled', { day: day(settledOn, lang) }),
  jobs: ({ insuredMonths }, facts, { say }) =>
    insuredMonths === 0
      ? say('policies.looked.jobs', { n: facts.jobs })
      : say('policies.looked.jobs-insured', {
          n: facts.jobs,
          insured: jobsInsuredFor(facts, insuredMonths),
          time: duration(insuredMonths, say),
        }),
  industry: (_, { industry, trade }, { say }) =>
    industry === null
      ? say('policies.looked.industry-unknown')
      : say('policies.looked.industry', {
          name: listed(
            [
              inText(say(`ventures.industry.${industry}`)),
              ...(trade === null ? [] : [inText(say(`ventures.trade.${trade}`))]),
            ],
            say,
          ),
        }),
  place: (_, { region, outerIsland }, { say, lang }) => {
    if (region === null && outerIsland === null) return say('policies.looked.place-unknown');
    return listed(
      [
        ...(region === null
          ? []
          : [say('policies.looked.region', { name: regionName(region, lang) })]),
        ...(outerIsland === null
          ? []
          : [say(`policies.looked.island-${outerIsland ? 'outer' : 'reached'}`)]),
      ],
      say,
    );
  },
  lease: (_, { premises }, voice) => leaseText(premises, voice),
  window: (window, facts, { say }) =>
    say('policies.looked.window', {
      span: duration(12 * window.years, say),
      n: monthsInYears(window, facts),
      asked: monthStarts(facts.period).length,
    }),
  declaration: ({ id }, { declared }, { say }) =>
    say(declared.includes(id) ? 'policies.looked.declared' : 'policies.looked.declared-not'),
};

/** The fact that a condition looks at, as a sentence. */
export const lookedText = (condition: Condition, facts: Facts, voice: Voice): string =>
  (tellers[condition.kind] as Teller<Condition['kind']>)(condition as never, facts, voice);

/** The name of a category without the months that some rules ask for. */
export const categoryName = (category: CategoryTest['category'], { say }: Voice): string =>
  inText(say(category === 'graduate' ? 'policies.graduate' : `ventures.category.${category}`));

function sinceText(
  what: 'graduated' | 'registered' | 'trading',
  since: Day | null,
  on: Day,
  voice: Voice,
): string {
  const { say, lang } = voice;
  if (since === null) return say(`policies.looked.${what}-not`);
  const values = { day: day(since, lang), time: elapsed(since, on, voice) };
  return say(since > on ? `policies.looked.${what}-later` : `policies.looked.${what}`, values);
}

/** What somebody is of the categories that some tests ask for. */
export function categoriesText(
  { anyOf, allOf }: Pick<Of<'category'>, 'anyOf' | 'allOf'>,
  facts: Facts,
  voice: Voice,
): string {
  const { say } = voice;
  const tested = new Set([...allOf, ...anyOf].map(({ category }) => category));
  const isGraduateAsked = tested.has('graduate') && facts.graduatedOn !== null;
  const categories = facts.categories.filter(({ category }) => category !== 'graduate');
  const text = [
    ...categories
      .filter(({ category }) => tested.has(category))
      .map((row) => heldText(row, facts, voice)),
    ...(isGraduateAsked ? [sinceText('graduated', facts.graduatedOn, facts.on, voice)] : []),
  ];
  if (text.length > 0) return text.join(say('policies.looked.join'));
  if (categories.length === 0) return say('policies.looked.category-none');
  const names = categories.map(({ category }) => categoryName(category, voice));
  return say('policies.looked.category-others', { names: listed(names, say) });
}

function heldText(
  { category, since }: Facts['categories'][number],
  { on }: Facts,
  voice: Voice,
): string {
  const { say, lang } = voice;
  const name = categoryName(category, voice);
  if (since === null) return say('policies.looked.category', { name });
  const values = { name, day: day(since, lang), time: elapsed(since, on, voice) };
  return say(
    since > on ? 'policies.looked.category-later' : 'policies.looked.category-since',
    values,
  );
}

function benefitsText({ otherBenefits }: Facts, { say, lang }: Voice): string {
  if (otherBenefits.length === 0) return say('policies.looked.benefits-none');
  const text = otherBenefits.map(({ name, beganOn, endedOn }) => {
    const values = { name: name.trim() || say('policies.looked.benefit-unnamed') };
    const from = day(beganOn, lang);
    return endedOn === null
      ? say('policies.looked.benefit-open', { ...values, from })
      : say('policies.looked.benefit', { ...values, from, to: day(lastDayOf(endedOn), lang) });
  });
  return say('policies.looked.benefits', { names: listed(text, say) });
}

function leaseText({ leaseFrom, leaseTo }: Facts['premises'], voice: Voice): string {
  const { say, lang } = voice;
  const from = day(leaseFrom, lang);
  if (leaseTo === null || leaseTo <= leaseFrom) return say('policies.looked.lease-open', { from });
  const to = day(lastDayOf(leaseTo), lang);
  return say('policies.looked.lease', { from, to, time: remaining(leaseFrom, leaseTo, voice) });
}
