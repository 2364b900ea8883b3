/** 申领: from what a founder puts together to what may be paid. */
export const claimStates = {
  draft: { desk: 'claimant', tone: null, isLiving: true },
  submitted: { desk: 'park', tone: 'heed', isLiving: true },
  returned: { desk: 'claimant', tone: 'heed', isLiving: true },
  checked: { desk: 'county', tone: 'heed', isLiving: true },
  approved: { desk: 'payment', tone: 'go', isLiving: true },
  refused: { desk: 'nobody', tone: 'stop', isLiving: false },
  withdrawn: { desk: 'nobody', tone: null, isLiving: false },
} as const;
export type ClaimState = keyof typeof claimStates;

/** What moves a claim: from where, to where, and at whose desk. */
export const claimMoves = {
  submit: { from: ['draft', 'returned'], to: 'submitted', by: 'claimant' },
  check: { from: ['submitted'], to: 'checked', by: 'park' },
  return: { from: ['submitted', 'checked', 'approved'], to: 'returned', by: 'desk' },
  approve: { from: ['checked'], to: 'approved', by: 'county' },
  refuse: { from: ['checked'], to: 'refused', by: 'county' },
  withdraw: {
    from: ['draft', 'submitted', 'returned', 'checked'],
    to: 'withdrawn',
    by: 'claimant',
  },
} as const satisfies Record<
  string,
  { from: readonly ClaimState[]; to: ClaimState; by: 'claimant' | 'park' | 'county' | 'desk' }
>;
export type ClaimMove = keyof typeof claimMoves;
export const claimMoveNames = Object.keys(claimMoves) as ClaimMove[];

/** In which its months and receipts can be changed. */
export const isOpen = (state: string): boolean => state === 'draft' || state === 'returned';
