import { type Request, type Response, Router } from 'express';
import { isMonth, type Month } from '../calendar/days.js';
import { month as monthText } from '../language/format.js';
import type { Fault } from '../language/refusal.js';
import { transactOnce } from '../people/act-once.js';
import { viewerOf } from '../people/viewer.js';
import { findVenture, type VentureWithStays } from '../ventures/find-venture.js';
import type { EvidenceGrade } from '../ventures/kinds.js';
import { readsMonth } from '../ventures/own-time.js';
import { canFileReturn } from '../ventures/permissions.js';
import { aboutVenture, ventureHref } from '../ventures/residency-present.js';
import type { Deps } from '../web/deps.js';
import { type ComparedRow, compareTyped, takeEdit } from '../web/edits.js';
import { allow, found, NotFound } from '../web/errors.js';
import { type FormView, formView } from '../web/forms.js';
import { frameOf, sayTo } from '../web/frame.js';
import { leadOn } from '../web/lead-on.js';
import { page } from '../web/views.js';
import { blockedBy, blockedText } from './blocked-by.js';
import { fileOneReturn } from './file-one-return.js';
import { ReturnForm } from './forms.js';
import {
  beforeText,
  evidenceOptions,
  filedFields,
  noteLabel,
  returnFields,
  returnRows,
  typedReturn,
} from './present.js';
import { findProved, presentGrade } from './proved.js';
import { type FiledReturn, findReturn, returnBefore } from './queries.js';

/** One venture's return for one month: filed first, corrected afterwards. */
export function ventureReturnRoutes(deps: Deps): Router {
  const router = Router();
  router.get('/ventures/:number/returns/:month', async (req, res) => {
    const { venture, month, canFile } = await asked(deps, req, res);
    const filed = await findReturn(deps.db, venture.id, month);
    if (!canFile) return showReturn(deps, res, venture, found(filed));
    // The note of an earlier filing is not the reason for this correction.
    const form = formView(sayTo(res), { ...typedReturn(filed), note: '' });
    await returnPage(deps, res, { venture, month, form, filed });
  });
  router.post('/ventures/:number/returns/:month', (req, res) => file(deps, req, res));
  return router;
}

async function file(deps: Deps, req: Request, res: Response): Promise<void> {
  const { db } = deps;
  const { venture, month, canFile } = await asked(deps, req, res);
  allow(canFile);
  const form = await takeEdit(ReturnForm, req.body, (value) =>
    transactOnce(deps, req, res, async (tx, by) => {
      await fileOneReturn(tx, by, { ...value, ventureId: venture.id, month });
      return ventureHref(venture);
    }),
  );
  if (form.ok) return leadOn(res, form.value);
  const say = sayTo(res);
  const filed = await findReturn(db, venture.id, month);
  const shown = { venture, month, filed };
  if (!form.isLate) {
    const view = formView(
      say,
      form.typed,
      form.faults.map(ofThePage),
      returnFields(say, filed === null),
    );
    return returnPage(deps, res.status(422), { ...shown, form: view });
  }
  const now = typedReturn(filed);
  const typed = { ...form.typed, version: now.version ?? '' };
  const conflict = compareTyped(filedFields(say), now, typed, frameOf(res).lang);
  await returnPage(deps, res.status(409), { ...shown, form: formView(say, typed), conflict });
}

/** The month stands in the address, not in a field. */
const ofThePage = (fault: Fault): Fault =>
  fault.field === 'month' ? { ...fault, field: '' } : fault;

async function asked({ db }: Deps, req: Request, res: Response) {
  const viewer = viewerOf(res);
  const venture = found(await findVenture(db, viewer, String(req.params.number)));
  const month = String(req.params.month);
  if (!isMonth(month) || !readsMonth(viewer, venture, month)) throw new NotFound();
  return { venture, month, canFile: canFileReturn(viewer, venture, month) };
}

/** A return as those see it who may look and not file. */
async function showReturn(
  { db }: Deps,
  res: Response,
  venture: VentureWithStays,
  filed: FiledReturn,
): Promise<void> {
  const frame = frameOf(res);
  page(res, 'returns/show', {
    ...aboutVenture(venture, frame.say),
    title: frame.say('returns.show-title', { month: monthText(filed.month, frame.lang) }),
    rows: returnRows(filed, await findProved(db, venture.id, filed.month), frame),
    proofsHref: proofsHref(venture, filed.month),
    historyHref: historyHref(filed),
    isSetAside: filed.setAside,
  });
}

const proofsHref = (venture: VentureWithStays, month: Month): string =>
  `${ventureHref(venture)}/returns/${month}/proofs`;

const historyHref = ({ id }: FiledReturn): string => `/history/jobs-return/${id}`;

type Shown = {
  venture: VentureWithStays;
  month: Month;
  form: FormView;
  filed: FiledReturn | null;
  conflict?: ComparedRow[];
};

async function returnPage(deps: Deps, res: Response, shown: Shown): Promise<void> {
  const { venture, month, form, filed, conflict = [] } = shown;
  const isFirst = filed === null;
  const frame = frameOf(res);
  const { say, lang } = frame;
  const values = { month: monthText(month, lang) };
  const blocked = await blockedBy(deps, venture, month);
  const proved = await findProved(deps.db, venture.id, month);
  const { grade, missing } = presentGrade(
    say,
    (filed?.evidence ?? 'self-reported') as EvidenceGrade,
    {
      headcount: filed?.headcount ?? null,
      rosterPeople: proved.rosterPeople,
      proofs: proved.proofs,
    },
  );
  page(res, 'returns/return', {
    ...aboutVenture(venture, say),
    title: say(titleOf(isFirst, blocked !== null), values),
    rows: blocked && filed ? returnRows(filed, proved, frame) : null,
    grade: grade && say('returns.grade.is', { grade }),
    missing,
    proofsHref: proofsHref(venture, month),
    submit: say(isFirst ? 'returns.file.submit' : 'returns.correct.submit'),
    noteLabel: noteLabel(say, isFirst),
    isFirst,
    historyHref: filed && historyHref(filed),
    before: beforeText(await returnBefore(deps.db, venture.id, month), frame),
    blocked: blockedText(blocked, month, frame),
    evidence: evidenceOptions(say),
    action: `${ventureHref(venture)}/returns/${month}`,
    form,
    asksWhy: form.errors.confirmed !== undefined || (form.typed.confirmed ?? '') !== '',
    conflict,
    hasErrors: form.summary.length > 0,
  });
}

/** One that cannot be corrected now is read. */
const titleOf = (isFirst: boolean, isBlocked: boolean) => {
  if (isFirst) return 'returns.file.title';
  return isBlocked ? 'returns.show-title' : 'returns.correct.title';
};
