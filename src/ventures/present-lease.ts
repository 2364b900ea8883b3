import type { Day } from '../calendar/days.js';
import { lastDayOf } from '../calendar/last-day.js';
import type { Reads } from '../database/database.js';
import { area, day, yuan } from '../language/format.js';
import type { Voice } from '../language/say.js';
import { areaOnDay } from '../ledger/space-on.js';
import { spaceLabel } from '../parks/space-names.js';
import type { StatedRent } from '../policies/rent-by-day.js';
import { basisValue } from './rent-basis.js';
import { spellTexts, typedRentTerms } from './rent-steps.js';
import { restsOnLease } from './rests-on-lease.js';
import type { TenancyFound } from './tenancy-queries.js';

/** A lease in short, above a form about it. */
export function leaseFacts({ venture, space, ...lease }: TenancyFound, { say, lang }: Voice) {
  return [
    { label: say('ventures.let.space'), value: spaceLabel(space, lang) },
    { label: say('ventures.end-tenancy.venture'), value: `${venture.number} ${venture.name}` },
    {
      label: say('ventures.end-tenancy.term'),
      value: say('ventures.end-tenancy.term-text', {
        from: day(lease.beganOn, lang),
        to: day(lastDayOf(lease.termEndOn), lang),
      }),
    },
    {
      label: say('ventures.let.rent'),
      value: say('ventures.end-tenancy.rent-text', { rent: yuan(lease.rent, lang) }),
    },
    {
      label: say('ventures.let.area'),
      value: say('ventures.lease.area-of', {
        area: area(lease.area, lang),
        whole: area(wholeOf(space, lease), lang),
      }),
    },
    ...spellFacts(lease, { say, lang }),
    ...contractFacts(lease, { say, lang }),
  ];
}

/** The rent spell by spell, where it changes. */
function spellFacts(lease: StatedRent & { termEndOn: Day }, voice: Voice) {
  const spells = spellTexts(lease, voice);
  const value = spells.join('\n');
  return spells.length === 0 ? [] : [{ label: voice.say('ventures.rent.steps'), value }];
}

/** What is known of the contract itself: nothing where neither was entered. */
export function contractFacts(
  { contractNumber, deposit }: Pick<TenancyFound, 'contractNumber' | 'deposit'>,
  { say, lang }: Voice,
) {
  const isStated = contractNumber !== '';
  const paper = isStated ? [{ label: say('ventures.let.contract'), value: contractNumber }] : [];
  if (deposit === null) return paper;
  const value = say('ventures.lease.yuan', { yuan: yuan(deposit, lang) });
  return [...paper, { label: say('ventures.let.deposit'), value }];
}

/** The area of the space while the lease runs, and of one that has ended on its last day. */
const wholeOf = (
  space: TenancyFound['space'],
  { endedOn }: Pick<TenancyFound, 'endedOn'>,
): number => (endedOn === null ? space.area : areaOnDay(space, lastDayOf(endedOn)));

/** Hundredths as people type them: 1,234.50 is 1234.5. */
export const typedHundredths = (value: number): string => area(value, 'en').replaceAll(',', '');

/** A lease as the form of a correction has it. */
export function typedLease(lease: TenancyFound) {
  const { beganOn, termEndOn, endedOn, rent, version } = lease;
  return {
    beganOn,
    termLastOn: lastDayOf(termEndOn),
    lastOn: endedOn === null ? '' : lastDayOf(endedOn),
    rent: typedHundredths(rent),
    area: typedHundredths(lease.area),
    basis: basisOfLease(lease) ?? '',
    contractNumber: lease.contractNumber,
    deposit: lease.deposit === null ? '' : typedHundredths(lease.deposit),
    ...typedRentTerms(lease, typedHundredths),
    reason: '',
    version: String(version),
  };
}

export function basisOfLease({ rentBasis, policyVersionId, clause }: TenancyFound): string | null {
  if (rentBasis === 'market' || rentBasis === 'agreement') return rentBasis;
  if (rentBasis !== 'policy' || policyVersionId === null || clause === null) return null;
  return basisValue({ rentBasis, policyVersionId, clause });
}

/** The basis of a lease as a choice of its own, where it is of a policy that is no longer offered. */
export function ownBasis(lease: TenancyFound, options: { value: string }[], { say }: Voice) {
  const value = basisOfLease(lease);
  if (value === null || options.some((option) => option.value === value)) return [];
  return [{ value, label: say('ventures.let.basis.clause', { clause: lease.clause ?? '' }) }];
}

/** What has to be undone before a lease can be corrected or void, each with the page on which that is done. */
export async function presentResting(reads: Reads, lease: TenancyFound, { say }: Voice) {
  const resting = await restsOnLease(reads, lease);
  return resting.map(({ kind, number, href }) => ({
    href,
    text: say(`ventures.lease.rests-${kind}`, { number }),
  }));
}
