import { type Month, monthOf, monthsBetween, today } from '../../calendar/days.js';
import type { Tx } from '../../database/database.js';
import { insertRows } from '../../database/insert-rows.js';
import { nextNumber } from '../../database/next-numbers.js';
import type { Actor } from '../../history/actor.js';
import { recordEvent } from '../../history/record.js';
import { refuseIf } from '../../language/refusal.js';
import { refuseUnless } from '../../people/acting-viewer.js';
import { Forbidden } from '../../web/errors.js';
import { canClaim } from '../permissions.js';
import { monthsOfGrant } from './claimable.js';

const series = { table: 'SubsidyClaim', letter: 'C', digits: 4 } as const;

/**
 * Begins a claim for some months of a granted subsidy; from now on they are in no other.
 * @returns its number
 * @throws Forbidden; Refusal for months that are not granted, have not begun, or stand in another claim
 */
export async function beginClaim(
  tx: Tx,
  by: Actor,
  { waiverId, from, to }: { waiverId: number; from: Month; to: Month },
): Promise<string> {
  const grant = await tx.waiver.findUnique({ where: { id: waiverId } });
  if (!grant) throw new Forbidden();
  await refuseUnless(tx, by, (viewer) => canClaim(viewer, grant));
  const thisMonth = monthOf(today(by.at));
  refuseIf([
    grant.form !== 'subsidy' && { field: '', key: 'payments.claim.no-subsidy' },
    from > to && { field: 'to', key: 'payments.claim.order' },
    from <= to && to > thisMonth && { field: 'to', key: 'payments.claim.not-begun' },
  ]);
  const all = new Map((await monthsOfGrant(tx, waiverId)).map((row) => [row.month, row]));
  const months = from.slice(0, 4) < '2000' ? [] : monthsBetween(from, to);
  const outside = months.find((month) => (all.get(month)?.granted ?? 0) <= 0);
  const taken = months.map((month) => all.get(month)).find((row) => row && row.claimId !== null);
  refuseIf([
    (months.length === 0 || outside !== undefined) && {
      field: 'from',
      key: 'payments.claim.not-granted',
      values: { month: { month: outside ?? from } },
    },
    outside === undefined &&
      taken && {
        field: 'from',
        key: 'payments.claim.taken',
        values: { month: { month: taken.month }, number: taken.claim ?? '' },
      },
  ]);
  const number = await nextNumber(tx, series, today(by.at).slice(0, 4));
  const { id } = await tx.subsidyClaim.create({
    data: {
      number,
      waiverId,
      fromMonth: from,
      toMonth: to,
      state: 'draft',
      begunAt: by.at,
      begunById: by.accountId,
    },
  });
  await insertRows(
    tx,
    'SubsidyClaimMonth',
    months.map((month) => ({ claimId: id, waiverId, month })),
  );
  recordEvent(tx, by, {
    verb: 'claim.begun',
    subjectKind: 'claim',
    subjectId: id,
    ventureId: grant.ventureId,
    parkId: grant.parkId,
    detail: { number, from, to },
  });
  return number;
}
