import { z } from 'zod';
import { dayAfter, lastDayOf } from '../calendar/last-day.js';
import { day } from '../language/format.js';
import { optional } from '../web/fields.js';
import type { Asking, QuestionContext } from './asking.js';
import { contractDay, dateField, optionally } from './fields.js';
import { plain } from './typed.js';

/** From which day to which the premises are rented: no month outside it is counted. */
export function askLease({ answers: { lease }, voice: { say, lang } }: QuestionContext): Asking {
  const title = say('eligibility.lease');
  const lastDay = lease?.to ? lastDayOf(lease.to) : null;
  const to = { label: say('eligibility.lease-to'), hint: say('eligibility.lease-to-hint') };
  return {
    slug: 'lease',
    title,
    row: say('eligibility.lease-row'),
    lead: null,
    fields: [
      optionally(
        dateField('from', {
          label: say('eligibility.lease-from'),
          hint: say('eligibility.lease-lead'),
        }),
      ),
      optionally(dateField('to', to)),
    ],
    form: () =>
      z
        .object({ from: optional(contractDay), to: optional(contractDay) })
        .refine(({ from, to }) => to === null || from !== null, {
          error: 'web.field.required',
          path: ['from'],
        })
        .refine(({ from, to }) => to === null || from === null || from <= to, {
          error: 'eligibility.fault.order',
          path: ['to'],
        })
        .transform(({ from, to }) => ({
          lease: from === null ? null : { from, to: to && dayAfter(to) },
        })),
    typed: plain({ from: lease?.from, to: lastDay }),
    answerText: lease === null ? say('eligibility.unknown') : lease ? leaseText(lease.from) : null,
  };

  function leaseText(from: string): string {
    const begins = day(from, lang);
    if (lastDay === null) return say('eligibility.lease-open', { from: begins });
    return say('eligibility.from-to', { from: begins, to: day(lastDay, lang) });
  }
}
