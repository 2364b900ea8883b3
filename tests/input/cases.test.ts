import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { transact } from '../../src/database/database.js';
import { intervalText } from '../../src/figures/interval.js';
import { readPrinted, UnreadableNumber } from '../../src/figures/printed.js';
import { dayOfSerial } from '../../src/files/days.js';
import { readListedNumber } from '../../src/identities/read-number.js';
import { readDay } from '../../src/input/days.js';
import { cleanName, isName, nameKey } from '../../src/input/names.js';
import { phoneOf } from '../../src/input/phones.js';
import { enterPeople } from '../../src/people/enter-people.js';
import { likesAmong, peopleSounding } from '../../src/ventures/find-like-people.js';
import { logVentures } from '../../src/ventures/log-venture.js';
import { likenessOf } from '../../src/ventures/name-likeness.js';
import { profileFaults } from '../../src/ventures/venture-profile.js';
import { hundredths, optional, wholeNumber } from '../../src/web/fields.js';
import { at, someVenture } from '../ledger/network.js';
import { startParks } from '../parks/cast.js';
import { signedIn, type TestApp } from '../web/client.js';

/**
 * What people in offices type, and what it means: every row of these files is held against the reader that it speaks of. The
 * pages and files that use a reader are tested in their rooms; `forty-ventures` is in tests/imports.
 */
function rowsOf(name: string): Record<string, string>[] {
  const text = readFileSync(path.join(import.meta.dirname, 'cases', `${name}.csv`), 'utf8');
  return parse(text, { columns: true, trim: false });
}
const isRefused = (right = '') => right.startsWith('refused');

describe('numbers.csv', () => {
  const readers: Record<string, (typed: string) => number | string | null> = {
    headcount: (typed) => field(optional(wholeNumber(0, 100_000, 'people')), typed),
    'rent in yuan': (typed) => field(hundredths(10_000_000_000, 'yuan'), typed),
    'printed number': (typed) => {
      try {
        return intervalText(readPrinted(typed));
      } catch (error) {
        if (error instanceof UnreadableNumber) return 'refused';
        throw error;
      }
    },
  };
  test.each(rowsOf('numbers'))('$typed as $where: $right', ({ typed, where, right }) => {
    const read = readers[where ?? '']?.(typed ?? '');
    if (isRefused(right)) expect(read).toBe('refused');
    else if (right === 'blank (missing)') expect(read).toBeNull();
    else if (where === 'headcount') expect(read).toBe(Number.parseInt(right ?? '', 10));
    else if (where === 'rent in yuan') expect(read).toBe(Math.round(Number(right) * 100));
    else expect(read).toBe(right);
  });
});

type Schema = { safeParse(input: unknown): { success: boolean; data?: unknown } };
function field(schema: Schema, typed: string): number | 'refused' | null {
  const read = schema.safeParse(typed);
  return read.success ? (read.data as number | null) : 'refused';
}

