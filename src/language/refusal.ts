import type { WordKey, WordValues } from './say.js';

/** What is wrong with one field; the field '' stands for the form as a whole. */
export type Fault = { field: string; key: WordKey; values?: WordValues };

/** A verb says no, and to which field. Nothing was written. */
export class Refusal extends Error {
  override name = 'Refusal';
  constructor(
    readonly faults: Fault[],
    /** Which of a list of inputs it was, counted from 0. */
    readonly row?: number,
  ) {
    super(faults.map((fault) => `${fault.field}: ${fault.key}`).join('; '));
  }
}

/** Somebody else was quicker: the record is no longer in the state that the request expected. */
export class Conflict extends Error {
  override name = 'Conflict';
  constructor(
    readonly key: WordKey,
    readonly values: WordValues = {},
  ) {
    super(key);
  }
}

/** Asks several questions, and refuses with all that any of them refuses: nobody is told one thing after another. */
export async function refuseTogether(questions: (() => Promise<void> | void)[]): Promise<void> {
  const faults: Fault[] = [];
  let row: number | undefined;
  for (const question of questions) {
    try {
      await question();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      row ??= error.row;
      // Of a list, one row is refused at a time.
      if (error.row === undefined || error.row === row) faults.push(...error.faults);
    }
  }
  refuseIf(
    faults.filter((fault, at) => faults.findIndex((one) => isSame(one, fault)) === at),
    row,
  );
}

/** Two questions may find the same. */
const isSame = (a: Fault, b: Fault): boolean => a.field === b.field && a.key === b.key;

/** Refuses when there is any fault. */
export function refuseIf(faults: (Fault | null | false | undefined)[], row?: number): void {
  const found = faults.filter((fault): fault is Fault => Boolean(fault));
  if (found.length > 0) throw new Refusal(found, row);
}
