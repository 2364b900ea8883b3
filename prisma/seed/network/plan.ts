import type { WorkCalendar } from '../../../src/calendar/working-days.js';
import { planCases } from '../waivers/plan-cases.js';
import type { PlannedCase } from '../waivers/planned-case.js';
import { calibrateJobs, leaveOutDecember } from './calibrate.js';
import { featured } from './featured.js';
import { type PlannedReturn, planReturns } from './headcounts.js';
import { type PlannedLetting, type PlannedSpace, planLettings } from './lettings.js';
import { type Profile, Profiles } from './profiles.js';
import { Random } from './random.js';
import type { Shape } from './shape.js';
import { planStays, type Stay } from './stays.js';

/** The whole story of one venture. */
export type PlannedVenture = {
  profile: Profile;
  stay: Stay;
  returns: PlannedReturn[];
  lettings: PlannedLetting[];
};
export type Plan = { ventures: PlannedVenture[]; spaces: PlannedSpace[]; cases: PlannedCase[] };

/** Thinks the network out; the same shape and calendar always give the same one. Nothing is written. */
export function planNetwork(shape: Shape, calendar: WorkCalendar): Plan {
  const stays = planStays(
    new Random('stays'),
    shape,
    featured.map(({ park }) => park),
  );
  const profiles = new Profiles();
  const ventures = stays.map((stay, index): PlannedVenture => {
    const profile = profiles.next(index, stay, featured[index]);
    const returns = planReturns(new Random(`returns ${index}`), profile, stay, shape);
    return { profile, stay, returns, lettings: [] };
  });
  leaveOutDecember(new Random('december'), ventures, shape.withoutDecember);
  if (shape.jobs !== null) calibrateJobs(new Random('jobs'), ventures, shape.jobs);
  const spaces = planLettings(ventures, shape);
  const cases = planCases(ventures, shape.waivers, calendar);
  if (shape.waiversInBulk === 0)
    lendTheRest(ventures, new Set(cases.map(({ venture }) => venture)));
  return { ventures, spaces, cases };
}

/** Nine of ten who never applied use premises that their village lends for nothing: there is no rent to waive. */
function lendTheRest(ventures: PlannedVenture[], applied: Set<PlannedVenture>): void {
  for (const venture of ventures.filter((one) => !applied.has(one))) {
    if (!new Random(`lent ${venture.profile.name}`).chance(0.9)) continue;
    for (const letting of venture.lettings) letting.rent = 0;
  }
}
