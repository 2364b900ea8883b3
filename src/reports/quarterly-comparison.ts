import { addDays } from '../calendar/days.js';
import { byPark, countColumn, ratioColumn } from './columns.js';
import { mainFigures } from './monthly-bulletin.js';
import type { ReportKind } from './report.js';
import type { ReportContext } from './report-context.js';

/** 季度对比: where each park stood before and stands after, and what happened between; and the main figures of all. */
export const quarterlyComparison: ReportKind = {
  periods: ['quarter'],
  build: async (context) => [
    await movement(context),
    await use(context),
    await mainFigures(context),
  ],
};

/** Start + in − out = end, park by park. */
async function movement(context: ReportContext) {
  const { say } = context.voice;
  const start = addDays(context.period.from, -1);
  const then = { from: start, asOf: start };
  const columns = [
    await countColumn(context, 'ventures', {
      span: then,
      head: say('reports.column.ventures-start'),
    }),
    await countColumn(context, 'arrived'),
    await countColumn(context, 'moved-in'),
    await countColumn(context, 'left'),
    await countColumn(context, 'moved-out'),
    await countColumn(context, 'ventures', { head: say('reports.column.ventures-end') }),
    await countColumn(context, 'jobs', { span: then, head: say('reports.column.jobs-start') }),
    await countColumn(context, 'jobs', { head: say('reports.column.jobs-end') }),
  ];
  return byPark(context, {
    key: 'movement',
    name: say('reports.section.movement'),
    columns,
    note: say('reports.section.movement-note'),
  });
}

async function use(context: ReportContext) {
  const { say } = context.voice;
  const columns = [
    await ratioColumn(context, {
      head: say('reports.column.jobs-each'),
      kind: 'ratio',
      over: 'jobs',
      under: 'ventures',
    }),
    await countColumn(context, 'spaces'),
    await countColumn(context, 'spaces-let'),
    await countColumn(context, 'spaces-held-over'),
    await countColumn(context, 'spaces-free'),
    await ratioColumn(context, {
      head: say('reports.column.use'),
      kind: 'share',
      over: 'spaces-let',
      under: 'spaces',
    }),
  ];
  return byPark(context, { key: 'use', name: say('reports.section.use'), columns });
}
