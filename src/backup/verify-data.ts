import { searchIndexFaults } from '../database/check-search-index.js';
import type { Reads } from '../database/database.js';
import { certificateFaults, identityFaults } from '../identities/check-identities.js';
import { NO_HASH } from '../ledger/entry-hash.js';
import { payeeFaults } from '../payments/payees/reseal-payees.js';
import { checkProofs, type RecordedProof } from '../proofs/check-proofs.js';
import type { KeyRing } from '../vault/key-ring.js';
import { keysInUse } from '../vault/keys-in-use.js';
import { searchTextFaults } from '../ventures/check-search-text.js';
import { outlastingLeases, outlastingText } from '../ventures/outlasting-leases.js';
import { letterFaults } from '../waivers/letters/check-letters.js';
import { recordedProofs } from './copy-proofs.js';
import { type Verification, verifyLedger } from './verify-ledger.js';

/** What was checked, and everything that is wrong. `notes` says what could not be checked, and how it could be, and what waits for a person. */
export type DataCheck = Verification & { proofs: number; notes: string[] };

type Check = (reads: Reads) => Promise<string[]>;
const furtherChecks = new Map<string, Check>();

/** Has verify check something more, of rooms that this one does not know: see `between-rooms.ts`. */
export function alsoCheck(what: string, check: Check): void {
  furtherChecks.set(what, check);
}

export type Sealing = {
  /** The folder of the files of proof. */
  folder: string;
  /** Null checks without. */
  keys: KeyRing | null;
  /** Whether a record, read a while ago, still says the same. */
  isCurrent: (file: RecordedProof) => Promise<boolean>;
};

/**
 * Checks what the database says against itself and against the files of proof: ledger, search texts, letters, every
 * sealed file, and with the keys every identity number. `checkDatabase` has found its pages sound.
 */
export async function verifyData(reads: Reads, sealing: Sealing): Promise<DataCheck> {
  const problems: string[] = [];
  const notes: string[] = [];
  const attempt = async <T>(what: string, check: () => Promise<T>, instead: T): Promise<T> => {
    try {
      return await check();
    } catch (error) {
      // Values that cannot be read make a check fail: that is a finding, and the other checks go on.
      problems.push(`${what} cannot be checked: ${lastLine(error)}`);
      return instead;
    }
  };
  const nothing = { entries: 0, balances: 0, head: NO_HASH, problems: [] };
  const ledger = await attempt('the ledger', () => verifyLedger(reads), nothing);
  problems.push(...ledger.problems);
  problems.push(...(await attempt('search texts', () => searchTextFaults(reads), [])));
  problems.push(...(await attempt('index of words', () => searchIndexFaults(reads), [])));
  for (const [what, check] of furtherChecks)
    problems.push(...(await attempt(what, () => check(reads), [])));
  problems.push(...(await attempt('letters', () => letterFaults(reads), [])));
  const sealed = await attempt('what is sealed', () => checkSealed(reads, sealing), null);
  problems.push(...(sealed?.problems ?? []));
  notes.push(...(sealed?.notes ?? []));
  const outlasting = await attempt('leases', () => outlastingLeases(reads), []);
  notes.push(...outlasting.map((lease) => `To be ended by hand: ${outlastingText(lease)}.`));
  const { entries, balances, head } = ledger;
  return { entries, balances, head, problems, proofs: sealed?.files ?? 0, notes };
}

/** Where the pages of the database are damaged: what it says cannot be checked then. */
export const notReadable = (problems: string[]): DataCheck => ({
  entries: 0,
  balances: 0,
  head: NO_HASH,
  proofs: 0,
  notes: ['The database is damaged: the ledger, letters and files of proof were not checked.'],
  problems,
});

type SealedCheck = { files: number; problems: string[]; notes: string[] };

async function checkSealed(
  reads: Reads,
  { folder, keys, isCurrent }: Sealing,
): Promise<SealedCheck> {
  const records = await recordedProofs(reads);
  const lacking = keys ? [...(await keysInUse(reads))].filter((id) => !keys.holds(id)) : [];
  const usable = lacking.length === 0 ? keys : null;
  const { files, bySize, faults } = await checkProofs(records, { folder, keys: usable, isCurrent });
  const problems = lacking.map(
    (id) => `the file of keys lacks the key ${id}, which sealed some of this`,
  );
  problems.push(...faults);
  if (usable) {
    problems.push(...(await identityFaults(reads, usable)));
    problems.push(...(await certificateFaults(reads, usable)));
    problems.push(...(await payeeFaults(reads, usable)));
  }
  const notes = usable ? [] : ['Checked without keys: identity numbers were not opened.'];
  if (bySize > 0) {
    notes.push(
      `Of ${bySize} files of proof only the size was checked: npm run keys -- record-hashes, with the keys.`,
    );
  }
  return { files, problems, notes };
}

/** The client's errors begin with the code that called it; the last line says what was wrong. */
const lastLine = (error: unknown): string =>
  String((error as Error).message)
    .trim()
    .split('\n')
    .at(-1) ?? '';
