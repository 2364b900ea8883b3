import { describe, expect, it } from 'vitest';
import { isNear, searchNear, soundsOf } from '../../src/find/one-slip.js';

/** Every word that differs from one by a single slip. */
function slipsOf(word: string, other: string): string[] {
  const letters = [...word];
  return letters.flatMap((letter, at) => [
    letters.with(at, other).join(''),
    letters.toSpliced(at, 1).join(''),
    letters.toSpliced(at, 0, other).join(''),
    ...(at + 1 < letters.length
      ? [
          letters
            .with(at, letters[at + 1] as string)
            .with(at + 1, letter)
            .join(''),
        ]
      : []),
  ]);
}

const words = [
  '海风民宿',
  '长乐重阳糕点铺',
  'haifengminsu',
  '13812345678',
  '20240123',
  'wang5',
  'zhangsan',
];

describe('one slip', () => {
  it.each(words)(
    'is forgiven in %s, wherever it is: a part is whole, and the word is near',
    (word) => {
      const text = `\n别的\n${word}\n其他\n`;
      for (const slip of slipsOf(word, 'x')) {
        const search = searchNear([slip]);
        if (search === null) continue;
        expect([slip, isNear(text, [slip])]).toEqual([slip, true]);
        expect([slip, search.anyOf.some(([part = '']) => text.includes(part))]).toEqual([
          slip,
          true,
        ]);
      }
    },
  );

  it.each(words)('is one: two in %s are not forgiven', (word) => {
    const two = [...word]
      .with(0, 'x')
      .with([...word].length - 1, 'y')
      .join('');
    expect(isNear(`\n${word}\n`, [two])).toBe([...word].length < 4);
  });

  it('is not forgiven in a word so short that it could be any', () => {
    expect(searchNear(['abc'])).toBeNull();
    expect(searchNear(['海风'])).toBeNull();
    expect(searchNear(['海风民', 'ab'])).toBeNull();
  });

  it('of a character that sounds alike is found by its sound', () => {
    expect(soundsOf(['海峰'])).toEqual(['haifeng']);
    expect(soundsOf(['haifeng'])).toBeNull();
  });
});
