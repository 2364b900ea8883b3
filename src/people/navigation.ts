import type { Say } from '../language/say.js';
import type { NavItem, NavLink } from '../web/frame.js';
import { asOfADay, menuOf, type Place } from './menu.js';
import type { Viewer } from './viewer.js';

/** How many things wait for the viewer at a page of the menu, by its address. */
export type WaitingByPlace = ReadonlyMap<string, number>;

export type Here = {
  path: string;
  /** The day in the address, which goes along to pages that are read as of a day. */
  asOf: string | null;
  waiting: WaitingByPlace;
};

/** The viewer's menu, on a page. */
export function navigation(viewer: Viewer | null, here: Here, say: Say): NavItem[] {
  const menu = menuOf(viewer);
  const all = menu.flatMap((word) => ('place' in word ? [word.place] : word.places));
  const current = currentOf(all, here.path);
  const linkTo = ({ href, key }: Place): NavLink => ({
    href: here.asOf !== null && asOfADay.includes(href) ? `${href}?asOf=${here.asOf}` : href,
    label: say(key),
    count: here.waiting.get(href) ?? 0,
    current: href === current,
  });
  return menu.map((word) => {
    if ('place' in word) return { link: linkTo(word.place), group: null };
    const links = word.places.map(linkTo);
    const count = links.reduce((sum, link) => sum + link.count, 0);
    const isCurrent = links.some((link) => link.current);
    return { link: null, group: { label: say(word.key), count, current: isCurrent, links } };
  });
}

/** The page of the menu that an address lies under: the longest, as /ventures/doubles lies under two. */
function currentOf(places: readonly Place[], path: string): string | null {
  const over = places
    .map(({ href }) => href)
    .filter((href) => path === href || path.startsWith(`${href}/`));
  return over.sort((a, b) => b.length - a.length)[0] ?? null;
}

/** Where a sign-in leads if it was not on the way to somewhere: the page of the day. */
export const home = '/today';
