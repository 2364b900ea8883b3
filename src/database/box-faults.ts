import { causeOf, isSqliteError } from './errors.js';

/**
 * What can be wrong with the machine rather than with a request or with this program: another process holds the lock,
 * the disk is full or read-only, reading or writing it failed, the file is damaged, something was interrupted, memory
 * or open files ran out, or the turn in the queue did not come in time.
 */
export type BoxFault =
  | 'busy'
  | 'full'
  | 'readonly'
  | 'io'
  | 'corrupt'
  | 'interrupted'
  | 'exhausted'
  | 'slow';

/** By SQLite's primary result code; after any of these it may have rolled the transaction back by itself. */
const BY_RESULT_CODE: Record<number, BoxFault> = {
  4: 'interrupted', // ABORT
  5: 'busy',
  6: 'busy', // LOCKED
  7: 'exhausted', // NOMEM
  8: 'readonly',
  9: 'interrupted', // INTERRUPT
  10: 'io', // IOERR
  11: 'corrupt',
  13: 'full',
  14: 'io', // CANTOPEN
  15: 'busy', // PROTOCOL: the lock of the log
  26: 'corrupt', // NOTADB
};

/** Of the file system, by Node's codes. EFBIG: the largest file that the process may write, as `ulimit -f` sets it. */
const BY_SYSTEM_CODE: Record<string, BoxFault> = {
  ENOSPC: 'full',
  EDQUOT: 'full',
  EFBIG: 'full',
  EROFS: 'readonly',
  EACCES: 'readonly',
  EPERM: 'readonly',
  EIO: 'io',
  EMFILE: 'exhausted',
  ENFILE: 'exhausted',
  ENOMEM: 'exhausted',
};

/**
 * What is wrong with the machine, of an error as SQLite, the driver adapter, Prisma's client or Node's file system
 * throws it; null for any other error.
 */
export function boxFaultOf(error: unknown): BoxFault | null {
  if (!(error instanceof Error)) return null;
  const cause = causeOf(error);
  if (cause) return BY_RESULT_CODE[Number(cause.originalCode)] ?? null;
  if (isSqliteError(error)) {
    return BY_SYSTEM_CODE[error.code] ?? BY_RESULT_CODE[error.errno] ?? null;
  }
  return isLate(error) ? 'slow' : null;
}

/** Prisma gave up waiting for a turn, or ended a transaction that took too long; used after its end is a bug. */
function isLate(error: Error): boolean {
  const { code } = error as { code?: unknown };
  return code === 'P2028' && /Unable to start|expired/.test(error.message);
}
