import { rmSync } from 'node:fs';
import { rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inWorker } from '../files/in-worker.js';
import { RefusedFile } from '../files/limits.js';
import { wordingOf, wordKeys } from '../language/words.js';
import { type Font, missingFrom } from './font.js';
import { coverageOf } from './font-coverage.js';
import type { FontPart } from './font-part.worker.js';

/** The characters of all that the product says, so that a drawing seldom has one that none had before. */
function usual({ covers }: Font): string[] {
  const said = wordKeys().flatMap((key) => wordingOf(key) ?? []);
  return [...new Set(said.join(''))].filter((item) => covers(item.codePointAt(0) ?? 0));
}

const limits = { heapMegabytes: 128, seconds: 30 };

type Part = { characters: Set<string>; file: string };

const parts = new Map<string, Part>();
/** Fonts that cannot be taken apart, such as those of another make than the library reads: used whole. */
const whole = new Set<string>();
let made = 0;

/**
 * A file with those characters of a font that drawings of this process have needed so far. What draws opens its font again
 * for each text of a drawing and reads all of it: one of 19 MB takes seconds for 60 texts, one of 400 kB a tenth of a second.
 * Asked by one drawing at a time, as the file before goes when another takes its place.
 * @param text what a drawing says
 * @returns the font's own file where no part of it can be made or kept
 */
export async function fileFor(font: Font, text: string): Promise<string> {
  const key = `${font.file} ${font.family}`;
  if (whole.has(key)) return font.file;
  const part = parts.get(key);
  const isHeld = part !== undefined && [...text].every((item) => part.characters.has(item));
  // Folders of what is temporary are swept of what is old.
  if (isHeld && (await isThere(part.file))) return part.file;
  try {
    const wider = await widened(font, new Set([...(part?.characters ?? usual(font)), ...text]));
    parts.set(key, wider);
    if (part) await rm(part.file, { force: true });
    return wider.file;
  } catch (error) {
    if (error instanceof RefusedFile) whole.add(key);
    return font.file;
  }
}

async function widened({ file, family }: Font, characters: Set<string>): Promise<Part> {
  const input: FontPart = { file, family, characters: [...characters].join('') };
  const bytes = await inWorker<Uint8Array>('src/charts/font-part.worker', input, limits);
  made += 1;
  const part = path.join(tmpdir(), `parks-font-${process.pid}-${made}.otf`);
  await writeFile(part, bytes, { mode: 0o600 });
  const covers = await coverageOf(part);
  if (covers && missingFrom(covers, input.characters).length === 0)
    return { characters, file: part };
  await rm(part, { force: true });
  throw new RefusedFile('unreadable');
}

const isThere = (file: string): Promise<boolean> =>
  stat(file).then(
    () => true,
    () => false,
  );

process.on('exit', () => {
  for (const { file } of parts.values()) rmSync(file, { force: true });
});
