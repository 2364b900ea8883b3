import type { Request, RequestHandler, Response } from 'express';
import { isDay } from '../calendar/days.js';
import type { Deps } from '../web/deps.js';
import { formSecretOf } from '../web/form-token.js';
import { frameOf } from '../web/frame.js';
import { holdBack } from './first-password.js';
import { navigation } from './navigation.js';
import { viewerOfSession } from './sessions.js';
import { takeSessionBack, tokenFrom } from './token-cookies.js';
import type { Viewer } from './viewer.js';

/** Finds out who asks, from the session's cookie, and tells the frame. */
export function readSession({ db, clock, config }: Deps): RequestHandler {
  return async (req, res, next) => {
    const token = tokenFrom(req, 'session', config.secureCookies);
    const viewer = token === null ? null : await viewerOfSession(db, token, clock.now());
    if (token !== null && viewer === null) takeSessionBack(res, config.secureCookies);
    const frame = frameOf(res);
    showPlaces(req, res, viewer);
    // Pages for one viewer must not stay in a shared browser's cache.
    res.set('Cache-Control', viewer ? 'no-store' : 'private, no-cache');
    if (viewer && token !== null) {
      res.locals.viewer = viewer;
      frame.formSecret = formSecretOf(token);
      frame.signedIn = {
        name: viewer.name,
        roleLabel: frame.say(`people.role.${viewer.role}`),
        messages: null,
      };
      showUnread(res, viewer.unread);
      if (viewer.isPasswordSetByAnother) {
        frame.nav = [];
        frame.signedIn.messages = null;
        if (holdBack(req, res)) return;
      }
    }
    next();
  };
}

/** Puts the menu into the frame. */
function showPlaces(req: Request, res: Response, viewer: Viewer | null): void {
  const frame = frameOf(res);
  const queried = req.query.asOf;
  const asOf = typeof queried === 'string' && isDay(queried) ? queried : null;
  const here = { path: frame.path, asOf, waiting: new Map<string, number>() };
  frame.nav = navigation(viewer, here, frame.say);
}

/** Puts into the frame how many messages wait to be read; again where the page itself has changed that. */
export function showUnread(res: Response, unread: number): void {
  const { say, signedIn } = frameOf(res);
  if (signedIn === null) return;
  const label = unread > 0 ? say('outbox.nav-unread', { n: unread }) : say('outbox.nav');
  signedIn.messages = { label, unread };
}
