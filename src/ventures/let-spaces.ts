import { type Day, today } from '../calendar/days.js';
import type { Tx } from '../database/database.js';
import { insertRowsForIds } from '../database/insert-rows.js';
import type { Actor } from '../history/actor.js';
import { recordEvents } from '../history/record.js';
import { refuseTogether } from '../language/refusal.js';
import { closedAt } from '../ledger/closed-at.js';
import { refuseClosedDays } from '../ledger/dated-attributes.js';
import { restateRent } from '../ledger/restate.js';
import { reachesOf } from '../parks/park-of-space.js';
import { addSteps } from './change-steps.js';
import { endWithTerms } from './end-tenancy.js';
import { enteredUntil } from './hold-over.js';
import { refuseUnlessKeeper } from './home-park.js';
import { placeLeases } from './place-leases.js';
import { basisColumns, type RentBasis, refuseBasis } from './rent-basis.js';
import type { RentTerms } from './rent-steps.js';

export type Letting = {
  ventureId: number;
  spaceId: number;
  beganOn: Day;
  /** The first day after the agreed term. */
  termEndOn: Day;
  /** Fen a month. */
  rent: number;
  /** Hundredths of a square metre. */
  area: number;
  /** On what the rent rests; not stated where it was entered before that was recorded. */
  basis?: RentBasis | undefined;
  /** Of the paper that was signed. */
  contractNumber?: string;
  /** Fen; null where it is not stated. */
  deposit?: number | null;
} & RentTerms;

/**
 * Lets spaces to ventures (租约): an area of a space for a period, which may lie ahead. The area is taken from the first
 * day until the tenancy is ended; `roomFor` says which leases end with their terms as a space is let on.
 * @returns the ids of the tenancies, in the order given
 * @throws Refusal with the row, when the space is not in use on the first day or has no room on some day, the term ends
 *   before it begins, the venture is not in its park on the first day, or the rent rests on a clause that its policy
 *   does not have
 */
export async function letSpaces(tx: Tx, by: Actor, inputs: Letting[]): Promise<number[]> {
  if (inputs.length === 0) return [];
  const ventureIds = inputs.map(({ ventureId }) => ventureId);
  await refuseUnlessKeeper(tx, by, ventureIds);
  let found: Awaited<ReturnType<typeof placeLeases>> = { placed: [], ending: [] };
  await refuseTogether([
    async () => {
      found = await placeLeases(tx, by, inputs);
    },
    () => refuseBasis(tx, inputs),
  ]);
  const { placed, ending } = found;
  const reaches = placed.flatMap(({ input: { ventureId, beganOn }, stays, lease }) =>
    reachesOf(stays, ventureId, beganOn, lease.endedOn),
  );
  await refuseClosedDays(tx, by, 'Tenancy.beganOn', reaches);
  await endWithTerms(tx, by, ending);
  const rows = placed.map(({ input: { basis, ...letting }, lease: { endedOn } }) => {
    const entered = enteredUntil({ endedOn, termEndOn: letting.termEndOn }, today(by.at));
    const {
      contractNumber = '',
      deposit = null,
      rentFreeTo = null,
      steps = [],
      ...terms
    } = letting;
    const columns = { ...terms, ...basisColumns(basis), contractNumber, deposit, rentFreeTo };
    return { steps, columns, ends: { endedOn, heldOverTo: entered } };
  });
  const ids = await insertRowsForIds(
    tx,
    'Tenancy',
    rows.map(({ columns, ends }) => Object.assign({}, columns, ends)),
  );
  await addSteps(
    tx,
    rows.map(({ steps }, index) => ({ tenancyId: ids[index] as number, steps })),
  );
  recordEvents(
    tx,
    by,
    rows.map(
      ({ steps, columns: { ventureId, rentFreeTo, ...terms }, ends: { endedOn } }, index) => ({
        verb: 'tenancy.began',
        subjectKind: 'tenancy',
        subjectId: ids[index] as number,
        ventureId,
        parkId: placed[index]?.parkId as number,
        detail: {
          ...terms,
          ...(rentFreeTo === null ? {} : { rentFreeTo }),
          ...(steps.length === 0 ? {} : { steps: [...steps] }),
          ...(endedOn === null ? {} : { endedOn }),
        },
      }),
    ),
  );
  const others = ending.map(({ ventureId }) => ventureId);
  await closedAt('beganOn', () => restateRent(tx, by, [...new Set([...ventureIds, ...others])]));
  return ids;
}

export const letSpace = async (tx: Tx, by: Actor, input: Letting): Promise<number> =>
  (await letSpaces(tx, by, [input]))[0] as number;
