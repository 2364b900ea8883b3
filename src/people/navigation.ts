import type { Say, WordKey } from '../language/say.js';
import type { NavItem } from '../web/frame.js';
import type { Role, Viewer } from './viewer.js';

type Place = {
  href: string;
  key: WordKey;
  roles: readonly Role[] | 'everyone' | 'visitors' | 'signed-in';
};

const register: Role[] = ['park-manager', 'county-reviewer', 'bureau-staff', 'auditor'];

/** The menu, in its order, and who sees which line of it. */
const places: Place[] = [
  { href: '/', key: 'people.nav.home', roles: 'visitors' },
  { href: '/dashboard', key: 'people.nav.dashboard', roles: register },
  { href: '/ventures', key: 'people.nav.ventures', roles: [...register, 'founder'] },
  { href: '/waivers', key: 'waivers.mine', roles: ['founder'] },
  { href: '/people/me', key: 'people.person.mine', roles: ['founder'] },
  { href: '/waivers/queue', key: 'waivers.queue.title', roles: register },
  { href: '/returns', key: 'people.nav.returns', roles: [...register, 'founder'] },
  { href: '/prereview', key: 'prereview.nav', roles: register },
  { href: '/visits', key: 'visits.title', roles: register },
  { href: '/parks', key: 'people.nav.parks', roles: 'everyone' },
  { href: '/policies', key: 'policies.title', roles: 'everyone' },
  { href: '/figures', key: 'people.nav.figures', roles: 'everyone' },
  { href: '/reports', key: 'reports.title', roles: register },
  { href: '/history', key: 'people.nav.history', roles: [...register, 'administrator'] },
  { href: '/accounts', key: 'people.nav.accounts', roles: ['administrator', 'auditor'] },
  { href: '/outbox', key: 'outbox.list.link', roles: ['auditor'] },
  { href: '/messages', key: 'outbox.nav', roles: 'signed-in' },
];

const asOfADay = ['/dashboard', '/ventures', '/parks'];

/**
 * @param asOf the day in the address, which goes along to pages that are read as of a day
 * @param unread how many messages wait to be read
 */
export function navigation(
  viewer: Viewer | null,
  { path, asOf, unread }: { path: string; asOf: string | null; unread: number },
  say: Say,
): NavItem[] {
  return places
    .filter(({ roles }) => {
      if (roles === 'everyone') return true;
      if (roles === 'visitors' || viewer === null) return roles === 'visitors' && viewer === null;
      return roles === 'signed-in' || roles.includes(viewer.role);
    })
    .map(({ href, key }) => ({
      href: asOf !== null && asOfADay.includes(href) ? `${href}?asOf=${asOf}` : href,
      label:
        href === '/messages' && unread > 0 ? say('outbox.nav-unread', { n: unread }) : say(key),
      current: path === href || path.startsWith(`${href}/`),
    }));
}

/** Where a sign-in leads if it was not on the way to somewhere: a founder comes for the rent, and sees where it stands. */
export function homeOf(role: Role): string {
  if (role === 'administrator') return '/accounts';
  return role === 'founder' ? '/waivers' : '/dashboard';
}
