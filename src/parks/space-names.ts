import type { Lang } from '../language/words.js';
import { villageName } from './place-names.js';

/** What spaces are commonly called in villages, by itself or after the name of one; the longer ones first. */
const buildings: readonly (readonly [zh: string, en: string])[] = [
  ['粮站旧仓', 'Old Granary'],
  ['村部旧楼', 'Old Village Office'],
  ['老织网厂', 'Old Net Works'],
  ['镇办老厂', 'Old Town Works'],
  ['老供销社', 'Old Co-op Store'],
  ['海鲜集市', 'Seafood Market'],
  ['村口市集', 'Village Entrance Market'],
  ['码头市集', 'Quay Market'],
  ['文化礼堂', 'Culture Hall'],
  ['老学校院', 'Old School Yard'],
  ['渔耕院', 'Fishing and Farming Yard'],
  ['渔家院', 'Fishing Family Yard'],
  ['晒场院', 'Drying Yard'],
  ['农机棚', 'Farm Machinery Shed'],
  ['晒网棚', 'Net-drying Shed'],
  ['修船棚', 'Boat Repair Shed'],
  ['旧冷库', 'Old Cold Store'],
  ['石屋', 'Stone House'],
  ['老屋', 'Old House'],
  ['农房', 'Farmhouse'],
  ['民房', 'House'],
  ['厂房', 'Workshop'],
  ['仓库', 'Warehouse'],
  ['市集', 'Market'],
  ['集市', 'Market'],
  ['大棚', 'Greenhouse'],
  ['院子', 'Yard'],
];

/** What of a building a number counts: 3号车间 is its workshop 3. */
const parts = new Map([
  ['', ''],
  ['车间', 'Workshop'],
  ['摊位', 'Stall'],
  ['铺位', 'Shop'],
  ['间', 'Room'],
  ['室', 'Room'],
]);
const pattern = /^(.*?)\s*(\d+)\s*号(\D*)$/u;

/**
 * A space's name in a language. One that is made of a village, what kind of building it is and a number is put into
 * English: 新建村农房3号 is Xinjian Village Farmhouse 3. Any other is a name of its own, which nobody translates: it stands
 * as it was recorded.
 */
export function spaceName(recorded: string, lang: Lang): string {
  if (lang === 'zh') return recorded;
  const [, before = '', number = '', part = ''] = pattern.exec(recorded.trim()) ?? [];
  const known = buildings.find(([zh]) => before.endsWith(zh));
  const counted = parts.get(part);
  if (!known || counted === undefined) return recorded;
  const [zh, en] = known;
  const village = before.slice(0, before.length - zh.length).trim();
  if (village !== '' && !/[村岛镇乡]$|社区$/u.test(village)) return recorded;
  const building = [village && villageName(village, lang), en].filter(Boolean).join(' ');
  return counted === '' ? `${building} ${number}` : `${building}, ${counted} ${number}`;
}

/** A space by its number and its name. */
export const spaceLabel = (
  { number, name }: { number: string; name: string },
  lang: Lang,
): string => `${number} ${spaceName(name, lang)}`;

/** In which language a name is written that was not put into that of the page; null where it was. */
export const nameLang = (shown: string, lang: Lang): 'zh-CN' | null =>
  lang === 'en' && /\p{Script=Han}/u.test(shown) ? 'zh-CN' : null;
