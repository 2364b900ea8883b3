import type { Request, Response } from 'express';
import { today } from '../../calendar/days.js';
import { answerChart } from '../../charts/answer-chart.js';
import { findFont } from '../../charts/font.js';
import { drawPng, hasRenderer } from '../../charts/png.js';
import { transact } from '../../database/database.js';
import { day } from '../../language/format.js';
import type { Voice } from '../../language/say.js';
import type { Lang } from '../../language/words.js';
import { viewerOf } from '../../people/viewer.js';
import type { Deps } from '../../web/deps.js';
import { found } from '../../web/errors.js';
import type { PaperLine } from './edited-text.js';
import { exportPaper } from './keep-paper.js';
import type { Paper } from './paper.js';
import { drawPaperChart, type PaperChartKey } from './paper-charts.js';
import { sizeOf } from './present-paper.js';
import { type ChartImage, wordFile } from './word-file.js';

const mediaType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

type Sent = {
  paper: Paper;
  title: string;
  lines: PaperLine[];
  signed: { issuer: string; at: Date } | null;
  voice: Voice;
};

/** Answers with a report as a Word document; who takes it out is recorded before it goes. */
export async function sendWord(
  deps: Deps,
  req: Request,
  res: Response,
  { signed, ...content }: Sent,
): Promise<void> {
  const { paper, title, voice } = content;
  const signature = signed && { issuer: signed.issuer, day: day(today(signed.at), voice.lang) };
  const images = await imagesOf(deps, paper, voice.lang);
  const bytes = await wordFile({ ...content, images, signed: signature });
  res
    .attachment(`${title.replace(/[\\/:*?"<>|\s]+/g, '-')}.docx`)
    .set({ 'Content-Type': mediaType, 'Cache-Control': 'no-store' });
  if (req.method === 'HEAD') return void res.end();
  const by = { accountId: viewerOf(res).accountId, at: deps.clock.now() };
  await transact(deps.db, (tx) => exportPaper(tx, by, { address: paper.address, name: title }));
  res.send(bytes);
}

/** A machine that cannot draw images, or write Chinese into them, has none: tables stand there. */
async function imagesOf({ config }: Deps, { charts }: Paper, lang: Lang): Promise<ChartImage[]> {
  const font = (await hasRenderer()) ? await findFont(config.fontDirs) : null;
  if (font === null) return charts.map(() => null);
  const images: ChartImage[] = [];
  for (const chart of charts) {
    const bytes = await drawPng(await drawPaperChart(chart, lang, 'wide'), font);
    images.push({ bytes, ...sizeOf(chart, 'wide') });
  }
  return images;
}

/** Answers with one chart of a report. */
export async function sendPaperChart(
  deps: Deps,
  req: Request,
  res: Response,
  { paper, key, lang }: { paper: Paper; key: PaperChartKey; lang: Lang },
): Promise<void> {
  const chart = found(paper.charts.find((item) => item.key === key));
  const shape = req.query.shape === 'narrow' ? 'narrow' : 'wide';
  await answerChart(deps, req, res, {
    name: [chart.title, paper.over, paper.lastDay],
    key: ['paper', JSON.stringify(chart), shape, lang],
    isPublic: false,
    draw: () => drawPaperChart(chart, lang, shape),
  });
}
