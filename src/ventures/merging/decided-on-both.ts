import { z } from 'zod';
import type { Day } from '../../calendar/days.js';
import type { Reads } from '../../database/database.js';
import { countingWaivers } from '../counting-waivers.js';
import { finishedStates } from '../rests-on-venture.js';

/** A waiver that counts, with what it was granted on and the days that it covers, [beganOn, until). */
export type DecidedWaiver = {
  number: string;
  href: string;
  ventureId: number;
  parkId: number;
  beganOn: Day;
  until: Day;
  settledOn: Day | null;
  tenancyId: number | null;
};

/** A case that is under way; `isHidden` of one that its founder is still writing, which nobody else opens. */
export type OpenCase = {
  number: string;
  href: string;
  ventureId: number;
  policyId: number;
  tenancyId: number | null;
  isHidden: boolean;
};

/** What was decided for two ventures, and what is under way. */
export type DecidedOnBoth = { waivers: DecidedWaiver[]; cases: OpenCase[] };

const OnLease = z.object({ premises: z.object({ tenancyId: z.int() }) });

export async function decidedOnBoth(reads: Reads, ventureIds: number[]): Promise<DecidedOnBoth> {
  const waivers = await countingWaivers(reads, { ventureId: { in: ventureIds } });
  const cases = await reads.waiverApplication.findMany({
    where: { ventureId: { in: ventureIds }, state: { notIn: finishedStates } },
    orderBy: { id: 'asc' },
  });
  return {
    waivers: waivers.map(({ number, application, facts, endedOn, termEndOn, ...waiver }) => ({
      number,
      href: `/waivers/${application.number}`,
      ventureId: waiver.ventureId,
      parkId: waiver.parkId,
      beganOn: waiver.beganOn,
      until: endedOn ?? termEndOn,
      settledOn: (facts as { settledOn?: Day | null }).settledOn ?? null,
      tenancyId: waiver.tenancyId,
    })),
    cases: cases.map(({ number, ventureId, policyId, answers, ...row }) => {
      const isHidden = row.state === 'draft' && row.begunById === null;
      const read = OnLease.safeParse(answers);
      // A draft reads the register each time, and rests on nothing yet.
      const rests = read.success && row.state !== 'draft';
      return {
        number: isHidden ? '' : number,
        href: isHidden ? '' : `/waivers/${number}`,
        ventureId,
        policyId,
        tenancyId: rests ? read.data.premises.tenancyId : null,
        isHidden,
      };
    }),
  };
}
