import { coveragesOfTotals } from '../ledger/coverage-text.js';
import { workerMeasures } from '../ledger/measures/workers.js';
import { byPark, countColumn, measureKey, numberHead, ratioColumn, textHead } from './columns.js';
import type { Counted } from './counted.js';
import type { ReportKind, Section } from './report.js';
import type { ReportContext } from './report-context.js';

const shown = ['parks', 'ventures', 'jobs', 'arrived', 'left', 'returns', 'owed'] as const;

/** 月报: the main figures beside the month before, and every park. */
export const monthlyBulletin: ReportKind = {
  periods: ['month'],
  build: async (context) => [
    await mainFigures(context),
    await parksOfMonth(context),
    await workersSection(context),
    await workersByPark(context),
  ],
};

/** Each figure in the period, in the one before, and the difference. */
export const mainFigures = (context: ReportContext): Promise<Section> =>
  comparedFigures(context, 'main', shown);

/** 用工构成: the people of each kind, who are no parts of a whole. */
export async function workersSection(context: ReportContext): Promise<Section> {
  const section = await comparedFigures(context, 'workers', workerMeasures);
  const { reads, scope, position } = context.asked;
  const of = { parkIds: scope.parkIds, asOf: context.period.asOf, position };
  const coverages = await coveragesOfTotals(reads, workerMeasures, of, context.voice);
  return {
    ...section,
    heads: [...section.heads, textHead(context.voice.say('reports.cover.coverage'), 40)],
    rows: section.rows.map((row, i) => [...row, { value: coverages[i] ?? null }]),
    note: context.voice.say('reports.section.workers-note'),
  };
}

async function workersByPark(context: ReportContext): Promise<Section> {
  const columns = [await countColumn(context, 'jobs')];
  for (const measure of workerMeasures) columns.push(await countColumn(context, measure));
  const name = context.voice.say('reports.section.workers-parks');
  return byPark(context, { key: 'workers-parks', name, columns });
}

async function comparedFigures(
  context: ReportContext,
  key: 'main' | 'workers',
  measures: readonly Counted[],
): Promise<Section> {
  const { say } = context.voice;
  const { before, yearBefore } = context.asked;
  const rowOf = async (measure: Counted) => {
    const all = context.parks.map(({ id }) => id);
    const now = (await context.known(measure))(all);
    const then = before && (await context.known(measure, before))(all);
    const aYearAgo = yearBefore && (await context.known(measure, yearBefore))(all);
    return [
      { value: say(measureKey(measure)) },
      { value: now, href: context.href(measure) },
      { value: then, href: before ? context.href(measure, { span: before }) : undefined },
      { value: now === null || then === null ? null : now - then },
      ...(yearBefore
        ? [
            { value: aYearAgo, href: context.href(measure, { span: yearBefore }) },
            { value: now === null || aYearAgo === null ? null : now - aYearAgo },
          ]
        : []),
    ];
  };
  const rows = [];
  for (const measure of measures) rows.push(await rowOf(measure));
  return {
    key,
    name: say(`reports.section.${key}`),
    heads: [
      textHead(say('reports.column.figure'), 24),
      numberHead(say('reports.column.now')),
      numberHead(say('reports.column.before')),
      numberHead(say('reports.column.change')),
      ...(yearBefore
        ? [
            numberHead(say('reports.column.year-before')),
            numberHead(say('reports.column.year-change')),
          ]
        : []),
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
