import type { Day } from '../../calendar/days.js';
import { lastDayOf } from '../../calendar/last-day.js';
import { area, day, yuan } from '../../language/format.js';
import type { Voice } from '../../language/say.js';
import type { Facts } from '../../policies/facts.js';
import { regionName } from '../../policies/present-kinds.js';
import { categoryName } from '../../policies/present-looked.js';

export type FactRow = { label: string; value: string };

/** From a day up to, not including, another; open where that is null. */
export function periodText(from: Day, to: Day | null, { say, lang }: Voice): string {
  if (to === null) return say('waivers.review.since', { from: day(from, lang) });
  return say('waivers.review.period', { from: day(from, lang), to: day(lastDayOf(to), lang) });
}

/** The facts of a case, a line each, in the order in which a reviewer looks at them; blank ones are left out. */
export function factRows(facts: Facts, voice: Voice): FactRow[] {
  const { say, lang } = voice;
  const { period, categories, used } = facts;
  const premises = facts.premises.kind === 'none' ? null : facts.premises;
  const rows: [Parameters<typeof say>[0], string | null][] = [
    ['waivers.fact.period', periodText(period.from, period.to, voice)],
    ['waivers.fact.premises', say(`waivers.fact.premises.${facts.premises.kind}`)],
    [
      'waivers.fact.area',
      premises && say('ventures.page.area', { area: area(premises.area, lang) }),
    ],
    ['waivers.fact.rent', premises && rentText(premises, voice)],
    ['waivers.fact.lease', premises && periodText(premises.leaseFrom, premises.leaseTo, voice)],
    [
      'waivers.fact.categories',
      categories.map((category) => categoryText(category, voice)).join('\n'),
    ],
    ['waivers.fact.graduated', dayOrNull(facts.graduatedOn, voice)],
    ['waivers.fact.form', say(`ventures.form.${facts.legalForm}`)],
    ['waivers.fact.registered', dayOrNull(facts.registeredOn, voice)],
    ['waivers.fact.trading', dayOrNull(facts.tradingSince, voice)],
    ['waivers.fact.settled', dayOrNull(facts.settledOn, voice)],
    ['waivers.fact.jobs', say('waivers.fact.jobs-text', { n: facts.jobs })],
    ['waivers.fact.insured', insuredText(facts, voice)],
    ['waivers.fact.industry', industryText(facts, voice)],
    ['waivers.fact.place', placeText(facts, voice)],
    ['waivers.fact.started', dayOrNull(facts.startedOn, voice)],
    ['waivers.fact.used-person', usedText(used.person, voice)],
    ['waivers.fact.used-venture', usedText(used.venture, voice)],
    [
      'waivers.fact.others',
      facts.otherBenefits.map((benefit) => otherText(benefit, voice)).join('\n'),
    ],
  ];
  return rows.flatMap(([key, value]) => (value ? [{ label: say(key), value }] : []));
}

/** The rent of the premises; of a lease that states several each from its day. */
function rentText({ rent, rents }: Facts['premises'], { say, lang }: Voice): string {
  if (!rents) return say('waivers.fact.rent-text', { yuan: yuan(rent, lang) });
  const spell = (from: Day, fen: number) =>
    say('ventures.rent.from', { day: day(from, lang), yuan: yuan(fen, lang) });
  return rents.map(({ from, fen }) => spell(from, fen)).join('\n');
}
/** How many are insured for how long: the longest time of each number. */
const insuredText = ({ insuredJobs }: Facts, { say }: Voice): string =>
  insuredJobs
    .flatMap((heads, index) =>
      heads === insuredJobs[index + 1]
        ? []
        : [say('waivers.fact.insured-text', { n: index + 1, heads })],
    )
    .join(say('policies.and'));

const industryText = ({ industry, trade }: Facts, { say }: Voice): string =>
  [
    ...(industry === null ? [] : [say(`ventures.industry.${industry}`)]),
    ...(trade === null ? [] : [say(`ventures.trade.${trade}`)]),
  ].join(say('policies.and'));

const placeText = ({ region, outerIsland }: Facts, { say, lang }: Voice): string =>
  [
    ...(region === null ? [] : [regionName(region, lang)]),
    ...(outerIsland === null
      ? []
      : [say(`policies.looked.island-${outerIsland ? 'outer' : 'reached'}`)]),
  ].join(say('policies.and'));

const dayOrNull = (value: Day | null, { lang }: Voice) =>
  value === null ? null : day(value, lang);

function categoryText({ category, since }: Facts['categories'][number], voice: Voice): string {
  const name = categoryName(category, voice);
  if (since === null) return name;
  return voice.say('waivers.fact.category-since', { name, day: day(since, voice.lang) });
}

const usedText = ({ months, fen }: Facts['used']['person'], { say, lang }: Voice) =>
  months === 0 ? null : say('waivers.fact.used-text', { n: months, yuan: yuan(fen, lang) });

const otherText = (
  { name, beganOn, endedOn }: Facts['otherBenefits'][number],
  voice: Voice,
): string => `${name} · ${periodText(beganOn, endedOn, voice)}`;

/** What differs between two sets of facts, by their lines; the day of asking is no fact of the case. */
export function factChanges(before: Facts, after: Facts, voice: Voice) {
  const [then, now] = [factRows(before, voice), factRows(after, voice)];
  const labels = [...new Set([...then, ...now].map(({ label }) => label))];
  const valueIn = (rows: FactRow[], label: string) =>
    rows.find((row) => row.label === label)?.value ?? '—';
  return labels
    .map((label) => ({ label, theirs: valueIn(then, label), mine: valueIn(now, label) }))
    .filter(({ theirs, mine }) => theirs !== mine)
    .map((row) => ({ ...row, differs: true }));
}
