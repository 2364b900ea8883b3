import { type Budget, RefusedFile } from './limits.js';
import { RichText, type RunLooks } from './rich-text.js';
import { readXml } from './xml.js';

/** Texts by their places, as bytes side by side: a million of them are no million objects. */
export class SharedStrings {
  #bytes = Buffer.alloc(4096);
  #length = 0;
  readonly #ends: number[] = [];
  /** Of the few that are in runs. */
  readonly #looks = new Map<number, RunLooks>();

  add(text: string, looks: RunLooks | null = null): void {
    if (looks) this.#looks.set(this.#ends.length, looks);
    const size = Buffer.byteLength(text);
    if (this.#length + size > this.#bytes.length) {
      const larger = Buffer.alloc(Math.max(this.#bytes.length * 2, this.#length + size));
      this.#bytes.copy(larger, 0, 0, this.#length);
      this.#bytes = larger;
    }
    this.#length += this.#bytes.write(text, this.#length);
    this.#ends.push(this.#length);
  }

  /** How its runs look; null where it has none. */
  looksAt(place: number): RunLooks | null {
    return this.#looks.get(place) ?? null;
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
    open: (name, own) => {
      if (name === 'si') text.start();
      else text.open(name, own);
    },
    close: (name) => {
      if (name !== 'si') return text.close(name);
      const [read, looks] = [text.take(), text.looks()];
      budget.spend('strings');
      budget.spend('stringBytes', Buffer.byteLength(read) + Buffer.byteLength(looks?.seen ?? ''));
      strings.add(read, looks);
    },
    text: (piece) => text.add(piece),
  });
  return strings;
}
