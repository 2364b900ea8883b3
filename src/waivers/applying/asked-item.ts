import type { Request, Response } from 'express';
import type { Proof } from '../../policies/rules.js';
import type { Deps } from '../../web/deps.js';
import { allow, found } from '../../web/errors.js';
import type { CaseFile } from '../find-case.js';
import { isOpenField } from '../open-fields.js';
import { fillableCase } from './fillable-case.js';

/** The item of an address. @throws NotFound for one that the policy does not ask; Forbidden for one that is not open */
export async function askedItem(
  { db }: Deps,
  req: Request,
  res: Response,
): Promise<{ application: CaseFile; proof: Proof }> {
  const application = await fillableCase(db, req, res);
  const proof = found(application.rules.proof.find(({ id }) => id === req.params.item));
  allow(isOpenField(application, { proof: proof.id }), 'waivers.fault.not-open');
  return { application: application, proof };
}
