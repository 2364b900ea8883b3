import { existsSync, readFileSync } from 'node:fs';
import type { Profiler } from 'node:inspector';
import { SourceMap } from 'node:module';
import { fileURLToPath } from 'node:url';

/** Parts of the work on a page, each with what its files are called. The first that fits, from the innermost frame out, counts. */
const parts: [part: string, files: RegExp][] = [
  ['compression', /node:zlib|node_modules\/compression\//],
  ['client', /node_modules\/@prisma\/|src\/database\/(adapter|answers|generated)/],
  ['questions', /node_modules\/sqlite3\/|node:sqlite|src\/database\//],
  [
    'view',
    /node_modules\/handlebars\/|src\/web\/(views|view-|layouts|pieces|component|strict)|views\//,
  ],
  ['words', /src\/language\/|\/words\.ts/],
  ['scope', /src\/people\/scope/],
  [
    'session',
    /src\/people\/(session|viewer|waiting|navigation|token)|src\/web\/(frame|form-token|cookies)/,
  ],
  ['forms', /node_modules\/zod\/|src\/web\/(form|read-query|fields)/],
  ['rooms', /src\//],
  ['http', /node_modules\/|node:(?!internal\/process\/task)/],
];

/** Where the main thread was: milliseconds of each part, and in all, without the time in which it had nothing to do. */
export type Where = { parts: Map<string, number>; busyMs: number };

/** Puts each sample of a profile to the part of the work that it was in. */
export function whereOf(profile: Profiler.Profile): Where {
  const parents = new Map<number, Profiler.ProfileNode>();
  const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
  for (const node of profile.nodes)
    for (const child of node.children ?? []) parents.set(child, node);
  const partOfNode = new Map<number, string | null>();
  const spent = new Map<string, number>();
  let busyMs = 0;
  for (const [index, id] of (profile.samples ?? []).entries()) {
    const ms = (profile.timeDeltas?.[index] ?? 0) / 1000;
    if (!partOfNode.has(id)) partOfNode.set(id, partOf(nodes.get(id)));
    const part = partOfNode.get(id);
    if (part === null || part === undefined || ms < 0) continue;
    busyMs += ms;
    spent.set(part, (spent.get(part) ?? 0) + ms);
  }
  return { parts: new Map([...spent].sort(([, a], [, b]) => b - a)), busyMs };

  /** In the program that looks at the work, as when it begins to. */
  function isWatching(innermost: Profiler.ProfileNode | undefined): boolean {
    for (let node = innermost; node; node = parents.get(node.id))
      if (node.callFrame.url.includes('bench/meter.cjs') && node.callFrame.functionName === 'post')
        return true;
    return false;
  }

  /** Null where nothing was done. */
  function partOf(innermost: Profiler.ProfileNode | undefined): string | null {
    const name = innermost?.callFrame.functionName;
    if (name === '(idle)') return null;
    if (name === '(garbage collector)') return 'garbage';
    if (isWatching(innermost)) return null;
    for (let node = innermost; node; node = parents.get(node.id)) {
      const file = sourceOf(node.callFrame);
      const found = parts.find(([, files]) => files.test(file));
      if (found) return found[0];
    }
    return 'node';
  }
}

const maps = new Map<string, SourceMap | null>();

/** The file that a function was written in: compiled code names it in its map. */
function sourceOf({ url, lineNumber, columnNumber }: Profiler.ProfileNode['callFrame']): string {
  if (!url.includes('/.build/compiled/')) return url;
  if (!maps.has(url)) maps.set(url, mapOf(`${fileURLToPath(url)}.map`));
  const entry = maps.get(url)?.findEntry(lineNumber, columnNumber);
  return entry && 'originalSource' in entry ? entry.originalSource : url;
}

function mapOf(file: string): SourceMap | null {
  return existsSync(file) ? new SourceMap(JSON.parse(readFileSync(file, 'utf8'))) : null;
}
