import type { Request, Response } from 'express';
import { viewerOf } from '../../people/viewer.js';
import type { Proof } from '../../policies/rules.js';
import type { Deps } from '../../web/deps.js';
import { allow, found } from '../../web/errors.js';
import type { CaseFile } from '../find-case.js';
import { ownPapers, papersBeyondPolicy } from '../further-papers.js';
import { isOpenField } from '../open-fields.js';
import { canAddPapers, canFillIn } from '../permissions.js';
import { seenCase } from './fillable-case.js';

/** The item of an address. @throws NotFound for one that neither policy nor desk asks; Forbidden for one that is not open */
export async function askedItem(
  { db }: Deps,
  req: Request,
  res: Response,
): Promise<{ application: CaseFile; proof: Proof }> {
  const application = await seenCase(db, req, res);
  const all = [...application.rules.proof, ...papersBeyondPolicy(application)];
  const proof = found(all.find(({ id }) => id === req.params.item));
  const viewer = viewerOf(res);
  const adds = proof.id === ownPapers && canAddPapers(viewer, application);
  allow(adds || canFillIn(viewer, application), 'waivers.not-your-desk');
  res.set('Cache-Control', 'no-store');
  allow(isOpenField(application, { proof: proof.id }), 'waivers.fault.not-open');
  return { application: application, proof };
}
