import { type Db, type Tx, transact } from '../database/database.js';
import { upsertRow } from '../database/upsert-rows.js';
import { numbersInText } from '../people/numbers-in-text.js';
import type { KeyRing } from '../vault/key-ring.js';
import { lookupOf } from '../vault/lookup.js';
import { open, seal } from '../vault/seal.js';
import { certificatePlace } from './certificate-place.js';
import { plainCertificate } from './read-certificate.js';
import { maskOf } from './read-number.js';

type Spell = { id: number; personId: number; category: string; proof: string };

/**
 * Seals the numbers of certificates that stand in the texts of categories, as those of an earlier version were stored, and
 * leaves of each text what the document is called. A second start finds nothing left.
 * @returns how many texts held one
 */
export async function sealStoredNumbers(db: Db, keys: KeyRing, at: Date): Promise<number> {
  const named: Spell[] = await db.personCategory.findMany({
    where: { proof: { not: '' } },
    select: { id: true, personId: true, category: true, proof: true },
    orderBy: { id: 'asc' },
  });
  const found = named.filter(({ proof }) => numbersInText(proof).length > 0);
  if (found.length > 0)
    await transact(db, async (tx) => {
      for (const spell of found) await sealOne(tx, keys, spell, at);
    });
  return found.length;
}

/** Several spells of a category, or several numbers in a text, are kept beside each other. */
async function sealOne(tx: Tx, keys: KeyRing, spell: Spell, at: Date): Promise<void> {
  const { personId, category, proof } = spell;
  const place = { personId, category };
  const before = await tx.certificate.findUnique({ where: { personId_category: place } });
  const known = before ? open(keys, certificatePlace(place), before).toString().split('、') : [];
  const numbers = [...new Set([...known, ...numbersInText(proof).map(plainCertificate)])];
  const [first = ''] = numbers;
  await upsertRow(tx, 'Certificate', ['personId', 'category'], {
    ...place,
    masked: maskOf(first),
    enteredAt: before?.enteredAt ?? at,
    enteredById: before?.enteredById ?? null,
    ...lookupOf(keys, 'certificate', first),
    ...seal(keys, certificatePlace(place), Buffer.from(numbers.join('、'))),
  });
  const name = numbersInText(proof).reduce((text, number) => text.replace(number, ''), proof);
  const tidy = name.replace(/第\s*号|编号|号码|证号/g, '').replace(/[\s:：,，;；、()（）第]+$/, '');
  await tx.personCategory.update({ where: { id: spell.id }, data: { proof: tidy } });
}
