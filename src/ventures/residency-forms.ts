import { z } from 'zod';
import { choice, chosenId, day, optionalText, ticked } from '../web/fields.js';
import { endReasons } from './kinds.js';

const id = chosenId;

export const SettleForm = z.object({ parkId: id, beganOn: day });

/** The residency that the page showed goes along: if it is no longer the open one, somebody was quicker. */
export const MoveForm = z.object({
  residencyId: id,
  toParkId: id,
  movedOn: day,
  note: optionalText(500, { lines: true }),
});

const ending = {
  endedOn: day,
  reason: choice(endReasons),
  note: optionalText(500, { lines: true }),
  setsAsideReturns: ticked,
};
const reasoned = {
  path: ['note'],
  error: 'ventures.end.note-needed',
};
const isReasoned = (form: { reason: string; note: string }): boolean =>
  form.reason !== 'removed' || form.note !== '';

export const EndForm = z.object({ residencyId: id, ...ending }).refine(isReasoned, reasoned);

/** The same of several residencies, each with its venture as the page showed it: V2026-0044:12 */
export const EndSeveralForm = z
  .object({
    stay: z.preprocess(
      (sent) => [sent ?? []].flat(),
      z
        .array(z.string().regex(/^V\d{4}-\d{1,9}:\d{1,9}$/, 'web.field.choose'))
        .max(50, 'web.field.choose')
        .transform((stays) =>
          [...new Set(stays)].map((stay) => {
            const [number = '', residencyId] = stay.split(':');
            return { number, residencyId: Number(residencyId) };
          }),
        ),
    ),
    ...ending,
  })
  .refine(isReasoned, reasoned);
