import { type Db, type Reads, transact } from '../../database/database.js';
import type { KeyRing } from '../../vault/key-ring.js';
import { BrokenSeal, open, seal } from '../../vault/seal.js';
import { payeePlace } from './payee-place.js';

const batch = 200;

/** Seals every account's number anew that an older key sealed, a batch at a time. @returns how many */
export async function resealPayees(db: Db, keys: KeyRing): Promise<number> {
  for (let done = 0; ; ) {
    const count = await transact(db, async (tx) => {
      const old = await tx.payeeAccount.findMany({
        where: { keyId: { notIn: [keys.newest.id, ''] } },
        orderBy: { id: 'asc' },
        take: batch,
      });
      for (const row of old) {
        const place = payeePlace(row);
        const { sealed, keyId } = seal(keys, place, open(keys, place, row));
        const data = { sealed: new Uint8Array(sealed), keyId };
        await tx.payeeAccount.update({ where: { id: row.id }, data });
      }
      return old.length;
    });
    done += count;
    if (count < batch) return done;
  }
}

/** Opens every account's number and forgets it at once. @returns which do not open, in words */
export async function payeeFaults(reads: Reads, keys: KeyRing): Promise<string[]> {
  const faults: string[] = [];
  for (let last = 0; ; ) {
    const rows = await reads.payeeAccount.findMany({
      where: { id: { gt: last }, keyId: { not: '' } },
      orderBy: { id: 'asc' },
      take: batch,
    });
    for (const row of rows) {
      try {
        open(keys, payeePlace(row), row);
      } catch (error) {
        if (!(error instanceof BrokenSeal)) throw error;
        faults.push(`the payee account ${row.number} was altered`);
      }
    }
    if (rows.length < batch) return faults;
    last = rows.at(-1)?.id ?? last;
  }
}
