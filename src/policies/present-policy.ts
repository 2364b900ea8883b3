import type { Day } from '../calendar/days.js';
import { lastDayOf } from '../calendar/last-day.js';
import { day } from '../language/format.js';
import type { Voice } from '../language/say.js';
import { formOf, voiceOf } from './form-of.js';
import { checkText } from './present-condition.js';
import {
  amountText,
  areaText,
  categoryText,
  duration,
  inText,
  listed,
  plainYuan,
} from './present-kinds.js';
import {
  allConditions,
  isOfRent,
  isSum,
  type PolicyRules,
  type Proof,
  type Supplement,
  type Tier,
} from './rules.js';
import { type PolicyVersion, stateOf } from './versions.js';

type Row = { label: string; value: string };

/** The rules in words, made from the data alone: what the page says is what is computed. */
export function presentRules(rules: PolicyRules, reader: Voice) {
  const voice = voiceOf(rules, reader);
  const { lang } = voice;
  return {
    name: rules.name[lang],
    summary: rules.summary[lang],
    source: rules.source[lang],
    form: voice.say(`policies.form.${formOf(rules)}`),
    formText: voice.say(
      formOf(rules) === 'subsidy' && !rules.needsPremises
        ? 'policies.form-text.subsidy-plain'
        : `policies.form-text.${formOf(rules)}`,
    ),
    conditions: rules.conditions.map((condition) => ({
      clause: condition.clause,
      text: condition.text[lang],
      check: checkText(condition, voice),
    })),
    benefit: voice.say('policies.benefit', { time: duration(rules.months, voice.say) }),
    tiers: tiersOf(rules, voice),
    supplements: rules.supplements.map((supplement) => ({
      ...supplementText(supplement, voice),
      clause: supplement.when.clause,
      text: supplement.when.text[lang],
    })),
    needsPremises: rules.needsPremises,
    whenGiven: whenGiven(rules, voice),
    caps: capsOf(rules, voice),
    proof: rules.proof.map((proof) => ({
      text: proof.text[lang],
      why: proofText(proof, rules, voice),
    })),
    limits: limitsOf(rules, voice),
    limitsClause: rules.limits.clause,
    capsClause: rules.caps.clause,
  };
}

/** How amounts are spread over the months of the benefit: by the day, or sums of a year, or one sum. */
function whenGiven({ tiers }: PolicyRules, { say }: Voice): string[] {
  const amounts = tiers.map(({ amount }) => amount);
  const isGiven = (per: 'year' | 'once') =>
    amounts.some((amount) => isSum(amount) && amount.per === per);
  return [
    ...(amounts.every(isSum) ? [] : [say('policies.by-day')]),
    ...(isGiven('year') ? [say('policies.sum-year')] : []),
    ...(isGiven('once') ? [say('policies.sum-once')] : []),
  ];
}

/** A supplement: how much more, and what is checked for it. */
export const supplementText = ({ basisPoints, when }: Supplement, voice: Voice) => ({
  more: voice.say('policies.supplement.more', { percent: String(basisPoints / 100) }),
  check: checkText(when, voice),
});

/** Where several tiers cover the same months, the first that fits is given: in that order. */
function tiersOf(rules: PolicyRules, voice: Voice) {
  return rules.tiers.map((tier, index) => ({
    months: monthsText(tier, rules.months, voice),
    who: whoText(tier, rules.tiers.slice(0, index), voice),
    amount: amountText(tier.amount, voice),
    clause: tier.clause,
  }));
}

export function monthsText({ fromMonth, toMonth }: Tier, months: number, { say }: Voice): string {
  if (fromMonth === 1 && toMonth === months) return say('policies.tier.all');
  const key = fromMonth === toMonth ? 'policies.tier.one' : 'policies.tier.months';
  return say(key, { from: fromMonth, to: toMonth });
}

export function whoText(tier: Tier, before: Tier[], voice: Voice): string {
  const { say } = voice;
  if (tier.only.length > 0) {
    const names = tier.only.map((test) => categoryText(test, voice));
    return listed(names, say);
  }
  const isForTheRest = before.some(
    ({ only, fromMonth, toMonth }) =>
      only.length > 0 && fromMonth <= tier.toMonth && tier.fromMonth <= toMonth,
  );
  return say(isForTheRest ? 'policies.tier.others' : 'policies.tier.everyone');
}

