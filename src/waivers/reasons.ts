import type { Fault } from '../language/refusal.js';
import type { MoveName } from './states.js';

/** Why a case takes a turn, by move. A refusal names one that the founder can answer. */
export const reasons = {
  refuse: [
    'not-eligible',
    'proof-missing',
    'proof-false',
    'other-benefit',
    'objection-upheld',
    'other',
  ],
  decline: ['out-of-scope', 'no-standing', 'still-unfit', 'other'],
  revoke: ['false-statement', 'left-park', 'premises-not-used', 'other-benefit', 'other'],
  approve: ['as-assessed', 'hardship', 'other'],
  overturn: ['new-proof', 'wrong-assessment', 'other'],
  amend: ['new-proof', 'wrong-assessment', 'other'],
  uphold: ['nothing-new', 'not-eligible', 'other'],
} as const satisfies Partial<Record<MoveName, readonly string[]>>;

/** The fault of a code that is no reason for the move, if it is none. */
export const reasonFault = (move: keyof typeof reasons, code: string): Fault | false =>
  !(reasons[move] as readonly string[]).includes(code) && {
    field: 'reason',
    key: 'web.field.choose',
  };

/** Why a waiver ended before its term: 申请人放弃 转园 出园 租约终止 撤销. */
export const endReasons = ['surrendered', 'moved', 'left', 'tenancy-ended', 'revoked'] as const;
export type WaiverEndReason = (typeof endReasons)[number];
