import type { Form } from './site-map.js';

/** Numbers from 0 up to 1, the same for the same seed: mulberry32. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export type Chance = { of(chance: number): boolean; from<T>(values: readonly T[]): T };

export function chanceOf(seed: number): Chance {
  const next = seeded(seed);
  return {
    of: (chance) => next() < chance,
    from: <T>(values: readonly T[]) => values[Math.floor(next() * values.length)] as T,
  };
}

/** Names that every object has, and that no form has. */
const inherited = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'];

/** What nobody types, already written for an address or a form: lone surrogates and broken UTF-8 cannot be otherwise. */
export const hostileValues: readonly string[] = [
  ...['', '+', '%0A', '%00', '0', '-1', '-0', '1e3', '0x10', '1.5', '%EF%BC%91', 'NaN', 'null'],
  ...['undefined', 'true', '999999999999', '9007199254740993', '9'.repeat(400), '2147483648'],
  ...[
    '0000-00-00',
    '9999-99-99',
    '9999-12-31',
    '2199-12-31',
    '2150-12-31',
    '1900-01-01',
    '0001-01-01',
    '2025-02-29',
    '2025-02-30',
    '2026-11-24',
  ],
  ...['2025-1-1', '2025-13', '0000-00', '9999-12', '2026-10', '%EF%BC%92025-01-01', '10000-01-01'],
  ...inherited,
  ...['%ED%A0%80', '%F0%9F%98%80', '%E2%80%AE', '%EF%BF%BF', '%C0%80', '%', '%zz'],
  ...[
    '%27+OR+1%3D1+--',
    '%3Cscript%3E',
    '%25',
    '_',
    '..%2F..%2Fetc',
    '%7B%22a%22%3A1%7D',
    '%5B%5D',
  ],
  ...[
    'park%3AP01',
    'park%3A__proto__',
    'region%3A330902',
    'region%3A',
    'network',
    'P01',
    'A2026-000001',
  ],
  'x'.repeat(5000),
  encodeURIComponent('很'.repeat(3000)),
];

export const hostileNames: readonly string[] = [
  ...inherited,
  ...[
    '',
    'a%5Bb%5D',
    'a.b',
    '_key',
    '%00',
    '0',
    'length',
    'page',
    'version',
    'id',
    'categories',
    'note',
  ],
];

/** Parts of an address that no record has. */
export const hostileParts: readonly string[] = [
  ...[
    '0',
    '-1',
    '9007199254740993',
    '99999999999999',
    '1e3',
    '2025-13',
    '9999-12',
    '0000-00',
    '%00',
  ],
  ...[...inherited, '%20', '%E4%BD%A0', 'P01', 'A2026-999999', '%F0%9F%98%80', 'x'.repeat(300)],
];

type Pair = readonly [string, string];
const plain = ([name, value]: Pair): Pair => [encodeURIComponent(name), encodeURIComponent(value)];

/**
 * A form as somebody hostile sends it: as the page has it, but for some fields that are missing, empty, sent again or
 * with something else in them, and some that it does not have.
 */
export function hostileBody(form: Form['fields'], chance: Chance, token: string): string {
  const pairs: Pair[] = Object.entries(form)
    .filter(([name]) => name !== '_token' && name !== '_key')
    .map(([name, values]) => plain([name, chance.from(values)]));
  const sent = pairs.flatMap((pair): Pair[] => {
    if (chance.of(0.55)) return [pair];
    if (chance.of(0.2)) return [];
    const changed: Pair = [pair[0], chance.from(hostileValues)];
    return chance.of(0.3) ? [pair, changed] : [changed];
  });
  const more = chance.of(0.4)
    ? [[chance.from(hostileNames), chance.from(hostileValues)] as const]
    : [];
  const all = [plain(['_token', token]), ...sent, ...more];
  return all.map(([name, value]) => `${name}=${value}`).join('&');
}

/** Every field empty, every field sent twice, and fields that every object inherits: what a fault of reading needs. */
export function brokenBodies(form: Form['fields'], token: string): string[] {
  const fields = Object.entries(form).filter(([name]) => name !== '_token' && name !== '_key');
  const valued = fields.map(([name, values]) => plain([name, values.at(-1) ?? '']));
  const emptied = fields.map(([name]) => plain([name, '']));
  const strange = inherited.flatMap((name): Pair[] => [
    [name, 'x'],
    ...['conditions.0', 'founders.0'].map((row): Pair => [`${row}.${name}`, 'x']),
  ]);
  const bodies = [
    emptied,
    [...valued, ...valued],
    [...emptied, ...strange],
    [...valued, ...strange],
  ];
  return bodies.map((pairs) =>
    [plain(['_token', token]), ...pairs].map(([name, value]) => `${name}=${value}`).join('&'),
  );
}
