import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import type { Reads } from '../database/database.js';
import { actOnce, sentBefore } from '../people/act-once.js';
import { viewerOf } from '../people/viewer.js';
import { answerForm } from '../web/answer-form.js';
import type { Deps } from '../web/deps.js';
import { allow } from '../web/errors.js';
import { text, wholeNumber } from '../web/fields.js';
import { type FormView, formView, type Labels } from '../web/forms.js';
import { frameOf, sayTo } from '../web/frame.js';
import { leadOn } from '../web/lead-on.js';
import { page } from '../web/views.js';
import type { VentureWithStays } from './find-venture.js';
import { canVoidVenture } from './permissions.js';
import { voidEffects } from './present-void.js';
import { aboutVenture, ventureHref } from './residency-present.js';
import { restingFault, restsOnVenture } from './rests-on-venture.js';
import { voidVenture } from './void-venture.js';
import { writableVenture } from './writable-venture.js';

const VoidForm = z.object({ reason: text(200), version: wholeNumber(1, 1_000_000_000) });
const labels = { reason: 'ventures.void.reason' } satisfies Labels;

/** Voiding a venture that was logged by mistake. */
export function voidRoutes(deps: Deps): Router {
  const router = Router();
  router.get('/ventures/:number/void', async (req, res) => {
    const venture = await voidableVenture(deps, req, res);
    const form = formView(sayTo(res), { version: String(venture.version) });
    await voidPage(deps.db, res, venture, form);
  });
  router.post('/ventures/:number/void', async (req, res) => {
    const before = await sentBefore(deps, req, res);
    if (before !== null) return leadOn(res, before);
    const venture = await voidableVenture(deps, req, res);
    const form = await actOnce(deps, req, res, VoidForm, async (tx, by, input) => {
      await voidVenture(tx, by, { ventureId: venture.id, ...input });
      return ventureHref(venture);
    });
    await answerForm(res, form, labels, (view) => voidPage(deps.db, res, venture, view));
  });
  return router;
}

async function voidableVenture({ db }: Deps, req: Request, res: Response) {
  const venture = await writableVenture(db, req, res);
  allow(canVoidVenture(viewerOf(res), venture));
  return venture;
}

async function voidPage(
  reads: Reads,
  res: Response,
  venture: VentureWithStays,
  form: FormView,
): Promise<void> {
  const voice = frameOf(res);
  const resting = await restsOnVenture(reads, venture.id);
  page(res, 'ventures/void', {
    ...aboutVenture(venture, voice.say),
    title: voice.say('ventures.void.title'),
    action: `${ventureHref(venture)}/void`,
    effects: await voidEffects(reads, venture, voice),
    resting: resting.map((each) => {
      const { key, values } = restingFault(each);
      return { href: each.href, text: voice.say(key, values) };
    }),
    form,
    hasErrors: form.summary.length > 0,
  });
}
