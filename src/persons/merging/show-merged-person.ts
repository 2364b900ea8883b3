import type { Request, Response } from 'express';
import { today } from '../../calendar/days.js';
import { day, time } from '../../language/format.js';
import { personHref } from '../../people/kept-person.js';
import { viewerOf } from '../../people/viewer.js';
import { lastDayToUndo } from '../../ventures/merging/days-to-undo.js';
import type { Deps } from '../../web/deps.js';
import { frameOf } from '../../web/frame.js';
import { page } from '../../web/views.js';
import { findPeopleMerge } from './find-people-merge.js';
import { canMergePeople, keptPeople } from './permissions.js';
import type { PeopleRecords } from './stored-people.js';

/**
 * Shows the page of a person whose record went into another: it leads there, and says who merged them, when and why.
 * @returns false where the record of the address did not go into another, or the viewer does not see that one
 */
export async function showMergedPerson(
  { db, clock }: Deps,
  req: Request,
  res: Response,
): Promise<boolean> {
  const viewer = viewerOf(res);
  const merge = await findPeopleMerge(db, viewer, String(req.params.number));
  if (!merge || merge.undoneAt !== null) return false;
  const { loser, survivor } = merge;
  const { say, lang } = frameOf(res);
  const { PersonRole } = merge.before as unknown as PeopleRecords;
  const kept = await keptPeople(db, [survivor.id, loser.id], PersonRole);
  const isInTime = today(clock.now()) <= lastDayToUndo(merge);
  page(res, 'persons/merged', {
    title: loser.name,
    over: loser.number,
    crumbs: [{ href: personHref(survivor), label: survivor.name }],
    lead: say('persons.merge.page-lead', { number: survivor.number }),
    merged: [
      {
        label: say('persons.merge.into'),
        value: `${survivor.number} ${survivor.name}`,
        href: personHref(survivor),
      },
      { label: say('persons.merge.reason'), value: merge.reason },
      { label: say('persons.merge.at'), value: time(merge.mergedAt, lang) },
      { label: say('persons.merge.by'), value: merge.mergedBy?.name ?? say('history.system') },
      { label: say('persons.merge.until'), value: day(lastDayToUndo(merge), lang) },
    ],
    undoHref: isInTime && canMergePeople(viewer, kept) ? `${personHref(loser)}/merge/undo` : null,
  });
  return true;
}
