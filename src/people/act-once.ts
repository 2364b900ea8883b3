import type { Request, Response } from 'express';
import type { z } from 'zod';
import { type Tx, transact } from '../database/database.js';
import type { Actor } from '../history/actor.js';
import type { Deps } from '../web/deps.js';
import { type FormResult, takeForm } from '../web/forms.js';
import { leadOn } from '../web/lead-on.js';
import { answeredBefore, once, onceKeyOf } from '../web/once.js';
import { viewerOf } from './viewer.js';

/**
 * Reads a form and acts on it in one transaction, once for each form however often it is sent.
 * @param act does the work and returns the local address to go to
 */
export function actOnce<S extends z.ZodType>(
  deps: Deps,
  req: Request,
  res: Response,
  schema: S,
  act: (tx: Tx, by: Actor, form: z.output<S>) => Promise<string>,
): Promise<FormResult<string>> {
  return takeForm(schema, req.body, (form) =>
    transactOnce(deps, req, res, (tx, by) => act(tx, by, form)),
  );
}

/**
 * Acts, in one transaction, on a button that has no fields, once however often it is pressed, and leads on. What the act
 * refuses is told on a page of its own, as nothing was typed.
 * @param act does the work and returns the local address to go to
 */
export async function pressOnce(
  deps: Deps,
  req: Request,
  res: Response,
  act: (tx: Tx, by: Actor) => Promise<string>,
): Promise<void> {
  leadOn(res, await transactOnce(deps, req, res, act));
}

/** Acts in one transaction, once for each form however often it is sent. @returns the local address to go to */
export function transactOnce(
  { db, clock }: Deps,
  req: Request,
  res: Response,
  act: (tx: Tx, by: Actor) => Promise<string>,
): Promise<string> {
  const by = { accountId: viewerOf(res).accountId, at: clock.now() };
  return transact(db, (tx) => once(tx, { key: onceKeyOf(req), ...by }, () => act(tx, by)));
}

/**
 * Where a form that was accepted before led to, or null. For an act that takes its own permission away:
 * the same form sent again is still led to its answer.
 */
export function sentBefore({ db }: Deps, req: Request, res: Response): Promise<string | null> {
  const { accountId } = viewerOf(res);
  return answeredBefore(db, { key: onceKeyOf(req), accountId });
}