test.each(rowsOf('dates'))('dates.csv: $typed: $right', ({ typed = '', right = '' }) => {
  const cell = /^(\d+) \(a cell/.exec(typed)?.[1];
  if (cell !== undefined) {
    const [since1900, since1904] = right.match(/\d{4}-\d\d-\d\d/g) ?? [];
    expect([dayOfSerial(Number(cell), false), dayOfSerial(Number(cell), true)]).toEqual([
      since1900,
      since1904,
    ]);
    return;
  }
  if (right.startsWith('month')) expect(readDay(typed)).toEqual({ fault: 'month' });
  else if (isRefused(right)) expect(readDay(typed)).toHaveProperty('fault');
  else expect(readDay(typed)).toEqual({ day: right });
});

test.each(rowsOf('phones'))('phones.csv: $typed: $right', ({ typed = '', right = '' }) => {
  expect(phoneOf(typed)).toBe(isRefused(right) ? null : right.replace(' ext. ', '-'));
});

test.each(rowsOf('documents'))('documents.csv: $number in a $where: $right', (row) => {
  const { number = '', where, right = '' } = row;
  if (where === 'roster') {
    const read = readListedNumber(null, number, '2026-11-29');
    if (isRefused(right)) expect(read).toHaveProperty('fault');
    else
      expect(read).toHaveProperty('kind', right.startsWith('resident') ? 'resident' : 'hk-macao');
    return;
  }
  const faultsWith = (creditCodeNote: string | null) =>
    profileFaults(
      Object.assign(someVenture(1), {
        legalForm: 'firm' as const,
        creditCode: number,
        creditCodeNote,
      }),
      '2026-11-29',
    ).filter(Boolean);
  expect(faultsWith(null)).toHaveLength(1);
  expect(faultsWith('早期赋码')).toHaveLength(isRefused(right) ? 1 : 0);
});

describe('same-or-not.csv', () => {
  const cases = rowsOf('same-or-not');
  const ofKind = (kind: string) => cases.filter((row) => row.kind === kind);

  it('has no kind of row that is not tested here', () => {
    expect([...new Set(cases.map(({ kind }) => kind))]).toEqual([
      'venture',
      'person',
      'name',
      'search',
    ]);
  });

  test.each(ofKind('venture'))('$a and $b: $right', ({ a = '', b = '', right = '' }) => {
    const [, by] = /^likely the same: (\w+)/.exec(right) ?? [];
    const names: Record<string, string> = { legal: 'suffix', place: 'place', sounds: 'sound' };
    if (by !== undefined) expect(likenessOf(a, b)).toBe(names[by]);
    else expect(likenessOf(a, b)).toBe(right.startsWith('same name') ? 'same' : null);
    if (right.includes('stored')) expect(cleanName(a)).toBe(b);
  });

  test.each(ofKind('name'))('the name $a: $right', ({ a = '' }) => {
    expect(isName(a)).toBe(false);
  });

  let app: TestApp;
  beforeAll(async () => {
    app = await startParks();
    app.clock.set(new Date('2026-02-14T02:00:00Z'));
    const named = ofKind('search').filter(({ b = '' }) => /\p{Script=Han}/u.test(b));
    await transact(app.db, async (tx) => {
      await logVentures(
        tx,
        at('2026-02-01'),
        named.map(({ b = '' }) => Object.assign(someVenture(1), { name: b })),
      );
      const phone = '13905801234';
      await logVentures(tx, at('2026-02-01'), [
        Object.assign(someVenture(1), {
          name: '电话同号的店',
          phone,
          founders: [{ name: '霍听潮', phone, graduatedOn: null, categories: [] }],
        }),
      ]);
    });
  });
  afterAll(() => app.close());

  const personOf = (text: string) => {
    const [, name = '', phone = ''] = /^(.*?) (\+?[\d ]+)$/.exec(text) ?? [];
    return { name, phone };
  };
  test.each(ofKind('person'))('$a and $b: $right', async ({ a = '', b = '', right = '' }) => {
    const enter = (text: string) =>
      transact(app.db, async (tx) => {
        const nothing = { graduatedOn: null, categories: [] };
        const [id] = await enterPeople(tx, at('2026-02-01'), [
          Object.assign(personOf(text), nothing),
        ]);
        return id;
      });
    const id = await enter(a);
    const { name, phone } = personOf(b);
    const likes = likesAmong(
      { name, phone: phoneOf(phone) },
      await peopleSounding(app.db, null, [name]),
    );
    if (right.startsWith('same person')) {
      expect(await enter(b)).toBe(id);
      expect(likes).toEqual([]);
    } else {
      expect(right).toContain('ask');
      expect(likes).toMatchObject([{ id, reason: 'name' }]);
      expect(nameKey(name)).toBe(nameKey(personOf(a).name));
    }
  });

  test.each(ofKind('search'))('$a finds $b', async ({ a = '', b = '', right = '' }) => {
    const bureau = signedIn(app.base)('bureau');
    const { text } = await bureau.get(`/find.json?${new URLSearchParams({ q: a })}`);
    const { groups } = JSON.parse(text) as {
      groups: { label: string; items: { title: string; href: string }[] }[];
    };
    const found = new Map(groups.map(({ label, items }) => [label, items]));
    if (right.includes('among people and ventures')) {
      expect(found.get('创业主体')?.map(({ title }) => title)).toContain('电话同号的店');
      expect(JSON.stringify(found.get('人员'))).toContain('霍听潮');
    } else if (/^V\d/.test(b)) {
      expect(found.get('创业主体')?.map(({ href }) => href)).toContain(`/ventures/${b}`);
    } else expect(found.get('创业主体')?.map(({ title }) => title)).toContain(b);
    // The list shows phones to some of its readers only, and does not search them.
    if (right.includes('among people and ventures')) return;
    const list = await bureau.get(`/ventures?${new URLSearchParams({ q: a })}`);
    expect(list.text).toContain(`href="${/^V\d/.test(b) ? `/ventures/${b}"` : `/ventures/V2026-`}`);
    expect(list.text).toContain(b);
  });
});
