import type { Reads } from '../database/database.js';
import type { Voice } from '../language/say.js';
import { makeSay } from '../language/say.js';
import type { Lang } from '../language/words.js';
import { askedOf } from './assess-case.js';
import type { Case } from './case.js';
import { clausesOfFact, FactCorrection } from './fact-corrections.js';
import type { LetterValues } from './letters/letter-content.js';
import { basisText, factName, factText } from './present-fact-corrections.js';

/** What desks corrected of the facts of a case, the oldest first, each with why. */
export const correctionsIn = ({ steps }: Pick<Case, 'steps'>) =>
  steps
    .filter(({ move }) => move === 'fact-corrected')
    .map(({ outcome, note }) => ({ ...FactCorrection.parse(outcome), note }));

/** Words in both languages, whoever reads. */
export const inBoth = (words: (voice: Voice) => string) => {
  const inWords = (lang: Lang) => words({ lang, say: makeSay(lang) });
  return { zh: inWords('zh'), en: inWords('en') };
};

/**
 * What a decision gives otherwise than was asked for: the sum by the facts as they were handed in, and each fact that was
 * corrected with its clauses and its proof; null where nothing was.
 * @param given what the decision gives, in fen
 */
export async function differenceOf(
  reads: Reads,
  application: Case,
  given: number,
): Promise<LetterValues['difference']> {
  const corrections = correctionsIn(application);
  if (corrections.length === 0) return null;
  const { assessment } = await askedOf(reads, application);
  return {
    asked: assessment.schedule.total,
    given,
    rows: corrections.map((row) => ({
      fact: inBoth((voice) => factName(row.fact, voice)),
      was: inBoth((voice) => factText(row.fact, row.was, voice)),
      to: inBoth((voice) => factText(row.fact, row.to, voice)),
      clauses: clausesOfFact(application.rules, row.fact),
      basis: inBoth((voice) => basisText(row, voice)),
      note: row.note,
    })),
  };
}

/** Whether less is given than was asked for: then the decision can be reconsidered. */
export const isLess = (difference: LetterValues['difference']): boolean =>
  difference !== null && difference.given < difference.asked;
