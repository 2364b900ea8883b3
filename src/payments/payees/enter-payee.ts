import { today } from '../../calendar/days.js';
import type { Tx } from '../../database/database.js';
import { nextNumber } from '../../database/next-numbers.js';
import type { Actor } from '../../history/actor.js';
import { recordEvent } from '../../history/record.js';
import { nameKey } from '../../input/names.js';
import { Conflict, type Fault, refuseIf } from '../../language/refusal.js';
import { announceAll } from '../../outbox/announce.js';
import type { KeyRing } from '../../vault/key-ring.js';
import { lookupOf } from '../../vault/lookup.js';
import { seal } from '../../vault/seal.js';
import { canEnterPayee } from '../permissions.js';
import type { BankName, PayeeKind } from './banks.js';
import { payeePlace } from './payee-place.js';
import { type PayeeVenture, payeeVentureFor } from './payee-venture.js';
import { activePayee, payeesOf, proposedPayee } from './payees-of.js';
import { readPayeeNumber } from './read-payee-number.js';

export type NewPayee = {
  ventureId: number;
  kind: PayeeKind;
  holder: string;
  bank: BankName;
  branch: string;
  /** As it was typed. */
  number: string;
  /** Whether the holder agreed here, or on paper that somebody else records. */
  consent: 'self' | 'paper';
};

const series = { table: 'PayeeAccount', letter: 'K', digits: 4 } as const;

/**
 * Enters the account to which a venture's subsidies are paid, sealed; in the clear its number is nowhere but in memory.
 * The first holds at once; a change waits for a second person, and is told to the founders.
 * @returns whether it holds already, and the number of the row
 * @throws Forbidden; Refusal for a number that cannot be one, and for a holder that is neither the venture nor its founder
 * @throws Conflict while another change waits
 */
export async function enterPayee(
  tx: Tx,
  by: Actor,
  keys: KeyRing,
  input: NewPayee,
): Promise<{ number: string; state: 'active' | 'proposed' }> {
  const { ventureId, kind, bank, consent } = input;
  const { venture } = await payeeVentureFor(tx, by, ventureId, canEnterPayee);
  const read = readPayeeNumber(kind, bank, input.number);
  const all = await payeesOf(tx, ventureId);
  const current = activePayee(all);
  if (proposedPayee(all)) throw new Conflict('payments.payee.waits');
  const holder = input.holder.trim();
  const branch = input.branch.trim();
  refuseIf([
    holderFault(venture, { kind, holder }),
    'fault' in read && {
      field: 'number',
      key: read.fault,
      ...(read.values ? { values: read.values } : {}),
    },
    (kind === 'corporate' || bank === 'other') &&
      branch === '' && { field: 'branch', key: 'payments.payee.branch-needed' },
  ]);
  if ('fault' in read) return { number: '', state: 'proposed' };
  const { lookup, lookupKeyId } = lookupOf(keys, 'payee', read.number);
  const isFirst = all.every(({ state }) => state === 'refused' || state === 'withdrawn');
  const number = await nextNumber(tx, series, today(by.at).slice(0, 4));
  const { sealed, keyId } = seal(keys, payeePlace({ number }), Buffer.from(read.number));
  const state = isFirst ? 'active' : 'proposed';
  const lastFour = read.number.slice(-4);
  const { id } = await tx.payeeAccount.create({
    data: {
      number,
      ventureId,
      kind,
      holder,
      bank,
      branch,
      sealed: new Uint8Array(sealed),
      keyId,
      lookup,
      lookupKeyId,
      lastFour,
      state,
      consent,
      enteredAt: by.at,
      enteredById: by.accountId,
    },
    select: { id: true },
  });
  recordEvent(tx, by, {
    verb: isFirst ? 'payee.entered' : 'payee.proposed',
    subjectKind: 'payee',
    subjectId: id,
    ventureId,
    detail: { number, replacesNumber: current?.number ?? null },
  });
  await tellPayeeChange(tx, by, venture, isFirst ? 'entered' : 'proposed', lastFour);
  return { number, state };
}

/** Why an account cannot be in a name: it is the venture's own, or that of a founder. */
export function holderFault(
  { name, legalForm, people }: Pick<PayeeVenture, 'name' | 'legalForm' | 'people'>,
  { kind, holder }: { kind: PayeeKind; holder: string },
): Fault | false {
  const key = nameKey(holder);
  if (kind === 'corporate') {
    if (legalForm === 'team') return { field: 'kind', key: 'payments.payee.team' };
    return (
      key !== nameKey(name) && {
        field: 'holder',
        key: 'payments.payee.not-venture',
        values: { name },
      }
    );
  }
  return (
    people.every((person) => nameKey(person.name) !== key) && {
      field: 'holder',
      key: 'payments.payee.not-founder',
      values: { names: people.map((person) => person.name).join('、') },
    }
  );
}

/** Tells the founders what became of the account to which their venture is paid. */
export const tellPayeeChange = (
  tx: Tx,
  by: Actor,
  { number, name, people }: PayeeVenture,
  what: 'entered' | 'proposed' | 'confirmed' | 'refused' | 'removed',
  lastFour: string,
): Promise<void> =>
  announceAll(
    tx,
    by,
    people.map(({ id: personId }) => ({
      personId,
      key: `payments.message.payee-${what}` as const,
      href: `/payments/payees/${number}`,
      values: { name, lastFour },
      expiresAt: new Date(by.at.getTime() + 30 * 86_400_000),
    })),
  );
