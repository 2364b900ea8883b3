import type { Tx } from '../../src/database/database.js';
import { publishFigure } from '../../src/figures/publish-figure.js';
import { headPosition } from '../../src/ledger/totals.js';
import { at } from '../ledger/network.js';

type Given = Partial<Parameters<typeof publishFigure>[2]>;

/** Publishes the jobs of the network on 2025-01-21 as the ledger stands, or what is given instead. */
export async function someFigure(tx: Tx, given: Given = {}): Promise<string> {
  return publishFigure(tx, at('2025-02-10'), {
    measure: 'jobs',
    scope: 'network',
    asOf: '2025-01-21',
    month: null,
    wordingZh: '',
    wordingEn: '',
    source: '新闻发布会',
    channel: 'briefing',
    position: await headPosition(tx),
    ...given,
  });
}
