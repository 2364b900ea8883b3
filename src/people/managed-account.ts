import type { Response } from 'express';
import type { Db } from '../database/database.js';
import { allow, found } from '../web/errors.js';
import { idParam } from '../web/id-param.js';
import { type AccountRow, findAccount } from './account-queries.js';
import { canManage } from './account-rules.js';
import { viewerOf } from './viewer.js';

/** The account of an address, for changing. @throws NotFound, or Forbidden for who may not change it */
export async function managedAccount(db: Db, res: Response, id: unknown): Promise<AccountRow> {
  const viewer = viewerOf(res);
  const account = found(await findAccount(db, viewer, idParam(id)));
  const isOwn = account.id === viewer.accountId;
  allow(canManage(viewer, account), isOwn ? 'people.account.own' : null);
  return account;
}
