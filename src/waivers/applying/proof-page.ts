import type { Response } from 'express';
import { today } from '../../calendar/days.js';
import type { Reads } from '../../database/database.js';
import { day } from '../../language/format.js';
import { viewerOf } from '../../people/viewer.js';
import type { Proof } from '../../policies/rules.js';
import { acceptedTypes } from '../../proofs/file-kinds.js';
import type { ProofItem } from '../../proofs/items.js';
import type { FormView } from '../../web/forms.js';
import { frameOf } from '../../web/frame.js';
import { page } from '../../web/views.js';
import type { CaseFile } from '../find-case.js';
import { canFillIn } from '../permissions.js';
import { kindOfProof } from './proof-item.js';

/** One item of proof: what is attached, a file to send, and the way to one that was sent before. */
export async function proofPage(
  reads: Reads,
  res: Response,
  application: CaseFile,
  proof: Proof,
  form: FormView,
): Promise<void> {
  const at = `/waivers/${application.number}/proof/${proof.id}`;
  page(res, 'waivers/proof', {
    title: proof.text[frameOf(res).lang],
    over: application.number,
    action: at,
    back: `/waivers/${application.number}`,
    accept: acceptedTypes,
    attached: attachedTo(application, proof).map(({ proofFile: { id, name } }) => ({
      name,
      href: `/people/${application.person.number}/proofs/${id}`,
      detachHref: canFillIn(viewerOf(res), application) ? `${at}/${id}/removal` : null,
    })),
    hasStored: (await storedFor(reads, application, proof)).length > 0,
    form,
    hasErrors: form.summary.length > 0,
  });
}

/** Choosing a file that was sent before, on a page of its own: the file to send stands on another. */
export async function keptProofPage(
  reads: Reads,
  res: Response,
  application: CaseFile,
  proof: Proof,
  form: FormView,
): Promise<void> {
  const { say, lang } = frameOf(res);
  const back = `/waivers/${application.number}/proof/${proof.id}`;
  const stored = await storedFor(reads, application, proof);
  const isLikely = (item: string) => item === kindOfProof(proof);
  page(res, 'waivers/kept-proof', {
    title: proof.text[lang],
    over: application.number,
    action: `${back}/kept`,
    back,
    stored: [
      ...stored.filter(({ item }) => isLikely(item)),
      ...stored.filter(({ item }) => !isLikely(item)),
    ].map(({ id, name, item, uploadedAt }) => ({
      value: String(id),
      label: say('waivers.proof.option', {
        name,
        item: say(`proofs.item.${item as ProofItem}`),
        day: day(today(uploadedAt), lang),
      }),
    })),
    form,
    hasErrors: form.summary.length > 0,
  });
}

const attachedTo = (application: CaseFile, proof: Proof) =>
  application.proof.filter(
    ({ item, proofFile }) => item === proof.id && proofFile.removedAt === null,
  );

/** What the applicant has sent before and is not attached to the item yet, the newest first. */
function storedFor(reads: Reads, application: CaseFile, proof: Proof) {
  const ids = attachedTo(application, proof).map(({ proofFileId }) => proofFileId);
  return reads.proofFile.findMany({
    where: { personId: application.personId, removedAt: null, id: { notIn: ids } },
    orderBy: { id: 'desc' },
  });
}
