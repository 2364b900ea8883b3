import { founderCategories } from '../people/categories.js';
import { byPark, countColumn, measureKey, numberHead, ratioColumn, textHead } from './columns.js';
import { type Counted, columnKind } from './counted.js';
import { sumsByCategory } from './record-queries.js';
import type { ReportCell, ReportKind, Section } from './report.js';
import type { ReportContext } from './report-context.js';

/** 免租成效: rent waived beside the jobs and the survival of those for whom it was. */
export const waiverEffect: ReportKind = {
  periods: ['year', 'quarter'],
  build: async (context) => [await ofParks(context), await ofCategories(context)],
};

const counted = [
  'waived-ventures',
  'waived-rent',
  'waived-jobs',
  'waived-jobs-proved',
  'waived-cohort',
  'waived-survived',
] as const;

async function ofParks(context: ReportContext): Promise<Section> {
  const { say } = context.voice;
  const columns = [];
  for (const measure of counted) columns.push(await countColumn(context, measure));
  columns.push(
    await ratioColumn(context, {
      head: say('reports.column.waived-each'),
      kind: 'fen',
      over: 'waived-rent',
      under: 'waived-jobs',
    }),
    await ratioColumn(context, {
      head: say('reports.column.waived-survival'),
      kind: 'share',
      over: 'waived-survived',
      under: 'waived-cohort',
    }),
  );
  const note = say('reports.section.effect-note');
  return byPark(context, { key: 'effect', name: say('reports.section.effect'), note, columns });
}

/** The categories of each venture's founders at the period's end; several may hold. */
async function ofCategories(context: ReportContext): Promise<Section> {
  const { say } = context.voice;
  const sums = new Map<string, number>();
  for (const measure of counted)
    for (const row of await sumsByCategory(
      context.asked.reads,
      context.question(measure, context.period),
    )) {
      const key = `${measure} ${row.category}`;
      sums.set(key, (sums.get(key) ?? 0) + row.amount);
    }
  const of = (measure: Counted, category: string): number =>
    sums.get(`${measure} ${category}`) ?? 0;
  const share = (over: Counted, under: Counted, category: string, scale: number): ReportCell => {
    const divisor = of(under, category);
    return { value: divisor === 0 ? null : Math.round((of(over, category) * scale) / divisor) };
  };
  return {
    key: 'categories',
    name: say('reports.section.effect-categories'),
    note: say('reports.section.categories-note'),
    heads: [
      textHead(say('reports.column.category'), 24),
      ...counted.map((measure) => numberHead(say(measureKey(measure)), columnKind(measure))),
      numberHead(say('reports.column.waived-each'), 'money'),
      numberHead(say('reports.column.waived-survival'), 'share'),
    ],
    rows: founderCategories.map((category) => [
      { value: say(`ventures.category.${category}`) },
      ...counted.map((measure) => ({
        value: of(measure, category),
        href: context.href(measure, { chosen: { category } }),
      })),
      share('waived-rent', 'waived-jobs', category, 1),
      share('waived-survived', 'waived-cohort', category, 10_000),
    ]),
  };
}
