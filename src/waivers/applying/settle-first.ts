import type { Response } from 'express';
import { today } from '../../calendar/days.js';
import { presentPhone } from '../../input/present-phone.js';
import { namesOf } from '../../parks/present.js';
import { listParks } from '../../parks/queries.js';
import { viewerOf } from '../../people/viewer.js';
import type { Deps } from '../../web/deps.js';
import { frameOf } from '../../web/frame.js';
import { page } from '../../web/views.js';

/** What somebody does first who has no venture yet: settle in a park, whose telephones are here. */
export async function showHowToSettle({ db, clock }: Deps, res: Response): Promise<void> {
  const { say, lang } = frameOf(res);
  const parks = await listParks(db, today(clock.now()));
  const isUnknown = viewerOf(res).personId === null;
  page(res, 'waivers/settle-first', {
    title: say('waivers.no-venture'),
    text: say(isUnknown ? 'waivers.no-person' : 'waivers.no-venture-text'),
    crumbs: [{ href: '/waivers', label: say('waivers.mine') }],
    parks: parks.map((park) => {
      const { name, region } = namesOf(park, lang);
      return { name, region, href: `/parks/${park.number}`, phone: presentPhone(park.phone) };
    }),
  });
}
