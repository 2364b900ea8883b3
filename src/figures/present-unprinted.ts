import { day } from '../language/format.js';
import type { Voice } from '../language/say.js';
import { amountText } from '../ledger/amounts.js';
import { totalsAddress } from '../ledger/forms.js';
import { type UnprintedFigure, unprintedHref } from './unprinted.js';

/** A row of what is known here and was not printed. @param withRecords whether the reader may follow it to its records */
export function presentUnprinted(
  figure: UnprintedFigure,
  withRecords: boolean,
  { say, lang }: Voice,
) {
  const { code: measure, asOf, computed } = figure;
  return {
    href: unprintedHref(figure),
    subject: say(`ledger.measure.${measure}`),
    period: say('figures.period-as-of', { when: day(asOf, lang) }),
    computed: amountText(measure, computed, lang),
    unit: say(`ledger.unit.${measure}`, { n: computed }),
    recordsHref: withRecords ? totalsAddress({ measure, scope: 'network', asOf }) : null,
    verdict: { label: say('figures.known-not-printed'), tone: null },
  };
}
