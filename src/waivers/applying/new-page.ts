import type { Request, Response } from 'express';
import { readAnswers } from '../../eligibility/answer-cookie.js';
import { day } from '../../language/format.js';
import type { FormView } from '../../web/forms.js';
import { frameOf } from '../../web/frame.js';
import { page } from '../../web/views.js';
import type { Beginnings } from './beginnings.js';

/**
 * The page that begins an application.
 * @param open the number of the case that is under way already
 */
export function newPage(
  req: Request,
  res: Response,
  { policies, ventures, people, renewal }: Beginnings,
  form: FormView,
  open: string | null = null,
): void {
  const { say, lang } = frameOf(res);
  const isChecked = people === null && Object.keys(readAnswers(req)).length > 0;
  const values = renewal && {
    number: renewal.application.number,
    from: day(renewal.from, lang),
    n: renewal.months,
  };
  page(res, 'waivers/new', {
    title: say('waivers.new'),
    lead: say(people === null ? 'waivers.new.lead' : 'waivers.new.behalf-lead'),
    crumbs:
      people === null
        ? [{ href: '/waivers', label: say('waivers.mine') }]
        : ventures.map(({ number, name }) => ({ href: `/ventures/${number}`, label: name })),
    policies: policies.map(({ code, rules }) => ({
      value: code,
      label: rules.name[lang],
      hint: rules.summary[lang],
    })),
    ventures: ventures.map(({ number, name }) => ({ value: number, label: `${number} ${name}` })),
    people:
      people?.map(({ number, name }) => ({ value: number, label: `${number} ${name}` })) ?? [],
    isBehalf: people !== null,
    renew: renewal?.application.number ?? '',
    heed: values
      ? say('waivers.new.renewing', values)
      : isChecked
        ? say('waivers.new.prefilled')
        : null,
    open: open && { text: say('waivers.new.open', { number: open }), href: `/waivers/${open}` },
    form,
    hasErrors: form.summary.length > 0,
  });
}
