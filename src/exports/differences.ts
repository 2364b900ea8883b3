/** Where a workbook does not show what the system wrote: a cell where it can be told, else a row or the sheet. */
export type Difference = { sheet: string; cell: string; what: DifferenceKind };

export const differenceKinds = [
  'cell',
  'row',
  'head',
  'sum',
  'cover',
  'missing-sheet',
  'added-sheet',
  'row-count',
  'added',
  'formula',
  'format',
  'colour',
  'struck',
  'raised',
  'phonetic',
  'hidden-row',
  'hidden-column',
  'hidden-sheet',
  'merged',
  'conditional',
  'drawing',
  'hidden-values',
  'as-displayed',
  'repeated',
  'frozen',
  'printed',
] as const;
export type DifferenceKind = (typeof differenceKinds)[number];

/** So many differences are named. */
export const mostDifferences = 50;

/** The first differences, and how many there are in all: a workbook of a million rows can differ in each. */
export class Differences {
  readonly first: Difference[] = [];
  count = 0;

  add(sheet: string, cell: string, what: DifferenceKind): void {
    this.count += 1;
    if (this.first.length < mostDifferences) this.first.push({ sheet, cell, what });
  }

  addAll(others: Differences): void {
    for (const { sheet, cell, what } of others.first) this.add(sheet, cell, what);
    this.count += others.count - others.first.length;
  }
}
