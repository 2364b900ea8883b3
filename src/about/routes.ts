import { type Request, type Response, Router } from 'express';
import { today } from '../calendar/days.js';
import { presentPhone } from '../input/present-phone.js';
import type { WordKey } from '../language/say.js';
import { namesOf } from '../parks/present.js';
import { listParks } from '../parks/queries.js';
import type { Deps } from '../web/deps.js';
import { frameOf, sayTo } from '../web/frame.js';
import type { RoomRoutes } from '../web/route-table.js';
import { page } from '../web/views.js';
import { authorityRoutes, remedyPage } from './remedy-routes.js';

/** The sections of each page, in their order; a section's text has its name and -text. */
const sections = {
  help: ['space', 'check', 'settle', 'apply', 'track', 'stuck'],
  privacy: ['visit', 'account', 'objection', 'identity', 'photos', 'keep', 'rights', 'cookies'],
  accessibility: ['does', 'checked', 'help'],
} as const;
type Topic = keyof typeof sections;

/** Where a section of the help leads. */
const places: Record<string, string> = {
  space: '/spaces',
  check: '/eligibility',
  settle: '/parks',
  apply: '/register',
  track: '/track',
  stuck: '/contact',
};

/** What anyone can read about the site: help, privacy, accessibility and contact. */
export function aboutRoutes(deps: Deps): RoomRoutes {
  const router = Router();
  for (const topic of Object.keys(sections) as Topic[])
    router.get(`/${topic}`, (_req, res) => showTopic(res, topic));
  router.get('/contact', (req, res) => showContact(deps, req, res));
  return { open: router.use(remedyPage(deps)), signedIn: authorityRoutes(deps) };
}

function showTopic(res: Response, topic: Topic): void {
  const say = sayTo(res);
  page(res, 'about/topic', {
    title: say(`about.${topic}`),
    lead: say(`about.${topic}.lead`),
    sections: sections[topic].map((name) => ({
      title: say(`about.${topic}.${name}` as WordKey),
      text: say(`about.${topic}.${name}-text` as WordKey),
      href: topic === 'help' ? (places[name] ?? null) : null,
    })),
    asksContact: topic !== 'help',
  });
}

async function showContact(
  { db, clock, config }: Deps,
  _req: Request,
  res: Response,
): Promise<void> {
  const { say, lang } = frameOf(res);
  const { phone, email, address, hours } = config.bureau;
  const facts = { phone, email, address, hours };
  const parks = await listParks(db, today(clock.now()));
  page(res, 'about/contact', {
    title: say('about.contact'),
    lead: say('about.contact.lead'),
    facts: (Object.keys(facts) as (keyof typeof facts)[]).flatMap((name) => {
      const value = facts[name];
      return value === null ? [] : [{ label: say(`about.contact.${name}`), value }];
    }),
    parks: parks.map((park) => {
      const { name, region } = namesOf(park, lang);
      return { name, region, href: `/parks/${park.number}`, phone: presentPhone(park.phone) };
    }),
  });
}
