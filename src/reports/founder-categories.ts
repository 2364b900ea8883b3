import { founderCategories } from '../people/categories.js';
import { numberHead, textHead } from './columns.js';
import { sumsByCategory } from './record-queries.js';
import type { ReportKind, Section } from './report.js';
import type { ReportContext } from './report-context.js';

/** 创业者类别: ventures and jobs by the categories that their founders are in at the period's end. */
export const founderCategoriesReport: ReportKind = {
  periods: ['month', 'quarter', 'year'],
  build: async (context) => [await categoriesSection(context), await categoriesByPark(context)],
};

/** A venture with several categories stands in each: the rows are no parts of a whole. */
export async function categoriesSection(context: ReportContext): Promise<Section> {
  const { say } = context.voice;
  const counted = async (measure: 'ventures' | 'jobs' | 'arrived') => {
    const rows = await sumsByCategory(
      context.asked.reads,
      context.question(measure, context.period),
    );
    return (category: string) => ({
      value: rows
        .filter((row) => row.category === category)
        .reduce((sum, row) => sum + row.amount, 0),
      href: context.href(measure, { chosen: { category } }),
    });
  };
  const [ventures, jobs, arrived] = [
    await counted('ventures'),
    await counted('jobs'),
    await counted('arrived'),
  ];
  const all = async (measure: 'ventures' | 'jobs' | 'arrived') => ({
    value: await context.sum(measure),
    href: context.href(measure),
  });
  return {
    key: 'categories',
    name: say('reports.section.categories'),
    note: say('reports.section.categories-note'),
    heads: [
      textHead(say('reports.column.category'), 24),
      numberHead(say('ledger.measure.ventures')),
      numberHead(say('ledger.measure.jobs')),
      numberHead(say('reports.measure.arrived')),
    ],
    rows: founderCategories.map((category) => [
      { value: say(`ventures.category.${category}`) },
      ventures(category),
      jobs(category),
      arrived(category),
    ]),
    total: [
      { value: say('reports.column.all-ventures') },
      await all('ventures'),
      await all('jobs'),
      await all('arrived'),
    ],
  };
}

async function categoriesByPark(context: ReportContext): Promise<Section> {
  const { say } = context.voice;
  const rows = await sumsByCategory(
    context.asked.reads,
    context.question('ventures', context.period),
  );
  const of = new Map(rows.map((row) => [`${row.parkId} ${row.category}`, row.amount]));
  return {
    key: 'categories-parks',
    name: say('reports.section.categories-parks'),
    heads: [
      textHead(say('reports.column.park'), 24),
      ...founderCategories.map((category) => numberHead(say(`ventures.category.${category}`))),
    ],
    rows: context.parks.map((park) => [
      { value: context.parkName(park), href: `/parks/${park.number}` },
      ...founderCategories.map((category) => ({
        value: of.get(`${park.id} ${category}`) ?? 0,
        href: context.href('ventures', { park, chosen: { category } }),
      })),
    ]),
  };
}
