import type { Day } from '../../calendar/days.js';
import type { Reads } from '../../database/database.js';
import type { Line } from '../measures.js';

export type WaiverMonthRecord = {
  id: number;
  effectiveOn: Day;
  fen: number;
  waiver: { parkId: number; ventureId: number };
};

/** A month of a waiver is a record as it stands in the ledger, one that takes another back too. */
export const linesOfWaiverMonth = ({ id, effectiveOn, fen, waiver }: WaiverMonthRecord): Line[] => [
  {
    effectiveOn,
    measure: 'waived-rent',
    amount: fen,
    parkId: waiver.parkId,
    ventureId: waiver.ventureId,
    causeKind: 'waiver-month',
    causeId: id,
  },
];

export const readWaiverMonths = (
  reads: Reads,
  ventureIds: number[],
): Promise<WaiverMonthRecord[]> =>
  reads.waiverMonth.findMany({
    where: { waiver: { ventureId: { in: ventureIds } } },
    select: {
      id: true,
      effectiveOn: true,
      fen: true,
      waiver: { select: { parkId: true, ventureId: true } },
    },
  });
