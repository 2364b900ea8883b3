import { type Day, monthOf } from '../calendar/days.js';
import { monthsLater } from '../calendar/months-later.js';
import type { Reads } from '../database/database.js';
import { Facts } from '../policies/facts.js';
import type { LegalForm } from '../ventures/kinds.js';
import type { Answers } from './answers.js';
import { type Asking, earlierWaivers } from './earlier-waivers.js';

export type AnsweredCase = Asking & { answers: Answers };

/** What the register knows of who asks, as of a day: it is never asked again. */
export async function knownOf(reads: Reads, { ventureId, personId }: Asking, on: Day) {
  const venture = await reads.venture.findUniqueOrThrow({
    where: { id: ventureId },
    include: {
      residencies: { where: { endedOn: null } },
      tenancies: {
        where: { endedOn: null },
        include: { space: true },
        orderBy: { beganOn: 'asc' },
      },
      returns: {
        where: { setAside: false, month: { lte: monthOf(on) } },
        orderBy: { month: 'desc' },
        take: 1,
      },
    },
  });
  const person = await reads.person.findUniqueOrThrow({
    where: { id: personId },
    include: { categories: true },
  });
  return { on, venture, person, settledOn: venture.residencies[0]?.beganOn ?? null };
}
export type Known = Awaited<ReturnType<typeof knownOf>>;

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
  const { area, rent, beganOn: leaseFrom, termEndOn: leaseTo } = tenancy;
  return { kind: rent === 0 ? 'rent-free' : 'park-space', area, rent, leaseFrom, leaseTo };
}

/**
 * The facts of a case: what the register knows as of a day, what was granted before, and the applicant's answers.
 * @returns null while what the rules cannot do without is not answered
 */
export async function factsOf(
  reads: Reads,
  asked: AnsweredCase,
  known: Known,
): Promise<Facts | null> {
  const { answers } = asked;
  const premises = premisesOf(answers, known);
  if (premises === null || answers.from === null || answers.months === null) return null;
  const period = { from: answers.from, to: monthsLater(answers.from, answers.months) };
  const { otherBenefits, ...earlier } = await earlierWaivers(reads, asked, period);
  const { on, venture, settledOn } = known;
  return Facts.parse({
    ...{ on, period, premises, settledOn, ...earlier },
    categories: answers.categories ?? [],
    graduatedOn: answers.graduatedOn,
    legalForm: venture.legalForm as LegalForm,
    registeredOn: venture.registeredOn ?? dayOrNull(answers.registeredOn),
    tradingSince: dayOrNull(answers.tradingSince),
    jobs: venture.returns[0]?.headcount ?? 0,
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
    ...{ ...handedIn, ...earlier },
    otherBenefits: [...otherBenefits, ...(typed.otherBenefits ?? [])],
  };
}
