import { createHash } from 'node:crypto';
import type { Cell, ColumnKind, Head } from './table.js';

/** Rows of which each column has one mark. */
export const rowsABlock = 64;

/** A cell as it is hashed: the same whether it comes from the system or out of a workbook. */
export function plainCell(cell: Cell, kind: ColumnKind): string {
  if (cell === null || cell === '') return '';
  if (kind === 'text' || kind === 'day') return String(cell);
  return String(Math.round(Number(cell)));
}

const isWhole = /^-?\d+$/;

/** Between cells and between rows stand characters that no cell holds. */
const rowText = (cells: string[]): string => `${cells.join('\u001f')}\u001e`;

/** FNV-1a: tells where something differs; that nothing does is told by the SHA-256. */
function markOf(text: string, start = 0x811c9dc5): number {
  let mark = start;
  for (let i = 0; i < text.length; i += 1) mark = Math.imul(mark ^ text.charCodeAt(i), 0x01000193);
  return mark >>> 0;
}

/** What is kept of the rows of one sheet, as they go by. */
export class RowMarks {
  readonly #kinds: ColumnKind[];
  readonly #hash = createHash('sha256');
  readonly rows: number[] = [];
  readonly blocks: number[][] = [];
  readonly sums: bigint[];
  #waiting = '';

  /** The heads are hashed too: a number under another head is another number. */
  constructor(heads: Pick<Head, 'head' | 'kind'>[]) {
    this.#kinds = heads.map(({ kind }) => kind);
    this.sums = heads.map(() => 0n);
    this.#waiting = rowText(heads.map(({ head }) => head));
  }

  add(cells: Cell[]): void {
    this.addPlain(this.#kinds.map((kind, i) => plainCell(cells[i] ?? null, kind)));
  }

  /** The same, for a row that is already in the form that is hashed. */
  addPlain(plain: string[]): void {
    const text = rowText(plain);
    if (this.rows.length % rowsABlock === 0) this.blocks.push(plain.map(() => 0x811c9dc5));
    const block = this.blocks.at(-1) as number[];
    plain.forEach((cell, i) => {
      block[i] = markOf(`${cell}\u001f`, block[i]);
    });
    this.rows.push(markOf(text));
    this.#addUp(plain);
    this.#waiting += text;
    if (this.#waiting.length > 65_536) this.#take();
  }

  /** SHA-256 over all rows. */
  digest(): string {
    this.#take();
    return this.#hash.digest('hex');
  }

  /** The marks of the rows, then those of the blocks, four bytes each. */
  bytes(): Buffer {
    const marks = [...this.rows, ...this.blocks.flat()];
    const bytes = Buffer.alloc(marks.length * 4);
    marks.forEach((mark, i) => {
      bytes.writeUInt32LE(mark, i * 4);
    });
    return bytes;
  }

  #take(): void {
    this.#hash.update(this.#waiting);
    this.#waiting = '';
  }

  #addUp(plain: string[]): void {
    this.#kinds.forEach((kind, i) => {
      if ((kind === 'number' || kind === 'money') && isWhole.test(plain[i] ?? ''))
        this.sums[i] = (this.sums[i] ?? 0n) + BigInt(plain[i] as string);
    });
  }
}

/** One hash for the sheets of a workbook, in their order. */
export const hashOfSheets = (digests: string[]): string =>
  digests.length === 1
    ? (digests[0] as string)
    : createHash('sha256').update(digests.join('\n')).digest('hex');
