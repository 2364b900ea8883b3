import type { Fault } from '../language/refusal.js';
import type { WordKey } from '../language/say.js';
import type { RefusalReason, RefusedFile } from './limits.js';

/** How a page calls what is wrong with a file, by the reason. */
export type Wording = Partial<Record<RefusalReason, WordKey>>;

const megabyte = 1024 * 1024;

/** What is wrong with a file, at its field. */
export function refusedFile({ reason, most }: RefusedFile, wording: Wording = {}): Fault {
  const isBytes = reason === 'unpacked' || reason === 'stringBytes';
  const values = { most: isBytes ? Math.round(most / megabyte) : most };
  return { field: 'file', key: wording[reason] ?? `files.${reason}`, values };
}
