import { endOfMonth, firstOf, monthOf, monthsBetween } from '../calendar/days.js';
import { month as monthText } from '../language/format.js';
import { byPark, countColumn, measureKey, numberHead, textHead } from './columns.js';
import { categoriesSection } from './founder-categories.js';
import { mainFigures } from './monthly-bulletin.js';
import type { ReportKind, Section } from './report.js';
import type { ReportContext } from './report-context.js';

/** 年度报告: the year month by month, park by park, and by founders' categories. */
export const annualReport: ReportKind = {
  periods: ['year'],
  build: async (context) => [
    await mainFigures(context),
    await months(context),
    await parksOfYear(context),
    await categoriesSection(context),
  ],
};

const ofMonth = ['ventures', 'jobs', 'arrived', 'left', 'returns'] as const;

async function months(context: ReportContext): Promise<Section> {
  const { say, lang } = context.voice;
  const { from, asOf } = context.period;
  const rows = [];
  for (const month of monthsBetween(monthOf(from), monthOf(asOf))) {
    const end = endOfMonth(month);
    const span = { from: firstOf(month), asOf: end < asOf ? end : asOf };
    const cells = [];
    for (const measure of ofMonth)
      cells.push({
        value: await context.sum(measure, span),
        href: context.href(measure, { span }),
      });
    rows.push([{ value: monthText(month, lang) }, ...cells]);
  }
  return {
    key: 'months',
    name: say('reports.section.months'),
    rows,
    heads: [
      textHead(say('reports.column.month'), 14),
      ...ofMonth.map((measure) => numberHead(say(measureKey(measure)))),
    ],
  };
}

async function parksOfYear(context: ReportContext): Promise<Section> {
  const columns = [];
  for (const measure of ['ventures', 'jobs', 'arrived', 'graduated', 'closed', 'removed'] as const)
    columns.push(await countColumn(context, measure));
  const name = context.voice.say('reports.section.parks');
  return byPark(context, { key: 'parks', name, columns });
}
