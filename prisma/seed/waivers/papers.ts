import type { Tx } from '../../../src/database/database.js';
import type { Actor } from '../../../src/history/actor.js';
import { newestText } from '../../../src/identities/consent-text.js';
import { enterIdentity } from '../../../src/identities/enter-identity.js';
import { giveConsent } from '../../../src/identities/give-consent.js';
import { purposes } from '../../../src/identities/kinds.js';
import { addProof } from '../../../src/proofs/add-proof.js';
import { storeFile } from '../../../src/proofs/file-store.js';
import type { ProofItem } from '../../../src/proofs/items.js';
import type { KeyRing } from '../../../src/vault/key-ring.js';
import { inventCitizen } from './citizens.js';
import { paperPdf } from './paper-pdf.js';

/** Where what is sealed goes: the keys of the installation, and its folder of proof. */
export type Sealing = { keys: KeyRing; proofs: string };
export type Applicant = { id: number; name: string; phone: string | null };

/** The kind of paper that an item of the policies' proof is. */
const kinds: Record<string, ProofItem> = {
  identity: 'identity-document',
  agreement: 'incubation-agreement',
  lease: 'lease',
  form: 'application-form',
};
const names: Partial<Record<ProofItem, string>> = {
  'identity-document': '身份证件',
  'incubation-agreement': '入驻协议',
  lease: '场地租约',
  'application-form': '申请表及附件（合订扫描件）',
  category: '类别证明',
};

/** Consents and the number of a document, once for each person. */
export async function enterPapers(
  tx: Tx,
  by: Actor,
  { keys }: Sealing,
  { id: personId, name, phone }: Applicant,
  basis: 'self' | 'paper',
): Promise<void> {
  if ((await tx.identity.count({ where: { personId } })) > 0) return;
  for (const purpose of purposes) {
    const text = { textVersion: newestText(purpose).version, lang: 'zh' as const };
    await giveConsent(tx, by, { personId, purpose, ...text, basis });
  }
  const number = inventCitizen(`${name} ${phone}`);
  await enterIdentity(tx, by, keys, { personId, kind: 'resident', number, replaces: null });
}

/** The files that answer for the items: one scan of all, or one for each. @returns the file of each item */
export async function bringFiles(
  tx: Tx,
  by: Actor,
  sealing: Sealing,
  person: Applicant,
  { items, hasOwnFiles, isOwn }: { items: string[]; hasOwnFiles: boolean; isOwn: boolean },
): Promise<Map<string, number>> {
  const files = new Map<string, number>();
  // Who fills it in for the founder needs the signed form, whatever else there is.
  const form =
    hasOwnFiles && isOwn ? null : await bring(tx, by, sealing, person, 'application-form');
  for (const item of items) {
    files.set(
      item,
      (hasOwnFiles ? null : form) ??
        (await bring(tx, by, sealing, person, kinds[item] ?? 'category')),
    );
  }
  return files;
}

/** One that is there from an earlier case serves again. */
async function bring(
  tx: Tx,
  by: Actor,
  { keys, proofs }: Sealing,
  { id: personId, name }: Applicant,
  item: ProofItem,
): Promise<number> {
  const kept = await tx.proofFile.findFirst({ where: { personId, item, removedAt: null } });
  if (kept) return kept.id;
  const title = names[item] ?? '证明材料';
  const bytes = paperPdf([`${title}：${name}`, '演示数据，内容为虚构']);
  const stored = await storeFile(proofs, keys, { personId, bytes });
  const file = { personId, item, name: `${title}.pdf`, mediaType: 'application/pdf' };
  return addProof(tx, by, { ...file, stored });
}
