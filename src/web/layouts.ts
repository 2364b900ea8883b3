import { randomUUID } from 'node:crypto';
import type { Frame } from './frame.js';
import { type Piece, pieceOf } from './pieces.js';

/** What differs on each page inside its layout. */
const places = ['title', 'token', 'language', 'body'] as const;
type Place = (typeof places)[number];
/** Nobody can type it, so no text of a page is taken for a place. */
const mark = randomUUID();
const placeOf = (place: Place): string => `/${mark}-${place}`;
const atPlaces = new RegExp(`/${mark}-(${places.join('|')})`);

/** What a page says of itself to its layout. */
export type Flags = {
  hasErrors: boolean;
  refreshSeconds: number | null;
  /** Whether a form on it keeps a draft on the device. */
  keepsDraft: boolean;
};
export type Filling = Record<Place, Piece>;

type Render = (context: object, frame: Frame, token: string) => string;

/** Few menus and names are seen at a time. */
const most = 500;

/**
 * Layouts around pages, made once for each menu, language and person and kept: what differs from page to page is put in
 * between. The key is all that the layout is given.
 */
export class Layouts {
  readonly #render: Render;
  readonly #made = new Map<string, (Piece | Place)[]>();

  constructor(render: Render) {
    this.#render = render;
  }

  /** The pieces of a page in the layout of a frame. */
  around(frame: Frame, flags: Flags, filling: Filling): Piece[] {
    const { lang, isDemo, nav, signedIn, languageLink, isCopyable } = frame;
    const key = JSON.stringify([
      lang,
      isDemo,
      nav,
      signedIn,
      flags.hasErrors,
      flags.refreshSeconds,
      flags.keepsDraft,
      isCopyable,
    ]);
    let pieces = this.#made.get(key);
    if (pieces) this.#made.delete(key);
    else {
      const context = {
        title: placeOf('title'),
        body: placeOf('body'),
        htmlLang: lang === 'zh' ? 'zh-CN' : 'en',
        hasErrors: flags.hasErrors,
        // Of a page that follows something: a browser without script reads it again so soon.
        refreshSeconds: flags.refreshSeconds,
        keepsDraft: flags.keepsDraft,
        isCopyable,
        isDemo,
        nav,
        waiting: waitingIn(frame),
        languageLink: {
          href: placeOf('language'),
          label: languageLink.label,
          lang: languageLink.lang,
        },
        signedIn,
        // Whoever has to choose a password first goes nowhere else.
        canFind: signedIn !== null && nav.length > 0,
      };
      pieces = divided(this.#render(context, frame, placeOf('token')));
    }
    this.#made.set(key, pieces);
    for (const oldest of this.#made.keys()) {
      if (this.#made.size <= most) break;
      this.#made.delete(oldest);
    }
    return pieces.map((piece) => (typeof piece === 'string' ? filling[piece] : piece));
  }
}

/** What the closed menu of a phone says of all that is in it. */
function waitingIn({ nav, signedIn }: Frame): number {
  const counts = nav.map(({ link, group }) => link?.count ?? group?.count ?? 0);
  return counts.reduce((sum, count) => sum + count, signedIn?.messages?.unread ?? 0);
}

function divided(html: string): (Piece | Place)[] {
  return html.split(atPlaces).map((part, at) => (at % 2 === 1 ? (part as Place) : pieceOf(part)));
}
