import { RefusedFile } from './limits.js';

/**
 * Text in UTF-8, in UTF-16 with its mark, or else what Excel on a Chinese Windows saves csv in. Other encodings can
 * be read as GB18030 too and give other names, so that it is taken only under heads in Chinese.
 * @throws RefusedFile for what is none of them, or no text
 */
export function decodeText(bytes: Buffer): string {
  const text = utf16(bytes) ?? decoded('utf-8', bytes) ?? chinese(bytes);
  if (text === null || text.includes('\0')) throw new RefusedFile('unreadable');
  return text;
}

function utf16(bytes: Buffer): string | null {
  const mark = bytes.length < 2 ? 0 : bytes.readUInt16BE(0);
  if (mark === 0xfffe) return decoded('utf-16le', bytes);
  return mark === 0xfeff ? decoded('utf-16be', bytes) : null;
}

function chinese(bytes: Buffer): string | null {
  const text = decoded('gb18030', bytes);
  const lines = text?.split(/[\r\n]+/, 5) ?? [];
  const heads = lines.find((line) => line.trim() !== '' && !/^"?sep=/i.test(line)) ?? '';
  return /\p{Script=Han}{2}/u.test(heads) ? text : null;
}

function decoded(encoding: string, bytes: Buffer): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
