import type { Reads } from '../database/database.js';
import type { Coverage } from '../ledger/coverage.js';
import { isPublishable, type Publishable } from '../ledger/definitions.js';
import type { RentCoverage } from '../ledger/rent-coverage.js';

export const figuresOnAPage = 50;

export const editionKinds = ['published', 'corrected', 'superseded', 'withdrawn'] as const;
export type EditionKind = (typeof editionKinds)[number];

type Row = Awaited<ReturnType<Reads['publishedFigure']['findFirstOrThrow']>>;
type EditionRow = Awaited<ReturnType<Reads['figureEdition']['findFirstOrThrow']>>;

export type Edition = Omit<
  EditionRow,
  'value' | 'kind' | 'coverage' | 'marketRents' | 'parkIds'
> & {
  value: number;
  kind: EditionKind;
  coverage: Coverage | null;
  /** As known when it was published; null for what does not rest on them, and where that was not recorded. */
  marketRents: RentCoverage | null;
  parkIds: number[];
};

/** A figure with its editions in their order; the newest is what it says now. */
export type PublishedFigure = Omit<Row, 'measure'> & {
  measure: Publishable;
  editions: Edition[];
  current: Edition;
};

export const isFigureNumber = (text: unknown): text is string =>
  typeof text === 'string' && /^F\d{4}-\d{4,9}$/.test(text);

/** The figure of that number, or null. Anyone may see what was published. */
export async function findFigure(reads: Reads, number: string): Promise<PublishedFigure | null> {
  const figure = await reads.publishedFigure.findUnique({
    where: { number },
    include: { editions: { orderBy: { edition: 'asc' } } },
  });
  return figure && figureOf(figure);
}

/** One page of all figures, the newest first. */
export async function listFigures(
  reads: Reads,
  page: number,
): Promise<{ figures: PublishedFigure[]; total: number }> {
  const total = await reads.publishedFigure.count();
  const last = Math.max(1, Math.ceil(total / figuresOnAPage));
  const figures = await reads.publishedFigure.findMany({
    include: { editions: { orderBy: { edition: 'asc' } } },
    orderBy: { id: 'desc' },
    skip: (Math.min(page, last) - 1) * figuresOnAPage,
    take: figuresOnAPage,
  });
  return { figures: figures.map(figureOf), total };
}

/** Figures by their ids. */
export async function figuresOf(reads: Reads, ids: number[]): Promise<PublishedFigure[]> {
  const figures = await reads.publishedFigure.findMany({
    where: { id: { in: ids } },
    include: { editions: { orderBy: { edition: 'asc' } } },
  });
  return figures.map(figureOf);
}

/** Every figure, in the order of publication. */
export async function allFigures(reads: Reads): Promise<PublishedFigure[]> {
  const figures = await reads.publishedFigure.findMany({
    include: { editions: { orderBy: { edition: 'asc' } } },
    orderBy: { id: 'asc' },
  });
  return figures.map(figureOf);
}

function figureOf(row: Row & { editions: EditionRow[] }): PublishedFigure {
  const { measure } = row;
  const editions = row.editions.map(editionOf);
  const current = editions.at(-1);
  if (!isPublishable(measure) || !current) throw new Error(`${row.number} is no published figure`);
  return { ...row, measure, editions, current };
}

function editionOf(row: EditionRow): Edition {
  const kind = editionKinds.find((value) => value === row.kind);
  if (!kind) throw new Error(`there is no edition that is ${row.kind}`);
  return {
    ...row,
    kind,
    value: Number(row.value),
    coverage: row.coverage as Coverage | null,
    marketRents: row.marketRents as RentCoverage | null,
    parkIds: row.parkIds as number[],
  };
}
