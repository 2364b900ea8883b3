import { readFile } from 'node:fs/promises';
import subsetFont from 'subset-font';
import { answerJob } from '../files/answer-job.js';
import { RefusedFile } from '../files/limits.js';
import { faceOf } from './font-face.js';

export type FontPart = { file: string; family: string; characters: string };

/** The names of the family, the style, the whole font and its file: what draws finds it by them. */
const keptNames = [1, 2, 4, 6, 16, 17];

async function partOf({ file, family, characters }: FontPart): Promise<Uint8Array<ArrayBuffer>> {
  const face = faceOf(await readFile(file), family);
  if (face === null) throw new RefusedFile('unreadable');
  const part = await subsetFont(face, characters, {
    targetFormat: 'sfnt',
    preserveNameIds: keptNames,
  });
  return Uint8Array.from(part);
}

answerJob(partOf, ({ buffer }) => [buffer]);
