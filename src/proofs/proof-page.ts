import type { Response } from 'express';
import { personHref } from '../people/kept-person.js';
import type { FormView } from '../web/forms.js';
import { sayTo } from '../web/frame.js';
import { page } from '../web/views.js';
import { acceptedTypes } from './file-kinds.js';
import { proofItems } from './items.js';

/** The form that sends a file. */
export function proofPage(
  res: Response,
  person: { number: string; name: string },
  form: FormView,
): void {
  const say = sayTo(res);
  page(res, 'proofs/new', {
    title: say('proofs.add.title'),
    over: `${person.number} ${person.name}`,
    crumbs: [{ href: personHref(person), label: person.name }],
    back: personHref(person),
    action: `${personHref(person)}/proofs/new`,
    items: proofItems.map((item) => ({ value: item, label: say(`proofs.item.${item}`) })),
    accept: acceptedTypes,
    form,
    hasErrors: form.summary.length > 0,
  });
}
