import { type Request, type Response, Router } from 'express';
import { yuan } from '../../language/format.js';
import { viewerOf } from '../../people/viewer.js';
import { assess } from '../../policies/assess.js';
import { presentSchedule } from '../../policies/present-schedule.js';
import { remainingInAll } from '../../policies/remaining.js';
import { isOfRent } from '../../policies/rules.js';
import { answerForm } from '../../web/answer-form.js';
import type { Deps } from '../../web/deps.js';
import { allow, found } from '../../web/errors.js';
import type { Sent } from '../../web/form-body.js';
import { type FormView, formView, labelsOf, readForm, typedOf } from '../../web/forms.js';
import { type Frame, frameOf, sayTo } from '../../web/frame.js';
import { askedOf, assessCase, versionOfCase } from '../assess-case.js';
import { correctFact, papersToRestOn } from '../correct-fact.js';
import { correctionsIn } from '../difference.js';
import {
  type CorrectableFact,
  correctableFacts,
  corrected,
  factValue,
  isPart,
} from '../fact-corrections.js';
import type { CaseFile } from '../find-case.js';
import { canCorrectFacts, correctsFacts } from '../permissions.js';
import { correctionRows, factName, factText } from '../present-fact-corrections.js';
import { recusalFault } from '../recusal.js';
import { actOnCase, casePage, caseToReview, whatHappened } from './case-form.js';
import { factLabels, fieldOf, firstTyped, formOfFact } from './fact-correction-form.js';
import { assessedRow } from './present-assessed.js';
import { differenceRow } from './present-difference.js';
import { topRows } from './present-review.js';

const base = '/waivers/:number/fact-correction';

/** Correcting a fact of a case with its proof, or granting a part: what would follow is shown before it is done. */
export function factCorrectionRoutes(deps: Deps): Router {
  const router = Router();
  router.get(base, async (req, res) => {
    const application = await openCaseOf(deps, req, res);
    await listPage(deps, res, application);
  });
  router.get(`${base}/:fact`, async (req, res) => {
    const application = await openCaseOf(deps, req, res);
    const fact = factIn(req, application);
    const { facts } = await assessCase(deps.db, application);
    const typed = firstTyped(fact, factValue(facts, fact));
    await factPage(deps, res, { application, fact }, formView(sayTo(res), typed));
  });
  router.post(`${base}/:fact/preview`, (req, res) => preview(deps, req, res));
  router.post(`${base}/:fact`, (req, res) => correct(deps, req, res));
  return router;
}

type Correcting = { application: CaseFile; fact: CorrectableFact };

/** @throws NotFound for a fact that the rules of the case do not look at */
const factIn = (req: Request, { rules }: CaseFile): CorrectableFact =>
  found(correctableFacts(rules).find((fact) => fact === req.params.fact));

/** The case, at a desk of the viewer that corrects its facts. @throws Forbidden for others; Conflict that says what happened */
async function openCaseOf(deps: Deps, req: Request, res: Response): Promise<CaseFile> {
  const application = await caseToReview(deps, req, res);
  const viewer = viewerOf(res);
  if (!correctsFacts(application)) {
    allow(canCorrectFacts(viewer, { ...application, state: 'bureau-review' }));
    throw await whatHappened(deps, res, application.number);
  }
  allow(canCorrectFacts(viewer, application), 'waivers.not-your-desk');
  const fault = await recusalFault(deps.db, viewer, application);
  allow(fault === null, fault?.key ?? null);
  return application;
}

/** What can be corrected, each as it is now. */
async function listPage({ db }: Deps, res: Response, application: CaseFile): Promise<void> {
  const voice = frameOf(res);
  const { facts, assessment } = await assessCase(db, application);
  const asked = await askedOf(db, application);
  const nameOf = (fact: CorrectableFact) =>
    isPart(fact)
      ? voice.say('waivers.desk.correct-part', { name: factName(fact, voice) })
      : factName(fact, voice);
  casePage(res, application, formView(voice.say, {}), {
    view: 'fact-corrections',
    title: voice.say('waivers.act.correct-fact'),
    rows: [
      ...topRows(application, voice),
      assessedRow(assessment, voice),
      differenceRow(asked.assessment, assessment, voice),
    ],
    corrections: correctionRows(correctionsIn(application), voice),
    facts: correctableFacts(application.rules).map((fact) => ({
      label: nameOf(fact),
      value: factText(fact, factValue(facts, fact), voice),
      changeHref: `/waivers/${application.number}/fact-correction/${fact}`,
    })),
  });
}

