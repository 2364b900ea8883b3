import { SaxesParser } from 'saxes';
import { RefusedFile } from './limits.js';

export type Attributes = Record<string, string>;
/** Gets what is read, by names without the prefix of the document's own vocabulary; other vocabularies are passed over. */
export type XmlReader = {
  open(name: string, attributes: Attributes): void;
  close?(name: string): void;
  text?(text: string): void;
};

const mostDepth = 100;
/** Characters of one mark or one text. A cell holds 32,767. */
const mostToken = 1_000_000;

/**
 * Reads XML as it arrives, and gives way after each piece of it. Names that are declared in the document itself are
 * not resolved: no office program writes any, and a few of them can stand for gigabytes.
 * @throws RefusedFile for what is not well formed, declares names, or is nested or drawn out beyond all reason
 */
export async function* parseXml(pieces: AsyncIterable<Buffer>, reader: XmlReader) {
  const parser = new SaxesParser();
  const names = new Names();
  let [lastMark, depth] = [0, 0];
  const unreadable = (): never => {
    throw new RefusedFile('unreadable');
  };
  parser.on('error', unreadable);
  parser.on('doctype', unreadable);
  parser.on('opentag', ({ name, attributes }) => {
    lastMark = parser.position;
    depth += 1;
    if (depth > mostDepth) unreadable();
    reader.open(names.own(name), attributes as Attributes);
  });
  parser.on('closetag', ({ name }) => {
    lastMark = parser.position;
    depth -= 1;
    reader.close?.(names.own(name));
  });
  if (reader.text) parser.on('text', (text) => reader.text?.(text));
  let decoder: TextDecoder | null = null;
  for await (const piece of pieces) {
    decoder ??= decoderOf(piece);
    parser.write(decoded(decoder, piece));
    if (parser.position - lastMark > mostToken) unreadable();
    yield;
  }
  parser.close();
}

/** Reads a whole document. @throws RefusedFile as above */
export async function readXml(pieces: AsyncIterable<Buffer>, reader: XmlReader): Promise<void> {
  for await (const _ of parseXml(pieces, reader));
}

/** The first element says which prefix the document's own vocabulary has; mostly none. */
class Names {
  #prefix: string | null = null;

  /** A name without the prefix, or blank for one of another vocabulary. */
  own(name: string): string {
    const colon = name.indexOf(':');
    const prefix = colon < 0 ? '' : name.slice(0, colon);
    this.#prefix ??= prefix;
    if (prefix !== this.#prefix) return '';
    return colon < 0 ? name : name.slice(colon + 1);
  }
}

function decoderOf(start: Buffer): TextDecoder {
  const mark = start.length < 2 ? 0 : start.readUInt16BE(0);
  const encoding = mark === 0xfffe ? 'utf-16le' : mark === 0xfeff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding, { fatal: true });
}

function decoded(decoder: TextDecoder, piece: Buffer): string {
  try {
    return decoder.decode(piece, { stream: true });
  } catch {
    throw new RefusedFile('unreadable');
  }
}

/** An attribute of whatever prefix, such as the `id` of relationships. */
export const prefixed = (attributes: Attributes, name: string): string | undefined =>
  Object.entries(attributes).find(([own]) => own.endsWith(`:${name}`))?.[1];

/** Whether an attribute says yes; `fallback` where it is left out. */
export const isOn = (value: string | undefined, fallback = false): boolean =>
  value === undefined ? fallback : value === '1' || value === 'true' || value === 'on';
