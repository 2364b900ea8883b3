import type { Tx } from '../../../src/database/database.js';
import type { Actor } from '../../../src/history/actor.js';
import { newestText } from '../../../src/identities/consent-text.js';
import { enterCertificate } from '../../../src/identities/enter-certificate.js';
import { enterIdentity } from '../../../src/identities/enter-identity.js';
import { giveConsents } from '../../../src/identities/give-consent.js';
import { purposes } from '../../../src/identities/kinds.js';
import { addProof } from '../../../src/proofs/add-proof.js';
import { type SealedFile, storeFile } from '../../../src/proofs/file-store.js';
import type { ProofItem } from '../../../src/proofs/items.js';
import type { KeyRing } from '../../../src/vault/key-ring.js';
import type { Applicant } from './applicant.js';
import { inventCitizen } from './citizens.js';
import { paperPdf } from './paper-pdf.js';

/** Where what is sealed goes: the keys of the installation, and its folder of proof. */
export type Sealing = { keys: KeyRing; proofs: string };

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

/** Categories that a certificate with a number of its own proves. */
const certified = new Set<string>(['unemployed', 'hardship', 'disabled', 'veteran']);

/** Consents and the numbers of a document and of certificates, once for each person. */
export async function enterPapers(
  tx: Tx,
  by: Actor,
  { keys }: Sealing,
  { id: personId, name, phone, hasIdentity, categories }: Applicant,
  basis: 'self' | 'paper',
): Promise<void> {
  if (hasIdentity) return;
  const consents = purposes.map((purpose) => ({
    personId,
    purpose,
    textVersion: newestText(purpose).version,
    lang: 'zh' as const,
    basis,
  }));
  await giveConsents(tx, by, consents);
  const number = inventCitizen(`${name} ${phone}`);
  await enterIdentity(tx, by, keys, { personId, kind: 'resident', number, replaces: null });
  for (const { category } of categories.filter((each) => certified.has(each.category)))
    await enterCertificate(tx, by, keys, {
      personId,
      category,
      number: category === 'disabled' ? `${number}42` : `ZS${phone?.slice(-8) ?? '20240001'}`,
      replaces: null,
    });
}

/** What a case is proved with: the items that are asked, and how they are scanned. */
export type Bundle = { items: string[]; hasOwnFiles: boolean; isOwn: boolean; isReturned: boolean };

const kindOf = (item: string, { hasOwnFiles }: Bundle): ProofItem =>
  hasOwnFiles ? (kinds[item] ?? 'category') : 'application-form';

/** The papers that are not there from an earlier case, stored; each serves for every item of its kind. */
export async function storePapers(
  { keys, proofs }: Sealing,
  { id: personId, name, files }: Applicant,
  bundle: Bundle,
): Promise<Map<ProofItem, SealedFile>> {
  // Who fills it in for the founder needs the signed form, whatever else there is.
  const form: ProofItem[] = bundle.hasOwnFiles && bundle.isOwn ? [] : ['application-form'];
  // What a correction brings, where there is one.
  const later: ProofItem[] = bundle.isReturned ? ['other'] : [];
  const asked = new Set([...form, ...later, ...bundle.items.map((item) => kindOf(item, bundle))]);
  const missing = [...asked].filter((item) => !files.has(item));
  const stored = await Promise.all(
    missing.map((item) => {
      const bytes = paperPdf([`${titleOf(item)}：${name}`, '演示数据，内容为虚构']);
      return storeFile(proofs, keys, { personId, bytes });
    }),
  );
  return new Map(missing.map((item, i) => [item, stored[i] as SealedFile]));
}

const titleOf = (item: ProofItem): string => names[item] ?? '证明材料';

/** Records what was stored. @returns the file that answers for each item */
export async function bringFiles(
  tx: Tx,
  by: Actor,
  { id: personId, files }: Applicant,
  { bundle, stored: all }: { bundle: Bundle; stored: Map<ProofItem, SealedFile> },
): Promise<{ item: string; proofFileId: number }[]> {
  const there = new Map(files);
  for (const [item, stored] of all) {
    const file = { personId, item, name: `${titleOf(item)}.pdf`, mediaType: 'application/pdf' };
    there.set(item, await addProof(tx, by, { ...file, stored }));
  }
  return bundle.items.map((item) => ({
    item,
    proofFileId: there.get(kindOf(item, bundle)) as number,
  }));
}
