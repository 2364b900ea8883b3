import { defineWords } from '../language/words.js';

export const policyWords = defineWords({
  'policies.fault.twice': ['代号重复，请更换', 'This code is used twice'],
  'policies.fault.no-condition': ['没有这项条件', 'There is no such condition'],
  'policies.fault.no-category': [
    '只有对应“创业者类别”条件的材料才能限定类别',
    'Only proof for a condition on founder categories can be limited to some of them',
  ],
  'policies.fault.no-bound': ['下限、上限至少填一项', 'Give a least, a most, or both'],
  'policies.fault.bounds': ['上限须大于下限', 'The most must be above the least'],
  'policies.fault.tier': [
    '截止月不能早于起始月，也不能超出享受期限',
    'The last month cannot be before the first, nor beyond the months of the benefit',
  ],
  'policies.fault.months': [
    '享受期限内的每个月，都须有一档适用于所有创业者的标准',
    'Every month of the benefit needs an amount that is for everyone',
  ],
});
