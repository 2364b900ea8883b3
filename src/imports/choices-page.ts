import type { Response } from 'express';
import { cleanName } from '../input/names.js';
import type { Fault } from '../language/refusal.js';
import type { Say } from '../language/say.js';
import { type LegalForm, legalForms } from '../standards/register-codes.js';
import { BadRequest } from '../web/errors.js';
import type { Sent } from '../web/form-body.js';
import { type FormView, type Typed, typedOf } from '../web/forms.js';
import { frameOf } from '../web/frame.js';
import { pagesOf } from '../web/pages.js';
import { page } from '../web/views.js';
import type { Batch } from './batch.js';
import { importsHref } from './new-page.js';
import type { Choice, Choices, Planned } from './planned.js';
import type { NamedBatch } from './queries.js';
import { whyText } from './row-text.js';

const rowsOnAPage = 100;
const mostReason = 200;

/** The rows that somebody has to decide on, or has decided. */
const askedIn = ({ plan }: Pick<Batch, 'plan'>): Planned[] =>
  plan.rows.filter(({ asks, isDone }) => asks !== null && !isDone);

type Read =
  | { choices: Choices }
  | { faults: Fault[]; typed: Typed; labels: (say: Say) => { name: string; label: string }[] };

/** What a form decides: fields row-12 and why-12 for row 12. A row that is left out stays as it is. */
export function choicesOf(body: Sent, batch: Pick<Batch, 'plan' | 'choices'>): Read {
  const choices: Choices = Object.assign({}, batch.choices);
  const faults: Fault[] = [];
  const asked = askedIn(batch);
  for (const planned of asked) {
    const value = single(body[`row-${planned.row}`]);
    const reason = cleanName(single(body[`why-${planned.row}`]));
    if (value === '') continue;
    const choice = choiceOf(value, reason, planned);
    if ('fault' in choice) faults.push(choice.fault);
    else
      choices[planned.row] = [
        ...(choices[planned.row] ?? []).filter(({ kind }) => kind !== choice.kind),
        choice,
      ];
  }
  if (faults.length === 0) return { choices };
  const labels = (say: Say) =>
    asked.map(({ row, name }) => ({
      name: `why-${row}`,
      label: say('imports.choose.why-of', { row: String(row), name }),
    }));
  return { faults, typed: typedOf(body), labels };
}

function single(value: Sent[string] | undefined): string {
  if (value === undefined) return '';
  if (typeof value !== 'string') throw new BadRequest();
  return value.trim();
}

function choiceOf(
  value: string,
  reason: string,
  { row, doubles, people, asks }: Planned,
): Choice | { fault: Fault } {
  if (asks === 'form') {
    if (!(legalForms as readonly string[]).includes(value)) throw new BadRequest();
    return { kind: 'form', form: value as LegalForm };
  }
  if (value !== 'another') {
    if (!doubles.some(({ number }) => number === value)) throw new BadRequest();
    return { kind: 'same', number: value };
  }
  if (reason === '') return { fault: { field: `why-${row}`, key: 'imports.choose.why-needed' } };
  const said = { kind: 'another', reason: reason.slice(0, mostReason) } as const;
  return people === undefined ? said : Object.assign(said, { people });
}

/** The page on which each row that is asked about is decided. @param number the page of these rows, from 1 */
export function choicesPage(
  res: Response,
  batch: NamedBatch,
  form: FormView,
  number: number,
): void {
  const { say, lang } = frameOf(res);
  const { id, fileName } = batch;
  const rows = askedIn(batch);
  const here = Math.min(number, Math.max(1, Math.ceil(rows.length / rowsOnAPage)));
  const hrefOf = (to: number) => `${importsHref}/${id}/choices?page=${to}`;
  page(res, 'imports/choices', {
    title: say('imports.choose.title'),
    over: fileName,
    crumbs: [
      { href: importsHref, label: say('imports.title') },
      { href: `${importsHref}/${id}`, label: fileName },
    ],
    action: hrefOf(here),
    back: `${importsHref}/${id}`,
    form,
    hasErrors: form.summary.length > 0,
    pages: pagesOf(say, { total: rows.length, page: here, size: rowsOnAPage }, hrefOf),
    rows: rows.slice((here - 1) * rowsOnAPage, here * rowsOnAPage).map((planned) => ({
      name: `row-${planned.row}`,
      whyName: planned.asks === 'double' ? `why-${planned.row}` : null,
      legend: say('imports.choose.row', { row: String(planned.row), name: planned.name }),
      why: whyText(planned.why, { say, lang }),
      options: optionsOf(planned, say),
    })),
  });
}

function optionsOf({ asks, doubles }: Planned, say: Say): { value: string; label: string }[] {
  const leave = { value: '', label: say('imports.choose.leave') };
  if (asks === 'form')
    return [leave, ...legalForms.map((value) => ({ value, label: say(`ventures.form.${value}`) }))];
  const same = doubles.flatMap(({ number, name }) =>
    number === null ? [] : [{ value: number, label: say('imports.choose.same', { number, name }) }],
  );
  const isOfPeople = doubles.length === 0;
  const another = say(isOfPeople ? 'imports.choose.another-person' : 'imports.choose.another');
  return [leave, ...same, { value: 'another', label: another }];
}
