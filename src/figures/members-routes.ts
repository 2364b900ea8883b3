import { once } from 'node:events';
import { type Request, type Response, Router } from 'express';
import { transact } from '../database/database.js';
import { viewerOf } from '../people/viewer.js';
import type { Deps } from '../web/deps.js';
import { allow, found } from '../web/errors.js';
import { memberLine, membersOf } from './compute-figure.js';
import { canSeePublishers, seesMembers } from './permissions.js';
import { findFigure, isFigureNumber } from './published-queries.js';
import { takeMembers } from './take-members.js';

/** The list of an edition's members as a file: its SHA-256 is the hash that was published. */
export function figureMembersRoutes(deps: Deps): Router {
  const router = Router();
  router.get('/figures/published/:number/members.csv', (req, res) => sendMembers(deps, req, res));
  return router;
}

async function sendMembers({ db, clock }: Deps, req: Request, res: Response): Promise<void> {
  const viewer = viewerOf(res);
  const { number } = req.params;
  const figure = found(isFigureNumber(number) ? await findFigure(db, number) : null);
  allow(canSeePublishers(viewer));
  const editionNumber = req.query.edition ?? String(figure.current.edition);
  const edition = found(figure.editions.find((item) => String(item.edition) === editionNumber));
  found((await seesMembers(db, viewer, figure, edition)) || null);
  const by = { accountId: viewer.accountId, at: clock.now() };
  await transact(db, (tx) => takeMembers(tx, by, { figure, edition }));
  const { measure, asOf, month } = figure;
  res.attachment(`${figure.number}-${edition.edition}.csv`).type('text/csv; charset=utf-8');
  res.set('Cache-Control', 'no-store');
  const { parkIds, position } = edition;
  for await (const part of membersOf(db, { measure, asOf, month, parkIds, position })) {
    if (!res.write(part.map(memberLine).join(''))) await once(res, 'drain');
    if (res.destroyed) return;
  }
  res.end();
}
