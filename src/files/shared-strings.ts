import { type Budget, RefusedFile } from './limits.js';
import { readXml } from './xml.js';

/** Texts by their places, as bytes side by side: a million of them are no million objects. */
export class SharedStrings {
  #bytes = Buffer.alloc(4096);
  #length = 0;
  readonly #ends: number[] = [];

  add(text: string): void {
    const size = Buffer.byteLength(text);
    if (this.#length + size > this.#bytes.length) {
      const larger = Buffer.alloc(Math.max(this.#bytes.length * 2, this.#length + size));
      this.#bytes.copy(larger, 0, 0, this.#length);
      this.#bytes = larger;
    }
    this.#length += this.#bytes.write(text, this.#length);
    this.#ends.push(this.#length);
  }

  /** @throws RefusedFile where there is none */
  at(place: number): string {
    const end = this.#ends[place];
    if (end === undefined) throw new RefusedFile('unreadable');
    return this.#bytes.toString('utf8', place === 0 ? 0 : this.#ends[place - 1], end);
  }
}

/** @throws RefusedFile beyond what the budget has for them */
export async function readSharedStrings(
  pieces: AsyncIterable<Buffer>,
  budget: Budget,
): Promise<SharedStrings> {
  const strings = new SharedStrings();
  const text = new RichText();
  await readXml(pieces, {
    open: (name) => {
      if (name === 'si') text.start();
      else text.open(name);
    },
    close: (name) => {
      if (name !== 'si') return text.close(name);
      const read = text.take();
      budget.spend('strings');
      budget.spend('stringBytes', Buffer.byteLength(read));
      strings.add(read);
    },
    text: (piece) => text.add(piece),
  });
  return strings;
}

/** Of one cell, which holds 32,767: some characters are written in seven. */
const mostCharacters = 7 * 32_767;

/** A text in runs (CT_Rst): how it is pronounced stands beside it, and is none of it. */
export class RichText {
  #text = '';
  #isText = false;
  #phonetic = 0;

  start(): void {
    this.#text = '';
  }

  open(name: string): void {
    if (name === 'rPh') this.#phonetic += 1;
    this.#isText = name === 't' && this.#phonetic === 0;
  }

  close(name: string): void {
    if (name === 'rPh') this.#phonetic -= 1;
    if (name === 't') this.#isText = false;
  }

  add(piece: string): void {
    if (this.#isText) this.#text += piece;
    if (this.#text.length > mostCharacters) throw new RefusedFile('unreadable');
  }

  take(): string {
    return unescaped(this.#text);
  }
}

/** Characters that XML cannot hold are written `_xHHHH_` (ECMA-376, ST_Xstring). */
export const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
    : text;
