import { type Response, Router } from 'express';
import { today as dayOf } from '../calendar/days.js';
import { day } from '../language/format.js';
import type { TodaySection, TodaySource } from '../people/today-lines.js';
import { viewerOf } from '../people/viewer.js';
import type { Deps } from '../web/deps.js';
import { frameOf } from '../web/frame.js';
import type { RoomRoutes } from '../web/route-table.js';
import { page } from '../web/views.js';
import { presentToday } from './present.js';

/** @property everyToday what each room has for the page of the day, in its order */
export type TodayDeps = Deps & { everyToday: readonly TodaySource[] };

/** The page of the day, on which one lands after signing in: what waits, and what each line of it is done by. */
export function todayRoutes(deps: TodayDeps): RoomRoutes {
  const router = Router();
  router.get('/today', (_req, res) => showToday(deps, res));
  return { signedIn: router };
}

async function showToday({ db, clock, everyToday }: TodayDeps, res: Response): Promise<void> {
  const viewer = viewerOf(res);
  const voice = frameOf(res);
  const now = clock.now();
  const sections: TodaySection[] = [];
  for (const source of everyToday) {
    const section = await source({ reads: db, viewer, now, voice });
    if (section !== null && section.total > 0) sections.push(section);
  }
  page(res, 'today/today', {
    title: voice.say('today.title'),
    over: day(dayOf(now), voice.lang),
    isFounder: viewer.role === 'founder',
    ...presentToday(sections, voice),
  });
}
