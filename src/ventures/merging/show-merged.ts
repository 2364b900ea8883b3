import type { Request, Response } from 'express';
import { today } from '../../calendar/days.js';
import { day, time } from '../../language/format.js';
import { viewerOf } from '../../people/viewer.js';
import { frameOf } from '../../web/frame.js';
import { page } from '../../web/views.js';
import type { VentureDeps } from '../panels.js';
import { canSeePhones } from '../permissions.js';
import { ventureHref } from '../residency-present.js';
import { lastDayToUndo } from './days-to-undo.js';
import { findMerge, whereaboutsBefore } from './find-merge.js';
import { canUndo } from './permissions.js';

/**
 * Shows the page of a record that went into another: it leads there, and says who merged them, when and why.
 * @returns false where the record of the address did not go into another, or the viewer sees neither
 */
export async function showMerged(
  { db, clock, panels }: VentureDeps,
  req: Request,
  res: Response,
): Promise<boolean> {
  const viewer = viewerOf(res);
  const merge = await findMerge(db, viewer, String(req.params.number));
  if (!merge || merge.undoneAt !== null) return false;
  const { loser, survivor } = merge;
  const frame = frameOf(res);
  const { say, lang } = frame;
  const isInTime = today(clock.now()) <= lastDayToUndo(merge);
  const [before] = whereaboutsBefore(merge);
  const showsPhones = before !== undefined && canSeePhones(viewer, before);
  page(res, 'ventures/merged', {
    title: loser.name,
    over: loser.number,
    crumbs: [{ href: '/ventures', label: say('ventures.all') }],
    lead: say('ventures.merge.page-lead', { number: survivor.number }),
    merged: [
      {
        label: say('ventures.merge.into'),
        value: `${survivor.number} ${survivor.name}`,
        href: ventureHref(survivor),
      },
      { label: say('ventures.merge.reason'), value: merge.reason },
      { label: say('ventures.merge.at'), value: time(merge.mergedAt, lang) },
      { label: say('ventures.merge.by'), value: merge.mergedBy?.name ?? say('history.system') },
      { label: say('ventures.merge.until'), value: day(lastDayToUndo(merge), lang) },
    ],
    undoHref: isInTime && canUndo(viewer, merge) ? `${ventureHref(loser)}/merge/undo` : null,
    events: await panels.events(db, viewer, { ventureId: loser.id, showsPhones }, frame),
    historyHref: `${ventureHref(loser)}/history`,
  });
  return true;
}
