import type { WordKey } from '../language/say.js';
import type { Role, Viewer } from './viewer.js';

/** A page that the menu leads to, and who sees it there. */
export type Place = {
  href: string;
  key: WordKey;
  roles: readonly Role[] | 'everyone' | 'visitors';
};
/** Pages under one word of the menu. */
type Group = { key: WordKey; places: readonly Place[] };
type Word = Place | Group;

/** A word of somebody's menu: a page, or a group of them. */
export type MenuWord = { place: Place } | { key: WordKey; places: Place[] };

/** A menu of more words than this is no longer read. */
export const mostWords = 7;

const register: Role[] = ['park-manager', 'county-reviewer', 'bureau-staff', 'auditor'];

/** The menu, in its order. Messages and the account stand beside the name of who is signed in. */
const words: readonly Word[] = [
  { href: '/', key: 'people.nav.home', roles: 'visitors' },
  { href: '/eligibility', key: 'eligibility.name', roles: 'visitors' },
  { href: '/spaces', key: 'parks.free.title', roles: 'visitors' },
  { href: '/notices', key: 'notices.title', roles: 'visitors' },
  { href: '/track', key: 'tracking.nav', roles: 'visitors' },
  { href: '/today', key: 'today.title', roles: [...register, 'founder', 'administrator'] },
  { href: '/waivers', key: 'waivers.mine', roles: ['founder'] },
  { href: '/accounts', key: 'people.nav.accounts', roles: ['administrator'] },
  { href: '/ventures', key: 'people.nav.ventures', roles: [...register, 'founder'] },
  { href: '/waivers/queue', key: 'waivers.queue.title', roles: register },
  { href: '/returns', key: 'people.nav.returns', roles: [...register, 'founder'] },
  { href: '/visits', key: 'visits.title', roles: register },
  { href: '/people/me', key: 'people.person.mine', roles: ['founder'] },
  {
    key: 'people.nav.numbers',
    places: [
      { href: '/dashboard', key: 'people.nav.dashboard', roles: register },
      { href: '/reports', key: 'reports.title', roles: register },
      { href: '/figures', key: 'people.nav.figures', roles: 'everyone' },
      { href: '/history', key: 'people.nav.history', roles: [...register, 'administrator'] },
      { href: '/outbox', key: 'outbox.list.link', roles: ['auditor'] },
      { href: '/accounts', key: 'people.nav.accounts', roles: ['auditor'] },
    ],
  },
  {
    key: 'people.nav.programme',
    places: [
      { href: '/prereview', key: 'prereview.nav', roles: register },
      { href: '/ventures/doubles', key: 'ventures.doubles.page', roles: register },
      { href: '/rent-roll', key: 'ventures.roll.title', roles: register },
      { href: '/payments', key: 'payments.title', roles: [...register, 'founder'] },
      { href: '/parks', key: 'people.nav.parks', roles: 'everyone' },
      { href: '/policies', key: 'policies.title', roles: 'everyone' },
      { href: '/waivers/offices', key: 'letter.offices', roles: ['bureau-staff'] },
    ],
  },
];

/** The words of a viewer's menu: at most seven, and no group where the pages themselves are few enough. */
export function menuOf(viewer: Viewer | null): MenuWord[] {
  const isSeen = ({ roles }: Place): boolean => {
    if (roles === 'everyone') return true;
    return roles === 'visitors' ? viewer === null : viewer !== null && roles.includes(viewer.role);
  };
  const seen = words.map((word) => ({
    key: word.key,
    places: ('places' in word ? word.places : [word]).filter(isSeen),
  }));
  const places = seen.flatMap((word) => word.places);
  if (places.length <= mostWords) return places.map((place) => ({ place }));
  return seen.flatMap((word): MenuWord[] => {
    const [first, ...others] = word.places;
    if (first === undefined) return [];
    return [others.length === 0 ? { place: first } : word];
  });
}

/** The pages that are read as of a day, which goes along from one to the next. */
export const asOfADay: readonly string[] = ['/dashboard', '/ventures', '/parks'];
