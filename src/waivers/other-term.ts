import type { Actor } from '../history/actor.js';
import type { Case } from './case.js';
import { reconsiderBy } from './determine-application.js';
import type { LetterValues } from './letters/letter-content.js';
import { notReconsidered } from './reconsidered.js';

/** By when the other thing can be reconsidered that waited for a decision which leaves the case granted; null where there is none. */
export function otherTerm(application: Case, by: Actor): LetterValues['other'] {
  const [other] = notReconsidered(application);
  if (!other) return null;
  const { until, days, isProvisional } = reconsiderBy(application, by);
  return { of: other, until, days, isProvisional };
}
