/**
 * The rooms by their floors, the lowest first. A file imports its own room and those on floors below: none beside it, and
 * none above. `tests/web/import-rules.test.ts` reads this, and fails on an import that goes up or that this does not
 * allow. What a lower room needs of a higher one is handed to it: see `between-rooms.ts`, `exported.ts` and `words.ts`.
 */
export const floors: readonly (readonly string[])[] = [
  // What knows nothing of the programme.
  ['database', 'language', 'numbers', 'standards'],
  ['calendar', 'history', 'process'],
  ['input', 'upkeep'],
  ['web'],
  ['files', 'outbox', 'vault'],
  // Who acts and what they may see, and how what they see is taken out.
  ['people'],
  ['find', 'lists'],
  ['exports', 'identities', 'messages', 'policies'],
  // The register, from its numbers up.
  ['ledger', 'proofs'],
  ['photos'],
  ['api', 'charts', 'consents', 'figures', 'parks'],
  ['about', 'eligibility', 'ventures'],
  ['returns', 'visits', 'waivers'],
  // What brings many of these in at once, and what is said of several.
  ['imports', 'payments'],
  ['backup', 'holidays', 'notices', 'parity', 'persons', 'prereview', 'reports', 'trail'],
  ['dashboard', 'receipts', 'today', 'tracking'],
];

/** Files at the top of src that are below all rooms. All others there, and each room's `command.ts`, are above them. */
export const ground: readonly string[] = ['config.ts', 'told.ts', 'worker-program.ts'];
