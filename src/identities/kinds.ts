/**
 * 居民身份证（含港澳台居民居住证） 护照 港澳居民来往内地通行证 台湾居民来往大陆通行证 外国人永久居留身份证
 */
export const identityKinds = [
  'resident',
  'passport',
  'hk-macao',
  'taiwan',
  'foreign-permanent',
] as const;
export type IdentityKind = (typeof identityKinds)[number];

/** What is agreed to separately: the number of a document, and files of proof. */
export const purposes = ['identity', 'proof'] as const;
export type Purpose = (typeof purposes)[number];

/** Given by the person here, or signed on paper and recorded by somebody else. */
export type ConsentBasis = 'self' | 'paper';
