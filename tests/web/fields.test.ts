import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  choice,
  choices,
  chosenId,
  day,
  hundredths,
  month,
  optional,
  optionalText,
  text,
  ticked,
  wholeNumber,
} from '../../src/web/fields.js';
import { readForm } from '../../src/web/forms.js';

/** What a form with this one field gives: its value, or the key of the complaint. */
function read(schema: z.ZodType, sent?: string | string[]) {
  const form = readForm(z.object({ it: schema }), sent === undefined ? {} : { it: sent });
  return form.ok ? (form.value as { it: unknown }).it : form.faults.map(({ key }) => key).join();
}

describe('a text', () => {
  it('is counted in characters, however many units they take', () => {
    expect(read(text(4), '䶮𫖮𬱖𰻞')).toBe('䶮𫖮𬱖𰻞');
    expect(read(text(3), '䶮𫖮𬱖𰻞')).toBe('web.field.too-long');
  });

  it('comes without spaces around it and with plain line ends', () => {
    expect(read(text(10), ' \u3000海岛\t')).toBe('海岛');
    expect(read(text(10, { lines: true }), 'a\r\nb\rc')).toBe('a\nb\nc');
  });

  it.each([
    'a\nb',
    'a\u0000b',
    'a\u001bb',
    'a\u0085b',
    'a\ufffdb',
    'a\uffffb',
    'a\u202eb',
    'a\u2067b',
  ])('holds no control characters: %j', (sent) => {
    expect(read(text(10), sent)).toBe('web.field.characters');
  });

  it('may be missing only where it is optional', () => {
    expect([read(text(5)), read(text(5), '  '), read(optionalText(5))]).toEqual([
      ...['web.field.required', 'web.field.required', ''],
    ]);
  });

  it.each(['\u200b', '\ufeff\u200d', '\u0301'])(
    'is not there if nothing can be seen: %j',
    (sent) => {
      expect(read(text(5), sent)).toBe('web.field.required');
    },
  );

  it('is one value', () => {
    expect(read(text(5), ['a', 'b'])).toBe('web.field.single');
    expect(read(day, ['2025-01-21', '2025-01-22'])).toBe('web.field.single');
    expect(read(wholeNumber(0, 9), ['1', '2'])).toBe('web.field.single');
  });
});

describe('a number', () => {
  it.each([
    ['0', 0],
    ['１２', 12],
    ['－5', -5],
    ['', 'web.field.required'],
    ['1.0', 1],
    ['1.5', 'web.field.whole-number'],
    ['1e3', 'web.field.whole-number'],
    ['0x10', 'web.field.whole-number'],
    ['9999999999999', 'web.field.whole-number'],
    ['-6', 'web.field.least'],
    ['1001', 'web.field.most'],
  ])('whole: %j is %j', (sent, value) => {
    expect(read(wholeNumber(-5, 1000), sent)).toBe(value);
  });

  it.each([
    ['80.5', 8050],
    ['0.01', 1],
    ['19.99', 1999],
    ['８０．５', 8050],
    ['1,000', 100_000],
    ['1,00', 'web.field.two-decimals'],
    ['-1', 'web.field.two-decimals'],
    ['1.005', 'web.field.two-decimals'],
    ['1000.01', 'web.field.most'],
  ])('in hundredths: %j is %j', (sent, value) => {
    expect(read(hundredths(100_000), sent)).toBe(value);
  });
});

describe('a day or month', () => {
  it.each([
    ['2025-01-21', '2025-01-21'],
    ['２０２５-01-21', '2025-01-21'],
    ['2024-02-29', '2024-02-29'],
    ['2025-02-29', 'web.field.day'],
    ['2025-1-21', '2025-01-21'],
    ['2025年1月', 'web.field.day-of-month'],
    ['25.1.21', 'web.field.century'],
    ['21/01/2025', 'web.field.day'],
    ['0000-00-00', 'web.field.day'],
    ['', 'web.field.required'],
  ])('%j is %j', (sent, value) => {
    expect(read(day, sent)).toBe(value);
  });

  it.each([
    ['2025-12', '2025-12'],
    ['2025-13', 'web.field.month'],
    ['2025-12-01', 'web.field.month'],
  ])('%j is %j', (sent, value) => {
    expect(read(month, sent)).toBe(value);
  });
});

describe('a choice', () => {
  const several = choices(['a', 'b']);
  it('that is ticked twice is ticked', () => {
    expect(read(several, ['b', 'a', 'b'])).toEqual(['b', 'a']);
  });

  it('of several boxes is a list, of none, one or more', () => {
    expect([read(several), read(several, 'a'), read(several, ['a', 'b'])]).toEqual([
      ...[[], ['a'], ['a', 'b']],
    ]);
    expect(read(several, ['a', 'x'])).toBe('web.field.choose');
  });

  it('of a single box is yes or no, and a blank optional field is null', () => {
    expect([read(ticked), read(ticked, 'on'), read(optional(day), '')]).toEqual([
      false,
      true,
      null,
    ]);
  });
});

describe('what was typed', () => {
  it('comes back without passwords and the fields of the machinery', () => {
    const schema = z.object({ name: z.string().min(9, 'web.field.wrong') });
    const form = readForm(schema, { name: 'x', newPassword: 'p', _token: 't', _key: 'k' });
    expect(form).toMatchObject({ ok: false, typed: { name: 'x' } });
    expect(JSON.stringify(form)).not.toMatch(/"(p|t|k)"/);
  });
});

it('asks to choose, not to fill in, where something is chosen', () => {
  for (const field of [choice(['a', 'b']), chosenId])
    expect([read(field), read(field, ''), read(field, 'x') === 'a']).toEqual([
      ...['web.field.choose', 'web.field.choose', false],
    ]);
  expect([read(choice(['a', 'b']), 'b'), read(chosenId, '12')]).toEqual(['b', 12]);
});
