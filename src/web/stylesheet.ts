import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The one stylesheet of the site, which imports a file a component: put together, so that a page asks for one file. */
export const stylesheet = 'site.css';

/** Its text with that of each imported file in its place. @throws Error for an import that is not there */
export function joinedStylesheet(folder: string): string {
  const index = readFileSync(path.join(folder, stylesheet), 'utf8');
  return [...index.matchAll(/^@import "\.\/([\w/-]+\.css)";$/gm)]
    .map(([, file = '']) => readFileSync(path.join(folder, file), 'utf8'))
    .join('\n');
}
