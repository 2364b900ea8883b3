import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { chartFormats } from '../../charts/answer-chart.js';
import { time } from '../../language/format.js';
import { makeSay } from '../../language/say.js';
import { actOnce } from '../../people/act-once.js';
import { viewerOf } from '../../people/viewer.js';
import { answerForm } from '../../web/answer-form.js';
import type { Deps } from '../../web/deps.js';
import { allow, found } from '../../web/errors.js';
import { optionalText, text } from '../../web/fields.js';
import { parsePairs, type Sent } from '../../web/form-body.js';
import { type FormView, formView } from '../../web/forms.js';
import { frameOf } from '../../web/frame.js';
import { idParam } from '../../web/id-param.js';
import { page } from '../../web/views.js';
import { canFileReports } from '../permissions.js';
import { presentSection } from '../present-section.js';
import { askPaper } from './ask-paper.js';
import { countTyped, linesOf, textOf } from './edited-text.js';
import { type FiledPaper, findPaper } from './find-paper.js';
import { keepPaper } from './keep-paper.js';
import type { Paper } from './paper.js';
import { paperChartKeys } from './paper-charts.js';
import { isPaperKey, type PaperKey } from './paper-text.js';
import { presentCharts } from './present-paper.js';
import { sendPaperChart, sendWord } from './send-paper.js';

/** Reports that are filed: edited before, and read as they were handed in for ever. */
export function filedRoutes(deps: Deps): Router {
  const router = Router();
  router.get('/reports/papers/new', (req, res) => showForm(deps, req.query as Sent, res));
  router.post('/reports/papers', (req, res) => keep(deps, req, res));
  router.get('/reports/papers/:id', (req, res) => showFiled(deps, req, res));
  router.get('/reports/papers/:id/word.docx', async (req, res) => {
    const { made, issuer, keptAt, ...filed } = await paperOf(deps, req, res);
    const voice = { say: makeSay(filed.lang), lang: filed.lang };
    const signed = issuer === '' ? null : { issuer, at: keptAt };
    await sendWord(deps, req, res, { ...filed, paper: made, signed, voice });
  });
  for (const key of paperChartKeys)
    for (const format of chartFormats)
      router.get(`/reports/papers/:id/${key}.${format}`, async (req, res) => {
        const { made, lang } = await paperOf(deps, req, res);
        await sendPaperChart(deps, req, res, { paper: made, key, lang });
      });
  return router;
}

/** A text may be so long. */
const longest = 20_000;

const Form = z.object({
  title: text(80),
  issuer: optionalText(60),
  text: text(longest, { lines: true }),
  query: z.string().max(1000),
});

/** The report that a form is of: its own address, as of one position of the ledger. */
async function askedBy(deps: Deps, res: Response, query: Sent) {
  allow(canFileReports(viewerOf(res)));
  const { report } = query;
  const key: PaperKey = found(isPaperKey(report) ? report : null);
  const paper = await askPaper(deps, res, key, query);
  return { key, paper };
}

const queryOf = (key: PaperKey, { address }: Paper): string =>
  `report=${key}&${address.split('?')[1] ?? ''}`;

async function showForm(deps: Deps, query: Sent, res: Response, typed?: FormView): Promise<void> {
  const { say } = frameOf(res);
  const { key, paper } = await askedBy(deps, res, query);
  const first = { title: paper.title, issuer: '', text: textOf(paper.paragraphs) };
  const form = typed ?? formView(say, first);
  page(res, 'reports/new-paper', {
    title: say('reports.paper.new'),
    over: paper.title,
    crumbs: [
      { href: '/reports', label: say('reports.title') },
      { href: paper.address, label: paper.title },
    ],
    query: queryOf(key, paper),
    back: paper.address,
    form,
    hasErrors: form.summary.length > 0,
  });
}

async function keep(deps: Deps, req: Request, res: Response): Promise<void> {
  const sent = parsePairs(typeof req.body.query === 'string' ? req.body.query : '');
  // What cannot be asked for is not filed; as of its position the text that was edited comes out again.
  const { key, paper } = await askedBy(deps, res, sent);
  const { lang } = frameOf(res);
  const [scope = '', period = ''] = ['scope', 'period'].map(
    (name) => new URLSearchParams(paper.address.split('?')[1]).get(name) ?? '',
  );
  const form = await actOnce(deps, req, res, Form, async (tx, by, typed) => {
    const { title, issuer } = typed;
    const edited = typed.text.replaceAll('\r\n', '\n').trim();
    const of = { report: key, scope, period, lang, made: paper };
    return `/reports/papers/${await keepPaper(tx, by, { ...of, title, issuer, text: edited })}`;
  });
  const labels = {
    title: 'reports.paper.title',
    issuer: 'reports.paper.issuer',
    text: 'reports.paper.text',
  } as const;
  await answerForm(res, form, labels, (view) => showForm(deps, sent, res, view));
}

const paperOf = (deps: Deps, req: Request, res: Response): Promise<FiledPaper> =>
  findPaper(deps.db, viewerOf(res), idParam(req.params.id));

async function showFiled(deps: Deps, req: Request, res: Response): Promise<void> {
  const { say, lang } = frameOf(res);
  const filed = await paperOf(deps, req, res);
  const { made, lines } = filed;
  const voice = { say: makeSay(filed.lang), lang: filed.lang };
  const own = `/reports/papers/${filed.id}`;
  const typed = countTyped(lines);
  page(res, 'reports/paper', {
    title: filed.title,
    over: made.over,
    crumbs: [{ href: '/reports', label: say('reports.title') }],
    asOf: made.asOf,
    coverage: made.coverage,
    // A report stays in the language in which it was filed, whoever reads it.
    filedBy: [
      say('reports.paper.filed-by', { name: filed.keptBy, time: time(filed.keptAt, lang) }),
      ...(filed.lang === lang ? [] : [say(`reports.paper.filed-in-${filed.lang}`)]),
    ].join(' · '),
    written: filed.lang === 'zh' ? 'zh-Hans' : 'en',
    lines,
    typed: typed > 0 ? say('reports.paper.typed', { n: typed }) : null,
    signed: filed.issuer || null,
    made: filed.text === textOf(made.paragraphs) ? null : linesOf(made.paragraphs),
    charts: await presentCharts(deps, made, voice, (chart) => `${own}/${chart}.svg`),
    sections: made.sections.map((section) => presentSection(section, voice)),
    word: `${own}/word.docx`,
    basis: voice.say('reports.paper.basis', {
      day: made.day,
      position: made.position,
      address: made.address,
    }),
    again: made.address,
  });
}
