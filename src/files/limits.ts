/** How much of a file is read. Everything is counted while it is read, whatever the file says of itself. */
export type Limits = {
  /** Files in an archive. */
  entries: number;
  /** Bytes of all of them when they are unpacked. */
  unpacked: number;
  /** Texts that cells share, and their bytes. */
  strings: number;
  stringBytes: number;
  /** Rows with something in them, below the row of heads. */
  rows: number;
  /** The last column that may have something in it, counted from 1. */
  columns: number;
  /** Cells that are named in the file, blank ones too. */
  cells: number;
  /** Ranges: merged, of array formulas, of formats that depend on values, of columns. */
  ranges: number;
  /** Formats, fonts, fills and what is made of them. */
  styles: number;
  /** Characters of all cells. */
  text: number;
};

/** Why a file is not read. */
export const refusals = [
  'unreadable',
  'old-format',
  'encrypted',
  'macros',
  'links',
  'entries',
  'unpacked',
  'strings',
  'stringBytes',
  'rows',
  'columns',
  'cells',
  'ranges',
  'styles',
  'text',
  'memory',
  'time',
  'pixels',
  'animated',
] as const;
export type RefusalReason = (typeof refusals)[number];

/** A file is not read, or not to its end. */
export class RefusedFile extends Error {
  override name = 'RefusedFile';
  constructor(
    readonly reason: RefusalReason,
    /** The limit that it passed. */
    readonly most = 0,
  ) {
    super(reason);
  }
}

/** What was read so far of one file, held against its limits. */
export class Budget {
  readonly #limits: Limits;
  readonly #spent = new Map<keyof Limits, number>([['rows', -1]]); // the row of heads

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  /** @throws RefusedFile beyond the limit */
  spend(what: keyof Limits, amount = 1): void {
    const spent = (this.#spent.get(what) ?? 0) + amount;
    this.#spent.set(what, spent);
    this.check(what, spent);
  }

  /** @throws RefusedFile for more than the limit, of what does not add up */
  check(what: keyof Limits, amount: number): void {
    const most = this.#limits[what];
    if (amount > most) throw new RefusedFile(what, most);
  }

  left(what: keyof Limits): number {
    return this.#limits[what] - (this.#spent.get(what) ?? 0);
  }
}

/** A table that people fill in. */
export const tableLimits: Limits = {
  entries: 200,
  unpacked: 40 * 1024 * 1024,
  strings: 200_000,
  stringBytes: 10 * 1024 * 1024,
  rows: 20_000,
  columns: 256,
  cells: 2_000_000,
  ranges: 10_000,
  styles: 100_000,
  text: 10_000_000,
};
