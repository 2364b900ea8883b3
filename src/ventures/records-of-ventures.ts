/**
 * Every table whose rows belong to a venture, and what becomes of them when the venture turns out to be logged by mistake:
 * `removed` goes out of the table into the record of the void, so that no list or total meets it again; `dropped` is made
 * again by the system or is personal and short-lived, and goes altogether; `stays` is history, or decided and refuses
 * the void first. A test holds this against the schema.
 */
export const recordsOfVentures = {
  Residency: 'removed',
  Tenancy: 'removed',
  JobsReturn: 'removed',
  ReturnCell: 'removed',
  FounderReport: 'removed',
  Roster: 'removed',
  ReturnProof: 'removed',
  VisitVenture: 'removed',
  PrereviewFinding: 'dropped',
  EarlierProfile: 'stays',
  PersonRole: 'stays',
  WaiverApplication: 'stays',
  Waiver: 'stays',
  LedgerEntry: 'stays',
  VentureVoid: 'stays',
  VentureMerge: 'stays',
  VenturePair: 'stays',
  ImportedRow: 'stays',
  PayeeAccount: 'stays',
} as const;
export type VentureTable = keyof typeof recordsOfVentures;
