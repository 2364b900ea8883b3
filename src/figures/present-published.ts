import { day, month, time } from '../language/format.js';
import type { Voice } from '../language/say.js';
import { amountText } from '../ledger/amounts.js';
import { definitionHref } from '../ledger/definitions.js';
import { totalsAddress } from '../ledger/forms.js';
import { coverageKind, workerKindOf } from '../ledger/measures.js';
import { coverageText } from '../ledger/present.js';
import { rentCoverageText } from '../ledger/rent-coverage.js';
import type { Edition, EditionKind, PublishedFigure } from './published-queries.js';

const tones = {
  published: 'sea',
  corrected: 'heed',
  superseded: 'heed',
  withdrawn: 'stop',
} as const;

export const figureHref = (figure: string): string => `/figures/published/${figure}`;

/** What a figure counts, where and when: 'Jobs created, the whole network, as of 21 January 2025'. */
export function subjectOf(figure: PublishedFigure, { say, lang }: Voice) {
  const when =
    figure.month === null
      ? say('figures.published.when-day', { day: day(figure.asOf, lang) })
      : say('figures.published.when-month', { month: month(figure.month, lang) });
  return {
    measure: say(`ledger.measure.${figure.measure}`),
    scope: lang === 'zh' ? figure.scopeNameZh : figure.scopeNameEn,
    when,
  };
}

export const stateTag = (kind: EditionKind, { say }: Voice) => ({
  label: say(`figures.state.${kind}`),
  tone: tones[kind],
});

/** What an edition printed, with its unit. */
export function wordingOf(figure: PublishedFigure, edition: Edition, { say, lang }: Voice): string {
  const unit = say(`ledger.unit.${figure.measure}`, { n: edition.value });
  return lang === 'zh' ? `${edition.wordingZh}${unit}` : `${edition.wordingEn} ${unit}`;
}

/** One figure as a row of the list. */
export function presentListed(figure: PublishedFigure, voice: Voice) {
  const { current } = figure;
  return {
    ...subjectOf(figure, voice),
    asOf: figure.month === null ? day(figure.asOf, voice.lang) : month(figure.month, voice.lang),
    number: figure.number,
    href: figureHref(figure.number),
    wording: wordingOf(figure, current, voice),
    value: amountText(figure.measure, current.value, voice.lang),
    state: stateTag(current.kind, voice),
    edition: voice.say('figures.published.edition-n', { edition: current.edition }),
    at: time(current.publishedAt, voice.lang),
  };
}

/** Where the records that make an edition are listed, for those who may see them. */
export function membersHref(figure: PublishedFigure, { position }: Edition): string {
  const { measure, scope, asOf, month } = figure;
  return totalsAddress({ measure, scope, asOf, position, ...(month === null ? {} : { month }) });
}

/** Everything that an edition says, line by line. */
export function saidBy(figure: PublishedFigure, edition: Edition, voice: Voice) {
  const { say, lang } = voice;
  const coverage = edition.coverage && coverageText(edition.coverage, voice);
  const definition = {
    measure: say(`ledger.measure.${figure.measure}`),
    version: edition.definition,
  };
  return [
    { label: say('figures.published.wording-zh'), value: edition.wordingZh },
    { label: say('figures.published.wording-en'), value: edition.wordingEn },
    {
      label: say('figures.published.value'),
      value: amountText(figure.measure, edition.value, lang),
    },
    ...(coverage ? [{ label: say('figures.published.coverage'), value: coverage }] : []),
    ...marketRentsSaid(figure, edition, voice),
    ...statingSaid(figure, edition, voice),
    {
      label: say('figures.published.definition'),
      value: say('figures.published.definition-n', definition),
      href: definitionHref(figure.measure, edition.definition),
    },
    {
      label: say('figures.published.position'),
      value: say('figures.published.position-n', { position: edition.position }),
    },
    { label: say('figures.published.source'), value: edition.source },
    {
      label: say('figures.published.channel'),
      value: say(`figures.channel.${edition.channel as 'press'}`),
    },
    { label: say('figures.published.at'), value: time(edition.publishedAt, lang) },
    {
      label: say('figures.published.members'),
      value: say('figures.published.members-n', { n: edition.members }),
    },
    { label: say('figures.published.hash'), value: edition.membersHash },
  ];
}

/** How many leases had a market rent when the edition was published, of a sum that rests on them. */
function marketRentsSaid({ measure }: PublishedFigure, { marketRents }: Edition, voice: Voice) {
  if (coverageKind(measure) !== 'market-rents') return [];
  const label = voice.say('figures.published.market-rents-then');
  if (marketRents === null) return [{ label, value: voice.say('figures.published.unrecorded') }];
  const value = rentCoverageText(marketRents, voice);
  return value === null ? [] : [{ label, value }];
}

/** How many returns stated the kind of worker when the edition was published, of a sum of one. */
function statingSaid({ measure }: PublishedFigure, { stating }: Edition, { say }: Voice) {
  if (workerKindOf(measure) === undefined) return [];
  const value =
    stating === null
      ? say('figures.published.unrecorded')
      : say('figures.published.stating-n', { n: stating });
  return [{ label: say('figures.published.stating-then'), value }];
}

/** The editions, newest first. @param names of the accounts, for those who may know who published; else null */
export function presentEditions(
  figure: PublishedFigure,
  names: Map<number, string> | null,
  voice: Voice,
) {
  const { say, lang } = voice;
  return [...figure.editions].reverse().map((edition) => ({
    edition: say('figures.published.edition-n', { edition: edition.edition }),
    href: `${figureHref(figure.number)}?edition=${edition.edition}`,
    kind: { label: say(`figures.edition.${edition.kind}`), tone: tones[edition.kind] },
    wording: wordingOf(figure, edition, voice),
    value: amountText(figure.measure, edition.value, lang),
    at: time(edition.publishedAt, lang),
    by: names && (names.get(edition.publishedById ?? 0) ?? say('figures.published.system')),
    reason: edition.reason,
    told: edition.told,
  }));
}
