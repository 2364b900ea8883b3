import { addDays, type Day } from '../calendar/days.js';
import { isStruckOut } from '../files/table.js';
import { type DayFault, readDay } from '../input/days.js';
import { cleanName, isName } from '../input/names.js';
import { hundredthsOf, wholeNumberOf } from '../input/numbers.js';
import { phoneOf } from '../input/phones.js';
import type { Fault } from '../language/refusal.js';
import type { WordKey, WordValues } from '../language/say.js';
import { type FounderCategory, founderCategories } from '../people/categories.js';
import type { Industry, LegalForm } from '../standards/register-codes.js';
import type { VisitKind } from '../visits/kinds.js';
import { categoriesOf } from './categories-of.js';
import type { ColumnKey } from './columns.js';
import { industryOf } from './industry-of.js';
import { legalFormOf } from './legal-form-of.js';
import { type ParsedSpace, parseSpace } from './parse-space.js';
import type { PlannedVisit } from './planned.js';
import type { SourceRow } from './source-rows.js';
import { visitKindOf } from './visit-kind-of.js';
import { hasMaskedCitizen } from './without-citizens.js';
import { yuanAMonth } from './yuan-a-month.js';

/** A lease as a row states it: money in fen a month, area in hundredths of a m², days as the register stores them. */
export type ParsedLease = {
  space: ParsedSpace;
  rent: number | null;
  area: number | null;
  from: Day | null;
  /** The day after its last day. */
  termEndOn: Day | null;
};

/** A visit as a row states it; its kind is null where it is not said. */
export type ParsedVisit = Omit<PlannedVisit, 'kind'> & { kind: VisitKind | null };

/** What a row says, read. */
export type ParsedRow = {
  row: number;
  name: string;
  number: string | null;
  /** Null where what the row calls it is nothing that is known: `saidForm`. */
  form: LegalForm | null;
  saidForm: string;
  code: string | null;
  industry: Industry;
  isIndustryGuess: boolean;
  founders: string[];
  phone: string | null;
  categories: FounderCategory[];
  graduatedOn: Day | null;
  registeredOn: Day | null;
  settledOn: Day | null;
  lease: ParsedLease | null;
  headcount: number | null;
  visit: ParsedVisit | null;
};

/** What is wrong with a cell; `field` is its column. */
export type CellFault = Fault & { field: ColumnKey | '' };
export type RowRead = { parsed: ParsedRow } | { faults: CellFault[] };

const dayFaults: Record<DayFault, WordKey> = {
  month: 'web.field.day-of-month',
  century: 'web.field.century',
  year: 'web.field.year',
  none: 'web.field.day',
};

/** Why a text is not read at all. */
function whyNot(text: string, key: ColumnKey): WordKey | null {
  if (hasMaskedCitizen(text))
    return key === 'code' ? 'ventures.code-is-identity' : 'imports.why.identity';
  return isStruckOut(text) ? 'imports.why.struck' : null;
}

/** Takes the cells of one row, each as its column is read, and what is wrong with them. */
export class Cells {
  readonly faults: CellFault[] = [];
  constructor(private readonly source: SourceRow) {}

  text(key: ColumnKey): string {
    const text = this.source.texts[key] ?? '';
    const why = text === true ? 'imports.why.formula' : whyNot(text, key);
    if (text !== true && why === null) return text.replace(/\s+/g, ' ').trim();
    if (why !== null) this.fault(key, why);
    return '';
  }

  fault(field: CellFault['field'], key: WordKey, values?: WordValues): null {
    this.faults.push(values ? { field, key, values } : { field, key });
    return null;
  }

  day(key: ColumnKey): Day | null {
    const text = this.text(key);
    if (text === '') return null;
    const read = readDay(text);
    return 'day' in read ? read.day : this.fault(key, dayFaults[read.fault]);
  }

  /** A number as its own reader reads it; blank is missing, and not nought. */
  number(key: ColumnKey, why: WordKey, read: (text: string) => number | null): number | null {
    const text = this.text(key);
    return text === '' ? null : (read(text) ?? this.fault(key, why));
  }
}

