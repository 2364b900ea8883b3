import { z } from 'zod';
import { type Day, monthOf } from '../calendar/days.js';
import { monthsLater } from '../calendar/months-later.js';
import type { Reads } from '../database/database.js';
import { rowsOf } from '../database/direct-sql.js';
import { jsonObject, jsonRows } from '../database/json.js';
import { notEndedBy } from '../database/periods.js';
import { type Sql, sql } from '../database/sql.js';
import { Facts, noPremises } from '../policies/facts.js';
import { rentByDay } from '../policies/rent-by-day.js';
import type { PolicyRules } from '../policies/rules.js';
import { rentFacts } from '../policies/stated-rent.js';
import { isOuterIsland } from '../standards/islands.js';
import type { Industry, LegalForm, Trade } from '../standards/register-codes.js';
import type { Answers } from './answers.js';
import { type Asking, earlierWaivers } from './earlier-waivers.js';
import { type InsuredMonth, insuredJobsOf, insuredMonths } from './insured-jobs.js';

export type AnsweredCase = Asking & { answers: Answers; rules: PolicyRules };

type HeldTenancy = {
  id: number;
  /** Hundredths of a square metre, and fen a month. */
  area: number;
  rent: number;
  /** As a lease states it. */
  rentFreeTo: Day | null;
  steps: { fromOn: Day; fen: number }[];
  beganOn: Day;
  termEndOn: Day;
  space: { number: string; name: string; island: string };
};
type HeldCategory = { category: string; beganOn: Day; endedOn: Day | null };

/** What the register knows of a venture and of its founder. */
export type Known = {
  on: Day;
  venture: {
    legalForm: string;
    registeredOn: Day | null;
    industry: string;
    trade: string | null;
    tenancies: HeldTenancy[];
  };
  person: { graduatedOn: Day | null; categories: HeldCategory[] };
  /** The headcount reported last, and those of it that a record of social insurance proves, by month. */
  jobs: number;
  insured: InsuredMonth[];
  /** The region and the island of the park that it is in. */
  region: string | null;
  island: string | null;
  /** Where the venture is, since when; null where it is in no park. */
  parkId: number | null;
  settledOn: Day | null;
};

type KnownRow = {
  legalForm: string;
  industry: string;
  trade: string | null;
  region: string | null;
  island: string | null;
  insured: string;
  registeredOn: Day | null;
  jobs: number;
  settledOn: Day | null;
  parkId: number | null;
  graduatedOn: Day | null;
  /** Rows as JSON. */
  tenancies: string;
  categories: string;
};

const KnownRow = z.strictObject({
  legalForm: z.string(),
  industry: z.string(),
  trade: z.string().nullable(),
  region: z.string().nullable(),
  island: z.string().nullable(),
  insured: z.string(),
  registeredOn: z.string().nullable(),
  jobs: z.int(),
  settledOn: z.string().nullable(),
  parkId: z.int().nullable(),
  graduatedOn: z.string().nullable(),
  tenancies: z.string(),
  categories: z.string(),
}) satisfies z.ZodType<KnownRow>;

/** Leases that have not ended by a day; one whose end is agreed lasts until then. */
const tenancies = (on: Day): Sql =>
  jsonRows(
    {
      id: sql`"id"`,
      area: sql`"area"`,
      rent: sql`"rent"`,
      rentFreeTo: sql`"rentFreeTo"`,
      steps: jsonRows(
        ['fromOn', 'fen'],
        sql`(SELECT * FROM "RentStep" p WHERE p."tenancyId" = q."id" ORDER BY p."fromOn")`,
      ),
      beganOn: sql`"beganOn"`,
      termEndOn: sql`CASE WHEN "endedOn" < "termEndOn" THEN "endedOn" ELSE "termEndOn" END`,
      space: jsonObject(['number', 'name', 'island']),
    },
    sql`(SELECT t.*, s."number", s."name", s."island" FROM "Tenancy" t JOIN "Space" s ON s."id" = t."spaceId"
      WHERE t."ventureId" = v."id" AND t."voidedAt" IS NULL AND ${notEndedBy('t', on)} ORDER BY t."beganOn") q`,
  );
const categories = jsonRows(
  ['category', 'beganOn', 'endedOn'],
  sql`(SELECT * FROM "PersonCategory" WHERE "personId" = p."id" ORDER BY "id")`,
);