function capsOf(rules: PolicyRules, voice: Voice): string[] {
  const { caps } = rules;
  const { say } = voice;
  const money = (
    key: `per-area-${'day' | 'month' | 'year'}` | 'month' | 'year' | 'person' | 'venture',
    fen: number | null,
  ): string[] =>
    fen === null ? [] : [say(`policies.cap.${key}`, { yuan: plainYuan(fen, voice) })];
  const months = (key: 'months-person' | 'months-venture', value: number | null): string[] =>
    value === null ? [] : [say(`policies.cap.${key}`, { time: duration(value, say) })];
  return [
    ...(caps.area === null ? [] : [say('policies.cap.area', { area: areaText(caps.area, voice) })]),
    ...(isOfRent(rules)
      ? [say(caps.rentOfArea ? 'policies.cap.rent-of-area' : 'policies.cap.rent')]
      : []),
    ...money(`per-area-${caps.fenByAreaPer}`, caps.fenByArea),
    ...money('month', caps.fenByMonth),
    ...money('year', caps.fenByYear),
    ...money('person', caps.fenByPerson),
    ...money('venture', caps.fenByVenture),
    ...months('months-person', caps.monthsByPerson),
    ...months('months-venture', caps.monthsByVenture),
  ];
}

export function proofText(
  { condition: id, categories }: Proof,
  rules: PolicyRules,
  voice: Voice,
): string {
  const { say } = voice;
  const condition = allConditions(rules).find((item) => item.id === id);
  if (!condition && categories.length === 0) return say('policies.proof.always');
  const clause = condition?.clause ?? clausesOfTiers(rules, categories, voice);
  if (categories.length === 0) return say('policies.proof.for', { clause });
  const names = categories.map((category) =>
    inText(say(category === 'graduate' ? 'policies.graduate' : `ventures.category.${category}`)),
  );
  return say('policies.proof.of', { clause, who: listed(names, say) });
}

/** The clauses of the tiers that are only for some categories. */
function clausesOfTiers(
  { tiers }: PolicyRules,
  categories: Proof['categories'],
  { lang }: Voice,
): string {
  const own = tiers.filter(({ only }) =>
    only.some(({ category }) => categories.includes(category)),
  );
  const clauses = own.map(({ clause }) => clause).filter((clause) => clause !== null);
  return [...new Set(clauses)].join(lang === 'zh' ? '、' : ', ');
}

function limitsOf({ limits, corrections }: PolicyRules, { say }: Voice): Row[] {
  const row = (key: Exclude<keyof typeof limits, 'clause'>): Row => ({
    label: say(`policies.limit.${key}`),
    value: say('policies.working-days', { n: limits[key] }),
  });
  const steps = (['accept', 'parkReview', 'countyReview', 'determine'] as const).map(row);
  const correct =
    corrections === 0
      ? { label: say('policies.limit.correct'), value: say('policies.no-corrections') }
      : {
          label: say('policies.limit.correct'),
          value: say('policies.corrections', { n: limits.correct, times: corrections }),
        };
  return [
    ...steps,
    correct,
    ...(['notice', 'objection', 'deliver', 'reconsider'] as const).map(row),
  ];
}

const tones = { draft: 'heed', coming: 'heed', 'in-force': 'sea', ended: null } as const;

/** Where a version stands and since when. The last day of an ended one is the day before its end. */
export function presentStanding(version: PolicyVersion, on: Day, { say, lang }: Voice) {
  const state = stateOf(version, on);
  const { beganOn, endedOn } = version;
  const since = beganOn === null ? null : day(beganOn, lang);
  const until = endedOn === null ? null : day(lastDayOf(endedOn), lang);
  return {
    state: say(
      state === 'ended' && version.endKind === 'repealed'
        ? 'policies.state.repealed'
        : `policies.state.${state}`,
    ),
    tone: tones[state],
    period:
      since === null
        ? say('policies.period.draft')
        : until === null
          ? say('policies.period.open', { since })
          : say('policies.period.closed', { since, until }),
  };
}
