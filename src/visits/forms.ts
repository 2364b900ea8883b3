import { z } from 'zod';
import { choice, day, optional, optionalText, text, wholeNumber } from '../web/fields.js';
import type { Labels } from '../web/forms.js';
import { visitKinds } from './kinds.js';

const id = wholeNumber(1, Number.MAX_SAFE_INTEGER);

/** None, one or many ticked. */
const ids = z.preprocess(
  (sent) => (sent === undefined ? [] : [sent].flat()),
  z.array(z.string()).transform((sent, context) => {
    const read = sent.map((item) => id.safeParse(item));
    if (read.some((result) => !result.success))
      context.addIssue({ code: 'custom', message: 'web.field.choose' });
    return read.flatMap((result) => (result.success ? [result.data] : []));
  }),
);

const facts = {
  kind: choice(visitKinds),
  madeOn: day,
  ventureIds: ids,
  madeBy: text(40),
  note: optionalText(1000, { lines: true }),
  followUpOn: optional(day),
};
const version = wholeNumber(1, 1_000_000_000);

export const VisitForm = z.object({ ...facts, parkId: id });
/** Where and when: what decides who can be ticked. */
export const Place = VisitForm.pick({ parkId: true, madeOn: true });
export const CorrectionForm = z.object({ ...facts, version, reason: text(200) });
export const CancellationForm = z.object({ version, reason: text(200) });

export const visitLabels: Labels = {
  kind: 'visits.kind',
  madeOn: 'visits.made-on',
  ventureIds: 'visits.ventures',
  madeBy: 'visits.made-by',
  note: 'visits.note',
  followUpOn: 'visits.follow-up',
  reason: 'visits.reason',
};

/** The form of logging asks for the park as well. */
export const logLabels: Labels = { parkId: 'visits.park', ...visitLabels };
