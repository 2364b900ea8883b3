import type { Day } from '../../../src/calendar/days.js';
import { monthsLater } from '../../../src/calendar/months-later.js';
import type { Tx } from '../../../src/database/database.js';
import { insertRows, insertRowsForIds } from '../../../src/database/insert-rows.js';
import { postEntries } from '../../../src/ledger/post-entries.js';
import { type Assessment, assess } from '../../../src/policies/assess.js';
import { benefitPeriod } from '../../../src/policies/benefit-days.js';
import { type Facts, untold } from '../../../src/policies/facts.js';
import { type IssuedVersion, versionsInForce } from '../../../src/policies/versions.js';
import type { LegalForm } from '../../../src/standards/register-codes.js';
import { outcomeOf } from '../../../src/waivers/outcome.js';
import * as rows from './bulk-rows.js';
import { reviewStates, type Untold } from './bulk-rows.js';

const policyCode = 'rent-free';
/** The time at which all of it is recorded, after the story. */
const at = new Date('2026-11-24T09:00:00Z');
/** Of ten cases, so many are granted; the others lie at a desk. */
const grantedOfTen = 8;

/**
 * Cases of waivers for measurements: thousands, as rows that the verbs would have left, without papers and history.
 * What is granted is assessed by the same rules, and its months are posted as any others, so that `verify` holds.
 * @param count so many cases, as far as there are tenancies
 */
export async function addInBulk(tx: Tx, count: number): Promise<void> {
  const version = (await versionsInForce(tx, '2026-11-24')).find(({ code }) => code === policyCode);
  if (!version) throw new Error(`the policy ${policyCode} is not in force`);
  const cases = (await candidates(tx, count)).flatMap((one) => {
    const assessment = assess(one.facts, version);
    const period = benefitPeriod(version.rules, one.facts);
    return assessment.eligible && period ? [{ ...one, assessment, period }] : [];
  });
  await record(tx, cases, version);
}

type Candidate = Untold & { facts: Facts };
type Assessed = Candidate & { assessment: Assessment; period: { from: Day; to: Day } };

/** Tenancies that run, of ventures without a case, with the founder of each. */
async function candidates(tx: Tx, count: number): Promise<Candidate[]> {
  const found = await tx.$queryRaw<TenancyRow[]>`
    SELECT t."id" AS "tenancyId", t."ventureId", t."rent", t."area", t."beganOn" AS "leaseFrom", t."termEndOn" AS "leaseTo",
      s."parkId", v."legalForm", v."registeredOn", MIN(r."personId") AS "personId"
    FROM "Tenancy" t JOIN "Space" s ON s."id" = t."spaceId" JOIN "Venture" v ON v."id" = t."ventureId"
    JOIN "PersonRole" r ON r."ventureId" = v."id" AND r."role" = 'founder'
    WHERE t."endedOn" IS NULL AND t."rent" > 0
      AND NOT EXISTS (SELECT 1 FROM "WaiverApplication" a WHERE a."ventureId" = v."id" OR a."personId" = r."personId")
    GROUP BY v."id" ORDER BY v."id" * 7919 % 10007, v."id" LIMIT ${count}`;
  return found.map((row) => ({ ...row, facts: factsOf(row) }));
}

type TenancyRow = Untold & {
  rent: number;
  area: number;
  leaseFrom: Day;
  leaseTo: Day;
  legalForm: string;
  registeredOn: Day | null;
};

const nothingUsed = { months: 0, fen: 0 };

function factsOf({ rent, area, leaseFrom, leaseTo, legalForm, registeredOn }: TenancyRow): Facts {
  return {
    on: '2026-11-24',
    startedOn: null,
    ...untold,
    categories: [],
    graduatedOn: null,
    jobs: 0,
    period: { from: leaseFrom, to: monthsLater(leaseFrom, 24) },
    legalForm: legalForm as LegalForm,
    registeredOn,
    tradingSince: null,
    settledOn: leaseFrom,
    premises: { kind: 'park-space', area, rent, leaseFrom, leaseTo },
    otherBenefits: [],
    declared: [],
    used: { person: nothingUsed, venture: nothingUsed, yearFen: 0 },
  };
}

async function record(tx: Tx, cases: Assessed[], version: IssuedVersion): Promise<void> {
  const first =
    1 + (await tx.waiverApplication.count({ where: { number: { startsWith: 'A2026-' } } }));
  const states = cases.map((_, i) =>
    i % 10 < grantedOfTen ? 'granted' : (reviewStates[i % reviewStates.length] as string),
  );
  const applications = cases.map((one, i) =>
    rows.application(one, version, { sequence: first + i, state: states[i] as string, at }),
  );
  const ids = await insertRowsForIds(tx, 'WaiverApplication', applications);
  await insertRows(
    tx,
    'WaiverEdition',
    cases.map((one, i) => rows.edition(one, ids[i] as number, at)),
  );
  const granted = cases.flatMap((one, i) =>
    states[i] === 'granted' ? [{ ...one, applicationId: ids[i] as number }] : [],
  );
  await insertRows(
    tx,
    'WaiverStep',
    granted.map(({ applicationId, facts, assessment }) => ({
      applicationId,
      at,
      byId: null,
      move: 'approve',
      fromState: 'bureau-review',
      toState: 'notice',
      reason: 'as-assessed',
      facts,
      outcome: outcomeOf('grant', assessment),
    })),
  );
  await recordWaivers(tx, granted, version);
}

async function recordWaivers(
  tx: Tx,
  granted: (Assessed & { applicationId: number })[],
  version: IssuedVersion,
): Promise<void> {
  const first = 1 + (await tx.waiver.count({ where: { number: { startsWith: 'W2026-' } } }));
  const waivers = granted.map((one, i) => rows.waiver(one, version, { sequence: first + i, at }));
  const ids = await insertRowsForIds(tx, 'Waiver', waivers);
  const months = granted.flatMap(({ assessment, period, parkId, ventureId }, i) =>
    assessment.schedule.lines
      .filter(({ fen }) => fen > 0)
      .map(({ month, fen }) => {
        const effectiveOn = period.from > `${month}-01` ? period.from : `${month}-01`;
        return {
          row: { waiverId: ids[i] as number, month, effectiveOn, fen, reversesId: null },
          parkId,
          ventureId,
        };
      }),
  );
  const monthIds = await insertRowsForIds(
    tx,
    'WaiverMonth',
    months.map(({ row }) => row),
  );
  await postEntries(
    tx,
    { accountId: null, at: new Date(at.getTime() + 1) },
    months.map(({ row: { effectiveOn, fen }, parkId, ventureId }, i) => ({
      effectiveOn,
      measure: 'waived-rent' as const,
      amount: fen,
      parkId,
      ventureId,
      causeKind: 'waiver-month' as const,
      causeId: monthIds[i] as number,
    })),
  );
}
