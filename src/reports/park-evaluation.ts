import { monthOf, monthsBetween } from '../calendar/days.js';
import type { ThresholdKey } from '../parks/thresholds.js';
import { byPark, countColumn, type ParkColumn, ratioColumn } from './columns.js';
import type { ReportKind, Section } from './report.js';
import type { ReportContext } from './report-context.js';
import { reachMeasures, serviceMeasures } from './visit-records.js';

/** 园区评价: each figure against its standard, which the bureau sets. */
export const parkEvaluation: ReportKind = {
  periods: ['year', 'quarter'],
  build: async (context) => [
    await evaluated(context),
    await activities(context),
    await basis(context),
  ],
};

async function evaluated(context: ReportContext): Promise<Section> {
  const { say } = context.voice;
  const mark = (key: ThresholdKey) => (value: number) =>
    value >= context.thresholds[key] ? ('good' as const) : ('poor' as const);
  const ratio = (
    key: 'survival' | 'on-time' | 'use' | 'jobs-each' | 'reach',
    of: Parameters<typeof ratioColumn>[1],
  ) => ratioColumn(context, { ...of, head: say(`reports.column.${key}`), mark: mark(key) });
  const columns: ParkColumn[] = [
    marked(await countColumn(context, 'ventures'), mark('ventures')),
    await ratio('survival', { head: '', kind: 'share', over: 'survived', under: 'cohort' }),
    await ratio('on-time', { head: '', kind: 'share', over: 'on-time', under: 'left' }),
    await ratio('use', { head: '', kind: 'share', over: 'spaces-let', under: 'spaces' }),
    await ratioColumn(context, {
      head: say('reports.column.held-over'),
      kind: 'share',
      over: 'spaces-held-over',
      under: 'spaces',
    }),
    marked(await countColumn(context, 'visits'), enoughServices(context)),
    await ratio('reach', { head: '', kind: 'share', over: 'reached', under: 'incubated' }),
    await ratio('jobs-each', { head: '', kind: 'ratio', over: 'jobs', under: 'ventures' }),
  ];
  return byPark(context, {
    key: 'evaluation',
    name: say('reports.section.evaluation'),
    columns,
    note: say('reports.section.evaluation-note'),
  });
}

/** The standard is of a month: a period asks for as many as it has had months. */
function enoughServices({ thresholds, period }: ReportContext) {
  const months = monthsBetween(monthOf(period.from), monthOf(period.asOf)).length;
  return (value: number) =>
    value >= thresholds.activities * months ? ('good' as const) : ('poor' as const);
}

/** Only a park is held against the standard for its ventures and services, not all of them together. */
const marked = (column: ParkColumn, mark: (value: number) => 'good' | 'poor'): ParkColumn => ({
  ...column,
  of: (parkIds, park) => {
    const cell = column.of(parkIds, park);
    return park ? { ...cell, mark: mark(Number(cell.value)) } : cell;
  },
});

/** 服务活动: services by kind, and whom they reached. */
async function activities(context: ReportContext): Promise<Section> {
  const { say } = context.voice;
  const columns = [];
  for (const measure of [...serviceMeasures.slice(1), 'visits', ...reachMeasures] as const)
    columns.push(await countColumn(context, measure));
  return byPark(context, {
    key: 'activities',
    name: say('reports.section.activities'),
    columns,
    note: say('reports.section.activities-note'),
  });
}

/** What the shares above are shares of. */
async function basis(context: ReportContext): Promise<Section> {
  const columns = [];
  for (const measure of [
    'cohort',
    'survived',
    'left',
    'on-time',
    'spaces',
    'spaces-let',
    'spaces-held-over',
    'spaces-free',
    'jobs',
  ] as const)
    columns.push(await countColumn(context, measure));
  const name = context.voice.say('reports.section.basis');
  return byPark(context, { key: 'basis', name, columns });
}
