import { z } from 'zod';
import type { Voice } from '../../language/say.js';
import {
  choice,
  day,
  hundredths,
  optional,
  optionalText,
  text,
  wholeNumber,
} from '../../web/fields.js';
import type { Labels, Typed } from '../../web/forms.js';
import type { CorrectableFact, FactValue } from '../fact-corrections.js';
import { seenVersion } from './case-form.js';

const most = 1_000_000_000;
const common = { ...seenVersion, proof: optionalText(20), note: text(1000, { lines: true }) };

const typedAs = {
  area: hundredths(most),
  rent: hundredths(most),
  sum: optional(hundredths(most)),
  months: wholeNumber(1, 600),
  heads: wholeNumber(0, 100_000),
  day: optional(day),
} satisfies Record<string, z.ZodType<FactValue>>;
type Kind = keyof typeof typedAs | 'held';

/** How a fact is typed: as a number with its unit, as a day, or as whether a category is held. */
export function kindOf(fact: CorrectableFact): Kind {
  if (fact.startsWith('category.')) return 'held';
  if (fact === 'jobs' || fact.startsWith('insured.')) return 'heads';
  if (fact === 'graduated' || fact === 'registered' || fact === 'trading') return 'day';
  return fact as 'area' | 'rent' | 'sum' | 'months';
}

export type Corrected = { version: number; to: FactValue; proof: string; note: string };

/** The form of one fact. */
export function formOfFact(fact: CorrectableFact): z.ZodType<Corrected> {
  const kind = kindOf(fact);
  if (kind !== 'held') return z.object({ ...common, to: typedAs[kind] });
  return z
    .object({ ...common, held: choice(['yes', 'no']), to: optional(day) })
    .transform(({ held, to, ...rest }) => ({
      ...rest,
      to: held === 'yes' ? { since: to } : null,
    }));
}

/** What stands in the form at first: the fact as it is. */
export function firstTyped(fact: CorrectableFact, value: FactValue): Typed {
  switch (kindOf(fact)) {
    case 'area':
    case 'rent':
    case 'sum':
      return { to: value === null ? '' : String(Number(value) / 100) };
    case 'held': {
      const held = value as { since: string | null } | null;
      return { held: held === null ? 'no' : 'yes', to: held?.since ?? '' };
    }
    default:
      return { to: value === null ? '' : String(value) };
  }
}

export const factLabels: Labels = {
  to: 'waivers.desk.correct-to',
  held: 'waivers.desk.correct-held',
  proof: 'waivers.desk.correct-proof',
  note: 'waivers.desk.note',
  fact: 'waivers.act.correct-fact',
};

/** How the field of the value is shown. */
export function fieldOf(fact: CorrectableFact, { say }: Pick<Voice, 'say'>) {
  const kind = kindOf(fact);
  const units = {
    area: 'area',
    rent: 'yuan',
    sum: 'yuan',
    months: 'month',
    heads: 'heads',
  } as const;
  return {
    isHeld: kind === 'held',
    isDay: kind === 'day' || kind === 'held',
    label: say(kind === 'held' ? 'waivers.desk.correct-to-day' : 'waivers.desk.correct-to'),
    hint:
      kind === 'day'
        ? say('waivers.desk.correct-to-hint-day')
        : kind === 'sum'
          ? say('waivers.desk.correct-to-hint-sum')
          : null,
    unit: kind in units ? say(`waivers.desk.unit-${units[kind as 'area']}`) : null,
    isOptional: kind === 'held' || kind === 'day' || kind === 'sum',
  };
}
