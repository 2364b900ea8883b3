import type { Day } from '../calendar/days.js';
import type { ParsedLease } from './parse-row.js';
import type { Ground } from './plan-create.js';
import type { Note, PlannedSpace } from './planned.js';
import type { StoredSpace } from './register-facts.js';

/**
 * Makes of what a row says of a space that the park lacks the one that is to be added, open from the first day of the lease,
 * in the park's own village where none is said; or all that is wrong.
 * @param row the number of the row, which makes it
 */
export function planSpace(
  { space, area: leased }: ParsedLease,
  openedOn: Day,
  { park, mayAddSpaces }: Ground,
  row: number,
): PlannedSpace | { refused: Note[] } {
  const { shown, key, details, faults } = space;
  const { kind, marketRent, rentSource } = details;
  const area = details.area ?? leased;
  const refused: Note[] = [...faults];
  const values = { space: shown };
  if (!mayAddSpaces) refused.push({ field: 'space', key: 'imports.why.space-not-yours', values });
  const isRead = (field: Note['field']) => faults.every((fault) => fault.field !== field);
  if (area === null && isRead('spaceArea'))
    refused.push({ field: 'area', key: 'imports.why.space-area', values });
  if (area === 0) refused.push({ field: 'area', key: 'parks.area-positive' });
  if (kind === null && isRead('spaceKind'))
    refused.push({
      field: 'spaceKind',
      key: 'imports.why.space-kind',
      values: { space: shown, spaceKinds: '' },
    });
  if (marketRent !== null && rentSource === '' && isRead('rentSource'))
    refused.push({ field: 'rentSource', key: 'imports.why.rent-source' });
  if (refused.length > 0 || kind === null || area === null) return { refused };
  const { village, island, address, owner } = details;
  const input = {
    name: shown,
    kind,
    village: village || park.villageZh,
    island: island || park.islandZh,
    address,
    area,
    owner,
    marketRent,
    rentSource: marketRent === null ? '' : rentSource,
    openedOn,
  };
  return { key, row, input };
}

/** A space that is to be made, as it will be on record: nobody has any of it. */
export function storedOf({ key, input }: PlannedSpace, parkId: number): StoredSpace {
  const { name, area, marketRent, openedOn } = input;
  return {
    id: 0,
    number: name,
    key,
    stays: [{ parkId, beganOn: openedOn, endedOn: null }],
    area,
    earlier: [],
    openedOn,
    closedOn: null,
    leases: [],
    rents: [{ fromOn: openedOn, fen: marketRent }],
  };
}
