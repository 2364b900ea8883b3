import type { Day } from '../calendar/days.js';
import { lastDayOf } from '../calendar/last-day.js';
import { day } from '../language/format.js';
import type { Voice } from '../language/say.js';
import type { Assessment, Finding } from './assess.js';
import type { Change } from './changes.js';
import { remaining } from './elapsed.js';
import { type Facts, jobsInsuredFor } from './facts.js';
import { placeText } from './present-condition.js';
import { alternatives, categoryText, duration, inText, listed } from './present-kinds.js';
import type { Condition, PolicyRules } from './rules.js';

type Of<K extends Change['kind']> = Extract<Change, { kind: K }>;
type ChangeContext = Pick<Assessment, 'findings'> & { facts: Facts; rules: PolicyRules };
type Teller<K extends Change['kind']> = (
  change: Of<K>,
  context: ChangeContext,
  voice: Voice,
) => string;

const tellers: { [K in Change['kind']]: Teller<K> } = {
  wait: ({ until }, context, voice) => waitText(until, context, voice),
  'begin-later': ({ from }, _, { say, lang }) =>
    say('policies.alter.begin-later', { day: day(from, lang) }),
  'begin-after': ({ from }, _, { say, lang }) =>
    say('policies.alter.begin-after', { day: day(from, lang) }),
  'fewer-months': ({ months }, _, { say }) =>
    say('policies.alter.fewer-months', { time: duration(months, say) }),
  category: ({ anyOf }, _, voice) => {
    const any = anyOf.map((test) => categoryText(test, voice));
    const key = any.length === 1 ? 'policies.alter.category' : 'policies.alter.category-any';
    return voice.say(key, { any: alternatives(any, voice.say) });
  },
  register: (_, __, { say }) => say('policies.alter.register'),
  trade: (_, __, { say }) => say('policies.alter.trade'),
  settle: (_, __, { say }) => say('policies.alter.settle'),
  'legal-form': ({ anyOf }, _, { say }) => {
    const any = anyOf.map((form) => inText(say(`ventures.form.${form}`)));
    return say('policies.alter.legal-form', { any: alternatives(any, say) });
  },
  premises: ({ anyOf }, _, { say }) => {
    const any = anyOf.map((kind) => say(`policies.premises.${kind}`));
    return say('policies.alter.premises', { any: alternatives(any, say) });
  },
  jobs: ({ more }, _, { say }) => say('policies.alter.jobs', { n: more }),
  'insured-jobs': ({ least, months }, { facts }, { say }) =>
    say('policies.alter.insured-jobs', {
      n: least,
      time: duration(months, say),
      now: jobsInsuredFor(facts, months),
    }),
  place: (change, _, voice) =>
    voice.say('policies.alter.place', { place: inText(placeText(change, voice)) }),
  lease: ({ until }, _, { say, lang }) =>
    say('policies.alter.lease', { day: day(lastDayOf(until), lang) }),
  'end-benefit': ({ names }, _, { say }) => {
    const shown = names.map((name) => name.trim() || say('policies.looked.benefit-unnamed'));
    return say('policies.alter.end-benefit', { names: listed([...new Set(shown)], say) });
  },
  declare: ({ id }, { rules }, { say, lang }) => {
    const text = rules.conditions.find((condition) => condition.id === id)?.text[lang] ?? id;
    return say('policies.alter.declare', { text: inText(text) });
  },
};

/** What has to be different for the outcome to be, as a sentence that an applicant can act on. */
export const changeText = (change: Change, context: ChangeContext, voice: Voice): string =>
  (tellers[change.kind] as Teller<Change['kind']>)(change as never, context, voice);

/** Said of the condition for which there is something to wait, where one asks for exactly that day. */
function waitText(until: Day, { findings, facts }: ChangeContext, voice: Voice): string {
  const { say, lang } = voice;
  const values = { day: day(until, lang), time: remaining(facts.on, until, voice) };
  const reason = waitReason(findings.find((finding) => waitsFor(finding, until)));
  return say(`policies.alter.wait${reason}`, values);
}

const waitsFor = (finding: Finding, until: Day): boolean =>
  !finding.met &&
  (finding.changes ?? []).some((change) => change.kind === 'wait' && change.until === until);

const reasons = {
  registered: '-registered',
  trading: '-trading',
  'graduation-age': '-graduated',
  category: '-category',
  settled: '-settled',
} as const satisfies Partial<Record<Condition['kind'], string>>;

function waitReason(finding: Finding | undefined) {
  if (finding?.id === 'in-force' && finding.condition === null) return '-in-force' as const;
  const kind = finding?.condition?.kind;
  return kind !== undefined && kind in reasons ? reasons[kind as keyof typeof reasons] : '';
}
