import { today } from '../../calendar/days.js';
import type { Reads, Tx } from '../../database/database.js';
import { rowsOf } from '../../database/direct-sql.js';
import { insertRows } from '../../database/insert-rows.js';
import { listed } from '../../database/listed.js';
import { nextNumber, nextNumbers } from '../../database/next-numbers.js';
import { type Sql, sql } from '../../database/sql.js';
import type { Actor } from '../../history/actor.js';
import { recordEvent } from '../../history/record.js';
import { refuseIf } from '../../language/refusal.js';
import { refuseUnless } from '../../people/acting-viewer.js';
import { parksOfRegion } from '../../people/parks-of-region.js';
import { activePayeeSql } from '../payees/payees-of.js';
import { canPay } from '../permissions.js';

const batches = { table: 'PaymentBatch', letter: 'B', digits: 4 } as const;
const lines = { table: 'PaymentLine', letter: 'P', digits: 6 } as const;

/** An approved claim of a county of which no payment is under way: what stands in its way, if anything. */
export type Payable = {
  id: number;
  number: string;
  fen: number;
  venture: string;
  ventureNumber: string;
  park: string;
  payeeId: number | null;
  payee: string | null;
  isLess: number;
  isChanging: number;
  failedId: number | null;
  failedNumber: string | null;
  isFailedTwice: number;
};

const waitsToBePaid: Sql = sql`c."state" = 'approved' AND NOT EXISTS (SELECT 1 FROM "PaymentLine" x
  WHERE x."claimId" = c."id" AND x."state" IN ('gathered', 'sent', 'paid'))`;

/** The claims of a county that could be paid, the oldest first. */
export const payableClaims = (reads: Reads, regionCode: string): Promise<Payable[]> =>
  rowsOf<Payable>(
    reads,
    sql`SELECT q.*, p."holder" || ' ····' || p."lastFour" AS "payee", f."number" AS "failedNumber",
        COALESCE(f."payeeId" = q."payeeId", 0) AS "isFailedTwice"
      FROM (SELECT c."id", c."number", c."fen", v."name" AS "venture", v."number" AS "ventureNumber", k."nameZh" AS "park",
          ${activePayeeSql(sql`w."ventureId"`)} AS "payeeId",
          EXISTS (SELECT 1 FROM "SubsidyClaimMonth" m WHERE m."claimId" = c."id" AND m."fen" > COALESCE(
            (SELECT SUM(g."fen") FROM "WaiverMonth" g WHERE g."waiverId" = c."waiverId" AND g."month" = m."month"), 0)) AS "isLess",
          EXISTS (SELECT 1 FROM "PayeeAccount" o WHERE o."ventureId" = w."ventureId" AND o."state" = 'proposed') AS "isChanging",
          (SELECT MAX(x."id") FROM "PaymentLine" x WHERE x."claimId" = c."id" AND x."state" <> 'dropped') AS "failedId"
        FROM "SubsidyClaim" c JOIN "Waiver" w ON w."id" = c."waiverId" JOIN "Venture" v ON v."id" = w."ventureId"
          JOIN "Park" k ON k."id" = w."parkId"
        WHERE ${waitsToBePaid} AND w."parkId" IN (SELECT "id" FROM (${parksOfRegion(regionCode)}))
        ORDER BY c."id") q
      LEFT JOIN "PayeeAccount" p ON p."id" = q."payeeId" LEFT JOIN "PaymentLine" f ON f."id" = q."failedId"`,
  );

/** How many claims wait to be paid, in parks of a list. */
export const countPayable = (parkIds: readonly number[] | 'all'): Sql =>
  sql`(SELECT COUNT(*) FROM "SubsidyClaim" c JOIN "Waiver" w ON w."id" = c."waiverId" WHERE ${waitsToBePaid}
    AND ${parkIds === 'all' ? sql`TRUE` : sql`w."parkId" IN ${listed([...parkIds])}`})`;

/** What keeps a claim out of a batch, as the end of the name of its word; null where nothing does. */
export function obstacleTo(claim: Payable): 'no-payee' | 'less' | 'changing' | null {
  if (claim.payeeId === null) return 'no-payee';
  if (claim.isLess === 1) return 'less';
  return claim.isChanging === 1 ? 'changing' : null;
}

/**
 * Gathers approved claims of a county into a batch that a second person releases; a payment that failed or came back is
 * replaced by a line of its own.
 * @returns the batch's number
 * @throws Forbidden; Refusal for no claim, and for one that cannot be paid now
 */
export async function gatherBatch(
  tx: Tx,
  by: Actor,
  { regionCode, claimIds }: { regionCode: string; claimIds: readonly number[] },
): Promise<string> {
  await refuseUnless(tx, by, (viewer) => canPay(viewer, regionCode));
  const wanted = new Set(claimIds);
  const payable = await payableClaims(tx, regionCode);
  const chosen = payable.filter(({ id }) => wanted.has(id));
  const barred = chosen.find((claim) => obstacleTo(claim) !== null);
  refuseIf([
    wanted.size === 0 && { field: 'claims', key: 'payments.batch.none' },
    chosen.length < wanted.size && { field: 'claims', key: 'payments.batch.not-payable' },
    barred && {
      field: 'claims',
      key: `payments.batch.barred-${obstacleTo(barred) ?? 'less'}`,
      values: { number: barred.number },
    },
  ]);
  const year = today(by.at).slice(0, 4);
  const number = await nextNumber(tx, batches, year);
  const { id: batchId } = await tx.paymentBatch.create({
    data: { number, regionCode, state: 'gathered', madeAt: by.at, madeById: by.accountId },
  });
  const numbers = await nextNumbers(tx, lines, year, chosen.length);
  await insertRows(
    tx,
    'PaymentLine',
    chosen.map(({ id, fen, payeeId, failedId }, index) => ({
      number: numbers[index] as string,
      batchId,
      claimId: id,
      payeeId,
      fen,
      state: 'gathered',
      replacesId: failedId,
    })),
  );
  recordEvent(tx, by, {
    verb: 'payment-batch.gathered',
    subjectKind: 'payment-batch',
    subjectId: batchId,
    audience: 'inside',
    detail: {
      number,
      regionCode,
      lines: chosen.length,
      sum: chosen.reduce((sum, { fen }) => sum + fen, 0),
    },
  });
  return number;
}
