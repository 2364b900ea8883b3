import type { Request, Response } from 'express';
import { endOfMonth, isMonth, lastWholeMonth, type Month, today } from '../calendar/days.js';
import type { Reads } from '../database/database.js';
import type { MonthlyReturn } from '../database/generated/client.js';
import { day as dayText, month as monthText } from '../language/format.js';
import type { Lang } from '../language/words.js';
import { canReadTotals } from '../ledger/seen-scope.js';
import { parksInScope } from '../people/scope.js';
import { type Viewer, viewerOf } from '../people/viewer.js';
import type { Deps } from '../web/deps.js';
import { allow, found, NotFound } from '../web/errors.js';
import { frameOf } from '../web/frame.js';
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
  const month = monthInAddress(req, res, clock.now());
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

/** @throws NotFound for text that is no month, and for a month that is not over, saying when its returns open */
export function monthInAddress(req: Request, res: Response, now: Date): Month {
  const month = String(req.params.month);
  if (!isMonth(month)) throw new NotFound();
  if (month > lastWholeMonth(today(now)))
    throw new NotFound('returns.month-opens', opening(month, frameOf(res).lang));
  return month;
}

/** A month that is not over, and the day from which its returns can be filled in. */
export const opening = (month: Month, lang: Lang) => ({
  month: monthText(month, lang),
  day: dayText(endOfMonth(month), lang),
});

export const returnHref = (month: Month, park: string): string => `/returns/${month}/${park}`;

/** A return that nobody has begun stands as a draft. */
export const standingOf = (parkId: number, monthly: MonthlyReturn | null): Standing => ({
  parkId,
  state: (monthly?.state ?? 'draft') as ReturnState,
  submittedById: monthly?.submittedById ?? null,
  approvedById: monthly?.approvedById ?? null,
});
