import type { Prisma } from '../database/generated/client.js';
import type { Voice } from '../language/say.js';
import type { Viewer } from '../people/viewer.js';
import type { Deps } from '../web/deps.js';
import type { Sent } from '../web/form-body.js';
import type { CoverLine } from './book.js';
import type { Table } from './table.js';

export const exportFormats = ['csv', 'xlsx'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** What can be taken out of the system, each under the verb `<what>.exported`. */
export type Exported =
  | 'ventures'
  | 'waivers'
  | 'visits'
  | 'spaces'
  | 'findings'
  | 'accounts'
  | 'returns'
  | 'rent-roll'
  | 'totals'
  | 'history'
  | 'report'
  | 'cross-table'
  | 'records'
  | 'payments';

/** A file that is ready to be made: nothing of it has been read yet but how large it will be. */
export type Prepared = {
  what: Exported;
  /** Of the file, without an ending. */
  name: string;
  title: string;
  /** The page of the same content. */
  address: string;
  /** The rows that it will have, as far as that can be known before. */
  rows: number;
  /** What one row is; where the page counts something else, with both counts. */
  eachRow: string;
  /** For the history: which records they are. */
  detail: Prisma.InputJsonObject;
  lines: CoverLine[];
  sheets: Table[];
};

/** The parts of a path by their names in its pattern. */
export type PathParams = Readonly<Record<string, string>>;

/**
 * Prepares the file of a page for a viewer, with the page's own query, scope and permission.
 * @throws BadRequest, Forbidden, NotFound as the page itself does
 */
export type Source = (query: {
  deps: Deps;
  viewer: Viewer;
  query: Sent;
  /** What its path names: of a list that each park has, the number of the park. */
  params: PathParams;
  voice: Voice;
}) => Promise<Prepared>;
