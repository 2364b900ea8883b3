import type { Manifest } from './manifest.js';
import type { DataCheck } from './verify-data.js';

/** What a check found, for whoever reads the terminal: what is wrong, or that all holds; then what to know. */
export function reportLines({
  entries,
  balances,
  head,
  proofs,
  notes,
  problems,
}: DataCheck): string[] {
  if (problems.length > 0)
    return [...problems, ...notes, `${problems.length} problem(s) in ${entries} entries.`];
  return [
    `The ledger holds: ${entries} entries in an unbroken chain, ${balances} balances, all as the records say.`,
    `The database is sound, and ${proofs} files of proof are as they were written.`,
    ...notes,
    `Head: position ${entries}, hash ${head}`,
  ];
}

/** What was backed up, and in how many milliseconds. */
export function sizeLine({ files, tables, ledger }: Manifest, ms: number): string {
  const bytes = Object.values(files).reduce((sum, file) => sum + file.bytes, 0);
  const rows = Object.values(tables).reduce((sum, count) => sum + count, 0);
  const proofs = Object.keys(files).length - 1;
  return (
    `Backed up ${rows} rows and ${proofs} files of proof, ${(bytes / 1_000_000).toFixed(1)} MB, ` +
    `up to ledger position ${ledger.position}, in ${(ms / 1000).toFixed(1)} s.`
  );
}
