import type { Tx } from '../../../src/database/database.js';
import { computeFigure } from '../../../src/figures/compute-figure.js';
import { figureScope } from '../../../src/figures/figure-scope.js';
import { publishFigure } from '../../../src/figures/publish-figure.js';
import { trackedMeasures } from '../../../src/figures/register.js';
import { reportedFigures } from '../../../src/figures/reported-figures.js';
import { misfit, proposedWording } from '../../../src/figures/wordings.js';
import type { Actor } from '../../../src/history/actor.js';
import { headPosition } from '../../../src/ledger/totals.js';
import { reportDay } from './shape.js';

/** When the bureau publishes the figures of the report, as the ledger then stands. */
export const publishedAt = new Date('2025-01-22T00:30:00Z');

/** Publishes what the report printed; in a network of another size, what fits its own numbers. */
export async function publishReported(tx: Tx, by: Actor): Promise<void> {
  const position = await headPosition(tx);
  const scope = await figureScope(tx, 'network', { asOf: reportDay, month: null });
  const parkIds = scope?.parkIds ?? [];
  for (const measure of trackedMeasures) {
    const at = { measure, asOf: reportDay, month: null, position };
    const { value } = await computeFigure(tx, { ...at, parkIds });
    const proposed = proposedWording(value);
    const printed = reportedFigures.find(([code]) => code === measure)?.[2] ?? proposed.zh;
    await publishFigure(tx, by, {
      ...at,
      scope: 'network',
      channel: 'press',
      wordingZh: misfit(printed, 'zh', value) === null ? printed : proposed.zh,
      wordingEn: proposed.en,
      source: '2025年1月舟山市“没有围墙的创业园”公开报道',
    });
  }
}
