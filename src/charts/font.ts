import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { type Coverage, coverageOf } from './font-coverage.js';

/** A font that writes Chinese, and which characters it has a drawing of. */
export type Font = { file: string; family: string; covers: Coverage };

/** By the names of their files, those that suit a screen best first. A collection holds several families: one is asked for. */
const known: [file: RegExp, family: string][] = [
  [/^NotoSansCJK-Regular\.ttc$/i, 'Noto Sans CJK SC'],
  [/^NotoSansCJKsc-Regular\.otf$/i, 'Noto Sans CJK SC'],
  [/^NotoSansSC-Regular\.[ot]tf$/i, 'Noto Sans SC'],
  [/^SourceHanSans(CN|SC)-Regular\.[ot]tf$/i, 'Source Han Sans SC'],
  [/^msyh\.tt[cf]$/i, 'Microsoft YaHei'],
  [/^PingFang\.ttc$/i, 'PingFang SC'],
  [/^Hiragino Sans GB\.ttc$/i, 'Hiragino Sans GB'],
  [/^wqy-microhei\.ttc$/i, 'WenQuanYi Micro Hei'],
  [/^wqy-zenhei\.ttc$/i, 'WenQuanYi Zen Hei'],
  [/^DroidSansFallback(Full)?\.ttf$/i, 'Droid Sans Fallback'],
  [/^simhei\.ttf$/i, 'SimHei'],
];

/** What a font has to be able to write to be of any use here. */
const sample = '没有围墙的创业园 0123456789 Parks';

const found = new Map<string, Promise<Font | null>>();

/**
 * The font that charts are written with as PNG, looked for once. A font that is installed later is found after the next
 * start. @returns null where none of the folders holds one that writes Chinese
 */
export function findFont(folders: readonly string[]): Promise<Font | null> {
  const key = folders.join('\0');
  const known = found.get(key) ?? search(folders);
  found.set(key, known);
  return known;
}

async function search(folders: readonly string[]): Promise<Font | null> {
  const files = (await Promise.all(folders.map(filesIn))).flat();
  for (const [name, family] of known) {
    for (const file of files.filter((text) => name.test(path.basename(text)))) {
      const covers = await coverageOf(file);
      if (covers && missingFrom(covers, sample).length === 0) return { file, family, covers };
    }
  }
  return null;
}

/** A folder that is not there, or may not be read, holds nothing. */
const filesIn = (folder: string): Promise<string[]> =>
  readdir(folder, { recursive: true }).then(
    (names) => names.map((name) => path.join(folder, name)),
    () => [],
  );

/** The characters of a text that a font cannot write: it would draw a box for each. */
export const missingFrom = (covers: Coverage, text: string): string[] =>
  [...new Set(text)].filter((item) => !/\s/.test(item) && !covers(item.codePointAt(0) ?? 0));
