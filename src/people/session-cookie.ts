import type { Request, RequestHandler, Response } from 'express';
import { isDay } from '../calendar/days.js';
import type { Deps } from '../web/deps.js';
import { formSecretOf } from '../web/form-token.js';
import { frameOf } from '../web/frame.js';
import { holdBack } from './first-password.js';
import { navigation, type WaitingByPlace } from './navigation.js';
import { type SessionViewer, viewerOfSession } from './sessions.js';
import { takeSessionBack, tokenFrom } from './token-cookies.js';
import type { Viewer } from './viewer.js';
import type { CountWaiting } from './waiting.js';

/** Finds out who asks, from the session's cookie, and tells the frame. */
export function readSession(
  { db, clock, config }: Deps,
  countWaiting: CountWaiting,
): RequestHandler {
  return async (req, res, next) => {
    const token = tokenFrom(req, 'session', config.secureCookies);
    const viewer = token === null ? null : await viewerOfSession(db, token, clock.now());
    if (token !== null && viewer === null) takeSessionBack(res, config.secureCookies);
    const frame = frameOf(res);
    const hasMenu = viewer !== null && !isFile(req.path);
    const show = async () => {
      const waiting = hasMenu ? await countWaiting(db, viewer, clock.now()) : nothing;
      showPlaces(req, res, viewer, waiting);
    };
    // An act mostly leads on: what waits is counted by the page that it leads to, or by its own form with its faults.
    if (hasMenu && req.method === 'POST') frame.beforePage = show;
    else await show();
    // Pages for one viewer must not stay in a shared browser's cache.
    res.set('Cache-Control', viewer ? 'no-store' : 'private, no-cache');
    if (viewer && token !== null) {
      showViewer(res, viewer, token);
      if (viewer.isPasswordSetByAnother) {
        frame.nav = [];
        frame.beforePage = null;
        if (frame.signedIn) frame.signedIn.messages = null;
        if (holdBack(req, res)) return;
      }
    }
    next();
  };
}

/** Puts into the frame who is signed in. */
function showViewer(res: Response, viewer: SessionViewer, token: string): void {
  const frame = frameOf(res);
  res.locals.viewer = viewer;
  // Whose pages these are, for what a device keeps of them: see static/offline-worker.js.
  res.set('Signed-In', String(viewer.accountId));
  frame.formSecret = formSecretOf(token);
  frame.signedIn = {
    name: viewer.name,
    roleLabel: frame.say(`people.role.${viewer.role}`),
    account: String(viewer.accountId),
    messages: null,
  };
  showUnread(res, viewer.unread);
}

/**
 * Shows the answer to signing in as a page of the session that has just begun.
 * @returns whether it can be used: not while its password has to be changed first
 */
export async function showSession(
  { db, clock }: Deps,
  req: Request,
  res: Response,
  token: string,
): Promise<boolean> {
  const viewer = await viewerOfSession(db, token, clock.now());
  if (viewer === null || viewer.isPasswordSetByAnother) return false;
  showViewer(res, viewer, token);
  showPlaces(req, res, viewer, nothing);
  return true;
}

const nothing: WaitingByPlace = new Map();
/** Images, tables and the like have no menu. */
const isFile = (path: string): boolean => /\.[a-z]{3,4}$/.test(path);

/** Puts the menu into the frame. */
function showPlaces(
  req: Request,
  res: Response,
  viewer: Viewer | null,
  waiting: WaitingByPlace,
): void {
  const frame = frameOf(res);
  const queried = req.query.asOf;
  const asOf = typeof queried === 'string' && isDay(queried) ? queried : null;
  const here = { path: frame.path, asOf, waiting };
  frame.nav = navigation(viewer, here, frame.say);
}

/** Puts into the frame how many messages wait to be read; again where the page itself has changed that. */
export function showUnread(res: Response, unread: number): void {
  const { say, signedIn } = frameOf(res);
  if (signedIn === null) return;
  const label = unread > 0 ? say('outbox.nav-unread', { n: unread }) : say('outbox.nav');
  signedIn.messages = { label, unread };
}
