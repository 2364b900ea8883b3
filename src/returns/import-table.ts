import type { Request, Response } from 'express';
import {
  carriedFile,
  chosenPlaces,
  isFault,
  likelyPlaces,
  type Places,
  placesByHeads,
} from '../files/choose-columns.js';
import { presentColumns, readFrom } from '../files/columns-page.js';
import type { ChosenRow, FileTable } from '../files/table.js';
import { tableOf } from '../files/table-of.js';
import { month as monthText } from '../language/format.js';
import { type Fault, Refusal } from '../language/refusal.js';
import { closedAmong } from '../ledger/closed-months.js';
import { parkName } from '../ventures/residency-present.js';
import type { Deps } from '../web/deps.js';
import { type FormView, formView, labelsOf } from '../web/forms.js';
import { type Frame, frameOf } from '../web/frame.js';
import { page } from '../web/views.js';
import type { AskedReturn } from './asked-return.js';
import {
  headcountTargets,
  ownTablePlaces,
  ownTableTargets,
  type SheetColumn,
} from './headcount-sheet.js';
import { presentImport } from './import-page.js';
import { rowsOfTable } from './import-table-rows.js';
import { type AboutTable, type ReadHeadcounts, readHeadcounts } from './read-headcounts.js';
import { networkMark } from './row-stamp.js';

/**
 * Shows what a file would put into which cell, or, where its headings are others, its columns to choose among. Nothing
 * is kept: the form on the page carries it all.
 */
export async function previewFile(
  deps: Deps,
  res: Response,
  asked: AskedReturn,
  bytes: Buffer,
): Promise<void> {
  const { say } = frameOf(res);
  try {
    const table = await readTable(res, bytes, null);
    if (!table.isFound) return showColumns(res, asked, { table, bytes });
    const places = placesByHeads(table.heads, headcountTargets(say));
    if (isFault(places)) throw new Refusal([places]);
    const about = await aboutTable(deps, res, asked);
    const read = readHeadcounts(table, places, about);
    if (isFault(read)) throw new Refusal([read]);
    await showPreview(deps, res, asked, { about, table, read });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    refused(res, asked, error.faults);
  }
}

/** The same of a table whose columns somebody chose. */
export async function previewColumns(
  deps: Deps,
  req: Request,
  res: Response,
  asked: AskedReturn,
): Promise<void> {
  const { say } = frameOf(res);
  const { bytes, chosen } = carriedFile(req.body);
  const table = await readTable(res, bytes, chosen);
  const { places, faults } = chosenPlaces(req.body, table, ownTableTargets(say));
  if (faults.length > 0)
    return showColumns(res.status(422), asked, { table, bytes, places, faults });
  const about = await aboutTable(deps, res, asked);
  const read = readHeadcounts(table, ownTablePlaces(places, table.heads), about);
  if (!isFault(read)) return showPreview(deps, res, asked, { about, table, read });
  const wrong = [{ ...read, field: '' }];
  showColumns(res.status(422), asked, { table, bytes, places, faults: wrong });
}

/** The columns under another row of headings. */
export async function listColumns(req: Request, res: Response, asked: AskedReturn): Promise<void> {
  const { bytes, chosen } = carriedFile(req.body);
  showColumns(res, asked, { table: await readTable(res, bytes, chosen), bytes });
}

const readTable = (res: Response, bytes: Buffer, chosen: ChosenRow | null): Promise<FileTable> =>
  tableOf(bytes, {
    headings: headcountTargets(frameOf(res).say),
    chosen,
    wording: { unreadable: 'returns.roster.no-workbook' },
  });

async function aboutTable(deps: Deps, res: Response, asked: AskedReturn): Promise<AboutTable> {
  const { park, month } = asked;
  return {
    rows: await rowsOfTable(deps, asked),
    network: await networkMark(deps.db),
    park: park.number,
    month,
    say: frameOf(res).say,
  };
}

type Choice = {
  table: FileTable;
  bytes: Buffer;
  places?: Places<SheetColumn>;
  faults?: Fault[];
};

function showColumns(res: Response, asked: AskedReturn, { table, bytes, places, faults }: Choice) {
  const frame = frameOf(res);
  const targets = ownTableTargets(frame.say);
  const { month, href } = asked;
  const shown = presentColumns(frame.say, {
    table,
    targets,
    bytes,
    places: places ?? likelyPlaces(table, targets),
    faults: faults ?? [],
    action: `${href}/import/columns`,
    headsAction: `${href}/import/heads`,
    again: `${href}/import`,
  });
  const title = frame.say('returns.import.title', { month: monthText(month, frame.lang) });
  page(res, 'files/columns', { ...shown, title, crumbs: crumbsOf(asked, frame) });
}

type Preview = { about: AboutTable; table: FileTable; read: ReadHeadcounts };

async function showPreview(
  deps: Deps,
  res: Response,
  asked: AskedReturn,
  { about, table, read }: Preview,
): Promise<void> {
  const frame = frameOf(res);
  const { month, href } = asked;
  const { say } = frame;
  const isClosed = (await closedAmong(deps.db, [month])).length > 0;
  const rows = read.passedOver.join('、');
  page(res, 'returns/import-preview', {
    ...presentImport(about.rows, read.cells, month, frame),
    crumbs: crumbsOf(asked, frame),
    notes: [
      readFrom(say, table),
      ...(read.unstamped > 0 ? [say('returns.import.unstamped', { count: read.unstamped })] : []),
      ...(rows === '' ? [] : [say('returns.import.passed-over', { rows })]),
    ],
    closed: isClosed ? say('returns.grid.closed') : null,
    action: `${href}/import/cells`,
    again: `${href}/import`,
  });
}

const crumbsOf = ({ park, month, href }: AskedReturn, { say, lang }: Frame) => [
  {
    href,
    label: say('returns.grid.title', {
      park: parkName(park, lang),
      month: monthText(month, lang),
    }),
  },
];

export function refused(res: Response, asked: AskedReturn, faults: Fault[]): void {
  const { say } = frameOf(res);
  const labels = labelsOf(say, { file: 'returns.import.file' });
  importPage(res.status(422), asked, formView(say, {}, faults, labels));
}

export function importPage(res: Response, asked: AskedReturn, form: FormView): void {
  const frame = frameOf(res);
  const { month, href } = asked;
  page(res, 'returns/import', {
    title: frame.say('returns.import.title', { month: monthText(month, frame.lang) }),
    crumbs: crumbsOf(asked, frame),
    form,
    action: `${href}/import`,
    templateHref: `${href}/headcounts.xlsx`,
    hasErrors: form.summary.length > 0,
  });
}
