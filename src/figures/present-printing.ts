import type { Voice } from '../language/say.js';
import { amountText } from '../ledger/amounts.js';
import { currentVersion, definitionHref, type Publishable } from '../ledger/definitions.js';
import { coverageText } from '../ledger/present.js';
import { rentCoverageText } from '../ledger/rent-coverage.js';
import type { ComputedFigure } from './compute-figure.js';
import { countedIn } from './counted.js';
import { channels } from './edition-rules.js';
import { intervalWords } from './present.js';
import { proposedWording, proposeWordings } from './wordings.js';

/**
 * What a form to publish shows of the number, and the wordings that fit it.
 * @param isUnknown whether it is no number: of workers of a kind that nobody states, which cannot be published
 */
export function presentPrinting(
  measure: Publishable,
  computed: ComputedFigure,
  voice: Voice,
  isUnknown = false,
) {
  const { say, lang } = voice;
  const { value, members, coverage, marketRents, stating } = computed;
  const unit = say(`ledger.unit.${measure}`, { n: value });
  const version = currentVersion(measure);
  const counted = countedIn(measure);
  const best = proposedWording(value, counted);
  const covered = coverage && coverageText(coverage, voice);
  const rents = marketRents && rentCoverageText(marketRents, voice);
  const hint = (example: string) =>
    say('figures.publish.wording-hint', { n: amountText(measure, value, lang), example });
  return {
    value: [
      {
        label: say('figures.published.value'),
        value: isUnknown
          ? `— ${say('figures.publish.unstated')}`
          : `${amountText(measure, value, lang)} ${unit}`,
      },
      {
        label: say('figures.published.members'),
        value: say('figures.published.members-n', { n: members }),
      },
      ...(covered ? [{ label: say('figures.published.coverage'), value: covered }] : []),
      ...(rents ? [{ label: say('figures.published.market-rents'), value: rents }] : []),
      ...(stating === null
        ? []
        : [
            {
              label: say('figures.published.stating'),
              value: say('figures.published.stating-n', { n: stating }),
            },
          ]),
      {
        label: say('figures.published.definition'),
        value: say('figures.published.definition-n', {
          measure: say(`ledger.measure.${measure}`),
          version,
        }),
        href: definitionHref(measure, version),
      },
    ],
    hintZh: isUnknown ? '' : hint(best.zh),
    hintEn: isUnknown ? '' : hint(best.en),
    channels: channels.map((channel) => ({
      value: channel,
      label: say(`figures.channel.${channel}`),
    })),
    proposals: (isUnknown ? [] : proposeWordings(value, counted)).map(({ zh, en, interval }) => ({
      zh,
      en,
      range: intervalWords(interval, say),
    })),
  };
}
