import type { Reads, Tx } from '../../src/database/database.js';
import type { Actor } from '../../src/history/actor.js';
import { newestText } from '../../src/identities/consent-text.js';
import { enterIdentity } from '../../src/identities/enter-identity.js';
import { giveConsent } from '../../src/identities/give-consent.js';
import { addProof } from '../../src/proofs/add-proof.js';
import { acceptApplication } from '../../src/waivers/accept-application.js';
import { attachProof } from '../../src/waivers/attach-proof.js';
import { beginApplication } from '../../src/waivers/begin-application.js';
import { approveApplication } from '../../src/waivers/determine-application.js';
import { grantWaiver } from '../../src/waivers/grant-waiver.js';
import { reviewApplication } from '../../src/waivers/review-application.js';
import { submitApplication } from '../../src/waivers/submit-application.js';
import { someCitizen } from '../identities/numbers.js';
import type { Cast } from '../waivers/cast.js';
import { at } from './network.js';

/** Who takes a case to its end: accounts by what they do. */
export type Desks = { park: number; county: number; bureau: number; colleague: number };
type Asked = {
  ventureId: number;
  personId: number;
  tenancyId: number;
  from: string;
  months: number;
};

let papers = 0;

/** Takes a case of a lease from its beginning to its grant in one act, its notice over on the day of `granted`. */
export async function grantAtOnce(
  tx: Tx,
  keys: Cast['keys'],
  desks: Desks,
  { ventureId, personId, tenancyId, from, months }: Asked,
  { on, granted }: { on: string; granted: string },
): Promise<void> {
  const who = (accountId: number, day = on): Actor => ({ ...at(day), accountId });
  const [park, county, bureau] = [who(desks.park), who(desks.county), who(desks.bureau)];
  await agreeOnce(tx, keys, personId, on);
  const premises = { kind: 'tenancy' as const, tenancyId };
  const answers = { premises, from, months, otherBenefits: [], categories: [] };
  const begun = { policyCode: 'rent-free', ventureId, personId, answers };
  const number = await beginApplication(tx, park, begun);
  const see = () =>
    tx.waiverApplication.findUniqueOrThrow({
      where: { number },
      select: { id: true, version: true },
    });
  papers += 1;
  const name = `any-order ${papers}`;
  const stored = { storedAs: name, size: 10, sha256: name, sealedSha256: name, keyId: 'k1' };
  const scan = { item: 'application-form' as const, name: '申请表.pdf' };
  const of = { personId, ...scan, mediaType: 'application/pdf', stored };
  const proofFileId = await addProof(tx, park, of);
  for (const item of ['identity', 'agreement', 'lease'])
    await attachProof(tx, park, await see(), { item, proofFileId });
  const review = { recommends: 'grant', inside: '' } as const;
  await submitApplication(tx, park, await see(), { declares: true });
  await acceptApplication(tx, park, await see());
  await reviewApplication(tx, park, await see(), review);
  await reviewApplication(tx, county, await see(), review);
  await approveApplication(tx, bureau, await see(), { reason: 'as-assessed', note: '' });
  await grantWaiver(tx, who(desks.colleague, granted), await see());
}

async function agreeOnce(tx: Tx, keys: Cast['keys'], personId: number, on: string): Promise<void> {
  const by = at(on);
  if ((await tx.consent.count({ where: { personId } })) > 0) return;
  for (const purpose of ['identity', 'proof'] as const) {
    const { version: textVersion } = newestText(purpose);
    await giveConsent(tx, by, { personId, purpose, textVersion, lang: 'zh', basis: 'paper' });
  }
  const number = someCitizen(personId % 1_000);
  await enterIdentity(tx, by, keys, { personId, kind: 'resident', number, replaces: null });
}

/** The waivers of some ventures, the earliest first. */
export const waiversOf = (reads: Reads, ventures: number[]) =>
  reads.waiver.findMany({
    where: { ventureId: { in: ventures } },
    orderBy: { id: 'asc' },
    include: { application: true },
  });
