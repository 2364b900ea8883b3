import { fileTypeFromBuffer } from 'file-type';
import { inWorker } from '../files/in-worker.js';
import { RefusedFile } from '../files/limits.js';
import { refusedFile } from '../files/refused-file.js';
import type { SentFile } from '../files/upload.js';
import type { Fault } from '../language/refusal.js';
import { type FileKind, fileKinds, mostBytes } from './file-kinds.js';
import type { ContentFault } from './whole-file.js';

const fault = (key: Fault['key'], values: Fault['values'] = {}): Fault => ({
  field: 'file',
  key,
  values,
});

/**
 * What a file is, by its content; its name must say the same.
 * @returns its kind, or why it is not taken
 */
export async function checkFile({ name, bytes }: SentFile): Promise<FileKind | Fault> {
  if (bytes.length === 0) return fault('proofs.file.empty');
  if (bytes.length > mostBytes) return fault('proofs.file.too-large');
  const content = await judged(bytes);
  if ('key' in content) return content;
  const { sniffed, wrong } = content;
  const kind = fileKinds.find(({ isSniffedAs }) => isSniffedAs === sniffed?.mime);
  if (!kind) {
    if (!sniffed) return fault('proofs.file.unknown');
    return fault('proofs.file.kind', { found: sniffed.ext.toUpperCase() });
  }
  const why = wrong ?? kind.fault?.(bytes);
  if (why) return fault(`proofs.file.${why}`, { kind: kind.label });
  const ending = endingOf(name);
  if (kind.endings.includes(ending)) return kind;
  return ending === ''
    ? fault('proofs.file.no-ending', { kind: kind.label })
    : fault('proofs.file.lies', { ending, kind: kind.label });
}

export const isFault = (checked: FileKind | Fault): checked is Fault => 'key' in checked;

const endingOf = (name: string): string =>
  /\.([a-z0-9]{1,8})$/i.exec(name.trim())?.[1]?.toLowerCase() ?? '';

type Sniffed = { mime: string; ext: string } | null;
type Judged = { sniffed: Sniffed; wrong: ContentFault | null };

/** Bytes by which a kind of file is known. What follows may have been made to be looked at for long. */
const start = 4100;

async function judged(bytes: Buffer): Promise<Judged | Fault> {
  if (bytes.subarray(0, 2).toString('latin1') === 'PK') return judgedZip(bytes);
  return { sniffed: (await fileTypeFromBuffer(bytes.subarray(0, start))) ?? null, wrong: null };
}

async function judgedZip(bytes: Buffer): Promise<Judged | Fault> {
  type Answer = { sniffed: Sniffed; fault: ContentFault | null };
  const limits = { heapMegabytes: 128, seconds: 20 };
  try {
    const answer = await inWorker<Answer>('src/proofs/check-zip.worker', bytes, limits);
    return { sniffed: answer.sniffed, wrong: answer.fault };
  } catch (error) {
    if (!(error instanceof RefusedFile)) throw error;
    return refusedFile(error);
  }
}
