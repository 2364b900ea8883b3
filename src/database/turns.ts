export type Release = () => void;

/** One at a time, in the order of asking: who may write, or which statement comes next. */
export class Turns {
  #last: Promise<void> = Promise.resolve();

  /** Waits for the caller's turn. The caller must call what it gets, once, whatever happens. */
  async enter(): Promise<Release> {
    const before = this.#last;
    let release: Release = () => {};
    this.#last = new Promise((resolve) => {
      release = resolve;
    });
    await before;
    return release;
  }

  /** Does the work in its turn. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    const release = await this.enter();
    try {
      return await work();
    } finally {
      release();
    }
  }
}
