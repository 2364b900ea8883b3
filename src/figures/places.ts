import type { Say, WordKey } from '../language/say.js';

const places: { href: string; key: WordKey }[] = [
  { href: '/figures', key: 'figures.place.register' },
  { href: '/figures/consistency', key: 'figures.place.consistency' },
  { href: '/figures/published', key: 'figures.place.published' },
  { href: '/figures/definitions', key: 'figures.place.definitions' },
];

/** The pages about figures, as each of them lists them. */
export const figurePlaces = (here: string, say: Say) =>
  places.map(({ href, key }) => ({ href, label: say(key), current: href === here }));
