import type { Request, Response } from 'express';
import type { Db } from '../database/database.js';
import { allow, found } from '../web/errors.js';
import { canKeepPrivate } from './permissions.js';
import { findPerson, type PersonWithVentures } from './person-queries.js';
import { viewerOf } from './viewer.js';

/** The person of an address. @throws NotFound for one that the viewer does not see */
export const seenPerson = async (
  db: Db,
  req: Request,
  res: Response,
): Promise<PersonWithVentures> =>
  found(await findPerson(db, viewerOf(res), String(req.params.number)));

/** The same, to record what is private of it. @throws Forbidden for who only reads */
export async function keptPerson(db: Db, req: Request, res: Response): Promise<PersonWithVentures> {
  const person = await seenPerson(db, req, res);
  allow(canKeepPrivate(viewerOf(res), person));
  return person;
}

export const personHref = ({ number }: { number: string }): string => `/people/${number}`;
