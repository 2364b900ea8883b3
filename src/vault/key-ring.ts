import { createHash, randomBytes } from 'node:crypto';
import { HttpProblem } from '../web/errors.js';

export const keyBytes = 32;

export type Key = { id: string; madeAt: string; bytes: Buffer };
/** All sealing keys, the newest last: it seals, the others still open. One key of its own for lookups. */
export type Keys = { sealing: Key[]; lookup: Key };

/** A value was sealed with a key that the ring does not hold: a fault of the machine's set-up, so a page answers 503. */
export class KeyMissing extends HttpProblem {
  override name = 'KeyMissing';
  constructor(message: string) {
    super(503, 'web.machine.keys', { 'Retry-After': '300' });
    this.message = message;
  }
}

/** The name of a key follows from its bytes, so a wrong key can never stand under a right name. */
export const keyIdOf = (bytes: Buffer): string =>
  createHash('sha256').update('key id').update(bytes).digest('hex').slice(0, 16);

export function newKey(madeAt: Date): Key {
  const bytes = randomBytes(keyBytes);
  return { id: keyIdOf(bytes), madeAt: madeAt.toISOString(), bytes };
}

export const newKeys = (madeAt: Date): Keys => ({
  sealing: [newKey(madeAt)],
  lookup: newKey(madeAt),
});

/** The keys of a running process. A key that is not known is looked for once more where they came from. */
export class KeyRing {
  #keys: Keys;
  readonly #readAgain: () => Keys;

  constructor(keys: Keys, readAgain: () => Keys = () => keys) {
    this.#keys = keys;
    this.#readAgain = readAgain;
  }

  get newest(): Key {
    const key = this.#keys.sealing.at(-1);
    if (!key) throw new KeyMissing('the ring holds no key');
    return key;
  }

  get lookup(): Key {
    return this.#keys.lookup;
  }

  /** @throws KeyMissing */
  keyOf(id: string): Key {
    return this.#find(id) ?? this.#findAgain(id);
  }

  holds(id: string): boolean {
    return this.#find(id) !== undefined || this.lookup.id === id;
  }

  #find(id: string): Key | undefined {
    return this.#keys.sealing.find((key) => key.id === id);
  }

  /** The command has added a key since this process started. */
  #findAgain(id: string): Key {
    this.#keys = this.#readAgain();
    const key = this.#find(id);
    if (!key) throw new KeyMissing(`there is no key ${id}`);
    return key;
  }
}
