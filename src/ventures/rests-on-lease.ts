import { z } from 'zod';
import type { Reads } from '../database/database.js';
import type { Fault } from '../language/refusal.js';
import { countingWaivers } from './counting-waivers.js';
import { finishedStates } from './rests-on-venture.js';

/** What was decided on a lease, or is under way: it has to be undone before the lease turns out to be otherwise. */
export type RestingOnLease = { kind: 'waiver' | 'case'; number: string; href: string };

/** A draft reads the register each time, and rests on nothing yet. */
const settledStates = ['draft', ...finishedStates];
const OnLease = z.object({ premises: z.object({ tenancyId: z.int() }) });

/** What rests on a lease, each with the number by which it is found: waivers that count, cases that are under way. */
export async function restsOnLease(
  reads: Reads,
  { id, ventureId }: { id: number; ventureId: number },
): Promise<RestingOnLease[]> {
  const waivers = await countingWaivers(reads, { ventureId, tenancyId: id });
  const cases = await reads.waiverApplication.findMany({
    where: { ventureId, state: { notIn: settledStates } },
    select: { number: true, answers: true },
    orderBy: { id: 'asc' },
  });
  const open = cases.filter(({ answers }) => {
    const read = OnLease.safeParse(answers);
    return read.success && read.data.premises.tenancyId === id;
  });
  return [
    ...waivers.map(({ number, application }) => resting('waiver', number, application.number)),
    ...open.map(({ number }) => resting('case', number, number)),
  ];
}

const resting = (kind: RestingOnLease['kind'], number: string, ofCase: string) => ({
  kind,
  number,
  href: `/waivers/${ofCase}`,
});

export const restingOnLeaseFault = ({ kind, number }: RestingOnLease): Fault => ({
  field: '',
  key: `ventures.lease.rests-${kind}`,
  values: { number },
});
