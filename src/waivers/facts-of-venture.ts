import type { Day } from '../calendar/days.js';
import type { FounderCategory } from '../people/categories.js';
import { Facts, noPremises } from '../policies/facts.js';
import { askingForAll } from '../policies/months-that-fit.js';
import { rentByDay } from '../policies/rent-by-day.js';
import { allConditions } from '../policies/rules.js';
import { rentFacts } from '../policies/stated-rent.js';
import type { IssuedVersion } from '../policies/versions.js';
import { isOuterIsland } from '../standards/islands.js';
import type { Industry, LegalForm, Trade } from '../standards/register-codes.js';
import { earlierOf } from './earlier-waivers.js';
import { insuredJobsOf } from './insured-jobs.js';
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
  if (!tenancy && rules.needsPremises) return null;
  const period = { from: on, to: on };
  const asking = { policyId, ventureId: venture.id, personId: person.id };
  const live = person.categories.filter(({ endedOn }) => endedOn === null || endedOn > on);
  const settledOn = venture.residencies[0]?.beganOn ?? null;
  const facts: Facts = {
    on,
    period,
    settledOn,
    registeredOn: venture.registeredOn,
    jobs: venture.jobs,
    insuredJobs: insuredJobsOf(venture.insured, on),
    industry: venture.industry as Industry,
    trade: venture.trade as Trade | null,
    ...placeOf(venture, tenancy),
    ...earlierOf(venture.waivers, asking, venture.recordsOf(person.id), period),
    categories: live.map(({ category, beganOn }) => ({
      category: category as FounderCategory,
      since: beganOn,
    })),
    graduatedOn: person.graduatedOn,
    legalForm: venture.legalForm as LegalForm,
    tradingSince: venture.registeredOn ?? settledOn,
    premises: tenancy && rules.needsPremises ? premisesOf(tenancy) : noPremises,
    declared: allConditions(rules)
      .filter(({ kind }) => kind === 'declaration')
      .map(({ id }) => id),
  };
  return Facts.parse(askingForAll(rules, facts));
}

type Tenancy = SettledVenture['tenancies'][number];

function premisesOf(tenancy: Tenancy): Facts['premises'] {
  const rent = rentFacts(rentByDay(tenancy));
  return {
    kind: rent.rent === 0 ? 'rent-free' : 'park-space',
    area: tenancy.area,
    ...rent,
    leaseFrom: tenancy.beganOn,
    leaseTo: tenancy.termEndOn,
  };
}

function placeOf({ residencies: [stay] }: SettledVenture, tenancy: Tenancy | undefined) {
  const island = tenancy?.space.island ?? stay?.park.islandZh ?? null;
  return {
    region: stay?.park.regionCode ?? null,
    outerIsland: island === null ? null : isOuterIsland(island),
  };
}
