import { maskOf } from '../../../src/identities/read-number.js';
import type { KeyRing } from '../../../src/vault/key-ring.js';
import { lookupOf } from '../../../src/vault/lookup.js';
import { inventCitizen } from '../waivers/citizens.js';
import { inventName } from './people-names.js';
import { Random } from './random.js';

type Listed = { lookup: string; lookupKeyId: string; nameMasked: string; masked: string };

/** Invented employees: a venture of so many people has the same ones each month, those who came first. */
export class Staff {
  readonly #keys: KeyRing;
  readonly #listed = new Map<number, Listed[]>();

  constructor(keys: KeyRing) {
    this.#keys = keys;
  }

  /** As rosters keep them: neither name nor number. */
  of(ventureId: number, people: number): Listed[] {
    const listed = this.#listed.get(ventureId) ?? [];
    this.#listed.set(ventureId, listed);
    while (listed.length < people) listed.push(this.#invent(`${ventureId} ${listed.length}`));
    return listed.slice(0, people);
  }

  #invent(who: string): Listed {
    const number = inventCitizen(`staff ${who}`);
    const [family = ''] = [...inventName(new Random(`staff ${who}`))];
    const { lookup, lookupKeyId } = lookupOf(this.#keys, 'resident', number);
    return { lookup, lookupKeyId, nameMasked: `${family}*`, masked: maskOf(number) };
  }
}
