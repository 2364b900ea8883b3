import { defineWords } from '../language/words.js';

export const policyWords = defineWords({
  'history.kind.policy': ['政策', 'policy'],
  'history.policy.drafted': ['起草政策', 'Policy drafted'],
  'history.policy.changed': ['修改政策草案', 'Draft of a policy changed'],
  'history.policy.discarded': ['放弃政策草案', 'Draft of a policy discarded'],
  'history.policy.put-in-force': ['批准政策施行', 'Policy put in force'],
  'policies.draft-exists': [
    '这项政策已有一份草案，请先完成或放弃该草案',
    'There is a draft of this policy already; finish or discard it first',
  ],
  'policies.fault.code': [
    '代码只能用小写英文字母、数字和连字符，以字母开头',
    'A code has small letters, digits and hyphens, and begins with a letter',
  ],
  'policies.fault.own-draft': [
    '起草、修改过草案的人员不能批准施行，须由另一名工作人员办理',
    'Whoever wrote or changed a draft cannot put it in force; another member of the bureau does',
  ],
  'policies.fault.past': ['施行日不能早于今天', 'The day in force cannot be before today'],
  'policies.fault.earlier': [
    '施行日须晚于现行版本的施行日',
    'It must be after the first day of the version before',
  ],
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
