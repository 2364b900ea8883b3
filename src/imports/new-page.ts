import type { Response } from 'express';
import { viewerOf } from '../people/viewer.js';
import { parksToLogIn } from '../ventures/park-choices.js';
import { parkName } from '../ventures/residency-present.js';
import type { Deps } from '../web/deps.js';
import type { FormView } from '../web/forms.js';
import { frameOf } from '../web/frame.js';
import { page } from '../web/views.js';

export const importsHref = '/imports';

/** Where a list is uploaded, and the template of one. */
export async function uploadPage(deps: Deps, res: Response, form: FormView): Promise<void> {
  const { say, lang } = frameOf(res);
  const parks = await parksToLogIn(deps.db, viewerOf(res));
  page(res, 'imports/new', {
    title: say('imports.new'),
    crumbs: [
      { href: '/ventures', label: say('ventures.all') },
      { href: importsHref, label: say('imports.title') },
    ],
    form,
    hasErrors: form.summary.length > 0,
    parks: parks.map((park) => ({
      value: String(park.id),
      label: `${park.number} ${parkName(park, lang)}`,
    })),
    blankPark: parks.length > 1 ? say('ventures.log.choose-park') : null,
  });
}
