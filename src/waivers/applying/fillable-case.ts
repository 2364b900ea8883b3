import type { Request, Response } from 'express';
import type { Db } from '../../database/database.js';
import { viewerOf } from '../../people/viewer.js';
import { speakOf } from '../../policies/form-of.js';
import { allow, found } from '../../web/errors.js';
import { type CaseFile, findCase, isCaseNumber } from '../find-case.js';
import { canFillIn } from '../permissions.js';

/** The case of an address, whose page speaks of it from here on. @throws NotFound for one that the viewer does not see */
export async function seenCase(db: Db, req: Request, res: Response): Promise<CaseFile> {
  const { number } = req.params;
  const application = found(
    isCaseNumber(number) ? await findCase(db, viewerOf(res), number) : null,
  );
  speakOf(res, application.rules);
  return application;
}

/**
 * The same, for its applicant or on the applicant's behalf: whoever only sees it, or another state, is refused. What is
 * filled in is the applicant's own, so no cache keeps its pages.
 */
export async function fillableCase(db: Db, req: Request, res: Response): Promise<CaseFile> {
  const application = await seenCase(db, req, res);
  allow(canFillIn(viewerOf(res), application), 'waivers.not-your-desk');
  res.set('Cache-Control', 'no-store');
  return application;
}
