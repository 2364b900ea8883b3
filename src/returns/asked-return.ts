import type { Request, Response } from 'express';
import { isMonth, lastWholeMonth, type Month, today } from '../calendar/days.js';
import type { Reads } from '../database/database.js';
import type { MonthlyReturn } from '../database/generated/client.js';
import { canReadTotals } from '../ledger/seen-scope.js';
import { parksInScope } from '../people/scope.js';
import { type Viewer, viewerOf } from '../people/viewer.js';
import type { Deps } from '../web/deps.js';
import { allow, found, NotFound } from '../web/errors.js';
import { findMonthlyReturn } from './begin-return.js';
import type { ReturnState, Standing } from './states.js';

const findPark = (reads: Reads, viewer: Viewer, number: string) =>
  reads.park.findFirst({
    where: { AND: [parksInScope(viewer), { number }] },
    include: { region: true },
  });
export type ParkOfReturn = NonNullable<Awaited<ReturnType<typeof findPark>>>;

/** The park and month that an address names, and the return of them if anybody has begun it. */
export type AskedReturn = {
  viewer: Viewer;
  park: ParkOfReturn;
  month: Month;
  monthly: MonthlyReturn | null;
  standing: Standing;
  href: string;
};

/** @throws NotFound for a park out of sight, for text that is no month, and for a month that is not over */
export async function askedReturn(
  { db, clock }: Deps,
  req: Request,
  res: Response,
): Promise<AskedReturn> {
  const viewer = viewerOf(res);
  allow(canReadTotals(viewer));
  const park = found(await findPark(db, viewer, String(req.params.park)));
  const month = monthInAddress(req, clock.now());
  const monthly = await findMonthlyReturn(db, { parkId: park.id, month });
  return {
    viewer,
    park,
    month,
    monthly,
    standing: standingOf(park.id, monthly),
    href: returnHref(month, park.number),
  };
}

/** @throws NotFound for text that is no month, and for a month that is not over */
export function monthInAddress(req: Request, now: Date): Month {
  const month = String(req.params.month);
  if (!isMonth(month) || month > lastWholeMonth(today(now))) throw new NotFound();
  return month;
}

export const returnHref = (month: Month, park: string): string => `/returns/${month}/${park}`;

/** A return that nobody has begun stands as a draft. */
export const standingOf = (parkId: number, monthly: MonthlyReturn | null): Standing => ({
  parkId,
  state: (monthly?.state ?? 'draft') as ReturnState,
  submittedById: monthly?.submittedById ?? null,
  approvedById: monthly?.approvedById ?? null,
});
