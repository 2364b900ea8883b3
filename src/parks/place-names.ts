import { pinyin } from 'pinyin-pro';
import type { Lang } from '../language/words.js';
import { islands } from './islands.js';

/** What a place is, by how its name ends; the longer endings first. */
const kinds = [
  ['居委会', 'Community'],
  ['社区', 'Community'],
  ['街道', 'Subdistrict'],
  ['新村', 'New Village'],
  ['村', 'Village'],
  ['镇', 'Town'],
  ['乡', 'Township'],
  ['岛', 'Island'],
] as const;

/**
 * A place's name in Latin letters: its own part by the Scheme for the Chinese Phonetic Alphabet, as place names are
 * spelt abroad (GB/T 28039 has the rules for those of people; the apostrophe is that of GB/T 16159), what it is in
 * English. One without a Chinese character stands as it is.
 */
function romanized(name: string): string {
  if (!/\p{Script=Han}/u.test(name)) return name;
  const [ending, kind] = kinds.find(([zh]) => name.endsWith(zh) && name !== zh) ?? ['', ''];
  const own = name.slice(0, name.length - ending.length);
  const syllables = pinyin(own, { toneType: 'none', type: 'array', nonZh: 'consecutive' });
  const spelt = syllables.map((each, at) => (at > 0 && /^[aeo]/.test(each) ? `’${each}` : each));
  const text = spelt.join('');
  return [text.charAt(0).toUpperCase() + text.slice(1), kind].filter(Boolean).join(' ');
}

/** A village's name in a language; in English it is spelt by its sound. */
export const villageName = (recorded: string, lang: Lang): string =>
  lang === 'zh' ? recorded : romanized(recorded);

/** An island's name in a language: as the schematic has it, or spelt by its sound. */
export function islandName(recorded: string, lang: Lang): string {
  if (lang === 'zh') return recorded;
  return islands.find(({ zh }) => zh === recorded)?.en ?? romanized(recorded);
}
