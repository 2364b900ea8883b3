import { addMonths, type Day } from '../calendar/days.js';
import { areaOnDay } from '../ledger/space-on.js';
import { isOpen } from '../ventures/settle-venture.js';
import { findSpace } from './find-space.js';
import type { ParsedLease } from './parse-row.js';
import type { Around } from './plan-create.js';
import { planSpace, storedOf } from './plan-space.js';
import type { Note, PlannedLease, PlannedSpace } from './planned.js';
import type { StoredSpace } from './register-facts.js';

/** A lease that says nothing of its term runs for so many months. */
const usualTerm = 12;

/** A space that somebody else has is no reason to leave out the venture: it comes without the lease, and that is said. */
export type LeasePlan = { lease: PlannedLease | null; notes: Note[] } | { refused: Note[] };

/** What is said of a row whose lease is left out. */
export const leaseLeftOut = ['imports.note.space-of-row', 'imports.note.space-let'] as const;

/**
 * Makes a lease of what a row says of its space: all of it that is free where no area is stated, for a year where no
 * last day is, from the day of settling where no first day is. What is assumed is said. A space that the park lacks is
 * made, where the row says enough of it.
 * @param settledOn the day from which the venture is in the park
 */
export function planLease(
  settledOn: Day,
  { row, lease: stated }: { row: number; lease: ParsedLease },
  { ground, spaces, index }: Around,
): LeasePlan {
  const beganOn = stated.from ?? settledOn;
  const { rent } = stated;
  const noRent: Note[] = rent === null ? [{ field: 'rent', key: 'imports.why.rent-missing' }] : [];
  const found = findSpace(stated.space, beganOn, { parkId: ground.park.id, spaces, index });
  if ('refused' in found) return { refused: [found.refused] };
  const made = found.space === null ? planSpace(stated, beganOn, ground, row) : null;
  if (made && 'refused' in made) return { refused: [...made.refused, ...noRent] };
  const toMake = made ?? (found.space === null ? null : found.toMake);
  const space = found.space ?? storedOf(toMake as PlannedSpace, ground.park.id);
  const { number } = space;
  const earlier = index.rowWithSpace(number);
  if (earlier !== null && stated.area === null && made === null)
    return leftOut('imports.note.space-of-row', { number, row: String(earlier) });
  if (!isOpen(space, beganOn)) return refusedAt('space', ...whyNotOpen(space, toMake));
  if (rent === null) return { refused: noRent };
  const { free, tenant } = freeOn(space, beganOn);
  if (free <= 0) return leftOut('imports.note.space-let', { number, venture: tenant });
  const area = stated.area ?? free;
  const termEndOn = stated.termEndOn ?? yearAfter(beganOn);
  const basis = { rentBasis: basisOf(rent, space, beganOn) } as const;
  const notes: Note[] = toMake === null ? [] : [saidOf(toMake, row)];
  if (stated.termEndOn === null) notes.push({ field: 'leaseTo', key: 'imports.note.term' });
  const lease: PlannedLease = { spaceId: space.id, beganOn, termEndOn, rent, area, basis };
  if (toMake !== null) lease.space = toMake;
  return { lease, notes };
}

/** That a row makes a space, or takes the one that an earlier row makes. */
function saidOf({ row: maker, input }: PlannedSpace, row: number): Note {
  const { name, kind, area, village, openedOn } = input;
  if (maker !== row)
    return {
      field: 'space',
      key: 'imports.note.space-with-row',
      values: { space: name, row: String(maker) },
    };
  const values = { space: name, spaceKind: kind, squareMetres: area, village, day: openedOn };
  return { field: 'space', key: 'imports.note.space-made', values };
}

const whyNotOpen = (
  { openedOn, number }: StoredSpace,
  toMake: PlannedSpace | null,
): [Note['key'], Note['values']?] =>
  toMake === null
    ? ['ventures.space-not-open']
    : ['imports.why.space-opens-later', { space: number, day: openedOn, row: String(toMake.row) }];

/** What of a space nobody has on a day, in hundredths of a m²; and somebody who has some of it. */
function freeOn(space: StoredSpace, day: Day): { free: number; tenant: string } {
  const taking = space.leases.filter(
    ({ beganOn, endedOn }) => beganOn <= day && (endedOn === null || day < endedOn),
  );
  const taken = taking.reduce((sum, lease) => sum + lease.area, 0);
  return { free: areaOnDay(space, day) - taken, tenant: taking[0]?.venture ?? '' };
}

/** A rent below that of the market, or of which no market rent is known, is what the park agreed by itself. */
function basisOf(rent: number, { rents }: StoredSpace, day: Day): 'market' | 'agreement' {
  const market = rents.findLast(({ fromOn }) => fromOn <= day)?.fen ?? null;
  return rent > 0 && market !== null && rent >= market ? 'market' : 'agreement';
}

function yearAfter(day: Day): Day {
  const month = addMonths(day.slice(0, 7), usualTerm);
  return day.endsWith('-02-29') ? `${month}-28` : `${month}-${day.slice(8)}`;
}

const refusedAt = (field: Note['field'], key: Note['key'], values?: Note['values']): LeasePlan => ({
  refused: [values ? { field, key, values } : { field, key }],
});

const leftOut = (
  key: (typeof leaseLeftOut)[number],
  values: Record<string, string>,
): LeasePlan => ({
  lease: null,
  notes: [{ field: 'space', key, values }],
});
