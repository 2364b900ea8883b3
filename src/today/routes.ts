import { type Request, type Response, Router } from 'express';
import { today as dayOf } from '../calendar/days.js';
import { everyRecordAndMessage } from '../database/kept.js';
import { day } from '../language/format.js';
import { KeptPages } from '../ledger/kept-pages.js';
import { letKeepCopy } from '../people/offline-copy.js';
import type { TodaySection, TodaySource } from '../people/today-lines.js';
import { viewerOf } from '../people/viewer.js';
import type { Deps } from '../web/deps.js';
import { frameOf } from '../web/frame.js';
import type { RoomRoutes } from '../web/route-table.js';
import { bodyOf, type KeptBody } from '../web/views.js';
import { presentToday } from './present.js';

/** @property everyToday what each room has for the page of the day, in its order */
export type TodayDeps = Deps & { everyToday: readonly TodaySource[] };

/** The page of the day, on which one lands after signing in: what waits, and what each line of it is done by. */
export function todayRoutes(deps: TodayDeps): RoomRoutes {
  const router = Router();
  router.get('/today', (req, res) => showToday(deps, req, res));
  return { signedIn: router };
}

/** Nightly runs of a command may send messages, and record nothing else. */
const bodies = new KeptPages(300, { tables: everyRecordAndMessage, forMs: 60_000 });
const hourMs = 3_600_000;

async function showToday(deps: TodayDeps, req: Request, res: Response): Promise<void> {
  letKeepCopy(res);
  // What may be done still, and for how long, is told by the hour.
  const hour = Math.floor(deps.clock.now().getTime() / hourMs);
  const key = [viewerOf(res), hour, req.originalUrl];
  await bodies.answer(deps, res, key, () => dayBody(deps, res));
}

async function dayBody({ db, clock, everyToday }: TodayDeps, res: Response): Promise<KeptBody> {
  const viewer = viewerOf(res);
  const voice = frameOf(res);
  const now = clock.now();
  const sections: TodaySection[] = [];
  for (const source of everyToday) {
    const section = await source({ reads: db, viewer, now, voice });
    if (section !== null && section.total > 0) sections.push(section);
  }
  return bodyOf(res, 'today/today', {
    title: voice.say('today.title'),
    over: day(dayOf(now), voice.lang),
    isFounder: viewer.role === 'founder',
    ...presentToday(sections, voice),
  });
}
