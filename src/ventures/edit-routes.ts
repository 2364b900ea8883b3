import { type Request, type Response, Router } from 'express';
import { today } from '../calendar/days.js';
import { transact } from '../database/database.js';
import { sinceLabels, sinceOf, sinceOptions } from '../ledger/since.js';
import { viewerOf } from '../people/viewer.js';
import type { Deps } from '../web/deps.js';
import { type ComparedRow, compareTyped, takeEdit } from '../web/edits.js';
import { type FormView, formView, labelsOf } from '../web/forms.js';
import { frameOf, sayTo } from '../web/frame.js';
import { leadOn } from '../web/lead-on.js';
import { page } from '../web/views.js';
import { editVenture } from './edit-venture.js';
import type { VentureWithStays } from './find-venture.js';
import { editVentureForm } from './forms.js';
import { doublesPanel } from './present-doubles.js';
import { profileFields, profileOptions, typedProfile } from './present-form.js';
import { aboutVenture, ventureHref } from './residency-present.js';
import type { VentureProfile } from './venture-profile.js';
import { writableVenture } from './writable-venture.js';

/** Changing a profile; who comes second sees both versions. */
export function editRoutes(deps: Deps): Router {
  const router = Router();
  router.get('/ventures/:number/edit', async (req, res) => {
    const venture = await writableVenture(deps.db, req, res);
    await editPage(deps, res, venture, formView(sayTo(res), typedOf(venture)));
  });
  router.post('/ventures/:number/edit', (req, res) => edit(deps, req, res));
  return router;
}

async function edit(deps: Deps, req: Request, res: Response): Promise<void> {
  const { db, clock } = deps;
  const venture = await writableVenture(db, req, res);
  const by = { accountId: viewerOf(res).accountId, at: clock.now() };
  const form = await takeEdit(editVentureForm(today(by.at)), req.body, ({ version, ...input }) => {
    const { since, changedOn, changeReason, ...profile } = input;
    const meant = sinceOf({ since, changedOn, changeReason }, today(by.at));
    const change = Object.assign(profile, { since: meant });
    return transact(db, (tx) => editVenture(tx, by, venture.id, version, change));
  });
  if (form.ok) return leadOn(res, ventureHref(venture), 'unchanged');
  const say = sayTo(res);
  if (!form.isLate) {
    const fields = [...profileFields(say), ...labelsOf(say, sinceLabels)];
    const view = formView(say, form.typed, form.faults, fields);
    return editPage(deps, res.status(422), venture, view);
  }
  const now = await writableVenture(db, req, res);
  const mine = formView(say, { ...form.typed, version: String(now.version) });
  const both = compareTyped(profileFields(say), typedOf(now), mine.typed, frameOf(res).lang);
  await editPage(deps, res.status(409), now, mine, both);
}

/** The database holds only values that the form let in. */
const typedOf = (venture: VentureWithStays) =>
  Object.assign(typedProfile(venture as VentureWithStays & VentureProfile), { since: 'from' });

async function editPage(
  { db, clock }: Deps,
  res: Response,
  venture: VentureWithStays,
  form: FormView,
  conflict: ComparedRow[] = [],
): Promise<void> {
  const voice = frameOf(res);
  const { say } = voice;
  page(res, 'ventures/edit', {
    ...aboutVenture(venture, say),
    title: say('ventures.edit.title'),
    form,
    conflict,
    hasErrors: form.summary.length > 0,
    action: `${ventureHref(venture)}/edit`,
    ...(await doublesPanel(db, viewerOf(res), form, { ...voice, own: venture.number })),
    ...profileOptions(say, form),
    since: sinceOptions(say),
    today: today(clock.now()),
  });
}
