/** What must hold between numbers that one report prints. The names are codes of its figures and captions. */
export type Identity = { code: string } & (
  | { kind: 'share'; part: string; whole: string; share: string | null }
  | { kind: 'at-most'; less: string; more: string }
  | { kind: 'growth'; now: string; growth: string }
  | { kind: 'target'; done: string; rate: string }
  | { kind: 'rise'; before: string; after: string }
  | { kind: 'same'; figure: string; caption: string }
);
export type IdentityKind = Identity['kind'];

/**
 * The identities between the printed figures. What each compares is said in words under
 * `figures.identity.<code>`; how each kind is judged stands in judge-identity.ts.
 */
// biome-ignore format: a table reads best with one identity a line
export const identities = [
  { code: 'high-skilled-share', kind: 'share', part: 'high-skilled-total', whole: 'skilled-total', share: 'high-skilled-share' },
  { code: 'high-skilled-new', kind: 'at-most', less: 'high-skilled-new', more: 'skilled-new' },
  { code: 'skilled-new', kind: 'at-most', less: 'skilled-new', more: 'skilled-total' },
  { code: 'high-skilled-total', kind: 'at-most', less: 'high-skilled-new', more: 'high-skilled-total' },
  { code: 'digital-high-skilled', kind: 'at-most', less: 'digital-high-skilled', more: 'high-skilled-new' },
  { code: 'digital-target', kind: 'target', done: 'digital-high-skilled', rate: 'digital-high-skilled-completion' },
  { code: 'masters-doctors', kind: 'at-most', less: 'masters-doctors', more: 'graduates' },
  { code: 'masters-doctors-growth', kind: 'growth', now: 'masters-doctors', growth: 'masters-doctors-growth' },
  { code: 'new-urban-jobs-growth', kind: 'growth', now: 'new-urban-jobs', growth: 'new-urban-jobs-growth' },
  { code: 'insured-firms-caption', kind: 'same', figure: 'insured-firms', caption: 'insured-firms-caption' },
  { code: 'insured-workers-caption', kind: 'same', figure: 'insured-workers', caption: 'insured-workers-caption' },
  { code: 'skilled-total-caption', kind: 'same', figure: 'skilled-total', caption: 'insured-workers-caption' },
  { code: 'insured-skilled', kind: 'at-most', less: 'insured-workers', more: 'skilled-total' },
  { code: 'insurance-discount', kind: 'share', part: 'insurance-discount', whole: 'insurance-premium', share: null },
  { code: 'pension-rise', kind: 'rise', before: 'pension-standard-before', after: 'pension-standard' },
  { code: 'contribution-rise', kind: 'rise', before: 'contribution-before', after: 'contribution' },
] as const satisfies readonly Identity[];

export type IdentityCode = (typeof identities)[number]['code'];
