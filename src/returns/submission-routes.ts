import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { month as monthText } from '../language/format.js';
import { actOnce } from '../people/act-once.js';
import { parkName } from '../ventures/residency-present.js';
import type { Deps } from '../web/deps.js';
import { allow } from '../web/errors.js';
import { optional, wholeNumber } from '../web/fields.js';
import { type FormView, formView } from '../web/forms.js';
import { frameOf, sayTo } from '../web/frame.js';
import { leadOn } from '../web/lead-on.js';
import { page } from '../web/views.js';
import { type AskedReturn, askedReturn } from './asked-return.js';
import { problemsHere } from './grid-page.js';
import { gridRows } from './grid-rows.js';
import { presentSums } from './present-grid.js';
import { noteName } from './problems.js';
import { canFill, isOpen } from './states.js';
import { type Confirmed, submitReturn } from './submit-return.js';

/** Beside the version, a note for each warning, under a name of its own. */
const SubmissionForm = z
  .object({ version: optional(wholeNumber(1, 1_000_000_000)) })
  .catchall(z.string().max(500, 'web.field.wrong'));

/** The last look before a return is submitted: what has to be corrected, and what has to be confirmed with a note. */
export function submissionRoutes(deps: Deps): Router {
  const router = Router();
  router.get('/returns/:month/:park/submission', async (req, res) => {
    const asked = await askedReturn(deps, req, res);
    allow(canFill(asked.viewer, asked.park.id));
    if (!isOpen(asked.standing.state)) return leadOn(res, asked.href);
    await submissionPage(deps, res, asked, formView(sayTo(res), notedBefore(asked)));
  });
  router.post('/returns/:month/:park/submission', (req, res) => submit(deps, req, res));
  return router;
}

async function submit(deps: Deps, req: Request, res: Response): Promise<void> {
  const asked = await askedReturn(deps, req, res);
  const { viewer, park, month, href } = asked;
  allow(canFill(viewer, park.id));
  const form = await actOnce(deps, req, res, SubmissionForm, async (tx, by, sent) => {
    const { version, ...notes } = sent;
    const texts = Object.fromEntries(
      Object.entries(notes).map(([name, note]) => [name, String(note)]),
    );
    await submitReturn(tx, by, { parkId: park.id, month, version, notes: texts });
    return href;
  });
  if (form.ok) return leadOn(res, form.value);
  const view = formView(sayTo(res), form.typed, form.faults, await labelsOfNotes(deps, asked, res));
  await submissionPage(deps, res.status(422), asked, view);
}

/** What the summary of faults calls the notes: by the venture that each is about. */
async function labelsOfNotes({ db }: Deps, { park, month }: AskedReturn, res: Response) {
  const rows = await gridRows(db, { parkId: park.id, month });
  const nameOf = new Map(rows.map(({ ventureId, name }) => [ventureId, name]));
  const problems = await problemsHere({ db }, rows, month);
  const whole = sayTo(res)('returns.confirm.whole');
  return problems.map((problem) => ({
    name: problem.kind === 'error' ? `error.${problem.ventureId}` : noteName(problem),
    label: problem.ventureId === null ? whole : (nameOf.get(problem.ventureId) ?? ''),
  }));
}

/** The notes of the submission before: what still stands need not be said twice. */
function notedBefore({ monthly }: AskedReturn): Record<string, string> {
  const confirmed = (monthly?.confirmed ?? []) as Confirmed[];
  return Object.fromEntries(
    confirmed.map(({ ventureId, code, note }) => [`note.${ventureId ?? 'park'}.${code}`, note]),
  );
}

async function submissionPage(
  deps: Deps,
  res: Response,
  asked: AskedReturn,
  form: FormView,
): Promise<void> {
  const { park, month, monthly, href } = asked;
  const frame = frameOf(res);
  const { say, lang } = frame;
  const rows = await gridRows(deps.db, { parkId: park.id, month });
  const nameOf = new Map(
    rows.map(({ ventureId, number, name }) => [ventureId, `${number} ${name}`]),
  );
  const all = (await problemsHere(deps, rows, month)).map((problem) => ({
    ...problem,
    id: problem.kind === 'error' ? `error.${problem.ventureId}` : noteName(problem),
    href: problem.ventureId === null ? href : `${href}#c.${problem.ventureId}.headcount`,
    label:
      problem.ventureId === null
        ? say('returns.confirm.whole')
        : (nameOf.get(problem.ventureId) ?? ''),
    text: say(problem.key, problem.values),
  }));
  const sums = presentSums(rows, frame);
  const errors = all.filter(({ kind }) => kind === 'error');
  page(res, 'returns/submission', {
    title: say('returns.confirm.title', { month: monthText(month, lang) }),
    crumbs: [
      {
        href,
        label: say('returns.grid.title', {
          park: parkName(park, lang),
          month: monthText(month, lang),
        }),
      },
    ],
    form,
    href,
    errors,
    warnings: all.filter(({ kind }) => kind === 'warning'),
    action: `${href}/submission`,
    stopped: errors.length > 0 ? say('returns.confirm.stopped', { errors: errors.length }) : null,
    version: String(monthly?.version ?? ''),
    sums,
    jobs: say('returns.confirm.jobs', { now: sums.cells[0]?.text ?? '—', last: sums.last }),
    hasErrors: form.summary.length > 0,
  });
}
