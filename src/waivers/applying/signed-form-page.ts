import type { Response } from 'express';
import type { Reads } from '../../database/database.js';
import { acceptedTypes } from '../../proofs/file-kinds.js';
import type { FormView } from '../../web/forms.js';
import { sayTo } from '../../web/frame.js';
import { page } from '../../web/views.js';
import type { CaseFile } from '../find-case.js';
import { signedFormOf } from './signed-form.js';

/** Where the form goes that a founder has signed for whoever fills it in. */
export async function signedFormPage(
  reads: Reads,
  res: Response,
  application: CaseFile,
  form: FormView,
): Promise<void> {
  const say = sayTo(res);
  const signed = await signedFormOf(reads, application);
  page(res, 'waivers/proof', {
    title: say('waivers.signed-form'),
    over: application.number,
    back: `/waivers/${application.number}`,
    action: `/waivers/${application.number}/signed-form`,
    accept: acceptedTypes,
    attached: signed
      ? [
          {
            name: signed.name,
            href: `/people/${application.person.number}/proofs/${signed.id}`,
            detachHref: null,
          },
        ]
      : [],
    hasStored: false,
    form,
    hasErrors: form.summary.length > 0,
  });
}
