import { type Tx, transact } from '../database/database.js';
import { cleanName } from '../input/names.js';
import { codePhoneOf } from '../input/phones.js';
import { refuseIf } from '../language/refusal.js';
import { CodeUsed, codeFault, sendCode, tryCode } from '../people/phone-codes.js';
import { countFailure, placeHash, secondsToWait, type Tally } from '../people/sign-in-limits.js';
import type { SealingDeps } from '../vault/deps.js';
import { objectByCode } from '../waivers/object-by-code.js';
import { type NewObjection, objectToApplication } from '../waivers/object-to-application.js';

/** After five within an hour a place has to wait, longer after each further one. */
const tallyOf = (address: string): Tally => ({
  kind: 'name',
  key: `objection ${placeHash(address)}`,
});

/** Counts an objection of a place. @throws Refusal while the place has to wait */
async function count(tx: Tx, address: string, at: Date): Promise<void> {
  const tally = tallyOf(address);
  const seconds = await secondsToWait(tx, [tally], at);
  const minutes = Math.ceil(seconds / 60);
  refuseIf([seconds > 0 && { field: '', key: 'notices.object.wait', values: { minutes } }]);
  await countFailure(tx, [tally], at);
}

/**
 * Objects to a case on notice without a name, as anyone may; many from one place have to wait.
 * @returns the ticket by which its number is told
 * @throws Refusal while the place has to wait
 */
export function objectNameless(
  { db, clock }: SealingDeps,
  { address, ...objection }: NewObjection & { address: string },
): Promise<string> {
  const at = clock.now();
  return transact(db, async (tx) => {
    await count(tx, address, at);
    return (await objectToApplication(tx, at, objection, null)).ticket;
  });
}

/** Who objects with a name, and from where: the code goes to the phone. */
export type Named = NewObjection & {
  name: string;
  phone: string;
  address: string;
  device: string | null;
};

/**
 * Has a code sent to the phone of who objects. What was typed waits beside its ticket; it is no objection yet.
 * @returns the ticket
 * @throws Refusal while the place or the phone has to wait
 */
export function askForCode({ db, clock }: SealingDeps, named: Named): Promise<string> {
  const at = clock.now();
  const { number, ground, text, name, address, device, lang } = named;
  const phone = codePhoneOf(named.phone) ?? named.phone;
  return transact(db, async (tx) => {
    await count(tx, address, at);
    const wanted = { purpose: 'objection', phone, accountId: null, address, device, lang } as const;
    const ticket = await sendCode(tx, at, wanted);
    const { id: applicationId } = await tx.waiverApplication.findUniqueOrThrow({
      where: { number },
      select: { id: true },
    });
    const draft = { ticket, applicationId, name: cleanName(name), ground, text, lang };
    await tx.objectionDraft.create({ data: draft });
    return ticket;
  });
}

/**
 * Makes the objection of a ticket by its code.
 * @throws Refusal for a code that is wrong or no longer holds, or a phone that has objected already; Conflict when the
 *   notice is over
 */
export async function proveObjection(
  { db, clock, keys }: SealingDeps,
  { ticket, code }: { ticket: string; code: string },
): Promise<void> {
  const at = clock.now();
  // By itself, so that a wrong code stays counted.
  const guess = { id: ticket, purpose: 'objection', code, at } as const;
  refuseIf([codeFault(await transact(db, (tx) => tryCode(tx, keys, guess)))]);
  try {
    await transact(db, (tx) => objectByCode(tx, keys, at, { ticket, code }));
  } catch (error) {
    // The same form, sent twice.
    if (!(error instanceof CodeUsed)) throw error;
  }
}
