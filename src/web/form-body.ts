import express, { type RequestHandler } from 'express';
import { BadRequest, HttpProblem } from './errors.js';

/** How much a form may bring. */
export type FormLimits = { bytes: string; fields: number };
const usual: FormLimits = { bytes: '256kb', fields: 2000 };

/** What was sent under each name; a list where a name came more than once. */
export type Sent = Record<string, string | string[]>;

/** A form without fields: not even those that every object inherits. */
export const noFields = (): Sent => Object.create(null);

/**
 * Reads name=value pairs strictly: broken UTF-8 or a broken %-code is refused, never replaced by a
 * guess, and no name (`__proto__`, `a[b]`) means anything special.
 * @throws BadRequest; HttpProblem 413 for more than 2,000 pairs, or the number given
 */
export function parsePairs(text: string, mostFields = usual.fields): Sent {
  const sent = noFields();
  const pairs = text === '' ? [] : text.split('&');
  if (pairs.length > mostFields) throw new HttpProblem(413);
  for (const pair of pairs) {
    const [name = '', ...value] = pair.split('=').map((part) => part.replaceAll('+', ' '));
    add(sent, decode(name), decode(value.join('=')));
  }
  return sent;
}

function add(sent: Sent, name: string, value: string): void {
  const before = sent[name];
  if (before === undefined) sent[name] = value;
  else if (Array.isArray(before)) before.push(value);
  else sent[name] = [before, value];
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new BadRequest();
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Reads the body of a form, as `Sent` in `req.body`; always an object. Other kinds of body are refused with 415.
 * A form with a table in it says how much more it may bring.
 */
export function formReader({ bytes, fields }: FormLimits): RequestHandler {
  const readBytes = express.raw({ type: 'application/x-www-form-urlencoded', limit: bytes });
  return (req, res, next) => {
    const isEmpty = req.get('content-length') === '0';
    if (!isEmpty && req.is('application/x-www-form-urlencoded') === false)
      throw new HttpProblem(415);
    readBytes(req, res, (error?: unknown) => {
      if (error) return next(error);
      try {
        req.body = Buffer.isBuffer(req.body)
          ? parsePairs(utf8.decode(req.body), fields)
          : noFields();
      } catch (problem) {
        return next(problem instanceof HttpProblem ? problem : new BadRequest());
      }
      next();
    });
  };
}

/** The reader of every usual form. */
export const readFormBody = formReader(usual);

/** Refuses an address with a broken %-code, before any route reads a part of it. */
export const refuseBrokenAddress: RequestHandler = (req, _res, next) => {
  decode(req.originalUrl);
  next();
};
