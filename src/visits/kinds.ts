/** 电话联系 上门走访 创业指导 创业培训 招聘展销 */
export const visitKinds = ['call', 'visit', 'guidance', 'training', 'fair'] as const;
export type VisitKind = (typeof visitKinds)[number];
