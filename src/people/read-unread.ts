import type { Request, RequestHandler, Response } from 'express';
import { readTypedParts } from '../files/typed-parts.js';
import { refuseForgery } from '../web/forgery.js';
import { formReader } from '../web/form-body.js';

/** A grid is the largest form that is typed by hand; what carries a whole table along is not carried again. */
const readLarge = formReader({ bytes: '512kb', fields: 4000 });

/**
 * Reads a form whose route asks for the sign-in before it reads the body, as those with files and large tables do. A form that another site
 * sent, or that is larger than any that is typed, is not read: `req.body` stays as it was.
 */
export async function readUnread(req: Request, res: Response): Promise<void> {
  if (req.method !== 'POST' || req.body !== undefined) return;
  const read = req.is('multipart/form-data') ? readTypedParts : readLarge;
  try {
    await passed(refuseForgery, req, res);
    await passed(read, req, res);
  } catch {
    req.body = undefined;
  }
}

const passed = (step: RequestHandler, req: Request, res: Response): Promise<void> =>
  new Promise((resolve, reject) => {
    step(req, res, (error?: unknown) => (error ? reject(error) : resolve()));
  });
