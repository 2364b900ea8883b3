/** 企业 个体工商户 农民专业合作社 社会组织 未登记团队 */
export const legalForms = ['firm', 'sole-trader', 'cooperative', 'non-profit', 'team'] as const;
export type LegalForm = (typeof legalForms)[number];

/** Sections of GB/T 4754-2017. */
export const industries = [
  'A',
  'B',
  'C',
  'D',
  'E',
  'F',
  'G',
  'H',
  'I',
  'J',
  'K',
  'L',
  'M',
  'N',
  'O',
  'P',
  'Q',
  'R',
  'S',
  'T',
] as const;
export type Industry = (typeof industries)[number];

/** The local list beside the standard, which has no 民宿, 电商 or 乡创. */
export const trades = [
  'homestay',
  'e-commerce',
  'rural-creative',
  'seafood',
  'catering',
  'crafts',
  'study-tours',
  'sea-leisure',
  'farming',
  'digital',
  'design',
  'repair',
  'logistics',
  'wellness',
] as const;
export type Trade = (typeof trades)[number];
