import { byPark, countColumn, type ParkColumn, ratioColumn } from './columns.js';
import type { ReportKind, Section } from './report.js';
import type { ReportContext } from './report-context.js';
import type { ThresholdKey } from './thresholds.js';

/** 园区评价: each figure against its standard, which the bureau sets. */
export const parkEvaluation: ReportKind = {
  periods: ['year', 'quarter'],
  build: async (context) => [await evaluated(context), await basis(context)],
};

async function evaluated(context: ReportContext): Promise<Section> {
  const { say } = context.voice;
  const mark = (key: ThresholdKey) => (value: number) =>
    value >= context.asked.thresholds[key] ? ('good' as const) : ('poor' as const);
  const ratio = (
    key: 'survival' | 'on-time' | 'use' | 'jobs-each',
    of: Parameters<typeof ratioColumn>[1],
  ) => ratioColumn(context, { ...of, head: say(`reports.column.${key}`), mark: mark(key) });
  const columns: ParkColumn[] = [
    marked(await countColumn(context, 'ventures'), mark('ventures')),
    await ratio('survival', { head: '', kind: 'share', over: 'survived', under: 'cohort' }),
    await ratio('on-time', { head: '', kind: 'share', over: 'on-time', under: 'left' }),
    await ratio('use', { head: '', kind: 'share', over: 'spaces-in-use', under: 'spaces' }),
    await ratio('jobs-each', { head: '', kind: 'ratio', over: 'jobs', under: 'ventures' }),
  ];
  return byPark(context, {
    ...{ key: 'evaluation', name: say('reports.section.evaluation'), columns },
    note: say('reports.section.evaluation-note'),
  });
}

/** Only a park is held against the standard for its ventures, not all of them together. */
const marked = (column: ParkColumn, mark: (value: number) => 'good' | 'poor'): ParkColumn => ({
  ...column,
  of: (parkIds, park) => {
    const cell = column.of(parkIds, park);
    return park ? { ...cell, mark: mark(Number(cell.value)) } : cell;
  },
});

/** What the shares above are shares of. */
async function basis(context: ReportContext): Promise<Section> {
  const columns = [];
  for (const measure of [
    'cohort',
    'survived',
    'left',
    'on-time',
    'spaces',
    'spaces-in-use',
    'jobs',
  ] as const)
    columns.push(await countColumn(context, measure));
  const name = context.voice.say('reports.section.basis');
  return byPark(context, { key: 'basis', name, columns });
}
