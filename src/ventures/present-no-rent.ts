import type { Day } from '../calendar/days.js';
import type { Reads } from '../database/database.js';
import type { Voice } from '../language/say.js';
import { isOfRent } from '../policies/rules.js';
import { versionsInForce } from '../policies/versions.js';

/**
 * What a lease without rent means for each policy in force, before it is saved: premises for which no rent is due may be
 * outside the policy, by a clause of it, and else there is no rent that it could waive.
 */
export async function noRentMeans(
  reads: Reads,
  on: Day,
  { say, lang }: Voice,
): Promise<{ href: string; text: string }[]> {
  const versions = await versionsInForce(reads, on);
  const ofRent = versions.filter(({ rules }) => isOfRent(rules));
  return ofRent.map(({ code, number, rules }) => {
    const barring = rules.conditions.find(
      (condition) => condition.kind === 'premises' && !condition.anyOf.includes('rent-free'),
    );
    const policy = rules.name[lang];
    return {
      href: `/policies/${code}?version=${number}`,
      text: barring
        ? say('ventures.let.no-rent-bars', { policy, clause: barring.clause })
        : say('ventures.let.no-rent-nothing', { policy }),
    };
  });
}
