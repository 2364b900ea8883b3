import { z } from 'zod';
import { choice, text, wholeNumber } from '../web/fields.js';
import type { Labels } from '../web/forms.js';
import { correctionKinds } from './correct-figure.js';
import { channels } from './edition-rules.js';

const mostEditions = 1_000_000;
const mostPositions = 999_999_999_999;

const printing = {
  wordingZh: text(30),
  wordingEn: text(60),
  source: text(200),
  channel: choice(channels),
};
const change = {
  edition: wholeNumber(1, mostEditions),
  reason: text(500, { lines: true }),
  told: text(300, { lines: true }),
};

export const PublishForm = z.object(printing);
export const CorrectionForm = z.object({
  kind: choice(correctionKinds),
  position: wholeNumber(0, mostPositions),
  ...printing,
  ...change,
});
export const WithdrawalForm = z.object(change);

/** How the pages call the fields: the summary of errors names them so. */
export const figureLabels: Labels = {
  kind: 'figures.correct.kind',
  wordingZh: 'figures.published.wording-zh',
  wordingEn: 'figures.published.wording-en',
  source: 'figures.published.source',
  channel: 'figures.published.channel',
  reason: 'figures.published.reason',
  told: 'figures.published.told',
};
