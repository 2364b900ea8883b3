import { byPark, countColumn, measureKey, numberHead, ratioColumn, textHead } from './columns.js';
import type { Counted } from './counted.js';
import type { ReportKind, Section } from './report.js';
import type { ReportContext } from './report-context.js';

const shown = ['parks', 'ventures', 'jobs', 'arrived', 'left', 'returns', 'owed'] as const;

/** 月报: the main figures beside the month before, and every park. */
export const monthlyBulletin: ReportKind = {
  periods: ['month'],
  build: async (context) => [await mainFigures(context), await parksOfMonth(context)],
};

/** Each figure in the period, in the one before, and the difference. */
export async function mainFigures(context: ReportContext): Promise<Section> {
  const { say } = context.voice;
  const { before } = context.asked;
  const rowOf = async (measure: Counted) => {
    const now = await context.sum(measure);
    const then = before && (await context.sum(measure, before));
    return [
      { value: say(measureKey(measure)) },
      { value: now, href: context.href(measure) },
      { value: then, href: before ? context.href(measure, { span: before }) : undefined },
      { value: then === null ? null : now - then },
    ];
  };
  const rows = [];
  for (const measure of shown) rows.push(await rowOf(measure));
  return {
    key: 'main',
    name: say('reports.section.main'),
    heads: [
      textHead(say('reports.column.figure'), 24),
      numberHead(say('reports.column.now')),
      numberHead(say('reports.column.before')),
      numberHead(say('reports.column.change')),
    ],
    rows,
  };
}

async function parksOfMonth(context: ReportContext): Promise<Section> {
  const { say } = context.voice;
  const columns = [
    await countColumn(context, 'ventures'),
    await countColumn(context, 'jobs'),
    await countColumn(context, 'arrived'),
    await countColumn(context, 'left'),
    await countColumn(context, 'returns'),
    await countColumn(context, 'owed'),
    await ratioColumn(context, {
      head: say('reports.column.return-rate'),
      kind: 'share',
      over: 'returns',
      under: 'ventures',
    }),
  ];
  return byPark(context, { key: 'parks', name: say('reports.section.parks'), columns });
}
