import { type Request, type Response, Router } from 'express';
import { today } from '../../calendar/days.js';
import type { WaiverEdition } from '../../database/generated/client.js';
import { time } from '../../language/format.js';
import type { Deps } from '../../web/deps.js';
import { found } from '../../web/errors.js';
import { type Frame, frameOf } from '../../web/frame.js';
import { page } from '../../web/views.js';
import { answersOf } from '../answers.js';
import { knownOf } from '../facts-of.js';
import type { CaseFile } from '../find-case.js';
import { aboutCase } from '../present-case.js';
import { seenCase } from './fillable-case.js';
import { questionPages } from './question-pages.js';

/** What was handed in each time, the newest beside the one before. */
export function editionsRoutes(deps: Deps): Router {
  const router = Router();
  router.get('/waivers/:number/editions', (req, res) => showEditions(deps, req, res));
  return router;
}

async function showEditions({ db, clock }: Deps, req: Request, res: Response): Promise<void> {
  const application = await seenCase(db, req, res);
  const frame = frameOf(res);
  const { say } = frame;
  const editions = await db.waiverEdition.findMany({
    where: { applicationId: application.id },
    orderBy: { edition: 'asc' },
  });
  found(editions[0]);
  const known = await knownOf(db, application, today(clock.now()));
  const files = await filesOf(db, editions);
  const presented = editions.map((edition) => ({
    name: say('waivers.editions.nth', { n: edition.edition }),
    at: time(edition.madeAt, frame.lang),
    basis: say(`waivers.editions.by-${edition.basis === 'paper' ? 'paper' : 'self'}`),
    rows: linesOf(edition, { application: application, known, files }, frame),
  }));
  page(res, 'waivers/editions', {
    ...aboutCase(application, frame),
    title: say('waivers.editions.title'),
    heads: presented.map(({ name, at, basis }) => ({ name, at, basis })),
    rows: sideBySide(presented.map(({ rows }) => rows)),
  });
}

type Line = { label: string; value: string };
type About = {
  application: CaseFile;
  known: Awaited<ReturnType<typeof knownOf>>;
  files: Map<number, string>;
};

/** An edition line by line: its answers as they were asked, and its files. */
function linesOf(
  edition: WaiverEdition,
  { application, known, files }: About,
  frame: Frame,
): Line[] {
  const { say, lang } = frame;
  const answers = answersOf(edition.answers);
  const on = today(edition.madeAt);
  const pages = questionPages({ answers, rules: application.rules, known, on, voice: frame });
  const attached = edition.proof as { item: string; proofFileId: number }[];
  return [
    ...pages.map(({ row, answerText }) => ({
      label: row,
      value: answerText ?? say('waivers.check.none'),
    })),
    ...application.rules.proof.flatMap(({ id, text }) => {
      const named = attached.filter(({ item }) => item === id);
      const names = named.map(({ proofFileId }) => files.get(proofFileId) ?? '');
      return names.length === 0 ? [] : [{ label: text[lang], value: names.join('\n') }];
    }),
  ];
}

async function filesOf(db: Deps['db'], editions: WaiverEdition[]): Promise<Map<number, string>> {
  const ids = editions.flatMap(({ proof }) =>
    (proof as { proofFileId: number }[]).map(({ proofFileId }) => proofFileId),
  );
  const rows = await db.proofFile.findMany({
    where: { id: { in: ids } },
    select: { id: true, name: true },
  });
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Each line that any edition has, with what each said; marked where they differ. */
function sideBySide(editions: Line[][]) {
  const labels = [...new Set(editions.flatMap((rows) => rows.map(({ label }) => label)))];
  return labels.map((label) => {
    const values = editions.map((rows) => rows.find((row) => row.label === label)?.value ?? '—');
    return { label, values, differs: new Set(values).size > 1 };
  });
}