async function factPage(
  { db }: Deps,
  res: Response,
  { application, fact }: Correcting,
  form: FormView,
): Promise<void> {
  const voice = frameOf(res);
  const { say } = voice;
  const { facts } = await assessCase(db, application);
  const papers = isPart(fact) ? [] : await papersToRestOn(db, application);
  casePage(res, application, form, {
    view: 'fact-correction',
    title: say('waivers.desk.correct-title', { name: factName(fact, voice) }),
    rows: [
      {
        label: say('waivers.desk.correct-now'),
        value: factText(fact, factValue(facts, fact), voice),
      },
    ],
    action: `${hrefOf(application, fact)}/preview`,
    list: `/waivers/${application.number}/fact-correction`,
    field: fieldOf(fact, voice),
    held: (['yes', 'no'] as const).map((value) => ({
      value,
      label: say(`waivers.desk.correct-held.${value}`),
    })),
    proofs: isPart(fact)
      ? []
      : [
          ...papers.map(({ id, name }) => ({ value: String(id), label: name })),
          ...(fact === 'trading'
            ? []
            : [{ value: 'register', label: say('waivers.desk.correct-register') }]),
        ],
  });
}

const hrefOf = ({ number }: CaseFile, fact: CorrectableFact): string =>
  `/waivers/${number}/fact-correction/${fact}`;

/** Shows what would be granted and how that differs from what was asked for; nothing is done yet. */
async function preview(deps: Deps, req: Request, res: Response): Promise<void> {
  const application = await openCaseOf(deps, req, res);
  const fact = factIn(req, application);
  const voice = frameOf(res);
  const { say } = voice;
  const form = readForm(formOfFact(fact), req.body as Sent);
  const sent = (req.body ?? {}) as Sent;
  if (!form.ok || (!isPart(fact) && form.value.proof === '')) {
    const faults = form.ok ? [{ field: 'proof', key: 'web.field.choose' as const }] : form.faults;
    const view = formView(say, typedOf(sent), faults, labelsOf(say, factLabels));
    return factPage(deps, res.status(422), { application, fact }, view);
  }
  const { facts } = await assessCase(deps.db, application);
  const correction = { fact, was: factValue(facts, fact), to: form.value.to };
  const would = corrected(facts, correction);
  const assessment = assess(would, versionOfCase(application));
  const asked = await askedOf(deps.db, application);
  casePage(res, application, formView(say, typedOf(sent)), {
    view: 'fact-correction-preview',
    title: say('waivers.desk.correct-title', { name: factName(fact, voice) }),
    action: hrefOf(application, fact),
    sent: Object.entries(typedOf(sent)).flatMap(([name, value]) =>
      [value].flat().map((each) => ({ name, value: each })),
    ),
    corrections: correctionRows(
      [
        { ...correction, paper: null, basis: 'part' } as Parameters<
          typeof correctionRows
        >[0][number],
      ],
      voice,
    ),
    rows: [assessedRow(assessment, voice), differenceRow(asked.assessment, assessment, voice)],
    schedule: scheduleRows(assessment, { facts: would, rules: application.rules }, voice),
  });
}

function scheduleRows(
  { schedule }: ReturnType<typeof assess>,
  of: Parameters<typeof presentSchedule>[1],
  voice: Frame,
) {
  return {
    rows: presentSchedule(schedule, of, voice),
    total: yuan(schedule.total, voice.lang),
    hasRent: isOfRent(of.rules),
    remains: yuan(remainingInAll(schedule).remains, voice.lang),
  };
}

async function correct(deps: Deps, req: Request, res: Response): Promise<void> {
  const application = await caseToReview(deps, req, res);
  const fact = factIn(req, application);
  const viewer = viewerOf(res);
  const item = correctsFacts(application)
    ? application
    : { ...application, state: 'bureau-review' };
  allow(canCorrectFacts(viewer, item), 'waivers.not-your-desk');
  const form = await actOnCase(
    deps,
    req,
    res,
    application,
    formOfFact(fact),
    (tx, by, seen, { to, proof, note }) => correctFact(tx, by, seen, { fact, to, proof, note }),
  );
  await answerForm(res, form, factLabels, (view) =>
    factPage(deps, res, { application, fact }, view),
  );
}
