import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { today } from '../../calendar/days.js';
import type { Tx } from '../../database/database.js';
import type { Actor } from '../../history/actor.js';
import { Conflict, Refusal } from '../../language/refusal.js';
import { actOnce, sentBefore } from '../../people/act-once.js';
import { viewerOf } from '../../people/viewer.js';
import { answerForm } from '../../web/answer-form.js';
import type { Deps } from '../../web/deps.js';
import { optional, text } from '../../web/fields.js';
import { type FormResult, formView, type Labels, typedOf } from '../../web/forms.js';
import { sayTo } from '../../web/frame.js';
import { leadOn } from '../../web/lead-on.js';
import { beginApplication } from '../begin-application.js';
import { openStates } from '../states.js';
import { type Beginnings, beginningsOf } from './beginnings.js';
import { checkedAnswers } from './checked-answers.js';
import { newPage } from './new-page.js';
import { showHowToSettle } from './settle-first.js';

const BeginForm = z.object({
  policy: z.string({ error: 'web.field.choose' }).max(40),
  venture: z.string({ error: 'web.field.choose' }).max(20),
  person: optional(z.string().max(20)),
  renew: optional(text(20)),
});
const labels: Labels = {
  policy: 'waivers.new.policy',
  venture: 'waivers.new.venture',
  person: 'waivers.new.person',
};

/** Beginning an application: by a founder, or by the manager of the park on a founder's behalf. */
export function newWaiverRoutes(deps: Deps): Router {
  const router = Router();
  router.get('/waivers/new', async (req, res) => {
    const { policy, venture, renew } = req.query;
    const from = await beginningsOf(deps, res, { venture, renew });
    if (from.ventures.length === 0) return showHowToSettle(deps, res);
    const of = from.renewal?.application;
    const typed = {
      policy: of?.policyVersion.policy.code ?? String(policy ?? from.policies[0]?.code ?? ''),
      venture: of?.venture.number ?? String(from.ventures[0]?.number),
      person: String(from.people?.[0]?.number ?? ''),
      renew: of?.number ?? '',
    };
    newPage(req, res, from, formView(sayTo(res), typed));
  });
  router.post('/waivers/new', (req, res) => begin(deps, req, res));
  return router;
}

async function begin(deps: Deps, req: Request, res: Response): Promise<void> {
  const before = await sentBefore(deps, req, res);
  if (before !== null) return leadOn(res, before);
  const { venture, renew } = req.body as Record<string, unknown>;
  const from = await beginningsOf(deps, res, { venture, renew });
  if (from.ventures.length === 0) return showHowToSettle(deps, res);
  let form: FormResult<string>;
  try {
    form = await actOnce(deps, req, res, BeginForm, (tx, by, sent) =>
      beginWith(tx, by, from, sent, checkedAnswers(req, today(deps.clock.now())), res),
    );
  } catch (error) {
    if (!(error instanceof Conflict) || error.key !== 'waivers.open-already') throw error;
    const open = await openCaseOf(deps, from, req);
    return newPage(req, res.status(409), from, formView(sayTo(res), typedOf(req.body)), open);
  }
  await answerForm(res, form, labels, (view) => newPage(req, res, from, view));
}

async function beginWith(
  tx: Tx,
  by: Actor,
  { ventures, people, renewal }: Beginnings,
  sent: z.output<typeof BeginForm>,
  checked: ReturnType<typeof checkedAnswers>,
  res: Response,
): Promise<string> {
  const venture = ventures.find(({ number }) => number === sent.venture);
  const person = people?.find(({ number }) => number === sent.person);
  const personId = people === null ? viewerOf(res).personId : person?.id;
  if (!venture) throw new Refusal([{ field: 'venture', key: 'web.field.choose' }]);
  if (personId == null) throw new Refusal([{ field: 'person', key: 'web.field.choose' }]);
  const number = await beginApplication(tx, by, {
    policyCode: sent.policy,
    ventureId: venture.id,
    personId,
    ...(people === null ? { checked } : {}),
    ...(renewal && renewal.application.ventureId === venture.id
      ? { answers: renewal.answers }
      : {}),
  });
  return `/waivers/${number}`;
}

/** The number of what is under way already, for who sees it. */
async function openCaseOf({ db }: Deps, { ventures, policies }: Beginnings, req: Request) {
  const { venture, policy } = req.body as Record<string, unknown>;
  const open = await db.waiverApplication.findFirst({
    where: {
      ventureId: { in: ventures.filter(({ number }) => number === venture).map(({ id }) => id) },
      policyId: {
        in: policies.filter(({ code }) => code === policy).map(({ policyId }) => policyId),
      },
      state: { in: openStates },
    },
    select: { number: true },
  });
  return open?.number ?? null;
}
