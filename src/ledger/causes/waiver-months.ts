import type { Day } from '../../calendar/days.js';
import type { Reads, Tx } from '../../database/database.js';
import { rowsOf } from '../../database/direct-sql.js';
import type { Prisma } from '../../database/generated/client.js';
import { jsonTuples } from '../../database/json.js';
import { sentOrder, sentValue, sentValues } from '../../database/sent-rows.js';
import { sql } from '../../database/sql.js';
import type { Line } from '../measures.js';
import { columnsOfEntry, type LiveEntry, liveIn } from '../venture-records.js';

const venture = sentValue('v');

export type WaiverMonthRecord = {
  id: number;
  effectiveOn: Day;
  fen: number;
  waiver: { parkId: number; ventureId: number; form: string };
};

/** What a month of a grant is: rent that is not asked, or money that is paid. */
export const measureOfForm = (form: string): 'waived-rent' | 'subsidy-granted' =>
  form === 'subsidy' ? 'subsidy-granted' : 'waived-rent';

/** A month of a waiver is a record as it stands in the ledger, one that takes another back too. */
export const linesOfWaiverMonth = ({ id, effectiveOn, fen, waiver }: WaiverMonthRecord): Line[] => [
  {
    effectiveOn,
    measure: measureOfForm(waiver.form),
    amount: fen,
    parkId: waiver.parkId,
    ventureId: waiver.ventureId,
    causeKind: 'waiver-month',
    causeId: id,
  },
];

const read = {
  id: true,
  effectiveOn: true,
  fen: true,
  waiver: { select: { parkId: true, ventureId: true, form: true } },
} as const satisfies Prisma.WaiverMonthSelect;

export const readWaiverMonths = (
  reads: Reads,
  ventureIds: number[],
): Promise<WaiverMonthRecord[]> =>
  reads.waiverMonth.findMany({
    where: { waiver: { ventureId: { in: ventureIds } } },
    select: read,
  });

/** The months of the waivers of ventures that were not taken back, and the entries that they made and that stand. */
export async function waivedRecordsAndEntries(
  tx: Tx,
  ventureIds: number[],
): Promise<{ records: WaiverMonthRecord[]; live: LiveEntry[] }> {
  const records = await tx.waiverMonth.findMany({
    where: {
      waiver: { ventureId: { in: ventureIds } },
      reversesId: null,
      reversedBy: { is: null },
    },
    select: read,
  });
  const rows = await rowsOf<{ ventureId: number; entries: string }>(
    tx,
    sql`SELECT ${venture} AS "ventureId", ${jsonTuples(
      columnsOfEntry,
      sql`"LedgerEntry" WHERE "ventureId" = ${venture} AND "causeKind" = 'waiver-month'`,
      sql`"position"`,
    )} AS "entries" FROM ${sentValues(ventureIds)} v ORDER BY ${sentOrder('v')}`,
  );
  const live = rows.flatMap(({ ventureId, entries }) => liveIn(ventureId, JSON.parse(entries)));
  return { records, live: live.sort((a, b) => a.position - b.position) };
}
