import {
  type CellRange,
  columnLetters,
  lastColumn,
  lastRow,
  placeOf,
  rangeOf,
} from './cell-place.js';
import { CellReading } from './cell-reading.js';
import { RefusedFile } from './limits.js';
import type { RunLooks } from './rich-text.js';
import { unpacked } from './unpack.js';
import type { SheetTab, Workbook } from './workbook.js';
import { type Attributes, isOn, parseXml } from './xml.js';

/** A cell with something in it. `formula` is its text, or true where a formula elsewhere makes its value. */
export type BookCell = {
  /** Counted from 1. */
  column: number;
  /** As it is stored: a day is a number, and an error is its name. */
  value: string | number | boolean | null;
  formula: string | true | null;
  style: number;
  /** How a text in runs looks; null for any other. */
  runs: RunLooks | null;
};
/** A row with something in it, by its number. */
export type BookRow = { row: number; cells: BookCell[]; isHidden: boolean };

/** What else of a sheet bears on what it shows; complete when its rows have been read. */
export type SheetLooks = {
  merges: CellRange[];
  hiddenColumns: CellRange[];
  /** Cells whose looks depend on values. */
  conditional: string[];
  /** Pictures, shapes, notes and controls lie over it. */
  hasDrawings: boolean;
  /** Nothing is shown for 0, or formulas in place of their values. */
  hidesValues: boolean;
  /** The sheet was scrolled when it was frozen: nobody gets to the rows and columns before. */
  isFrozenPast: boolean;
  /** What is printed above and below it, beside its name, days and numbers of pages. */
  printedAround: string;
  /** Cells above whose texts something else is shown, as their pronunciation. */
  phonetic: string[];
};

/** A sheet as it is read: its rows come as they are pulled. */
export type OpenSheet = { rows: AsyncGenerator<BookRow>; looks: SheetLooks };

export function openSheet(book: Workbook, tab: SheetTab): OpenSheet {
  const looks: SheetLooks = {
    merges: [],
    hiddenColumns: [],
    conditional: [],
    hasDrawings: false,
    hidesValues: false,
    isFrozenPast: false,
    printedAround: '',
    phonetic: [],
  };
  return { rows: rowsOf(book, tab, looks), looks };
}

async function* rowsOf(book: Workbook, tab: SheetTab, looks: SheetLooks) {
  const reading = new SheetReading(book, looks);
  for await (const _ of parseXml(unpacked(book.zip, tab.entry), reading)) {
    yield* reading.rows;
    reading.rows = [];
  }
  yield* reading.rows;
}

const laterConditional = '{78C0D931-6437-407D-A8EE-F0AAD7539E65}';
const sparklines = '{05C60535-1F16-4FD2-B633-F4F36F0B64E0}';
const drawn = new Set(['drawing', 'legacyDrawing', 'picture', 'oleObjects', 'controls']);

const around = /^(odd|even|first)(Header|Footer)$/;
/** Fonts, colours, sizes and fields in a header or footer (ECMA-376, 18.3.1.46). */
const codes = /&"[^"]*"|&K[0-9A-F+-]{5,6}|&\d+|&[A-Z&]/g;

/** Takes the elements of a sheet (CT_Worksheet) in their order. */
class SheetReading {
  rows: BookRow[] = [];
  readonly #book: Workbook;
  readonly #looks: SheetLooks;
  readonly #cell: CellReading;
  #row: BookRow = { row: 0, cells: [], isHidden: false };
  #column = 0;
  #showsPhonetic = false;
  #hidesRows = false;
  #flattensRows = false;
  /** The first cell of the view, until what is frozen of it is known. */
  #viewFrom = 'A1';
  /** The text of a header or footer, while it is read. */
  #around: string | null = null;
  /** Ranges that one formula fills. */
  #filled: CellRange[] = [];
  /** Additions of later versions (extLst): what they add to how cells look counts, their values are no cells. */
  #isBeside = false;

  constructor(book: Workbook, looks: SheetLooks) {
    this.#book = book;
    this.#looks = looks;
    this.#cell = new CellReading(book.strings);
  }

