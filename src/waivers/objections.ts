/** Why somebody objects: 不符合条件 场地未实际使用 所述情况不实 其他. */
export const grounds = ['not-eligible', 'premises-not-used', 'untrue', 'other'] as const;
export type Ground = (typeof grounds)[number];

export const objectionStates = ['open', 'dismissed', 'upheld'] as const;
export type ObjectionState = (typeof objectionStates)[number];
