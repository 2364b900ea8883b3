/** Keeps what was made for a key, the longest unused going first when there are too many. */
export class BoundedCache<T> {
  readonly #made = new Map<string, Promise<T>>();
  constructor(readonly most: number) {}

  /** What was made for the key, or is being made; a failure is not kept. */
  get(key: string, make: () => Promise<T> | T): Promise<T> {
    const known = this.#made.get(key);
    if (known) this.#made.delete(key);
    const made = known ?? Promise.resolve().then(make);
    this.#made.set(key, made);
    if (!known) {
      made.catch(() => this.#made.delete(key));
      this.#dropOldest();
    }
    return made;
  }

  #dropOldest(): void {
    for (const key of this.#made.keys()) {
      if (this.#made.size <= this.most) return;
      this.#made.delete(key);
    }
  }
}
