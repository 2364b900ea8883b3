import type { RequestHandler, Response } from 'express';
import type { Say } from '../language/say.js';
import type { Lang } from '../language/words.js';
import type { WrongAddress } from './form-alone.js';
import { chooseLanguage, languageLink } from './language.js';

/** A page that the menu leads to. @property count how many things wait there for the viewer */
export type NavLink = { href: string; label: string; count: number; current: boolean };
/** A word of the menu: a page, or several under one word. */
export type NavItem =
  | { link: NavLink; group: null }
  | { link: null; group: { label: string; count: number; current: boolean; links: NavLink[] } };

/** @property messages null while a password has to be chosen first */
export type SignedIn = {
  name: string;
  roleLabel: string;
  /** Whose drafts the device may give back. */
  account: string;
  messages: { label: string; unread: number } | null;
};

/** What takes an act back: a page that asks, or a button that does it at once. */
export type Undo = {
  label: string;
  href: string;
  isPress: boolean;
  /** Of the record as the act left it, for a button that is about that and nothing later. */
  version: string | null;
  term: string | null;
};
/** What was just done, as the next page says it once. @property also what else was recorded with it */
export type Receipt = { text: string; also: string | null; undo: Undo | null };

/** What every page of one request needs around its own content. */
export type Frame = {
  lang: Lang;
  say: Say;
  path: string;
  isDemo: boolean;
  nav: NavItem[];
  languageLink: { href: string; label: string; lang: string };
  signedIn: SignedIn | null;
  /** Completes the frame before a page is shown; null where it is complete. What leads on shows none. */
  beforePage: (() => Promise<void>) | null;
  /** Bound to the session; null for a visitor. Pages carry it masked. */
  formSecret: string | null;
  secureCookies: boolean;
  /** Whether the device may keep a copy of the page for when there is no connection. */
  isCopyable: boolean;
  /** The events that this request has recorded. */
  noted: number[];
  /** What the act before this page came to, as its cookie has it, and in words. */
  receiptToken: string | null;
  receipt: Receipt | null;
  /** Which times of the address somebody has looked at, and which not yet; null where it asks for none. */
  times: { read: Set<string>; unread: Set<string> } | null;
  /** What was wrong in the address, where the form of its page is all that is shown. */
  wrongQuery: WrongAddress | null;
};

/** Starts the frame of a request as a visitor's; the session fills in who is signed in. */
export function startFrame(isDemo: boolean, secureCookies: boolean): RequestHandler {
  return (req, res, next) => {
    const { lang, say } = chooseLanguage(req, res, secureCookies);
    const frame: Frame = {
      lang,
      say,
      path: req.path,
      isDemo,
      nav: [],
      languageLink: languageLink(req.originalUrl, lang),
      signedIn: null,
      beforePage: null,
      formSecret: null,
      secureCookies,
      isCopyable: false,
      noted: [],
      receiptToken: null,
      receipt: null,
      times: null,
      wrongQuery: null,
    };
    res.locals.frame = frame;
    next();
  };
}

export function frameOf(res: Response): Frame {
  const frame = res.locals.frame as Frame | undefined;
  if (!frame) throw new Error('the request has no frame yet');
  return frame;
}

/** Says a text in the language of the request. */
export function sayTo(res: Response): Say {
  return frameOf(res).say;
}
