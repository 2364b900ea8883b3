import { coverageOfTotal } from '../ledger/coverage-text.js';
import { founderCategories } from '../people/categories.js';
import { byPark, countColumn, measureKey, numberHead, ratioColumn, textHead } from './columns.js';
import { type Counted, columnKind } from './counted.js';
import { sumsByCategory } from './record-queries.js';
import type { ReportCell, ReportKind, Section } from './report.js';
import type { ReportContext } from './report-context.js';

/** 租金减免成效: rent forgone and waived beside the jobs and the survival of those who did not have to pay it. */
export const rentReliefReport: ReportKind = {
  periods: ['year', 'quarter'],
  build: async (context) => [
    await reliefOfParks(context),
    await paidInParks(context),
    await effectOfParks(context),
    await ofCategories(context),
  ],
};

/** What was not paid, and for how many. */
const relief = [
  'rent-free',
  'rent-forgone',
  'waived-rent',
  'rent-relief',
  'relieved-ventures',
] as const;
/** What is paid beside what is not asked: never in one sum with it. */
const paid = ['subsidy-granted', 'subsidy-claimed', 'subsidy-paid'] as const;
/** What it goes with. */
const effect = [
  'relieved-jobs',
  'relieved-jobs-proved',
  'waived-cohort',
  'waived-survived',
] as const;
/** By category, of several of which a venture may be. */
const byCategory = ['relieved-ventures', 'rent-relief', ...effect] as const;

async function reliefOfParks(context: ReportContext): Promise<Section> {
  const { say } = context.voice;
  const columns = [];
  for (const measure of relief) columns.push(await countColumn(context, measure));
  const note = await coverageNote(context);
  return byPark(context, { key: 'relief', name: say('reports.section.relief'), note, columns });
}

/** Subsidies: granted, claimed and paid. */
async function paidInParks(context: ReportContext): Promise<Section> {
  const { say } = context.voice;
  const columns = [];
  for (const measure of paid) columns.push(await countColumn(context, measure));
  const note = say('reports.section.paid-note');
  return byPark(context, { key: 'paid', name: say('reports.section.paid'), note, columns });
}

/** What the market rents at the period's end cover; a report made as of a position says what is known now. */
async function coverageNote({ asked, voice }: ReportContext): Promise<string> {
  const { reads, scope, period } = asked;
  const total = { measure: 'rent-relief', parkIds: scope.parkIds, asOf: period.asOf } as const;
  const coverage = await coverageOfTotal(reads, total, voice);
  return [voice.say('reports.section.relief-note'), coverage].filter(Boolean).join(' ');
}

async function effectOfParks(context: ReportContext): Promise<Section> {
  const { say } = context.voice;
  const columns = [await countColumn(context, 'relieved-ventures')];
  for (const measure of effect) columns.push(await countColumn(context, measure));
  columns.push(
    await ratioColumn(context, {
      head: say('reports.column.waived-each'),
      kind: 'fen',
      over: 'rent-relief',
      under: 'relieved-jobs',
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
  for (const measure of byCategory)
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
      ...byCategory.map((measure) => numberHead(say(measureKey(measure)), columnKind(measure))),
      numberHead(say('reports.column.waived-each'), 'money'),
      numberHead(say('reports.column.waived-survival'), 'share'),
    ],
    rows: founderCategories.map((category) => [
      { value: say(`ventures.category.${category}`) },
      ...byCategory.map((measure) => ({
        value: of(measure, category),
        href: context.href(measure, { chosen: { category } }),
      })),
      share('rent-relief', 'relieved-jobs', category, 1),
      share('waived-survived', 'waived-cohort', category, 10_000),
    ]),
  };
}