/** Reads one row of a list as people write them. @returns what it says, or everything that is wrong with its cells */
export function parseRow(source: SourceRow): RowRead {
  const cells = new Cells(source);
  const name = cleanName(cells.text('name'));
  if (cells.faults.length === 0 && !isName(name))
    cells.fault('name', name === '' ? 'web.field.required' : 'web.field.name');
  else if ([...name].length > 60) cells.fault('name', 'imports.why.long');
  const typedCode = cells.text('code').normalize('NFKC').toUpperCase().replace(/\s/g, '');
  const code = typedCode === '' ? null : typedCode;
  const saidForm = cells.text('form');
  const industry =
    industryOf(cells.text('industry'), name) ?? cells.fault('industry', 'imports.why.industry');
  const parsed = {
    row: source.row,
    name,
    number: cells.text('number').normalize('NFKC').toUpperCase() || null,
    form: legalFormOf(saidForm, { code, name }),
    saidForm,
    code,
    industry: industry?.industry ?? 'O',
    isIndustryGuess: industry?.isGuess ?? false,
    founders: foundersIn(cells),
    phone: phoneIn(cells),
    categories: categoriesIn(cells),
    graduatedOn: cells.day('graduatedOn'),
    registeredOn: cells.day('registeredOn'),
    settledOn: cells.day('settledOn'),
    lease: leaseIn(cells, source),
    headcount: cells.number('headcount', 'imports.why.headcount', headcountOf),
    visit: visitIn(cells),
  };
  return cells.faults.length > 0 ? { faults: cells.faults } : { parsed };
}

const headcountOf = (text: string): number | null => {
  const people = wholeNumberOf(text, 'people');
  return people !== null && people >= 0 ? people : null;
};

function foundersIn(cells: Cells): string[] {
  const names = cells
    .text('founder')
    .split(/[、，,;；/]/)
    .map(cleanName)
    .filter((name) => name !== '');
  if (names.some((name) => !isName(name) || [...name].length > 40))
    cells.fault('founder', 'web.field.name');
  return names;
}

function phoneIn(cells: Cells): string | null {
  const text = cells.text('phone');
  return text === '' ? null : (phoneOf(text) ?? cells.fault('phone', 'web.field.phone'));
}

function categoriesIn(cells: Cells): FounderCategory[] {
  const read = categoriesOf(cells.text('category'));
  if (read === null) cells.fault('category', 'imports.why.category');
  return founderCategories.filter((category) => read?.includes(category));
}

/** Nothing to pay: 免, 免租, 免费, 无租金. */
const isFree = (text: string): boolean => /^(免|免租|免租金|免费|无租金|free|none)$/i.test(text);

function rentOf(text: string): number | null {
  if (isFree(text)) return 0;
  return yuanAMonth(text);
}

function leaseIn(cells: Cells, source: SourceRow): ParsedLease | null {
  const space = parseSpace(cells, new Cells(source));
  const lastDay = cells.day('leaseTo');
  const lease = {
    rent: cells.number('rent', 'imports.why.rent', rentOf),
    area: cells.number('area', 'imports.why.area', (text) => hundredthsOf(text, 'area')),
    from: cells.day('leaseFrom'),
    termEndOn: lastDay === null ? null : addDays(lastDay, 1),
  };
  if (space !== null) return Object.assign({ space }, lease);
  // An area or a rent alone is of no space that is known.
  if (lease.rent !== null && lease.rent > 0) cells.fault('space', 'imports.why.rent-without-space');
  return null;
}

const mostNote = 1000;
const mostBy = 40;

function visitIn(cells: Cells): ParsedVisit | null {
  const madeOn = cells.day('visitedOn');
  const saidKind = cells.text('visitKind');
  const kind = visitKindOf(saidKind);
  const madeBy = cleanName(cells.text('visitedBy'));
  const note = cells.text('visitNote');
  const followUpOn = cells.day('followUpOn');
  const isStated = [saidKind, madeBy, note].some((text) => text !== '');
  if (madeOn === null) {
    if (isStated && cells.text('visitedOn') === '')
      cells.fault('visitedOn', 'imports.why.visit-day');
    return null;
  }
  if (kind === null && saidKind !== '')
    cells.fault('visitKind', 'imports.why.visit-kind', { kinds: '' });
  if (madeBy === '' || [...madeBy].length > mostBy)
    cells.fault('visitedBy', 'imports.why.visit-by');
  if ([...note].length > mostNote) cells.fault('visitNote', 'imports.why.visit-note');
  return { kind, madeOn, madeBy, note, followUpOn };
}
