import type { Response } from 'express';
import { today } from '../../calendar/days.js';
import type { Reads } from '../../database/database.js';
import { day } from '../../language/format.js';
import type { Proof } from '../../policies/rules.js';
import { acceptedTypes } from '../../proofs/file-kinds.js';
import type { ProofItem } from '../../proofs/items.js';
import type { FormView } from '../../web/forms.js';
import { frameOf } from '../../web/frame.js';
import { page } from '../../web/views.js';
import type { CaseFile } from '../find-case.js';
import { kindOfProof } from './proof-item.js';

/** One item of proof: what is attached, a file to send, or one that was sent before. */
export async function proofPage(
  reads: Reads,
  res: Response,
  application: CaseFile,
  proof: Proof,
  form: FormView,
): Promise<void> {
  const { say, lang } = frameOf(res);
  const at = `/waivers/${application.number}/proof/${proof.id}`;
  const attached = application.proof.filter(
    ({ item, proofFile }) => item === proof.id && proofFile.removedAt === null,
  );
  const ids = attached.map(({ proofFileId }) => proofFileId);
  const stored = await reads.proofFile.findMany({
    where: { personId: application.personId, removedAt: null, id: { notIn: ids } },
    orderBy: { id: 'desc' },
  });
  const isLikely = (item: string) => item === kindOfProof(proof);
  page(res, 'waivers/proof', {
    title: proof.text[lang],
    over: application.number,
    action: at,
    back: `/waivers/${application.number}`,
    accept: acceptedTypes,
    attached: attached.map(({ proofFile: { id, name } }) => ({
      name,
      href: `/people/${application.person.number}/proofs/${id}`,
      detachHref: `${at}/${id}/removal`,
    })),
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
