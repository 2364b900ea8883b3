import { pinyin, polyphonic } from 'pinyin-pro';

/** Pinyin of a text without tones, in full and as initials: 海风民宿 is "haifengminsu hfms". Lower case. */
export function pinyinOf(text: string): string {
  return spelled(text, 'off');
}

/** The same for a person's name, whose surname may be read otherwise than the same character elsewhere. */
export function pinyinOfName(name: string): string {
  return spelled(name, 'head');
}

function spelled(text: string, surname: 'off' | 'head'): string {
  const syllables = pinyin(text, {
    toneType: 'none',
    type: 'array',
    surname,
    nonZh: 'consecutive',
    v: true,
  });
  const initials = syllables.map((syllable) => [...syllable][0] ?? '').join('');
  return `${syllables.join('')} ${initials}`.toLowerCase();
}

/** Beyond these a name of many readings is found by its usual one, and by each other reading of a single character. */
const MOST_READINGS = 16;

/**
 * Every way in which a text can be read aloud: in full and as initials, the usual one first. 长乐 is changle and zhangle,
 * cl and zl and more. Lower case, each once.
 * @param surname head: the first characters are a person's surname
 */
export function readingsOf(text: string, surname: 'off' | 'head'): string[] {
  const options = { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true } as const;
  const usual = pinyin(text, { ...options, surname });
  const others = polyphonic(text, options);
  const isAligned = others.length === usual.length;
  const choices = usual.map((syllable, at) => [
    ...new Set([syllable, ...(isAligned ? (others[at] ?? []) : [])]),
  ]);
  const readings = combined(choices);
  const initials = readings.map((syllables) => syllables.map((of) => [...of][0] ?? '').join(''));
  return [
    ...new Set([...readings.map((syllables) => syllables.join('')), ...initials].map(lowered)),
  ];
}

const lowered = (text: string): string => text.toLowerCase().replace(/\s+/g, '');

function combined(choices: string[][]): string[][] {
  const count = choices.reduce((product, of) => product * of.length, 1);
  if (count <= MOST_READINGS)
    return choices.reduce<string[][]>(
      (all, of) => all.flatMap((begun) => of.map((syllable) => [...begun, syllable])),
      [[]],
    );
  const usual = choices.map(([first = '']) => first);
  const single = choices.flatMap((of, at) =>
    of.slice(1).map((syllable) => usual.with(at, syllable)),
  );
  return [usual, ...single].slice(0, MOST_READINGS);
}
