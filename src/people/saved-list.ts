import type { Reads } from '../database/database.js';
import type { Voice, WordKey } from '../language/say.js';
import type { Density } from '../web/density.js';
import type { Deps } from '../web/deps.js';
import type { Sent } from '../web/form-body.js';
import type { Columns } from '../web/list-columns.js';
import type { Tools } from '../web/list-table.js';
import type { Viewer } from './viewer.js';

/** A list of which views are saved, as its room says it. */
export type SavedList = {
  key: string;
  title: WordKey;
  /** Its path; of every park where it is a park's own. */
  path: RegExp;
  canSee: (viewer: Viewer) => boolean;
  /** Whether those who work in a park have this list, so that a view of it can be shared with them. */
  isShared: boolean;
  columns: Columns;
  /**
   * The address of the list under what was sent, without its page, as the list itself would write it.
   * @throws BadRequest for what cannot be asked of it
   */
  addressOf: (path: string, sent: Sent) => string;
};

/** A list as it stands on a page: its address without its page, the same with the usual columns, and those chosen. */
export type ListOnPage = {
  here: string;
  usual: string;
  chosen: string | null;
  density: Density;
};

/** Beside what every room is given: what stands above a list, made by a room above. */
export type ListToolsDeps = Deps & {
  listTools: (
    reads: Reads,
    viewer: Viewer,
    list: SavedList,
    onPage: ListOnPage,
    voice: Voice,
  ) => Promise<Tools>;
};
