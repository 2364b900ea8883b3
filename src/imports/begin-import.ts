import type { Month } from '../calendar/days.js';
import { type Db, transact } from '../database/database.js';
import { upsertRows } from '../database/upsert-rows.js';
import type { Actor } from '../history/actor.js';
import { asJson, emptyPlan, storeLong } from './batch.js';
import type { ColumnKey } from './columns.js';
import { refuseUnlessImporter } from './permissions.js';
import type { Source } from './source-rows.js';

export type NewImport = {
  parkId: number;
  fileName: string;
  list: Source & { sheet: string; headRow: number; month: Month | null };
  /** What the park's own headings stand for, as somebody has just said. */
  headings?: { heading: string; columnKey: ColumnKey }[];
};

/**
 * Keeps the rows of a list, to be planned and run; nothing of them is in the register yet. What headings stand for is
 * remembered for the park.
 * @returns the id of the batch
 * @throws Forbidden for who does not keep the park's records
 */
export function beginImport(db: Db, by: Actor, input: NewImport): Promise<number> {
  const { parkId, fileName, list, headings = [] } = input;
  const { sheet, headRow, month, rows, passedOver, unread } = list;
  return transact(db, async (tx) => {
    await refuseUnlessImporter(tx, by, parkId);
    await upsertRows(
      tx,
      'ImportHeading',
      ['parkId', 'heading'],
      headings.map(({ heading, columnKey }) => ({ parkId, heading, columnKey })),
    );
    const { id } = await tx.importBatch.create({
      data: {
        parkId,
        state: 'planning',
        fileName: fileName.slice(0, 200),
        sheet,
        headRow,
        month,
        source: {},
        choices: {},
        plan: asJson(emptyPlan),
        total: rows.length,
        createdAt: by.at,
        createdById: by.accountId,
      },
    });
    await storeLong(tx, id, 'source', { rows, passedOver, unread });
    return id;
  });
}
