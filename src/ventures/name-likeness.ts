import { nameKey } from '../input/names.js';
import { pinyinOf } from '../people/pinyin.js';

/** What a name is compared by. */
export type NameKeys = {
  /** Equal for the same name, however it was typed. */
  nameKey: string;
  /** Equal for names that sound alike, without the place before them and the legal form behind them. */
  soundKey: string;
};

/** How alike two names are: the same, or likely the same but for one thing. */
export type Likeness = 'same' | 'suffix' | 'place' | 'sound';

const legalSuffix = /(股份有限公司|有限责任公司|有限公司|公司)$/;
/** Of this network's city: another city's network names its own here. */
const place = /^(浙江省?)?(舟山市?)?((定海|普陀)区?|(岱山|嵊泗)县?)?(?=.)/;

const withoutSuffix = (key: string): string => key.replace(legalSuffix, '') || key;
const withoutPlace = (key: string): string => key.replace(place, '') || key;
/** What is left of a key: neither place, legal form nor marks. */
const coreOf = (key: string): string =>
  withoutPlace(withoutSuffix(key)).replace(/[^\p{L}\p{N}]/gu, '') || key;
const soundOf = (core: string): string => pinyinOf(core).split(' ')[0] as string;

export function keysOfName(name: string): NameKeys {
  const key = nameKey(name);
  return { nameKey: key, soundKey: soundOf(coreOf(key)) };
}

/** How alike the names of two ventures are; null for two that are not. */
export function likenessOf(name: string, other: string): Likeness | null {
  const [a, b] = [nameKey(name), nameKey(other)];
  if (a === b) return 'same';
  if (withoutSuffix(a) === withoutSuffix(b)) return 'suffix';
  if (coreOf(a) === coreOf(b)) return 'place';
  return soundOf(coreOf(a)) === soundOf(coreOf(b)) ? 'sound' : null;
}
