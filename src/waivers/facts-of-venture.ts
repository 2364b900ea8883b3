import type { Day } from '../calendar/days.js';
import { monthsLater } from '../calendar/months-later.js';
import type { FounderCategory } from '../people/categories.js';
import { Facts } from '../policies/facts.js';
import { rentByDay } from '../policies/rent-by-day.js';
import { rentFacts } from '../policies/stated-rent.js';
import type { IssuedVersion } from '../policies/versions.js';
import type { LegalForm } from '../standards/register-codes.js';
import { earlierOf } from './earlier-waivers.js';
import type { SettledVenture } from './settled-ventures.js';

/**
 * The facts as far as the register knows them, for months from today on: what a founder only has to declare is taken
 * as declared, and trading to have begun with the registration. null where there is no tenancy to waive the rent of.
 */
export function factsOfVenture(
  venture: SettledVenture,
  person: SettledVenture['roles'][number]['person'],
  { rules, policyId }: IssuedVersion,
  on: Day,
  tenancy: SettledVenture['tenancies'][number] | undefined = venture.tenancies[0],
): Facts | null {
  if (!tenancy) return null;
  const rent = rentFacts(rentByDay(tenancy));
  const period = { from: on, to: monthsLater(on, rules.months) };
  const asking = { policyId, ventureId: venture.id, personId: person.id };
  const live = person.categories.filter(({ endedOn }) => endedOn === null || endedOn > on);
  const settledOn = venture.residencies[0]?.beganOn ?? null;
  return Facts.parse({
    on,
    period,
    settledOn,
    registeredOn: venture.registeredOn,
    jobs: venture.jobs,
    ...earlierOf(venture.waivers, asking, venture.recordsOf(person.id), period),
    categories: live.map(({ category, beganOn }) => ({
      category: category as FounderCategory,
      since: beganOn,
    })),
    graduatedOn: person.graduatedOn,
    legalForm: venture.legalForm as LegalForm,
    tradingSince: venture.registeredOn ?? settledOn,
    premises: {
      kind: rent.rent === 0 ? 'rent-free' : 'park-space',
      area: tenancy.area,
      ...rent,
      leaseFrom: tenancy.beganOn,
      leaseTo: tenancy.termEndOn,
    },
    declared: rules.conditions.filter(({ kind }) => kind === 'declaration').map(({ id }) => id),
  } satisfies Facts);
}
