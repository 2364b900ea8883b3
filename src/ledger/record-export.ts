import { type Db, transact } from '../database/database.js';
import type { Actor } from '../history/actor.js';
import { recordEvent } from '../history/record.js';
import type { ExportFormat } from '../reports/send-table.js';
import { type TotalsAddress, totalsAddress } from './forms.js';

/** Records who took the records of a number out of the system, and of which number. */
export function recordExport(
  db: Db,
  by: Actor,
  { format, address }: { format: ExportFormat; address: TotalsAddress },
): Promise<void> {
  return transact(db, (tx) =>
    recordEvent(tx, by, {
      verb: 'totals.exported',
      subjectKind: 'export',
      subjectId: 0,
      detail: { format, address: totalsAddress(address) },
    }),
  );
}
