import type { Say, Voice } from '../language/say.js';
import {
  alternatives,
  categoryText,
  duration,
  inText,
  listed,
  regionName,
} from './present-kinds.js';
import type { Condition } from './rules.js';

type Of<K extends Condition['kind']> = Extract<Condition, { kind: K }>;

const tellers: { [K in Condition['kind']]: (condition: Of<K>, voice: Voice) => string } = {
  category: categories,
  'graduation-age': (condition, { say }) =>
    say('policies.check.graduation-age', { span: spanText(condition, say) }),
  registered: (condition, { say }) =>
    say('policies.check.registered', { span: spanText(condition, say) }),
  trading: (condition, { say }) =>
    say('policies.check.trading', { span: spanText(condition, say) }),
  'legal-form': ({ anyOf }, { say }) =>
    say('policies.check.legal-form', {
      any: alternatives(
        anyOf.map((form) => inText(say(`ventures.form.${form}`))),
        say,
      ),
    }),
  premises: ({ anyOf }, { say }) =>
    say('policies.check.premises', {
      any: alternatives(
        anyOf.map((kind) => say(`policies.premises.${kind}`)),
        say,
      ),
    }),
  'other-benefit': ({ mode }, { say }) => say(`policies.check.other-benefit-${mode}`),
  settled: (_, { say }) => say('policies.check.settled'),
  'not-settled': (_, { say }) => say('policies.check.not-settled'),
  jobs: ({ least, insuredMonths }, { say }) =>
    insuredMonths === 0
      ? say('policies.check.jobs', { n: least })
      : say('policies.check.jobs-insured', { n: least, time: duration(insuredMonths, say) }),
  industry: ({ industries, trades, isExcluded }, { say }) => {
    const names = [
      ...industries.map((code) => inText(say(`ventures.industry.${code}`))),
      ...trades.map((code) => inText(say(`ventures.trade.${code}`))),
    ];
    return say(`policies.check.industry-${isExcluded ? 'except' : 'only'}`, {
      any: alternatives(names, say),
    });
  },
  place: (condition, voice) => placeText(condition, voice),
  lease: ({ least }, { say }) => say('policies.check.lease', { time: duration(least, say) }),
  window: ({ months, years }, { say }) =>
    say('policies.check.window', { time: duration(months, say), span: duration(12 * years, say) }),
  declaration: (_, { say }) => say('policies.check.declaration'),
};

/** What is checked, made from the data: beside the wording of the policy, so that the two can be compared. */
export const checkText = (condition: Condition, voice: Voice): string =>
  (tellers[condition.kind] as (condition: Condition, voice: Voice) => string)(condition, voice);

/** In which regions, and on what kind of island. */
export function placeText(
  { regions, islands }: Pick<Of<'place'>, 'regions' | 'islands'>,
  { say, lang }: Voice,
): string {
  const any = alternatives(
    regions.map((code) => regionName(code, lang)),
    say,
  );
  if (regions.length === 0) return say(`policies.check.islands-${islands as 'outer' | 'reached'}`);
  if (islands === 'any') return say('policies.check.regions', { any });
  return say(`policies.check.regions-${islands}`, { any });
}

function categories({ anyOf, allOf }: Of<'category'>, voice: Voice): string {
  const { say } = voice;
  const names = (tests: typeof anyOf) => tests.map((test) => categoryText(test, voice));
  const any = alternatives(names(anyOf), say);
  const all = listed(names(allOf), say);
  if (allOf.length === 0) return say('policies.check.category-any', { any });
  if (anyOf.length === 0) return say('policies.check.category-all', { all });
  return say('policies.check.category-both', { all, any });
}

function spanText({ least, most }: { least: number | null; most: number | null }, say: Say) {
  const time = (months: number | null) => duration(months ?? 0, say);
  if (most === null) return say('policies.span.least', { time: time(least) });
  if (least === null) return say('policies.span.most', { time: time(most) });
  return say('policies.span.both', { least: time(least), most: time(most) });
}
