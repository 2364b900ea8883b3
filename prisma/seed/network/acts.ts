import {
  addDays,
  addMonths,
  type Day,
  firstOf,
  type Month,
  monthOf,
} from '../../../src/calendar/days.js';
import { policySteps } from '../policies/seed-policies.js';
import { actsOfCases } from '../waivers/acts-of-cases.js';
import type { CaseStep, PlannedCase } from '../waivers/planned-case.js';
import type { PlannedReturn } from './headcounts.js';
import type { PlannedLetting, PlannedSpace } from './lettings.js';
import type { Mistake } from './mistakes.js';
import { closedAt, type ReturnStep, returnSteps } from './monthly-returns.js';
import { parks } from './parks.js';
import type { Plan, PlannedVenture } from './plan.js';
import { publishedAt } from './publications.js';
import { Random } from './random.js';
import { type PlannedVisit, planVisits } from './visits.js';

export type FiledReturn = { venture: PlannedVenture; filed: PlannedReturn; isCorrection: boolean };

/** What somebody sits down to record at one moment, in the park of that place in the list; the bureau publishes for all. */
export type Act = { at: Date; park: number } & (
  | { kind: 'open-park' }
  | { kind: 'publish' }
  | { kind: 'closing' }
  | { kind: 'monthly-return'; step: ReturnStep }
  | { kind: 'policy'; step: (typeof policySteps)[number]['step'] }
  | { kind: 'add-spaces'; spaces: PlannedSpace[] }
  | { kind: 'arrivals'; ventures: PlannedVenture[] }
  | { kind: 'move' | 'leave'; venture: PlannedVenture }
  | { kind: 'renewal'; venture: PlannedVenture; letting: PlannedLetting }
  | { kind: 'returns'; returns: FiledReturn[] }
  | { kind: 'visit'; visit: PlannedVisit }
  | { kind: 'mistake'; step: Mistake['step'] }
  | { kind: 'case'; one: PlannedCase; step: CaseStep }
);

/** Everything that is recorded in the story, in the order of time; @param mistakes what goes wrong in it */
export function actsOf({ ventures, spaces, cases }: Plan, mistakes: Mistake[] = []): Act[] {
  const acts: Act[] = [
    ...parks.map((park, index) => ({
      kind: 'open-park' as const,
      park: index,
      at: office(park.openedOn, 'open', 0, 10),
    })),
    { kind: 'publish', park: 0, at: publishedAt },
    { kind: 'closing', park: 0, at: closedAt },
    ...returnSteps(filedAt).map((one) => ({ kind: 'monthly-return' as const, ...one })),
    ...policySteps.map((one) => ({ kind: 'policy' as const, park: 0, ...one })),
    ...spacesAdded(spaces),
    ...arrivals(ventures),
    ...departures(ventures),
    ...renewals(ventures),
    ...filings(ventures),
    ...planVisits(ventures).map((visit) => ({
      kind: 'visit' as const,
      park: visit.park,
      at: visit.at,
      visit,
    })),
    ...mistakes.map((mistake) => ({ kind: 'mistake' as const, ...mistake })),
    ...actsOfCases(cases).map((act) => ({ kind: 'case' as const, ...act })),
  ];
  return acts.sort((a, b) => a.at.getTime() - b.at.getTime());
}

/** A moment in office hours: a park opens at eight, gets its spaces after that, and everything else comes later. */
function office(day: Day, what: string, from = 60, to = 570): Date {
  const minute = from + Math.floor(new Random(`${what} ${day}`).next() * (to - from));
  return new Date(Date.parse(`${day}T00:00:00Z`) + minute * 60_000);
}

function spacesAdded(spaces: PlannedSpace[]): Act[] {
  const groups = groupBy(spaces, (space) => `${space.park} ${space.openedOn}`);
  return groups.map((group) => {
    const { park, openedOn } = group[0] as PlannedSpace;
    return {
      kind: 'add-spaces',
      park,
      spaces: group,
      at: office(openedOn, `spaces ${park}`, 20, 50),
    };
  });
}

/** A manager logs what came in a month at one sitting. */
function arrivals(ventures: PlannedVenture[]): Act[] {
  const groups = groupBy(ventures, ({ stay }) => `${stay.park} ${monthOf(stay.loggedOn)}`);
  return groups.map((group) => {
    const sorted = group.sort((a, b) => (a.stay.loggedOn < b.stay.loggedOn ? -1 : 1));
    const { park, loggedOn } = (sorted.at(-1) as PlannedVenture).stay;
    return { kind: 'arrivals', park, ventures: sorted, at: office(loggedOn, `arrivals ${park}`) };
  });
}

function departures(ventures: PlannedVenture[]): Act[] {
  return ventures.flatMap((venture, index): Act[] => {
    const { park, moved, left } = venture.stay;
    const later = (day: Day) => office(addDays(day, index % 3), `leaves ${index}`);
    const acts: Act[] = [];
    if (moved) acts.push({ kind: 'move', park, venture, at: later(moved.on) });
    if (left)
      acts.push({ kind: 'leave', park: moved?.toPark ?? park, venture, at: later(left.on) });
    return acts;
  });
}

function renewals(ventures: PlannedVenture[]): Act[] {
  return ventures.flatMap((venture, index) =>
    venture.lettings
      .filter((letting) => letting.renews !== null)
      .map((letting) => ({
        kind: 'renewal' as const,
        park: letting.space.park,
        venture,
        letting,
        at: office(addDays(letting.beganOn, index % 2), `renews ${index}`),
      })),
  );
}

/** Each park files a month's returns at one sitting early in the next month, with late ones and corrections. */
function filings(ventures: PlannedVenture[]): Act[] {
  const all = ventures.flatMap((venture) =>
    venture.returns.flatMap((filed) => {
      const entry = { venture, filed, park: parkIn(venture, filed.month) };
      const first = { ...entry, inMonth: filed.filedIn, isCorrection: false };
      if (!filed.corrected) return [first];
      return [first, { ...entry, inMonth: filed.corrected.inMonth, isCorrection: true }];
    }),
  );
  return groupBy(all, ({ park, inMonth }) => `${park} ${inMonth}`).map((group) => {
    const { park, inMonth } = group[0] as (typeof all)[number];
    return { kind: 'returns', park, returns: group, at: filedAt(park, inMonth) };
  });
}

function filedAt(park: number, inMonth: Month): Date {
  const day = addDays(firstOf(inMonth), 2 + ((park * 3 + Number(inMonth.slice(5))) % 7));
  return office(day, `returns ${park}`);
}

function parkIn({ stay }: PlannedVenture, month: Month): number {
  return stay.moved && stay.moved.on < firstOf(addMonths(month, 1)) ? stay.moved.toPark : stay.park;
}

function groupBy<T>(items: T[], keyOf: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return [...groups.values()];
}
