import { pinyin } from 'pinyin-pro';

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
