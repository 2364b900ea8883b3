import { policySteps, stepPolicy } from '../../prisma/seed/policies/seed-policies.js';
import { type Tx, transact } from '../../src/database/database.js';
import type { Actor } from '../../src/history/actor.js';
import { addProof } from '../../src/proofs/add-proof.js';
import { letSpace } from '../../src/ventures/let-spaces.js';
import { acceptApplication } from '../../src/waivers/accept-application.js';
import { attachProof } from '../../src/waivers/attach-proof.js';
import { beginApplication } from '../../src/waivers/begin-application.js';
import { approveApplication } from '../../src/waivers/determine-application.js';
import { grantWaiver } from '../../src/waivers/grant-waiver.js';
import { reviewApplication } from '../../src/waivers/review-application.js';
import { saveAnswers } from '../../src/waivers/save-answers.js';
import { submitApplication } from '../../src/waivers/submit-application.js';
import { agree, enterNumber, type Cast as People, startPeople } from '../identities/cast.js';
import { someCitizen } from '../identities/numbers.js';

export type Cast = People & {
  /** founder1's venture in P01 has two tenancies, one of them free of rent; founder2's has one at 500 yuan a month. */
  ventureIds: [number, number];
  /** Who acts, by username, on a day at ten in the morning. */
  by(username: string, day?: string): Promise<Actor>;
  act<T>(username: string, verb: (tx: Tx, by: Actor) => Promise<T>, day?: string): Promise<T>;
};

/** Two founders in P01 with papers, one county reviewer, two members of the bureau, and both example policies. */
export async function startWaivers(): Promise<Cast> {
  const app = await startPeople();
  const { db } = app;
  const { passwordHash } = await db.account.findFirstOrThrow({ where: { username: 'bureau' } });
  const colleague = { username: 'bureau2', name: 'bureau2', role: 'bureau-staff', passwordHash };
  await db.account.create({ data: { ...colleague, createdAt: new Date('2023-01-01T00:00:00Z') } });
  const by = async (username: string, day = '2025-02-14'): Promise<Actor> => {
    const { id } = await db.account.findFirstOrThrow({ where: { username } });
    return { accountId: id, at: new Date(`${day}T02:00:00Z`) };
  };
  const act: Cast['act'] = async (username, verb, day) => {
    const actor = await by(username, day);
    return transact(db, (tx) => verb(tx, actor));
  };
  for (const { at, step } of policySteps)
    await act(step.username, (tx, who) => stepPolicy(tx, { ...who, at }, step));
  const ventures = await db.venture.findMany({ orderBy: { id: 'asc' } });
  const ventureIds = ventures.map(({ id }) => id) as [number, number];
  const spaces = await db.space.findMany({ where: { parkId: 1 }, orderBy: { id: 'asc' } });
  for (const [i, rent] of [123_400, 50_000].entries()) {
    const term = { beganOn: '2024-03-01', termEndOn: '2027-03-01', rent, area: 8050 };
    const spaceId = spaces[i + 1]?.id as number;
    const letting = { ventureId: ventureIds[i] as number, spaceId, ...term };
    await act('bureau', (tx, who) => letSpace(tx, who, letting));
  }
  for (const { id } of [app.person, app.other]) {
    await agree(app, id, 'identity');
    await agree(app, id, 'proof');
    await enterNumber(app, id, someCitizen(id));
  }
  return { ...app, ventureIds, by, act };
}

/** The case as the next verb has to see it. */
export async function seen({ db }: Pick<Cast, 'db'>, number: string) {
  const { id, version } = await db.waiverApplication.findUniqueOrThrow({ where: { number } });
  return { id, version };
}

/** Files of proof for every item that the policy of a case asks for. */
export async function bringProof(cast: Cast, number: string, username: string): Promise<void> {
  const one = await cast.db.waiverApplication.findUniqueOrThrow({
    where: { number },
    include: { policyVersion: true },
  });
  const { proof } = one.policyVersion.rules as { proof: { id: string }[] };
  for (const { id: item } of proof) {
    const key = `${number}-${item}`;
    const stored = { storedAs: key, size: 10, sha256: key, sealedSha256: key, keyId: 'k1' };
    await cast.act(username, async (tx, who) => {
      const file = { personId: one.personId, item: 'other' as const, name: `${item}.pdf` };
      const proofFileId = await addProof(tx, who, {
        ...file,
        mediaType: 'application/pdf',
        stored,
      });
      await attachProof(tx, who, await seenIn(tx, number), { item, proofFileId });
    });
  }
}

const seenIn = (tx: Tx, number: string) =>
  tx.waiverApplication.findUniqueOrThrow({
    where: { number },
    select: { id: true, version: true },
  });

export type CaseOptions = { policyCode?: string; months?: number; from?: string; day?: string };

/** A case of founder2 that is filled in, with its proof. @returns its number */
export async function fillIn(cast: Cast, options: CaseOptions = {}): Promise<string> {
  const { policyCode = 'rent-free', months = 12, from = '2025-02-14', day } = options;
  const who = { personId: cast.other.id, ventureId: cast.ventureIds[1] };
  const begin = (tx: Tx, by: Actor) => beginApplication(tx, by, { policyCode, ...who });
  const number = await cast.act('founder2', begin, day);
  const answers = { months, from, otherBenefits: [], categories: [] };
  await cast.act(
    'founder2',
    async (tx, by) => saveAnswers(tx, by, await seenIn(tx, number), answers),
    day,
  );
  await bringProof(cast, number, 'founder2');
  return number;
}

/** Takes a case to a state by the usual way. @returns its number */
export async function caseAt(
  cast: Cast,
  state:
    | 'draft'
    | 'submitted'
    | 'park-review'
    | 'county-review'
    | 'bureau-review'
    | 'notice'
    | 'granted',
  options: CaseOptions = {},
): Promise<string> {
  const number = await fillIn(cast, options);
  const review = { recommends: 'grant', inside: '' } as const;
  const on = '2025-02-17';
  const steps: [string, string, (tx: Tx, by: Actor) => Promise<unknown>, string | undefined][] = [
    [
      'submitted',
      'founder2',
      async (tx, by) => submitApplication(tx, by, await seenIn(tx, number), { declares: true }),
      options.day,
    ],
    [
      'park-review',
      'park1',
      async (tx, by) => acceptApplication(tx, by, await seenIn(tx, number)),
      on,
    ],
    [
      'county-review',
      'park1',
      async (tx, by) => reviewApplication(tx, by, await seenIn(tx, number), review),
      on,
    ],
    [
      'bureau-review',
      'putuo',
      async (tx, by) => reviewApplication(tx, by, await seenIn(tx, number), review),
      on,
    ],
    [
      'notice',
      'bureau',
      async (tx, by) =>
        approveApplication(tx, by, await seenIn(tx, number), { reason: 'as-assessed', note: '' }),
      on,
    ],
    [
      'granted',
      'bureau2',
      async (tx, by) => grantWaiver(tx, by, await seenIn(tx, number)),
      '2025-02-25',
    ],
  ];
  for (const [reached, username, verb, day] of steps) {
    if (state === 'draft') break;
    await cast.act(username, verb, day);
    if (reached === state) break;
  }
  return number;
}