  open(name: string, own: Attributes): void {
    if (name === 'extLst') this.#isBeside = true;
    if (this.#isBeside) this.#lookBeside(name, own);
    else if (name === 'c') this.#openCell(own);
    else if (name === 'row') this.#openRow(own);
    else if (this.#cell.isOpen) this.#openInCell(name, own);
    else this.#look(name, own);
  }

  text(piece: string): void {
    if (this.#around !== null) this.#around = (this.#around + piece).slice(0, 1000);
    else this.#cell.text(piece);
  }

  close(name: string): void {
    if (name === 'extLst') this.#isBeside = false;
    if (this.#isBeside) return;
    if (name === 'c') this.#closeCell();
    else if (name === 'row') this.#closeRow();
    else if (this.#around !== null) this.#closeAround();
    else this.#cell.close(name);
  }

  #openRow(own: Attributes): void {
    const row = own.r === undefined ? this.#row.row + 1 : Number(own.r);
    if (!Number.isInteger(row) || row <= this.#row.row || row > lastRow)
      throw new RefusedFile('unreadable');
    const isFlat = own.ht === undefined ? this.#flattensRows : Number(own.ht) < 2;
    const isHidden = isOn(own.hidden, this.#hidesRows) || isFlat;
    this.#row = { row, cells: [], isHidden };
    this.#showsPhonetic = isOn(own.ph);
    this.#column = 0;
    this.#filled = this.#filled.filter(({ bottom }) => bottom >= row);
  }

  #closeRow(): void {
    if (this.#row.cells.length === 0) return;
    this.#book.budget.spend('rows');
    this.rows.push(this.#row);
  }

  #openCell(own: Attributes): void {
    this.#book.budget.spend('cells');
    const { row } = this.#row;
    const place = own.r === undefined ? { row, column: this.#column + 1 } : placeOf(own.r);
    // A row or cell that comes twice, or again, would be shown by one program and not by another.
    if (place.row !== row || place.column <= this.#column || place.column > lastColumn)
      throw new RefusedFile('unreadable');
    this.#column = place.column;
    this.#cell.open(own);
  }

  #openInCell(name: string, own: Attributes): void {
    this.#cell.openPart(name, own);
    if (name !== 'f' || own.ref === undefined || own.t === 'shared') return;
    this.#book.budget.spend('ranges');
    this.#filled.push(rangeOf(own.ref));
  }

  #closeCell(): void {
    const { value, formula, style, runs, showsPhonetic } = this.#cell.take();
    const own = formula ?? (this.#isFilled() ? true : null);
    if ((value === null || value === '') && own === null) return;
    const { budget } = this.#book;
    budget.check('columns', this.#column);
    budget.spend('text', typeof value === 'string' ? value.length : 1);
    // How a text is pronounced is shown where its cell or row says so.
    if (runs?.hasPhonetic && (showsPhonetic || this.#showsPhonetic)) {
      budget.spend('ranges');
      this.#looks.phonetic.push(`${columnLetters(this.#column)}${this.#row.row}`);
    }
    this.#row.cells.push({ column: this.#column, value, formula: own, style, runs });
  }

  #isFilled(): boolean {
    const [row, column] = [this.#row.row, this.#column];
    return this.#filled.some(
      ({ top, bottom, left, right }) =>
        row >= top && row <= bottom && column >= left && column <= right,
    );
  }

  #look(name: string, own: Attributes): void {
    const looks = this.#looks;
    if (name === 'mergeCell') {
      this.#book.budget.spend('ranges');
      looks.merges.push(rangeOf(own.ref ?? ''));
    } else if (name === 'col') this.#lookAtColumns(own);
    else if (name === 'conditionalFormatting') {
      this.#book.budget.spend('ranges');
      looks.conditional.push((own.sqref ?? '').slice(0, 40));
    } else if (name === 'sheetFormatPr') {
      this.#hidesRows = isOn(own.zeroHeight);
      this.#flattensRows = Number(own.defaultRowHeight ?? 15) < 2;
    } else if (name === 'sheetView') {
      looks.hidesValues = !isOn(own.showZeros, true) || isOn(own.showFormulas);
      this.#viewFrom = own.topLeftCell ?? 'A1';
    } else if (name === 'pane') {
      if (own.state?.startsWith('frozen') && this.#viewFrom !== 'A1') looks.isFrozenPast = true;
    } else if (around.test(name)) this.#around = '';
    else if (drawn.has(name)) looks.hasDrawings = true;
  }

  #closeAround(): void {
    this.#looks.printedAround += this.#around?.replace(codes, '') ?? '';
    this.#around = null;
  }

  /** What an addition is, its `uri` says (MS-XLSX 2.3.1). */
  #lookBeside(name: string, own: Attributes): void {
    if (name !== 'ext') return;
    const uri = own.uri?.toUpperCase();
    if (uri === sparklines) this.#looks.hasDrawings = true;
    if (uri !== laterConditional) return;
    this.#book.budget.spend('ranges');
    this.#looks.conditional.push(`1:${lastRow}`);
  }

  #lookAtColumns(own: Attributes): void {
    this.#book.budget.spend('ranges');
    const [left, right] = [Number(own.min), Number(own.max)];
    const isNarrow = own.width !== undefined && Number(own.width) < 0.5;
    if (isOn(own.hidden) || isNarrow)
      this.#looks.hiddenColumns.push({ top: 1, left, bottom: lastRow, right });
  }
}
