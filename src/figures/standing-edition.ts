import type { Tx } from '../database/database.js';
import { Conflict } from '../language/refusal.js';
import { findFigure, type PublishedFigure } from './published-queries.js';

/**
 * A figure whose newest edition is the one that the form was made for.
 * @throws Conflict where another edition has come since, or it was withdrawn
 */
export async function standingEdition(
  tx: Tx,
  number: string,
  edition: number,
): Promise<PublishedFigure> {
  const figure = await findFigure(tx, number);
  if (!figure) throw new Error(`there is no figure ${number}`);
  const { current } = figure;
  if (current.kind === 'withdrawn') throw new Conflict('figures.withdrawn-already');
  if (current.edition !== edition) throw new Conflict('figures.edition-since');
  return figure;
}
