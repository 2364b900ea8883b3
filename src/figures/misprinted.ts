import type { FormResult } from '../web/forms.js';
import type { Counted } from './counted.js';
import { printingFaults } from './edition-rules.js';

/** A form that was refused, with what is wrong with its wordings: told at once, though they wait for the number. */
export async function withMisprints(
  form: FormResult<string>,
  numberNow: () => Promise<number>,
  counted: Counted,
): Promise<FormResult<string>> {
  if (form.ok) return form;
  const { wordingZh, wordingEn } = form.typed;
  if (typeof wordingZh !== 'string' || typeof wordingEn !== 'string') return form;
  const isRead = form.faults.some(({ field }) => field.startsWith('wording'));
  if (isRead || wordingZh === '' || wordingEn === '') return form;
  const misprints = printingFaults({ wordingZh, wordingEn }, await numberNow(), counted);
  return { ...form, faults: [...misprints, ...form.faults] };
}
