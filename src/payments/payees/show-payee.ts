import type { Tx } from '../../database/database.js';
import type { Actor } from '../../history/actor.js';
import { recordEvent } from '../../history/record.js';
import { Conflict, refuseIf } from '../../language/refusal.js';
import type { KeyRing } from '../../vault/key-ring.js';
import { open } from '../../vault/seal.js';
import { canShowPayee } from '../permissions.js';
import { payeePlace } from './payee-place.js';
import { payeeVentureFor } from './payee-venture.js';
import { payeesOf } from './payees-of.js';

/**
 * The whole number of an account, for a reason; that it was shown, to whom and why is recorded first.
 * @throws Refusal without a reason; Conflict when there is none any more; BrokenSeal when it was tampered with
 */
export async function showPayee(
  tx: Tx,
  by: Actor,
  keys: KeyRing,
  { ventureId, number, reason }: { ventureId: number; number: string; reason: string },
): Promise<string> {
  await payeeVentureFor(tx, by, ventureId, canShowPayee);
  refuseIf([reason.trim() === '' && { field: 'reason', key: 'web.field.required' }]);
  const all = await payeesOf(tx, ventureId);
  const shown = all.find(
    (row) => row.number === number && ['active', 'proposed'].includes(row.state),
  );
  const row = shown && (await tx.payeeAccount.findUnique({ where: { id: shown.id } }));
  if (!row) throw new Conflict('payments.payee.gone');
  recordEvent(tx, by, {
    verb: 'payee.shown',
    subjectKind: 'payee',
    subjectId: row.id,
    ventureId,
    reason: reason.trim(),
    detail: { number },
  });
  return open(keys, payeePlace(row), row).toString();
}
