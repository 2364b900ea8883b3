import { parsePairs, type Sent } from '../web/form-body.js';
import { type ExportFormat, exportFormats, type PathParams, type Source } from './prepared.js';
import type { Scheduling } from './scheduling.js';

/**
 * What a room exports: what makes each file, by the path of the page of the same content, as a route writes it: of a list
 * that each park has, /parks/:number/spaces.
 */
export type RoomExports = Record<string, Source>;

/** What makes a file, and what was asked of it. */
export type NamedExport = {
  source: Source;
  format: ExportFormat;
  params: PathParams;
  query: Sent;
};

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
    if (!format) return null;
    const asked = path.slice(0, -format.length - 1);
    for (const [pattern, source] of this.sources) {
      const params = paramsIn(pattern, asked);
      if (params) return { source, format, params, query: parsePairs(query) };
    }
    return null;
  }
}

/** What a path has in the places that a pattern names; null where it is not of the pattern. */
function paramsIn(pattern: string, path: string): PathParams | null {
  const [names, parts] = [pattern.split('/'), path.split('/')];
  const fits = (name: string, at: number) =>
    name.startsWith(':') ? /^[\w-]+$/.test(parts[at] ?? '') : name === parts[at];
  if (names.length !== parts.length || !names.every(fits)) return null;
  return Object.fromEntries(
    names.flatMap((name, at) => (name.startsWith(':') ? [[name.slice(1), parts[at] ?? '']] : [])),
  );
}
