import type { ErrorRequestHandler, Request, Response } from 'express';
import { Conflict, Refusal } from '../language/refusal.js';
import type { WordKey, WordValues } from '../language/say.js';
import { HttpProblem, WrongQuery } from './errors.js';
import { STALE } from './forgery.js';
import { sayTo } from './frame.js';
import { machineFaultOf } from './machine-fault.js';
import { resendOf } from './resend.js';
import { page } from './views.js';

type Answer = { status: number; key: WordKey | null; values: WordValues };

/** Turns whatever was thrown into a page, or JSON for programs. The status is set first of all. */
export const answerError: ErrorRequestHandler = (thrown, req, res, next) => {
  const error = machineFaultOf(thrown) ?? thrown;
  const answer = answerFor(error);
  // Half an answer has gone out already: all that is left is to break the connection.
  if (res.headersSent) return next(thrown);
  res.status(answer.status);
  if (answer.status >= 500) res.err = thrown; // for the log
  if (error instanceof HttpProblem) res.set(error.headers);
  res.set('Cache-Control', 'no-store');
  // Of the file that it should have been: a browser would save the error under its name.
  for (const header of ['Content-Disposition', 'Content-Length']) res.removeHeader(header);
  const faults = error instanceof Refusal || error instanceof WrongQuery ? error.faults : [];
  const say = sayTo(res);
  const parameters: Told = {
    message: say(titleOf(answer)),
    more: say(answer.key ?? `web.${knownStatus(answer.status)}.lead`, answer.values),
    faults: faults.map(({ field, key, values }) => ({ field, message: say(key, values) })),
    requestId: String(req.id),
  };
  if (wantsJson(req)) res.json({ error: { status: answer.status, ...parameters } });
  else errorPage(req, res, parameters, answer.key === STALE);
};

/** For requests that no route took. */
export function notFound(): never {
  throw new HttpProblem(404);
}

function answerFor(error: unknown): Answer {
  if (error instanceof HttpProblem)
    return { status: error.status, key: error.key, values: error.values };
  if (error instanceof Refusal) return { status: 422, key: null, values: {} };
  if (error instanceof Conflict) {
    return { status: 409, key: error.key, values: error.values ?? {} };
  }
  // What Express and its body reader throw for a broken request.
  const status = (error as { status?: unknown } | null)?.status;
  const isClients = typeof status === 'number' && status >= 400 && status < 500;
  return { status: isClients ? status : 500, key: null, values: {} };
}

/** A form that has expired is no question of what its sender may do. */
const titleOf = ({ status, key }: Answer): WordKey =>
  key === 'web.forged' || key === STALE ? `${key}.title` : `web.${knownStatus(status)}.title`;

const known = [400, 401, 403, 404, 405, 409, 413, 415, 422, 429, 500, 503] as const;

function knownStatus(status: number): (typeof known)[number] {
  return known.find((item) => item === status) ?? (status < 500 ? 400 : 500);
}

export function wantsJson(req: Request): boolean {
  return /^\/api(\/|$)/.test(req.path) || req.accepts(['html', 'json']) === 'json';
}

/** The page that an address with a wrong query belongs to; a file is none. */
function pageWithoutQuery({ method, originalUrl }: Request): string | null {
  const [path = '', query] = originalUrl.split('?');
  return method === 'GET' && query && /^\/[\w/-]*$/.test(path) ? path : null;
}

/** What is said of a fault, to a person or a program. */
type Told = {
  message: string;
  more: string;
  faults: { field: string; message: string }[];
  requestId: string;
};

function errorPage(req: Request, res: Response, parameters: Told, isStale: boolean): void {
  try {
    page(res, 'web/error', {
      title: parameters.message,
      ...parameters,
      over: String(res.statusCode),
      resend: [429, 503].includes(res.statusCode) || isStale ? resendOf(req) : null,
      resendLead: sayTo(res)(isStale ? 'web.resend.stale' : 'web.resend.lead'),
      signInHref: res.statusCode === 401 ? '/sign-in' : null,
      withoutQueryHref: res.statusCode === 400 ? pageWithoutQuery(req) : null,
    });
  } catch (error) {
    // The layout itself may be what is broken.
    req.log.error({ err: error }, 'the error page failed');
    res.type('text').send(`${res.statusCode} ${parameters.message}`);
  }
}
