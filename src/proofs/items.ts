/** 证件 社会保险 租赁合同 租金凭证 类别证明 孵化协议 申请表 其他 */
export const proofItems = [
  'identity-document',
  'social-insurance',
  'lease',
  'rent-receipt',
  'category',
  'incubation-agreement',
  'application-form',
  'other',
] as const;
export type ProofItem = (typeof proofItems)[number];
