import { z } from 'zod';
import { isDay } from '../calendar/days.js';
import { day, optionalText, wholeNumber } from '../web/fields.js';
import type { Labels } from '../web/forms.js';
import type { Notice } from './enter-notice.js';
import { type Holiday, holidayCodes } from './holidays.js';

const mostWorked = 20;

/** Days as they are typed into a list: one a line, or with commas or spaces between. */
const days = optionalText(400, { lines: true })
  .transform((typed) => typed.split(/[\s,，、;；]+/u).filter((part) => part !== ''))
  .refine((listed) => listed.every(isDay), 'holidays.fault.days')
  .refine((listed) => listed.length <= mostWorked, {
    error: 'holidays.fault.many',
    params: { n: mostWorked },
  });

const spellFields = Object.fromEntries(
  holidayCodes.flatMap((code) => [
    [`${code}-from`, day],
    [`${code}-to`, day],
  ]),
) as Record<`${Holiday}-${'from' | 'to'}`, typeof day>;

const link = optionalText(300).refine(
  (typed) => typed === '' || /^https?:\/\/[^\s]+$/.test(typed),
  'holidays.fault.link',
);

export const NoticeForm = z
  .object({
    year: wholeNumber(1900, 2199),
    documentNumber: optionalText(60),
    link,
    issuedOn: day,
    worked: days,
  })
  .extend(spellFields);

/** What was typed, as the verb takes it. */
export function noticeOf(form: z.output<typeof NoticeForm>): Notice {
  const { year, documentNumber, link: source, issuedOn, worked } = form;
  const spells = holidayCodes.map((holiday) => ({
    holiday,
    from: form[`${holiday}-from`],
    to: form[`${holiday}-to`],
  }));
  return { year, documentNumber, link: source, issuedOn, holidays: spells, worked };
}

export const noticeLabels: Labels = Object.assign(
  {
    year: 'holidays.year',
    documentNumber: 'holidays.document',
    link: 'holidays.link',
    issuedOn: 'holidays.issued',
    worked: 'holidays.worked',
  } as const,
  Object.fromEntries(
    holidayCodes.flatMap((code) => [
      [`${code}-from`, `holidays.from.${code}` as const],
      [`${code}-to`, `holidays.to.${code}` as const],
    ]),
  ),
);
