import { z } from 'zod';
import type { Reads } from '../database/database.js';
import type { Fault } from '../language/refusal.js';

/** What was decided on a lease, or is under way: it has to be undone before the lease turns out to be otherwise. */
export type RestingOnLease = { kind: 'waiver' | 'case'; number: string; href: string };

/** A draft reads the register each time, and rests on nothing yet. */
const settledStates = ['draft', 'granted', 'refused', 'withdrawn', 'lapsed', 'revoked'];
const OnLease = z.object({ premises: z.object({ tenancyId: z.int() }) });

/** What rests on a lease, each with the number by which it is found: waivers that count, cases that are under way. */
export async function restsOnLease(
  reads: Reads,
  { id, ventureId }: { id: number; ventureId: number },
): Promise<RestingOnLease[]> {
  const waivers = await reads.waiver.findMany({
    where: { ventureId, tenancyId: id },
    select: {
      number: true,
      months: { select: { fen: true } },
      application: { select: { number: true } },
    },
    orderBy: { id: 'asc' },
  });
  const cases = await reads.waiverApplication.findMany({
    where: { ventureId, state: { notIn: settledStates } },
    select: { number: true, answers: true },
    orderBy: { id: 'asc' },
  });
  const counting = waivers.filter(
    ({ months }) => months.reduce((sum, { fen }) => sum + fen, 0) !== 0,
  );
  const open = cases.filter(({ answers }) => {
    const read = OnLease.safeParse(answers);
    return read.success && read.data.premises.tenancyId === id;
  });
  return [
    ...counting.map(({ number, application }) => resting('waiver', number, application.number)),
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