/** All of it at once: verbs and pages of a case ask it again and again. */
const questionOf = (ventureId: number, personId: number, on: Day): Sql => sql`
  SELECT v."legalForm", v."industry", v."trade", k."regionCode" AS "region", k."islandZh" AS "island", v."registeredOn", p."graduatedOn", r."beganOn" AS "settledOn", r."parkId",
    COALESCE((SELECT "headcount" FROM "JobsReturn"
      WHERE "ventureId" = v."id" AND NOT "setAside" AND "month" <= ${monthOf(on)} ORDER BY "month" DESC LIMIT 1), 0) AS "jobs",
    ${jsonRows(['month', 'people'], insuredMonths(sql`r."ventureId" = v."id"`))} AS "insured",
    ${tenancies(on)} AS "tenancies", ${categories} AS "categories"
  FROM "Venture" v JOIN "Person" p ON p."id" = ${personId}
  LEFT JOIN "Residency" r ON r."ventureId" = v."id" AND r."endedOn" IS NULL
  LEFT JOIN "Park" k ON k."id" = r."parkId"
  WHERE v."id" = ${ventureId}`;

/** What the register knows of who asks, as of a day: it is never asked again. */
export async function knownOf(
  reads: Reads,
  { ventureId, personId }: Asking,
  on: Day,
): Promise<Known> {
  const [row] = await rowsOf<KnownRow>(reads, questionOf(ventureId, personId, on), {
    schema: KnownRow,
  });
  if (!row) throw new Error(`there is no venture ${ventureId}, or no person ${personId}`);
  const { legalForm, industry, trade, registeredOn, jobs, settledOn, parkId, graduatedOn } = row;
  const { region, island } = row;
  const insured: InsuredMonth[] = JSON.parse(row.insured);
  const tenancies: HeldTenancy[] = JSON.parse(row.tenancies);
  const categories: HeldCategory[] = JSON.parse(row.categories);
  return {
    on,
    jobs,
    insured,
    region,
    island,
    settledOn,
    parkId,
    venture: { legalForm, industry, trade, registeredOn, tenancies },
    person: { graduatedOn, categories },
  };
}

const dayOrNull = (answer: Day | 'not-yet' | null): Day | null =>
  answer === 'not-yet' ? null : answer;

/** Where the venture is, as the rules see it; null where it is not told, or the tenancy is not its own any more. */
function premisesOf({ premises }: Answers, { venture }: Known): Facts['premises'] | null {
  if (premises === null) return null;
  if (premises.kind === 'market') {
    const { area, rent, leaseFrom, leaseTo } = premises;
    return { kind: 'market-premises', area, rent, leaseFrom, leaseTo };
  }
  const tenancy = venture.tenancies.find(({ id }) => id === premises.tenancyId);
  if (!tenancy) return null;
  const { area, beganOn: leaseFrom, termEndOn: leaseTo } = tenancy;
  const stated = rentFacts(rentByDay(tenancy));
  const kind = stated.rent === 0 ? 'rent-free' : 'park-space';
  return { kind, area, ...stated, leaseFrom, leaseTo };
}

/** Where it is: in the region of its park, on the island of the space that it asks for, else of its park. */
function placeOf({ premises }: Answers, { venture, region, island }: Known) {
  const space =
    premises?.kind === 'tenancy'
      ? venture.tenancies.find(({ id }) => id === premises.tenancyId)?.space
      : undefined;
  const on = space?.island ?? island;
  return { region, outerIsland: on === null ? null : isOuterIsland(on) };
}

/**
 * The facts of a case: what the register knows as of a day, what was granted before, and the applicant's answers.
 * @returns null while what the rules cannot do without is not answered
 */
export async function factsOf(
  reads: Reads,
  application: AnsweredCase,
  known: Known,
): Promise<Facts | null> {
  const { answers, rules } = application;
  const premises = rules.needsPremises ? premisesOf(answers, known) : noPremises;
  if (premises === null || answers.from === null || answers.months === null) return null;
  const period = { from: answers.from, to: monthsLater(answers.from, answers.months) };
  const { otherBenefits, ...earlier } = await earlierWaivers(reads, application, period);
  const { on, venture, settledOn, jobs } = known;
  return Facts.parse({
    on,
    period,
    premises,
    settledOn,
    ...earlier,
    categories: answers.categories ?? [],
    graduatedOn: answers.graduatedOn,
    legalForm: venture.legalForm as LegalForm,
    registeredOn: venture.registeredOn ?? dayOrNull(answers.registeredOn),
    tradingSince: dayOrNull(answers.tradingSince),
    jobs,
    insuredJobs: insuredJobsOf(known.insured, on),
    industry: venture.industry as Industry,
    trade: venture.trade as Trade | null,
    ...placeOf(answers, known),
    otherBenefits: [...otherBenefits, ...(answers.otherBenefits ?? [])],
    declared: answers.declared ?? [],
  } satisfies Facts);
}

/** The facts of a case that was handed in, with what was granted since read again: nobody is granted twice. */
export async function factsNow(
  reads: Reads,
  asking: Asking,
  handedIn: Facts,
  typed: Answers,
): Promise<Facts> {
  const { otherBenefits, ...earlier } = await earlierWaivers(reads, asking, handedIn.period);
  return {
    ...handedIn,
    ...earlier,
    otherBenefits: [...otherBenefits, ...(typed.otherBenefits ?? [])],
  };
}
