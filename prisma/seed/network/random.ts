/** Numbers that look random and are the same on every run: the same seed gives the same row. */
export class Random {
  #state: number;

  constructor(seed: string) {
    // FNV-1a and the last steps of MurmurHash3: seeds that differ in one character start far apart.
    this.#state = 2166136261;
    for (const character of seed) {
      this.#state = Math.imul(this.#state ^ (character.codePointAt(0) as number), 16777619);
    }
    this.#state = Math.imul(this.#state ^ (this.#state >>> 16), 0x85ebca6b);
    this.#state = Math.imul(this.#state ^ (this.#state >>> 13), 0xc2b2ae35);
    this.#state ^= this.#state >>> 16;
  }

  /** At least 0, less than 1 (mulberry32). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  /** A whole number from low to high, both included. */
  whole(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  chance(share: number): boolean {
    return this.next() < share;
  }

  pick<T>(list: readonly T[]): T {
    if (list.length === 0) throw new Error('nothing to pick from');
    return list[this.whole(0, list.length - 1)] as T;
  }

  /** One of the choices, each as likely as its weight says. */
  weighted<T>(choices: readonly (readonly [choice: T, weight: number])[]): T {
    let left = this.next() * choices.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [choice, weight] of choices) {
      left -= weight;
      if (left < 0) return choice;
    }
    return (choices.at(-1) as readonly [T, number])[0];
  }

  shuffled<T>(list: readonly T[]): T[] {
    const items = [...list];
    for (let i = items.length - 1; i > 0; i -= 1) {
      const j = this.whole(0, i);
      [items[i], items[j]] = [items[j] as T, items[i] as T];
    }
    return items;
  }
}
