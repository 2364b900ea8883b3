import type { Request, Response } from 'express';
import { isMonth, type Month } from '../calendar/days.js';
import { type Viewer, viewerOf } from '../people/viewer.js';
import { findVenture, type VentureWithStays } from '../ventures/find-venture.js';
import { readsMonth } from '../ventures/own-time.js';
import { canFileReturn } from '../ventures/permissions.js';
import { ventureHref } from '../ventures/residency-present.js';
import type { Deps } from '../web/deps.js';
import { found, NotFound } from '../web/errors.js';
import { canOpenReturnProofs } from './permissions.js';

/** The venture's month that an address names, and what its reader may do there. */
export type AskedProofs = {
  viewer: Viewer;
  venture: VentureWithStays;
  month: Month;
  href: string;
  canAttach: boolean;
  canOpen: boolean;
};

/** @throws NotFound for a venture or a month of it that the viewer does not see, and for text that is no month */
export async function askedProofs({ db }: Deps, req: Request, res: Response): Promise<AskedProofs> {
  const viewer = viewerOf(res);
  const venture = found(await findVenture(db, viewer, String(req.params.number)));
  const month = String(req.params.month);
  if (!isMonth(month) || !readsMonth(viewer, venture, month)) throw new NotFound();
  return {
    viewer,
    venture,
    month,
    href: `${ventureHref(venture)}/returns/${month}/proofs`,
    canAttach: canFileReturn(viewer, venture, month),
    canOpen: canOpenReturnProofs(viewer, venture, month),
  };
}
