import type { RoleRow } from './stored-records.js';

/** The roles of people in both records as those in one: of one person, one role at a time that goes on. */
export function mergedRoles(roles: readonly RoleRow[], ownId: number): RoleRow[] {
  const sorted = [...roles].sort((a, b) =>
    a.beganOn < b.beganOn ? -1 : a.beganOn > b.beganOn ? 1 : 0,
  );
  const found: RoleRow[] = [];
  for (const row of sorted) {
    const at = found.findIndex((each) => isSame(each, row) && goesOn(each, row));
    const last = found[at];
    if (!last) found.push(Object.assign({}, row, { ventureId: ownId }));
    else found[at] = Object.assign(last, { endedOn: later(last.endedOn, row.endedOn) });
  }
  return found;
}

const isSame = (a: RoleRow, b: RoleRow): boolean => a.personId === b.personId && a.role === b.role;
const goesOn = ({ endedOn }: RoleRow, { beganOn }: RoleRow): boolean =>
  endedOn === null || beganOn <= endedOn;
const later = (a: string | null, b: string | null): string | null =>
  a === null || b === null ? null : a > b ? a : b;
