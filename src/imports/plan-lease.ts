import { addMonths, type Day } from '../calendar/days.js';
import { areaOnDay } from '../ledger/space-on.js';
import { parkOfSpace } from '../parks/park-of-space.js';
import { isOpen } from '../ventures/settle-venture.js';
import type { ListIndex } from './list-index.js';
import type { ParsedLease } from './parse-row.js';
import type { Note, PlannedLease } from './planned.js';
import type { StoredSpace } from './register-facts.js';

/** A lease that says nothing of its term runs for so many months. */
const usualTerm = 12;

/** A space that somebody else has is no reason to leave out the venture: it comes without the lease, and that is said. */
export type LeasePlan = { lease: PlannedLease | null; notes: Note[] } | { refused: Note };

/** What is said of a row whose lease is left out. */
export const leaseLeftOut = ['imports.note.space-of-row', 'imports.note.space-let'] as const;

/**
 * Makes a lease of what a row says of its space: all of it that is free where no area is stated, for a year where no
 * last day is, from the day of settling where no first day is. What is assumed is said.
 * @param settledOn the day from which the venture is in the park
 */
export function planLease(
  stated: ParsedLease,
  settledOn: Day,
  { parkId, spaces, index }: { parkId: number; spaces: readonly StoredSpace[]; index: ListIndex },
): LeasePlan {
  const beganOn = stated.from ?? settledOn;
  const { space: number, rent } = stated;
  const space = spaces.find((each) => each.number === number);
  if (!space || parkOfSpace(space.stays, beganOn) !== parkId)
    return refusedAt('space', 'imports.why.no-space', { number });
  const row = index.rowWithSpace(number);
  if (row !== null && stated.area === null)
    return leftOut('imports.note.space-of-row', { number, row: String(row) });
  if (!isOpen(space, beganOn)) return refusedAt('space', 'ventures.space-not-open');
  if (rent === null) return refusedAt('rent', 'imports.why.rent-missing');
  const { free, tenant } = freeOn(space, beganOn);
  if (free <= 0) return leftOut('imports.note.space-let', { number, venture: tenant });
  const area = stated.area ?? free;
  const termEndOn = stated.termEndOn ?? yearAfter(beganOn);
  const basis = { rentBasis: basisOf(rent, space, beganOn) } as const;
  const notes: Note[] =
    stated.termEndOn === null ? [{ field: 'leaseTo', key: 'imports.note.term' }] : [];
  return { lease: { spaceId: space.id, beganOn, termEndOn, rent, area, basis }, notes };
}

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
  refused: values ? { field, key, values } : { field, key },
});

const leftOut = (
  key: (typeof leaseLeftOut)[number],
  values: Record<string, string>,
): LeasePlan => ({
  lease: null,
  notes: [{ field: 'space', key, values }],
});
