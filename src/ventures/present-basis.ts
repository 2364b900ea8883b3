import type { Day } from '../calendar/days.js';
import type { Reads } from '../database/database.js';
import type { Voice } from '../language/say.js';
import { versionsInForce } from '../policies/versions.js';
import { basisValue, clausesIn } from './rent-basis.js';

/** On what the rent of a new lease can rest: the clauses in force on the day, the park's own agreement, the market. */
export async function basisOptions(reads: Reads, on: Day, { say, lang }: Voice) {
  const versions = await versionsInForce(reads, on);
  const clauses = versions.flatMap(({ id, rules }) =>
    clausesIn(rules).map((clause) => ({
      value: basisValue({ rentBasis: 'policy', policyVersionId: id, clause }),
      label: say('ventures.let.basis.policy', { policy: rules.name[lang], clause }),
    })),
  );
  const others = (['agreement', 'market'] as const).map((rentBasis) => ({
    value: basisValue({ rentBasis }),
    label: say(`ventures.let.basis.${rentBasis}`),
  }));
  return [...clauses, ...others];
}

/** On what the rent of a lease rests, as it is stored. */
export function basisText(
  { rentBasis, clause }: { rentBasis: string | null; clause: string | null },
  { say }: Voice,
): string {
  if (rentBasis === 'policy' && clause !== null)
    return say('ventures.let.basis.clause', { clause });
  return say(
    rentBasis === 'agreement' || rentBasis === 'market'
      ? `ventures.let.basis.${rentBasis}`
      : 'ventures.let.basis.none',
  );
}
