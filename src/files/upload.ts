import type { Request, RequestHandler, Response } from 'express';
import multer from 'multer';
import { Refusal } from '../language/refusal.js';
import type { WordKey } from '../language/say.js';
import { BadRequest, HttpProblem } from '../web/errors.js';

/** A file as it was sent, by the name that its sender gives it. */
export type SentFile = { name: string; bytes: Buffer };

type UploadLimits = {
  /** Of one file. */
  mostBytes: number;
  mostFiles?: number;
  mostFields?: number;
  /** Of one account, until they are answered: what is sent is in memory while it is read. */
  mostAtOnce: number;
  accountOf: (res: Response) => number;
};

type Uploads = SentFile[] | 'too-large' | 'too-many';

/**
 * Reads a form with a file, or with several under one name, of somebody who has signed in: its fields go to `req.body` as from any form,
 * so that the token is checked after it as everywhere else. No account has more than a few in memory. A file stays
 * there: in the clear it is never written to a disk.
 */
export function uploadReader({
  mostBytes,
  mostFiles = 1,
  mostFields = 10,
  mostAtOnce,
  accountOf,
}: UploadLimits): RequestHandler {
  const read = multer({
    storage: multer.memoryStorage(),
    defParamCharset: 'utf8', // else Chinese names are garbled
    limits: {
      fileSize: mostBytes,
      files: mostFiles,
      fields: mostFields,
      parts: mostFields + mostFiles,
      fieldSize: 10_000,
      fieldNameSize: 100,
      headerPairs: 20,
    },
  }).array('file');
  const underWay = new Map<number, number>();
  return (req, res, next) => {
    if (!req.is('multipart/form-data')) throw new HttpProblem(415);
    const account = accountOf(res);
    const others = underWay.get(account) ?? 0;
    if (others >= mostAtOnce) throw new HttpProblem(429, null, { 'Retry-After': '5' });
    underWay.set(account, others + 1);
    res.once('close', () => {
      const left = (underWay.get(account) ?? 1) - 1;
      if (left === 0) underWay.delete(account);
      else underWay.set(account, left);
    });
    read(req, res, (error?: unknown) => {
      const problem = takeUpload(req, res, error);
      if (problem) next(problem);
      else next();
    });
  };
}

/** The file that was sent. @throws Refusal for none, or for one that is too large */
export function uploadOf(res: Response, tooLarge: WordKey): SentFile {
  const [file] = uploadsOf(res, { tooLarge });
  if (file === undefined) throw new Refusal([{ field: 'file', key: 'files.none' }]);
  return file;
}

/** The files that were sent, none where none was chosen. @throws Refusal for one that is too large, or too many */
export function uploadsOf(
  res: Response,
  { tooLarge, tooMany = 'files.none' }: { tooLarge: WordKey; tooMany?: WordKey },
): SentFile[] {
  const { uploads = [] } = res.locals as { uploads?: Uploads };
  if (uploads === 'too-large') throw new Refusal([{ field: 'file', key: tooLarge }]);
  if (uploads === 'too-many') throw new Refusal([{ field: 'file', key: tooMany }]);
  return uploads;
}

/** What is said of limits that a form's files pass; what passes others was not made by a form of this site. */
const overLimit: Record<string, 'too-large' | 'too-many'> = {
  LIMIT_FILE_SIZE: 'too-large',
  LIMIT_FILE_COUNT: 'too-many',
};

/** What was read, for the handler; or what is wrong with the request as a whole. */
function takeUpload(req: Request, res: Response, error: unknown): Error | null {
  // The body is read up to the file that is too large: its token and its choices came before.
  const over = error instanceof multer.MulterError ? overLimit[error.code] : undefined;
  if (error && !over) return new BadRequest();
  const values = Object.values((req.body ?? {}) as Record<string, unknown>).flat();
  const isPlain = values.every((value) => typeof value === 'string' && !value.includes('\ufffd'));
  if (!isPlain) return new BadRequest();
  // A browser sends an empty file without a name where none was chosen.
  const files = ((req.files ?? []) as Express.Multer.File[]).filter(
    ({ originalname, size }) => originalname !== '' || size > 0,
  );
  res.locals.uploads =
    over ?? files.map(({ originalname, buffer }) => ({ name: originalname, bytes: buffer }));
  return null;
}
