import { month as monthText } from '../language/format.js';
import type { Say } from '../language/say.js';
import type { EvidenceGrade } from '../ventures/kinds.js';
import type { Frame } from '../web/frame.js';
import { type Column, columns, isNumberColumn, textOf } from './cell-values.js';
import type { GridRow } from './grid-rows.js';
import { headOf } from './headcount-sheet.js';
import { cellName, wasName, wasText } from './read-grid.js';
import type { ImportedCell } from './read-headcounts.js';

/** A value of a cell as it is read. */
function shownAs(column: Column, value: string, say: Say): string {
  if (value === '') return say('returns.import.blank');
  return column === 'evidence' ? say(`returns.evidence.${value as EvidenceGrade}`) : value;
}

/** What a file would put into which cell, and the cells of which somebody has to choose a value. */
export function presentImport(
  rows: GridRow[],
  cells: ImportedCell[],
  month: string,
  { say, lang }: Frame,
) {
  const plain = cells.filter(({ isConflict }) => !isConflict);
  const touched = rows.filter(({ ventureId }) =>
    cells.some((cell) => cell.ventureId === ventureId),
  );
  return {
    title: say('returns.import.preview', { month: monthText(month, lang) }),
    count: say('returns.import.count', { ventures: touched.length, cells: cells.length }),
    isEmpty: cells.length === 0,
    heads: columns.map((column) => ({
      label: headOf(column, say),
      isNumber: isNumberColumn(column),
    })),
    was: touched.map(({ ventureId, shown }) => ({
      name: wasName(ventureId),
      value: wasText(columns.map((column) => textOf(shown[column]))),
    })),
    rows: presentRows(touched, plain, say),
    conflicts: presentConflicts(touched, cells, say),
    conflictsTitle: say('returns.import.conflicts', { count: cells.length - plain.length }),
  };
}

function presentRows(rows: GridRow[], cells: ImportedCell[], say: Say) {
  const changed = new Map(cells.map((cell) => [cellName(cell.ventureId, cell.column), cell]));
  return rows
    .filter(({ ventureId }) => cells.some((cell) => cell.ventureId === ventureId))
    .map(({ ventureId, number, name, shown }) => ({
      number,
      name,
      href: `/ventures/${number}`,
      cells: columns.map((column) => {
        const field = cellName(ventureId, column);
        const importedCell = changed.get(field);
        const kept = textOf(shown[column]);
        return {
          heading: headOf(column, say),
          field,
          isNumber: isNumberColumn(column),
          value: importedCell?.mine ?? '',
          text: importedCell
            ? shownAs(column, importedCell.mine, say)
            : kept === ''
              ? '—'
              : shownAs(column, kept, say),
          was: importedCell
            ? say('returns.import.was', { value: shownAs(column, importedCell.now, say) })
            : null,
        };
      }),
    }));
}

const presentConflicts = (rows: GridRow[], cells: ImportedCell[], say: Say) =>
  rows.flatMap(({ ventureId, name, number }) =>
    cells
      .filter((cell) => cell.isConflict && cell.ventureId === ventureId)
      .map(({ column, now, mine }) => ({
        name: cellName(ventureId, column),
        label: say('returns.grid.cell', {
          venture: `${number} ${name}`,
          column: headOf(column, say),
        }),
        choices: [
          {
            value: now,
            label: say('returns.import.keep-now', { value: shownAs(column, now, say) }),
          },
          {
            value: mine,
            label: say('returns.import.keep-mine', { value: shownAs(column, mine, say) }),
          },
        ],
      })),
  );
