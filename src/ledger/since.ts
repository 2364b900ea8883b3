import type { Day } from '../calendar/days.js';
import type { Fault } from '../language/refusal.js';
import type { Say } from '../language/say.js';
import { choice, day, optional, optionalText } from '../web/fields.js';
import type { Labels } from '../web/forms.js';

export const sinceKinds = ['from', 'corrected'] as const;

/**
 * How the new value of something that totals, reports or filters read is meant: from a day on (自某日起变更), so that what is
 * said of the days before stays; or that it was so all along and was entered wrongly (更正).
 */
export type Since = { kind: 'from'; day: Day } | { kind: 'corrected'; reason: string };

/** The fields of a form that asks which of the two; `views/ledger/_since.hbs` shows them. */
export const sinceFields = {
  since: choice(sinceKinds).default('from'),
  changedOn: optional(day),
  changeReason: optionalText(200),
};
export const sinceLabels: Labels = {
  since: 'ledger.since',
  changedOn: 'ledger.since.changed-on',
  changeReason: 'ledger.since.reason',
};

/** What a form said; a change without a day is from today on. */
export const sinceOf = (
  form: { since: 'from' | 'corrected'; changedOn: Day | null; changeReason: string },
  now: Day,
): Since =>
  form.since === 'from'
    ? { kind: 'from', day: form.changedOn ?? now }
    : { kind: 'corrected', reason: form.changeReason };

/** What the fields choose from. */
export const sinceOptions = (say: Say) =>
  sinceKinds.map((value) => ({ value, label: say(`ledger.since.${value}`) }));

/**
 * What forbids a change: a day in the future or before the one from which the value of now holds (null: it always did),
 * and a correction without a reason.
 */
export const sinceFaults = (since: Since, heldFrom: Day | null, now: Day): (Fault | false)[] =>
  since.kind === 'corrected'
    ? [since.reason.trim() === '' && { field: 'changeReason', key: 'web.field.required' }]
    : [
        since.day > now && { field: 'changedOn', key: 'calendar.in-future' },
        heldFrom !== null &&
          since.day < heldFrom && {
            field: 'changedOn',
            key: 'ledger.since.too-early',
            values: { day: { day: heldFrom } },
          },
      ];
