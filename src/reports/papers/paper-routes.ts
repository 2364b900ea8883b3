import { type Request, type Response, Router } from 'express';
import { chartFormats } from '../../charts/answer-chart.js';
import { slowly } from '../../database/slowly.js';
import type { Deps } from '../../web/deps.js';
import type { Sent } from '../../web/form-body.js';
import { frameOf } from '../../web/frame.js';
import { askPaper } from './ask-paper.js';
import { linesOf } from './edited-text.js';
import { paperChartKeys } from './paper-charts.js';
import { type PaperKey, paperKeys } from './paper-text.js';
import { sendPaperChart, sendWord } from './send-paper.js';

/** A report that is handed in, as it is made: as a Word document, and its charts as images. */
export function paperRoutes(deps: Deps): Router {
  const router = Router();
  for (const report of paperKeys) {
    router.get(`/reports/${report}/word.docx`, (req, res) =>
      slowly(() => sendMade(deps, req, res, report)),
    );
    for (const key of paperChartKeys)
      for (const format of chartFormats)
        router.get(`/reports/${report}/${key}.${format}`, async (req, res) => {
          const paper = await askPaper(deps, res, report, req.query as Sent, 'charts');
          await sendPaperChart(deps, req, res, { paper, key, lang: frameOf(res).lang });
        });
  }
  return router;
}

async function sendMade(deps: Deps, req: Request, res: Response, report: PaperKey): Promise<void> {
  const { say, lang } = frameOf(res);
  const paper = await askPaper(deps, res, report, req.query as Sent);
  await sendWord(deps, req, res, {
    paper,
    title: paper.title,
    lines: linesOf(paper.paragraphs),
    signed: null,
    voice: { say, lang },
  });
}
