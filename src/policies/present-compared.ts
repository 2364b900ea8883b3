import type { Voice } from '../language/say.js';
import type { ComparedRow } from '../web/edits.js';
import { presentRules } from './present-policy.js';
import type { PolicyRules } from './rules.js';

/** Two versions of a draft side by side, part by part, each in words. */
export function compareRules(theirs: PolicyRules, mine: PolicyRules, voice: Voice): ComparedRow[] {
  const [now, typed] = [partsOf(theirs, voice), partsOf(mine, voice)];
  return now.map(({ label, value }, index) => {
    const other = typed[index]?.value ?? '';
    return { label, theirs: value, mine: other, differs: value !== other };
  });
}

function partsOf(rules: PolicyRules, voice: Voice): { label: string; value: string }[] {
  const { say } = voice;
  const words = presentRules(rules, voice);
  const line = (...texts: string[]) => texts.join(' · ');
  const block = (lines: string[]) => lines.join('\n');
  return [
    { label: say('policies.edit.name'), value: line(rules.name.zh, rules.name.en) },
    { label: say('policies.edit.summary'), value: line(rules.summary.zh, rules.summary.en) },
    { label: say('policies.form'), value: words.form },
    {
      label: say('policies.edit.needs-premises'),
      value: say(`policies.edit.premises-${rules.needsPremises ? 'yes' : 'no'}`),
    },
    { label: say('policies.source'), value: line(rules.source.zh, rules.source.en) },
    {
      label: say('policies.who'),
      value: block(
        rules.conditions.map(({ clause, text }, index) =>
          line(clause, text.zh, text.en, words.conditions[index]?.check ?? ''),
        ),
      ),
    },
    {
      label: say('policies.what'),
      value: block([
        words.benefit,
        ...words.tiers.map((tier) => line(tier.clause, tier.months, tier.amount, tier.who)),
      ]),
    },
    {
      label: say('policies.supplements'),
      value: block(
        rules.supplements.map(({ when: { clause, text } }, index) => {
          const { check = '', more = '' } = words.supplements[index] ?? {};
          return line(clause, text.zh, text.en, check, more);
        }),
      ),
    },
    { label: say('policies.caps'), value: block([words.capsClause, ...words.caps]) },
    {
      label: say('policies.proof'),
      value: block(
        rules.proof.map(({ text }, index) => line(text.zh, text.en, words.proof[index]?.why ?? '')),
      ),
    },
    {
      label: say('policies.limits'),
      value: block([
        words.limitsClause,
        ...words.limits.map(({ label, value }) => line(label, value)),
      ]),
    },
  ];
}
