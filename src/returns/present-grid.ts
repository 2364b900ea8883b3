import type { Month } from '../calendar/days.js';
import { number } from '../language/format.js';
import type { Say, Voice } from '../language/say.js';
import { type Column, columns, numberColumns, textOf } from './cell-values.js';
import type { GridRow } from './grid-rows.js';
import { evidenceOptions } from './present.js';
import { largestStep } from './problems.js';
import { presentGrade } from './proved.js';
import { cellName, wasName, wasText } from './read-grid.js';
import type { ReturnRules } from './return-rules.js';

/** What a page that comes back shows in place of what is kept. */
export type Typing = {
  typed: Record<string, string>;
  /** What is wrong with a cell, by its name. */
  errors: Map<string, string>;
};

const noTyping: Typing = { typed: {}, errors: new Map() };

export const columnHeads = (say: Say) =>
  numberColumns.map((column) => ({ column, label: say(`returns.${column}`) }));

export const columnName = (column: Column, say: Say): string =>
  say(column === 'note' ? 'returns.grid.row-note' : `returns.${column}`);

/** The headcounts that are not far from the last one, for the page's script; blank where there is none before. */
function boundsOf(last: number | null, rules: ReturnRules): { least: string; most: string } {
  if (last === null) return { least: '', most: '' };
  const step = largestStep(last, rules);
  return { least: String(last - step), most: String(last + step) };
}

/** The rows of a grid to fill in, each cell under a name of its own. */
export function presentGrid(
  rows: GridRow[],
  { href, month, rules }: { href: string; month: Month; rules: ReturnRules },
  { say, lang }: Voice,
  typing: Typing = noTyping,
) {
  const options = evidenceOptions(say);
  const label = (venture: string, column: Column) =>
    say('returns.grid.cell', {
      venture,
      column: columnName(column, say),
    });
  return rows.map((row) => {
    const cell = (column: Column) => {
      const name = cellName(row.ventureId, column);
      return {
        name,
        column,
        label: label(row.name, column),
        heading: columnName(column, say),
        value: typing.typed[name] ?? textOf(row.shown[column]),
        error: typing.errors.get(name) ?? null,
      };
    };
    return {
      ...about(row, { say, lang }),
      graded: gradeLine(row, month, say),
      was: {
        name: wasName(row.ventureId),
        // A page that comes back still knows only what its reader has seen: what somebody else wrote since is told of.
        value:
          typing.typed[wasName(row.ventureId)] ?? wasText(columns.map((c) => textOf(row.shown[c]))),
      },
      cells: numberColumns.map(cell),
      evidence: { ...cell('evidence'), options },
      note: cell('note'),
      // On a phone a row shows its headcount, and opens for the rest: it is open where something is wrong there.
      isOpen: columns.some(
        (column) => column !== 'headcount' && typing.errors.has(cellName(row.ventureId, column)),
      ),
      ...boundsOf(row.last, rules),
      take: row.report && `${href}/takeover/${row.number}`,
    };
  });
}

/** The rows as those read them who fill nothing in, or once it was handed in. */
export function presentReading(rows: GridRow[], month: Month, voice: Voice) {
  const { say, lang } = voice;
  const people = (value: number | null) => (value === null ? '—' : number(value, lang));
  return rows.map((row) => ({
    ...about(row, voice),
    cells: numberColumns.map((column) => ({
      text: people(row.shown[column]),
      heading: say(`returns.${column}`),
    })),
    evidence: presentGrade(say, row.shown.evidence, provedOf(row)).grade ?? '—',
    missing: presentGrade(say, row.shown.evidence, provedOf(row)).missing,
    note: row.shown.note || '—',
    returnHref: row.filed && `/ventures/${row.number}/returns/${month}`,
  }));
}

const provedOf = ({ shown: { headcount }, rosterPeople, proofs }: GridRow) => ({
  headcount,
  rosterPeople,
  proofs,
});

/** The grade of what stands in the row, where what proves it can be attached. */
function gradeLine(row: GridRow, month: Month, say: Say) {
  const { grade, missing } = presentGrade(say, row.shown.evidence, provedOf(row));
  return {
    href: `/ventures/${row.number}/returns/${month}/proofs`,
    label: grade === null ? say('returns.proof.link') : say('returns.grade.is', { grade }),
    missing,
  };
}

function about(row: GridRow, { say, lang }: Voice) {
  const people = (value: number) => number(value, lang);
  return {
    id: row.ventureId,
    name: row.name,
    number: row.number,
    href: `/ventures/${row.number}`,
    last: row.last === null ? '—' : people(row.last),
    report: row.report && say('returns.grid.report', { people: people(row.report.headcount) }),
    roster:
      row.rosterPeople === null
        ? null
        : say('returns.grid.roster-people', { people: people(row.rosterPeople) }),
    left: row.hasLeft ? say('returns.grid.left') : null,
  };
}

/** The sums under the columns, and how many rows have a number. */
export function presentSums(rows: GridRow[], { say, lang }: Voice) {
  // Blank is missing here too: nothing known is no zero.
  const sum = (of: (row: GridRow) => number | null) => {
    const known = rows.map(of).filter((value) => value !== null);
    if (known.length === 0) return '—';
    return number(
      known.reduce((total, value) => total + value, 0),
      lang,
    );
  };
  const filled = rows.filter(({ shown }) => shown.headcount !== null).length;
  return {
    last: sum(({ last }) => last),
    cells: numberColumns.map((column) => ({
      column,
      heading: columnName(column, say),
      text: sum(({ shown }) => shown[column]),
    })),
    filled: say('returns.grid.filled', { filled, all: rows.length }),
  };
}
