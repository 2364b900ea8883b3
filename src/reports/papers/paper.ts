import type { Day } from '../../calendar/days.js';
import { day } from '../../language/format.js';
import { scopeName } from '../../ledger/present.js';
import { reportAddress } from '../ask-report.js';
import { periodName } from '../period.js';
import type { Section } from '../report.js';
import type { ReportContext } from '../report-context.js';
import { asOfOf, coverageOf } from '../report-file.js';
import type { Paragraph } from './narrative.js';
import { type PaperChart, paperCharts } from './paper-charts.js';
import { type PaperKey, paperText } from './paper-text.js';

/** A report as it is handed in, whole: it is kept so, and says the same for ever. */
export type Paper = {
  title: string;
  over: string;
  parkIds: number[];
  asOf: string;
  lastDay: Day;
  /** The last day in words. */
  day: string;
  coverage: string | null;
  position: number;
  /** Where it is read again as of the same position. */
  address: string;
  paragraphs: Paragraph[];
  sections: Section[];
  charts: PaperChart[];
};

/** @param position the ledger's, as of which the report was asked for */
export async function makePaper(
  key: PaperKey,
  context: ReportContext,
  { sections, position }: { sections: Section[]; position: number },
): Promise<Paper> {
  const { asked, voice, period } = context;
  const here = { scope: asked.scope.text, period: period.text, position };
  return {
    title: voice.say('reports.paper.title.of', {
      report: voice.say(`reports.paper.name.${key}`),
      when: periodName(period, voice.say, voice.lang),
    }),
    over: scopeName(asked.scope, voice),
    parkIds: asked.scope.parkIds,
    asOf: asOfOf(context),
    lastDay: period.asOf,
    day: day(period.asOf, voice.lang),
    coverage: await coverageOf(asked.reads, context),
    position,
    address: reportAddress(key, here),
    paragraphs: await paperText(key, context),
    sections,
    charts: await paperCharts(context),
  };
}
