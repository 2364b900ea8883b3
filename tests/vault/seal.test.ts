import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KeyMissing, KeyRing, newKeys } from '../../src/vault/key-ring.js';
import { lookupOf } from '../../src/vault/lookup.js';
import { BrokenSeal, open, seal } from '../../src/vault/seal.js';
import { madeAt, someRing, withNewer } from './rings.js';

const place = 'Identity 1 resident';
const number = Buffer.from('330903199001011230');

describe('a sealed value', () => {
  it('opens again, whatever it is', () => {
    const keys = someRing();
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 500 }), fc.string(), (plain, where) => {
        const sealed = seal(keys, where, plain);
        expect(open(keys, where, sealed)).toEqual(Buffer.from(plain));
      }),
    );
  });

  it('shows nothing of what is in it, and is different each time', () => {
    const keys = someRing();
    const one = seal(keys, place, number).sealed;
    const two = seal(keys, place, number).sealed;
    expect(one.includes(number)).toBe(false);
    expect(one.equals(two)).toBe(false);
  });

  it('does not open when any one bit of it was changed, or when it was cut', () => {
    const keys = someRing();
    const { keyId, sealed } = seal(keys, place, number);
    for (let at = 0; at < sealed.length; at += 1) {
      const altered = Buffer.from(sealed);
      altered[at] = (altered[at] ?? 0) ^ 1;
      expect(() => open(keys, place, { keyId, sealed: altered }), `byte ${at}`).toThrow(BrokenSeal);
      const cut = sealed.subarray(0, at);
      expect(() => open(keys, place, { keyId, sealed: cut }), `cut at ${at}`).toThrow(BrokenSeal);
    }
  });

  it('does not open in another record, or under another key', () => {
    const keys = new KeyRing(withNewer(newKeys(madeAt)));
    const sealed = seal(keys, place, number);
    expect(() => open(keys, 'Identity 2 resident', sealed)).toThrow(BrokenSeal);
    expect(() => open(someRing(), place, sealed)).toThrow(KeyMissing);
  });

  it('tells nothing of its content when it does not open', () => {
    const keys = someRing();
    const { keyId } = seal(keys, place, number);
    const sealed = randomBytes(60);
    sealed[0] = 1;
    expect(() => open(keys, place, { keyId, sealed })).toThrow(/^what is sealed at/);
  });
});

describe('several keys', () => {
  it('the newest seals, and all open', () => {
    const older = newKeys(madeAt);
    const before = seal(new KeyRing(older), place, number);
    const keys = withNewer(older);
    const ring = new KeyRing(keys);
    const after = seal(ring, place, number);
    expect(after.keyId).toBe(keys.sealing[1]?.id);
    expect(after.keyId).not.toBe(before.keyId);
    for (const sealed of [before, after]) expect(open(ring, place, sealed)).toEqual(number);
  });

  it('a running process finds a key that was added since', () => {
    let keys = newKeys(madeAt);
    const running = new KeyRing(keys, () => keys);
    keys = withNewer(keys);
    const sealed = seal(new KeyRing(keys), place, number);
    expect(open(running, place, sealed)).toEqual(number);
  });
});

describe('a lookup', () => {
  it('is the same for the same number, and for no other, no other kind and no other key', () => {
    const keys = someRing();
    const hash = lookupOf(keys, 'resident', '330903199001011230').lookup;
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(lookupOf(keys, 'resident', '330903199001011230').lookup).toBe(hash);
    expect(lookupOf(keys, 'resident', '330903199001011231').lookup).not.toBe(hash);
    expect(lookupOf(keys, 'passport', '330903199001011230').lookup).not.toBe(hash);
    expect(lookupOf(someRing(), 'resident', '330903199001011230').lookup).not.toBe(hash);
  });
});
