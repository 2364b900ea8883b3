import type { CoverLine } from '../exports/book.js';
import type { Voice } from '../language/say.js';
import { currentVersion, isPublishable } from './definitions.js';

/** The lines of a cover that say what the measures in a file mean, and by which version of their definitions. */
export const definitionLines = (measures: string[], { say }: Voice): CoverLine[] =>
  measures.filter(isPublishable).map((measure) => ({
    label: say('reports.cover.definition', { measure: say(`ledger.measure.${measure}`) }),
    value: `${say(`ledger.meaning.${measure}`)} ${say('reports.cover.version', { n: currentVersion(measure) })}`,
  }));
