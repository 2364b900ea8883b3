import type { Response } from 'express';
import type { Say } from '../language/say.js';
import { type FormResult, type FormView, formView, type Labels, labelsOf } from './forms.js';
import { sayTo } from './frame.js';
import { leadOn } from './lead-on.js';

/**
 * Answers a form that was read and acted on: leads on to the address that the act gave, or shows the same page
 * again with 422, what was typed, and each fault under its field's label.
 * @param labels of the fields, as their page calls them
 * @param showAgain shows the page of the form; the status is set before
 */
export async function answerForm(
  res: Response,
  form: FormResult<string>,
  labels: Labels | ((say: Say) => { name: string; label: string }[]),
  showAgain: (form: FormView) => void | Promise<void>,
): Promise<void> {
  if (form.ok) return leadOn(res, form.value);
  const say = sayTo(res);
  const fields = typeof labels === 'function' ? labels(say) : labelsOf(say, labels);
  res.status(422);
  await showAgain(formView(say, form.typed, form.faults, fields));
}
