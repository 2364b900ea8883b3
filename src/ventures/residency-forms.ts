import { z } from 'zod';
import { choice, day, optionalText, ticked, wholeNumber } from '../web/fields.js';
import { endReasons } from './kinds.js';

const id = wholeNumber(1, 1_000_000_000);

export const SettleForm = z.object({ parkId: id, beganOn: day });

/** The residency that the page showed goes along: if it is no longer the open one, somebody was quicker. */
export const MoveForm = z.object({
  residencyId: id,
  toParkId: id,
  movedOn: day,
  note: optionalText(500, { lines: true }),
});

export const EndForm = z
  .object({
    residencyId: id,
    endedOn: day,
    reason: choice(endReasons),
    note: optionalText(500, { lines: true }),
    setsAsideReturns: ticked,
  })
  .refine((form) => form.reason !== 'removed' || form.note !== '', {
    path: ['note'],
    error: 'ventures.end.note-needed',
  });
