import type { Request, Response } from 'express';
import { shownInline } from './shown-inline.js';

/** Answers with a file of proof: as a download, or, where it is asked for and of a kind that a browser shows, to be seen. */
export function sendFile(
  req: Request,
  res: Response,
  { name, mediaType }: { name: string; mediaType: string },
  bytes: Buffer,
): void {
  res.attachment(name);
  const isShown = req.query.show === 'inline' && shownInline.includes(mediaType);
  if (isShown) res.set('Content-Disposition', 'inline');
  // A file that somebody made is never shown as a page of this site, whatever is in it.
  res.set({
    'Content-Type': mediaType,
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': policyFor(isShown, mediaType),
    'Cache-Control': 'no-store',
  });
  res.send(bytes);
}

/** A browser's viewer of PDF does not start in a sandbox. */
const policyFor = (isShown: boolean, mediaType: string): string =>
  isShown && mediaType === 'application/pdf'
    ? "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'"
    : "default-src 'none'; sandbox";
