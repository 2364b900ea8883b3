import { addDays, type Day } from '../../src/calendar/days.js';
import { transact } from '../../src/database/database.js';
import { addSpaces } from '../../src/parks/add-spaces.js';
import { addProof } from '../../src/proofs/add-proof.js';
import { letSpaces } from '../../src/ventures/let-spaces.js';
import { logVenture } from '../../src/ventures/log-venture.js';
import { settleVenture } from '../../src/ventures/settle-venture.js';
import { acceptApplication } from '../../src/waivers/accept-application.js';
import { attachProof } from '../../src/waivers/attach-proof.js';
import { beginApplication } from '../../src/waivers/begin-application.js';
import { approveApplication } from '../../src/waivers/determine-application.js';
import { grantWaiver } from '../../src/waivers/grant-waiver.js';
import { reviewApplication } from '../../src/waivers/review-application.js';
import { submitApplication } from '../../src/waivers/submit-application.js';
import { agree, enterNumber } from '../identities/cast.js';
import { someCitizen } from '../identities/numbers.js';
import { someVenture } from '../ledger/network.js';
import { aSpace } from '../parks/cast.js';
import { type Cast, seen } from './cast.js';

export type Tenant = { ventureId: number; personId: number; tenancyId: number };

const by = { accountId: null, at: new Date('2025-01-10T02:00:00Z') };
let tenants = 0;

/** A venture of its own in P01 with a tenancy at an uneven rent, whose founder has agreed to all that is asked. */
export async function newTenant(cast: Cast): Promise<Tenant> {
  tenants += 1;
  const name = `租户 ${tenants}`;
  const made = await transact(cast.db, async (tx) => {
    const founder = {
      name,
      phone: `1540000${String(1000 + tenants)}`,
      graduatedOn: null,
      categories: [],
    };
    const venture = { ...someVenture(1), name, creditCode: null, founders: [founder] };
    const ventureId = await logVenture(tx, by, venture);
    await settleVenture(tx, by, { ventureId, parkId: 1, beganOn: '2025-01-06' });
    const [spaceId] = await addSpaces(tx, by, 1, [aSpace({ name, area: 9_730 })]);
    const term = { beganOn: '2025-01-06', termEndOn: '2027-01-17', rent: 123_457, area: 9_730 };
    const [tenancyId] = await letSpaces(tx, by, [
      { ventureId, spaceId: spaceId as number, ...term },
    ]);
    const role = await tx.personRole.findFirstOrThrow({ where: { ventureId } });
    return { ventureId, personId: role.personId, tenancyId: tenancyId as number };
  });
  await agree(cast, made.personId, 'identity');
  await agree(cast, made.personId, 'proof');
  await enterNumber(cast, made.personId, someCitizen(100 + tenants));
  return made;
}

type Asked = { from: Day; months: number; on: Day };

/** Takes a case of the tenant from its beginning to its grant, by who does each step. */
export async function grantFor(cast: Cast, tenant: Tenant, { from, months, on }: Asked) {
  const { ventureId, personId, tenancyId } = tenant;
  const premises = { kind: 'tenancy' as const, tenancyId };
  const answers = { premises, from, months, otherBenefits: [], categories: [] };
  const number = await cast.act(
    'park1',
    (tx, who) =>
      beginApplication(tx, who, { policyCode: 'rent-free', ventureId, personId, answers }),
    on,
  );
  const fileId = await signedForm(cast, personId, number, on);
  for (const item of ['identity', 'agreement', 'lease'])
    await cast.act(
      'park1',
      async (tx, who) =>
        attachProof(tx, who, await seen(cast, number), { item, proofFileId: fileId }),
      on,
    );
  const review = { recommends: 'grant', inside: '' } as const;
  const asAssessed = { reason: 'as-assessed', note: '' };
  const see = () => seen(cast, number);
  await cast.act(
    'park1',
    async (tx, who) => submitApplication(tx, who, await see(), { declares: true }),
    on,
  );
  await cast.act('park1', async (tx, who) => acceptApplication(tx, who, await see()), on);
  await cast.act('park1', async (tx, who) => reviewApplication(tx, who, await see(), review), on);
  await cast.act('putuo', async (tx, who) => reviewApplication(tx, who, await see(), review), on);
  await cast.act(
    'bureau',
    async (tx, who) => approveApplication(tx, who, await see(), asAssessed),
    on,
  );
  await cast.act('bureau2', async (tx, who) => grantWaiver(tx, who, await see()), addDays(on, 14));
}

/** The form that the founder signed, with all papers in one scan. */
function signedForm(cast: Cast, personId: number, of: string, on: Day): Promise<number> {
  const name = `scan ${of}`;
  const stored = { storedAs: name, size: 10, sha256: name, sealedSha256: name, keyId: 'k1' };
  const scan = {
    item: 'application-form' as const,
    name: '申请表.pdf',
    mediaType: 'application/pdf',
  };
  return cast.act('park1', (tx, who) => addProof(tx, who, { personId, ...scan, stored }), on);
}
