import { parsePairs, type Sent } from '../web/form-body.js';
import { type ExportFormat, exportFormats, type Source } from './prepared.js';
import type { Scheduling } from './scheduling.js';

/** What a room exports: what makes each file, by the address of the page of the same content. */
export type RoomExports = Record<string, Source>;

/** What makes a file, and what was asked of it. */
export type NamedExport = { source: Source; format: ExportFormat; query: Sent };

/** Every file that can be made, as the rooms name them, and what can be made on its days. */
export class ExportList {
  readonly sources: ReadonlyMap<string, Source>;

  constructor(
    rooms: RoomExports[],
    readonly scheduling: Scheduling,
  ) {
    this.sources = new Map(rooms.flatMap((room) => Object.entries(room)));
  }

  /** What makes the file of an address such as /ventures.xlsx?status=settled, or null where nothing does. */
  find(address: string): NamedExport | null {
    const [path = '', query = ''] = address.split('?');
    const format = exportFormats.find((ending) => path.endsWith(`.${ending}`));
    const source = format && this.sources.get(path.slice(0, -format.length - 1));
    return source ? { source, format, query: parsePairs(query) } : null;
  }
}
