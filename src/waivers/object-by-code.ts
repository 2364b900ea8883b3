import type { Tx } from '../database/database.js';
import { Refusal } from '../language/refusal.js';
import type { Lang } from '../language/words.js';
import { takeCode } from '../people/phone-codes.js';
import type { KeyRing } from '../vault/key-ring.js';
import { type FiledObjection, objectToApplication } from './object-to-application.js';
import type { Ground } from './objections.js';

/**
 * Makes the objection that waits beside a ticket, once its code has proven the phone.
 * @throws Refusal for a code that is wrong or no longer holds; CodeUsed; and as `objectToApplication`
 */
export async function objectByCode(
  tx: Tx,
  keys: KeyRing,
  at: Date,
  { ticket, code }: { ticket: string; code: string },
): Promise<FiledObjection> {
  const phone = await takeCode(tx, keys, { id: ticket, code, purpose: 'objection', at });
  const draft = await tx.objectionDraft.findUnique({
    where: { ticket },
    include: { application: { select: { number: true } } },
  });
  if (draft === null) throw new Refusal([{ field: 'code', key: 'people.code.dead' }]);
  await tx.objectionDraft.delete({ where: { ticket } });
  const { name, ground, text, lang, application } = draft;
  const said = { ground: ground as Ground, text, lang: lang as Lang };
  const objection = { number: application.number, ...said };
  return objectToApplication(tx, at, objection, { name, phone, ticket });
}
