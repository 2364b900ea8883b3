import type { Response } from 'express';
import type { Day } from '../calendar/days.js';
import { day } from '../language/format.js';
import type { PersonRoleName } from '../people/categories.js';
import type { FormView } from '../web/forms.js';
import { frameOf } from '../web/frame.js';
import { page } from '../web/views.js';
import { aboutVenture, ventureHref } from './residency-present.js';

type RoleOf = {
  venture: Parameters<typeof aboutVenture>[0];
  role: { id: number; role: string; beganOn: Day; person: { name: string } };
};

const views = { end: 'ventures/end-role', void: 'ventures/void-role' } as const;

/** The page on which a role is ended, or voided: whose it is, and since when. */
export function rolePage(
  res: Response,
  act: 'end' | 'void',
  { venture, role }: RoleOf,
  form: FormView,
): void {
  const { say, lang } = frameOf(res);
  const as = say(`ventures.person-role.${role.role as PersonRoleName}`);
  page(res, views[act], {
    ...aboutVenture(venture, say),
    title: say(`ventures.role.${act}-title`),
    action: `${ventureHref(venture)}/people/${role.id}/${act}`,
    rows: [
      { label: say('ventures.page.person'), value: role.person.name },
      { label: say('ventures.page.role'), value: as },
      { label: say('ventures.role.began'), value: day(role.beganOn, lang) },
    ],
    form,
    hasErrors: form.summary.length > 0,
  });
}
