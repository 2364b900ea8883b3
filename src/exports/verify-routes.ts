import { type Response, Router } from 'express';
import { z } from 'zod';
import { uploadOf, uploadReader } from '../files/upload.js';
import { time } from '../language/format.js';
import { requireSignIn, viewerOf } from '../people/viewer.js';
import type { Deps } from '../web/deps.js';
import { allow } from '../web/errors.js';
import { refuseForgery } from '../web/forgery.js';
import { type FormView, formView, takeForm } from '../web/forms.js';
import { frameOf } from '../web/frame.js';
import { page } from '../web/views.js';
import type { CoverLine } from './book.js';
import { checkBook, type Verdict } from './check-book.js';
import { canExport } from './permissions.js';

/** Above the longest list there is, so that nobody has two of them in memory. */
const readWorkbook = uploadReader({
  mostBytes: 64 * 1024 * 1024,
  mostAtOnce: 1,
  accountOf: (res) => viewerOf(res).accountId,
});

/** Whether a workbook is as this system made it. Its file has a reader of its own, so this stands above that of forms. */
export function verifyUploadRoutes(deps: Deps): Router {
  const router = Router();
  router.post(
    '/reports/verify',
    requireSignIn,
    mayRead,
    readWorkbook,
    refuseForgery,
    async (req, res) => {
      const { say } = frameOf(res);
      const form = await takeForm(z.object({}), req.body, async () =>
        checkBook(deps.db, uploadOf(res, 'reports.verify.too-large').bytes),
      );
      if (form.ok) return showVerdict(deps, res, form.value);
      const labels = [{ name: 'file', label: say('reports.verify.file') }];
      showForm(res.status(422), formView(say, {}, form.faults, labels));
    },
  );
  return router;
}

export function verifyRoutes(): Router {
  const router = Router();
  router.get('/reports/verify', mayRead, (_req, res) =>
    showForm(res, formView(frameOf(res).say, {})),
  );
  return router;
}

const mayRead = (_req: unknown, res: Response, next: () => void): void => {
  allow(canExport(viewerOf(res)));
  next();
};

function showForm(res: Response, form: FormView): void {
  const { say } = frameOf(res);
  page(res, 'exports/verify', {
    title: say('reports.verify.title'),
    form,
    verdict: null,
    hasErrors: form.summary.length > 0,
    crumbs: [{ href: '/reports', label: say('reports.title') }],
  });
}

async function showVerdict({ db }: Deps, res: Response, verdict: Verdict): Promise<void> {
  const { say } = frameOf(res);
  page(res, 'exports/verify', {
    title: say('reports.verify.title'),
    crumbs: [{ href: '/reports', label: say('reports.title') }],
    form: formView(say, {}),
    verdict: {
      tone: { same: null, differs: 'stop', unknown: 'stop', unfinished: 'heed' }[verdict.kind],
      title: say(`reports.verify.${verdict.kind}`),
      text: say(textOf(verdict)),
      rows: await linesOf(db, verdict, res),
      ...differencesOf(verdict, res),
    },
  });
}

const textOf = (verdict: Verdict) =>
  verdict.kind === 'same' && verdict.record.format === 'csv'
    ? ('reports.verify.same-csv-more' as const)
    : (`reports.verify.${verdict.kind}-more` as const);

const hashLabel = (format: string) =>
  format === 'csv' ? ('reports.verify.hash-of-file' as const) : ('reports.cover.hash' as const);

async function linesOf(_reads: Deps['db'], verdict: Verdict, res: Response) {
  const { say, lang } = frameOf(res);
  if (verdict.kind === 'unknown')
    return [{ label: say('reports.verify.number'), value: verdict.number }];
  const { record } = verdict;
  const [what] = record.cover as CoverLine[];
  return [
    { label: say('reports.verify.number'), value: record.number },
    { label: say('reports.cover.what'), value: what?.value ?? '' },
    { label: say('reports.cover.who'), value: record.account?.name ?? '' },
    { label: say('reports.cover.when'), value: time(record.at, lang) },
    ...(record.hash === null ? [] : [{ label: say(hashLabel(record.format)), value: record.hash }]),
    ...('hash' in verdict && verdict.hash !== record.hash
      ? [{ label: say('reports.verify.hash-now'), value: verdict.hash }]
      : []),
  ];
}

function differencesOf(verdict: Verdict, res: Response) {
  const { say } = frameOf(res);
  const shown = 'differences' in verdict ? verdict.differences : [];
  const more = 'count' in verdict ? verdict.count - shown.length : 0;
  return {
    differences: shown.map(({ sheet, cell, what }) => ({
      sheet,
      text: say(`reports.verify.what.${what}`, { cell }),
    })),
    more: more > 0 ? say('reports.verify.more', { n: more }) : null,
  };
}
