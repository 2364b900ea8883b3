import type { Day } from '../../calendar/days.js';
import type { Reads } from '../../database/database.js';
import type { Fault } from '../../language/refusal.js';
import { countingWaivers } from '../counting-waivers.js';
import { hasOn, type Spell } from './changed-spells.js';

type Standing = { graduatedOn: Day | null; spells: readonly Spell[] };
type WaiverFacts = { on?: Day; graduatedOn?: Day | null; categories?: string[] };

/**
 * Waivers that count and were granted on what would be otherwise: on the graduation day as it was, or on a category that
 * the person would not have had on the day of the decision.
 */
export async function waiversOnCategories(
  reads: Reads,
  personId: number,
  before: Standing,
  after: Standing,
): Promise<Fault[]> {
  const waivers = await countingWaivers(reads, { personId });
  return waivers
    .filter(({ facts }) => {
      const { on = '', graduatedOn = null, categories = [] } = facts as WaiverFacts;
      const isDayMoved =
        graduatedOn !== null &&
        graduatedOn === before.graduatedOn &&
        graduatedOn !== after.graduatedOn;
      const has = ({ spells }: Standing, category: string) =>
        hasOn(
          spells.filter((spell) => spell.category === category),
          on,
        );
      return isDayMoved || categories.some((each) => has(before, each) && !has(after, each));
    })
    .map(({ number }) => ({
      field: '',
      key: 'ventures.categories.rests-waiver',
      values: { number },
    }));
}
