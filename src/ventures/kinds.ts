export { type Trade, trades } from '../standards/register-codes.js';

/** Why a residency ended. 转园 is made by the move itself and cannot be chosen. */
export const endReasons = ['graduated', 'closed', 'removed'] as const;
export type EndReason = (typeof endReasons)[number];

/** Where a venture stands at a day: in a park, gone, or logged and not yet in one. */
export const ventureStatuses = ['settled', 'ended', 'unsettled'] as const;
export type VentureStatus = (typeof ventureStatuses)[number];

/** How well a headcount is proved, weakest first. */
export const evidenceGrades = ['self-reported', 'roster', 'contract', 'social-insurance'] as const;
export type EvidenceGrade = (typeof evidenceGrades)[number];
