import { fileTypeFromBuffer } from 'file-type';
import type { Fault } from '../language/refusal.js';
import { type FileKind, fileKinds, mostBytes } from './file-kinds.js';

export type SentFile = { name: string; bytes: Buffer };

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
  const sniffed = await fileTypeFromBuffer(bytes);
  const kind = fileKinds.find(({ isSniffedAs }) => isSniffedAs === sniffed?.mime);
  if (!kind) {
    if (!sniffed) return fault('proofs.file.unknown');
    return fault('proofs.file.kind', { found: sniffed.ext.toUpperCase() });
  }
  const wrong = kind.fault(bytes);
  if (wrong) return fault(`proofs.file.${wrong}`, { kind: kind.label });
  const ending = endingOf(name);
  if (kind.endings.includes(ending)) return kind;
  return ending === ''
    ? fault('proofs.file.no-ending', { kind: kind.label })
    : fault('proofs.file.lies', { ending, kind: kind.label });
}

export const isFault = (checked: FileKind | Fault): checked is Fault => 'key' in checked;

const endingOf = (name: string): string =>
  /\.([a-z0-9]{1,8})$/i.exec(name.trim())?.[1]?.toLowerCase() ?? '';
