import { endOfMonth, type Month } from '../../calendar/days.js';
import type { Side } from './merged-stays.js';
import type { CellRow, MonthRow, ReturnRow, StayRow } from './stored-records.js';

/** Of a park's return: which month and park it is of. */
export type ParkMonth = { id: number; month: Month; parkId: number };

/** Of which record each month's figures are taken where both state the month. */
export type SideOf = (month: Month) => Side;

/** The months that both records have a return for, and that do not state the same. */
export function contestedMonths(
  returns: readonly ReturnRow[],
  ownId: number,
): { month: Month; own: ReturnRow; other: ReturnRow }[] {
  return returns.flatMap((own) => {
    const other = returns.find((row) => row.month === own.month && row.ventureId !== ownId);
    if (own.ventureId !== ownId || !other || statesSame(own, other)) return [];
    return [{ month: own.month, own, other }];
  });
}

const stated = ['headcount', 'graduates', 'hardship', 'returned', 'local', 'others', 'setAside'];
const statesSame = (a: ReturnRow, b: ReturnRow): boolean =>
  stated.every((name) => a[name] === b[name]);

/**
 * What a venture has once for a month: of two for one month that of the side whose return holds. What belongs to the
 * other return does not go along either, a roster without its headcount say.
 */
export function mergedMonths<Row extends MonthRow>(
  rows: readonly Row[],
  { ownId, sideOf, contested }: { ownId: number; sideOf: SideOf; contested: readonly Month[] },
): Row[] {
  return rows.filter((row) => {
    const side: Side = row.ventureId === ownId ? 'own' : 'other';
    const isTwice = rows.some(
      ({ month, ventureId }) => month === row.month && ventureId !== row.ventureId,
    );
    return isTwice || contested.includes(row.month) ? sideOf(row.month) === side : true;
  });
}

/** What is filled in of returns that are not handed in yet: only where the merged venture is in the park of the return. */
export function mergedCells(
  cells: readonly CellRow[],
  stays: readonly StayRow[],
  { ownId, sideOf, returns }: { ownId: number; sideOf: SideOf; returns: readonly ParkMonth[] },
): CellRow[] {
  return cells.filter((cell) => {
    const of = returns.find(({ id }) => id === cell.monthlyReturnId);
    if (!of || !isIn(stays, of)) return false;
    const isTwice = cells.some(
      ({ monthlyReturnId, ventureId }) =>
        monthlyReturnId === cell.monthlyReturnId && ventureId !== cell.ventureId,
    );
    return !isTwice || (sideOf(of.month) === 'own') === (cell.ventureId === ownId);
  });
}

function isIn(stays: readonly StayRow[], { month, parkId }: ParkMonth): boolean {
  const day = endOfMonth(month);
  return stays.some(
    (stay) =>
      stay.parkId === parkId &&
      stay.beganOn <= day &&
      (stay.endedOn === null || day < stay.endedOn),
  );
}
