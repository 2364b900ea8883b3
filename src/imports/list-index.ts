import type { Month } from '../calendar/days.js';
import { nameKey } from '../input/names.js';
import type { NameKeys } from '../ventures/name-likeness.js';
import type { ParsedRow } from './parse-row.js';
import type { PlannedSpace } from './planned.js';
import type { StoredSpace } from './register-facts.js';

/** A space that an earlier row makes, as if it were there; and the closed month for which that row waits. */
export type SpaceToMake = {
  planned: PlannedSpace;
  stored: StoredSpace;
  backlogFrom?: Month | undefined;
};
type Entry = {
  row: number;
  name: string;
  code: string | null;
  keys: NameKeys;
  phone: string | null;
};

type Founder = { row: number; name: string; phone: string | null };

/** The rows of a list that were taken so far, by what a later one may share with them. */
export class ListIndex {
  readonly #byCode = new Map<string, Entry>();
  readonly #byName = new Map<string, Entry>();
  readonly #bySound = new Map<string, Entry>();
  readonly #byPhone = new Map<string, Entry>();
  readonly #bySpace = new Map<string, number>();
  readonly #toMake = new Map<string, SpaceToMake>();
  readonly #byVenture = new Map<number, number>();
  readonly #byVisit = new Map<string, number>();

  /** Founders by their names, each with the rows that named them. */
  readonly #byFounder = new Map<string, Founder[]>();

  add({ row, name, code, phone, founders }: ParsedRow, keys: NameKeys): void {
    for (const [place, founder] of founders.entries()) {
      const [key, own] = [nameKey(founder), place === 0 ? phone : null];
      keepFirst(this.#byFounder, key, []);
      this.#byFounder.get(key)?.push({ row, name: founder, phone: own });
    }
    const entry = { row, name, code, keys, phone };
    if (code !== null) keepFirst(this.#byCode, code, entry);
    keepFirst(this.#byName, keys.nameKey, entry);
    keepFirst(this.#bySound, keys.soundKey, entry);
    if (phone !== null) keepFirst(this.#byPhone, phone, entry);
  }

  /** The row that has the credit code already, or null. */
  withCode(code: string | null): Entry | null {
    return code === null ? null : (this.#byCode.get(code) ?? null);
  }

  /** An earlier row that is likely the same venture: by its name, how that sounds, or the phone. */
  likely({ phone, code }: ParsedRow, { nameKey, soundKey }: NameKeys): Entry | null {
    const found =
      this.#byName.get(nameKey) ??
      this.#bySound.get(soundKey) ??
      (phone === null ? undefined : this.#byPhone.get(phone));
    // Two codes are two ventures, unless one bears the name of the other.
    const areTwo = code !== null && found?.code != null && code !== found.code;
    return found && !(areTwo && found.keys.nameKey !== nameKey) ? found : null;
  }

  /** An earlier row whose founder has the name; null where one has the phone too, as by both they are one person. */
  likeFounder(name: string, phone: string | null): Founder | null {
    const named = this.#byFounder.get(nameKey(name)) ?? [];
    const isOne = phone !== null && named.some((founder) => founder.phone === phone);
    return isOne ? null : (named[0] ?? null);
  }

  makeSpace(space: SpaceToMake): void {
    keepFirst(this.#toMake, space.planned.key, space);
  }

  /** The space of a name that an earlier row makes, or null. */
  spaceToMake = (key: string): SpaceToMake | null => this.#toMake.get(key) ?? null;

  letSpace(space: string, row: number): void {
    keepFirst(this.#bySpace, space, row);
  }

  rowWithSpace = (space: string): number | null => this.#bySpace.get(space) ?? null;

  changeVenture(ventureId: number, row: number): void {
    keepFirst(this.#byVenture, ventureId, row);
  }

  /** The earlier row with a visit to a venture on record; the visit is taken by this one where there is none. */
  rowWithVisit(
    ventureId: number,
    { madeOn, kind }: { madeOn: string; kind: string },
    row: number,
  ): number | null {
    const key = `${ventureId} ${madeOn} ${kind}`;
    const earlier = this.#byVisit.get(key) ?? null;
    keepFirst(this.#byVisit, key, row);
    return earlier;
  }

  rowWithVenture = (ventureId: number): number | null => this.#byVenture.get(ventureId) ?? null;
}

function keepFirst<K, V>(map: Map<K, V>, key: K, value: V): void {
  if (!map.has(key)) map.set(key, value);
}
