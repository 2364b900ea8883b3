import type { Lang } from '../language/words.js';
import { counties, islands, islets } from './islands.js';

/** A park as the schematic needs it. */
export type MapPark = { number: string; name: string; mapX: number; mapY: number };
export type MapText = { text: string; x: number; y: number; isMain: boolean };
/** What parks/_map draws: one outline for all land, names, and a numbered mark for each park. */
export type IslandMap = {
  land: string;
  islands: MapText[];
  counties: MapText[];
  marks: { href: string; name: string; mark: string; x: number; y: number; textY: number }[];
};

const land = [...islands.map(({ coast }) => coast), ...islets].map(smoothRing).join('');
/** How far apart the middles of two marks stand at least. */
const apart = 62;

/** The schematic of the islands (示意图) with its parks. */
export function drawMap(parks: MapPark[], lang: Lang): IslandMap {
  const marks: IslandMap['marks'] = [];
  for (const park of parks) {
    const { x, y } = freePlace(park, marks);
    const href = `/parks/${park.number}`;
    marks.push({ href, name: park.name, mark: markOf(park.number), x, y, textY: y + 11 });
  }
  const named = (
    at: readonly [number, number],
    names: { zh: string; en: string },
    isMain: boolean,
  ) => ({
    text: names[lang],
    x: at[0],
    y: at[1],
    isMain,
  });
  return {
    land,
    islands: islands.map((island) => named(island.label, island, island.isMain)),
    counties: counties.map((county) => named(county.at, county, true)),
    marks,
  };
}

/** The number in a park's mark, as in the list beside: P07 is 7. */
export function markOf(number: string): string {
  return number.replace(/^P0*(?=\d)/, '');
}

/** The park's own place, or the nearest on a ring around it where no other mark stands. */
function freePlace(park: MapPark, taken: { x: number; y: number }[]): { x: number; y: number } {
  const home = { x: within(park.mapX), y: within(park.mapY) };
  for (let step = 0; step < 96; step += 1) {
    const reach = Math.ceil(step / 8) * apart;
    const angle = (step * Math.PI) / 4;
    const place = {
      x: within(home.x + Math.round(reach * Math.cos(angle))),
      y: within(home.y + Math.round(reach * Math.sin(angle))),
    };
    if (taken.every((mark) => Math.hypot(mark.x - place.x, mark.y - place.y) >= apart))
      return place;
  }
  return home;
}

function within(thousandth: number): number {
  return Math.min(970, Math.max(30, thousandth));
}

/** A closed curve through the points (Catmull-Rom as cubic Bézier). */
function smoothRing(points: readonly (readonly [number, number])[]): string {
  const at = (i: number) =>
    points[(i + points.length) % points.length] as readonly [number, number];
  const curves = points.map((_, i) => {
    const [before, from, to, after] = [at(i - 1), at(i), at(i + 1), at(i + 2)];
    const out = [from[0] + (to[0] - before[0]) / 6, from[1] + (to[1] - before[1]) / 6];
    const into = [to[0] - (after[0] - from[0]) / 6, to[1] - (after[1] - from[1]) / 6];
    return `C${[...out, ...into, ...to].map(Math.round).join(' ')}`;
  });
  return `M${at(0).join(' ')}${curves.join('')}Z`;
}
