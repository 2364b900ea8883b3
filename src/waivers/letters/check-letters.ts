import type { Reads } from '../../database/database.js';
import { letterHash } from './make-letter.js';

const LETTERS_A_READ = 500;

/** Holds both texts of every letter against the hash that was kept with them. @returns what differs, in words */
export async function letterFaults(reads: Reads): Promise<string[]> {
  const faults: string[] = [];
  for (let last = 0; ; ) {
    const letters = await reads.letter.findMany({
      where: { id: { gt: last } },
      orderBy: { id: 'asc' },
      take: LETTERS_A_READ,
      select: { id: true, number: true, bodyZh: true, bodyEn: true, sha256: true },
    });
    for (const letter of letters) {
      if (letterHash(letter) !== letter.sha256)
        faults.push(`letter ${letter.number}: its text is not the one that was sent`);
    }
    if (letters.length < LETTERS_A_READ) return faults;
    last = letters.at(-1)?.id ?? last;
  }
}
