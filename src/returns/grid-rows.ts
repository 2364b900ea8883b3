import { addMonths, endOfMonth, type Month } from '../calendar/days.js';
import type { Reads } from '../database/database.js';
import type {
  FounderReport,
  JobsReturn,
  ReturnCell,
  Roster,
} from '../database/generated/client.js';
import { listed } from '../database/listed.js';
import { sql } from '../database/sql.js';
import { headcountsOf } from '../ventures/headcounts.js';
import type { EvidenceGrade } from '../ventures/kinds.js';
import { noValues, type Values, valuesOf } from './cell-values.js';

/** One venture in a park's grid. */
export type GridRow = {
  ventureId: number;
  number: string;
  name: string;
  /** The level at the end of the month before; null where it had never reported. */
  last: number | null;
  /** The newest return before this month that counts: what "copy last month's" copies. */
  before: Values | null;
  filed: JobsReturn | null;
  cell: ReturnCell | null;
  /** What stands in the row: what is being filled in, else what was filed. */
  shown: Values;
  report: FounderReport | null;
  rosterPeople: number | null;
  /** What its files prove. */
  proofs: { kind: string; people: number }[];
  /** Where in its file the roster was read; null where that was not recorded. */
  rosterSource: { sheet: string; headRow: number } | null;
  /** It was in the park when its row was begun, and by the records is no longer. */
  hasLeft: boolean;
};

/** The rows of a park's grid for a month, in the order of their numbers. How many statements it takes depends on no row. */
export async function gridRows(
  reads: Reads,
  { parkId, month }: { parkId: number; month: Month },
): Promise<GridRow[]> {
  const end = endOfMonth(month);
  const cellOfIt = { monthlyReturn: { parkId, month } };
  const cells = await reads.returnCell.findMany({ where: cellOfIt });
  const stay = {
    parkId,
    beganOn: { lte: end },
    OR: [{ endedOn: null }, { endedOn: { gt: end } }],
  };
  const stays = await reads.residency.findMany({
    where: stay,
    select: { ventureId: true },
  });
  const present = new Set(stays.map(({ ventureId }) => ventureId));
  const ids = [...new Set([...present, ...cells.map(({ ventureId }) => ventureId)])];
  if (ids.length === 0) return [];
  const ventures = await reads.$queryRaw<{ id: number; number: string; name: string }[]>`
    SELECT "id", "number", "name" FROM "Venture" WHERE "id" IN ${listed(ids)} ORDER BY "number"`;
  // Said by where they are and not by their ids, of which a large park has more than a question takes.
  const among = {
    month,
    venture: { OR: [{ residencies: { some: stay } }, { returnCells: { some: cellOfIt } }] },
  };
  const filed = byVenture(
    await reads.jobsReturn.findMany({ where: { ...among, setAside: false } }),
  );
  const reports = byVenture(await reads.founderReport.findMany({ where: among }));
  const rosters = byVenture(await reads.roster.findMany({ where: among }));
  const proofs = await reads.returnProof.findMany({
    where: among,
    select: { ventureId: true, kind: true, people: true },
  });
  const proofsOf = new Map<number, GridRow['proofs']>();
  for (const { ventureId, kind, people } of proofs)
    proofsOf.set(ventureId, [...(proofsOf.get(ventureId) ?? []), { kind, people }]);
  const befores = byVenture(await newestBefore(reads, ids, month));
  const lasts = await headcountsOf(reads, ids, endOfMonth(addMonths(month, -1)));
  const cellOf = byVenture(cells);
  return ventures.map(({ id: ventureId, number, name }) => {
    const cell = cellOf.get(ventureId) ?? null;
    const own = filed.get(ventureId) ?? null;
    const before = befores.get(ventureId) ?? null;
    const blank = { ...noValues, evidence: before?.evidence ?? noValues.evidence };
    return {
      ventureId: Number(ventureId),
      number,
      name,
      before,
      cell,
      filed: own,
      last: lasts.get(ventureId) ?? null,
      shown: cell ? valuesOf(cell) : own ? valuesOf(own) : blank,
      report: reports.get(ventureId) ?? null,
      rosterPeople: rosters.get(ventureId)?.people ?? null,
      proofs: proofsOf.get(Number(ventureId)) ?? [],
      rosterSource: sourceOf(rosters.get(ventureId)),
      hasLeft: !present.has(ventureId),
    };
  });
}

/** The newest return of each venture before a month that counts, as values of a row; its note was about its own month. */
async function newestBefore(
  reads: Reads,
  ids: number[],
  month: Month,
): Promise<(Values & { ventureId: number })[]> {
  const rows = await reads.$queryRaw<(Values & { ventureId: number; evidence: EvidenceGrade })[]>(
    sql`SELECT "ventureId", "headcount", "graduates", "hardship", "returned", "local", "others", "evidence"
      FROM "JobsReturn" r WHERE "ventureId" IN ${listed(ids)} AND "month" = (
        SELECT MAX("month") FROM "JobsReturn"
        WHERE "ventureId" = r."ventureId" AND NOT "setAside" AND "month" < ${month})`,
  );
  return rows.map((row) => ({ ...row, note: '' }));
}

const sourceOf = (roster: Roster | undefined): GridRow['rosterSource'] =>
  roster?.sheet == null || roster.headRow === null
    ? null
    : { sheet: roster.sheet, headRow: roster.headRow };

const byVenture = <T extends { ventureId: number }>(rows: T[]): Map<number, T> =>
  new Map(rows.map((row) => [Number(row.ventureId), row]));
