import type { RoleRow } from './stored-records.js';

/** The roles in two records as those in one, a venture's or a person's: of one person in one venture, one role at a time. */
export function mergedRoles(
  roles: readonly RoleRow[],
  owner: { ventureId: number } | { personId: number },
): RoleRow[] {
  const sorted = [...roles].sort((a, b) =>
    a.beganOn < b.beganOn ? -1 : a.beganOn > b.beganOn ? 1 : 0,
  );
  const found: RoleRow[] = [];
  for (const row of sorted) {
    const moved = Object.assign({}, row, owner);
    const last = found.find((each) => isSame(each, moved) && goesOn(each, moved));
    if (last) last.endedOn = later(last.endedOn, row.endedOn);
    else found.push(moved);
  }
  return found;
}

const isSame = (a: RoleRow, b: RoleRow): boolean =>
  a.personId === b.personId && a.ventureId === b.ventureId && a.role === b.role;
const goesOn = ({ endedOn }: RoleRow, { beganOn }: RoleRow): boolean =>
  endedOn === null || beganOn <= endedOn;
const later = (a: string | null, b: string | null): string | null =>
  a === null || b === null ? null : a > b ? a : b;
