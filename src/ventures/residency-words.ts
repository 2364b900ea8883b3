import { defineWords } from '../language/words.js';

/** What the forms of residencies, tenancies and roles say. */
export const residencyWords = defineWords({
  'ventures.end-reason.graduated': ['毕业出园', 'Graduated'],
  'ventures.end-reason.closed': ['注销', 'Closed'],
  'ventures.end-reason.removed': ['清退', 'Removed'],
  'ventures.end-reason.moved': ['转园', 'Moved'],
  'ventures.person-role.founder': ['创业者', 'Founder'],
  'ventures.person-role.legal-representative': ['法定代表人', 'Legal representative'],
  'ventures.person-role.partner': ['合伙人', 'Partner'],
  'ventures.person-role.employee': ['员工', 'Employee'],
  'ventures.all': ['创业主体', 'Ventures'],

  'ventures.settle.title': ['办理入驻', 'Settle in a park'],
  'ventures.settle.lead': [
    '自入驻之日起，该创业主体计入园区总数。',
    'From its first day the venture counts in the park’s totals.',
  ],
  'ventures.settle.park': ['入驻园区', 'Park'],
  'ventures.settle.began': ['入驻日期', 'First day'],
  'ventures.settle.submit': ['确认入驻', 'Settle'],
  'ventures.settle.no-parks': [
    '没有可以入驻的园区：所负责的园区均已关闭。',
    'There is no open park that you can settle it in.',
  ],

  'ventures.move.title': ['办理转园', 'Move to another park'],
  'ventures.move.lead': [
    '目前在{park}，{day}入驻。自转园之日起，该创业主体及其带动就业人数计入新园区，此前的数据不变。',
    'It is in {park} now, since {day}. From the day of the move, it and its jobs count in the new park; what lies before stays as it is.',
  ],
  'ventures.move.park': ['转入园区', 'New park'],
  'ventures.move.day': ['转园日期', 'Day of the move'],
  'ventures.move.day-hint': ['在新园区的第一天', 'The first day in the new park'],
  'ventures.move.note': ['转园原因', 'Why it moves'],
  'ventures.move.submit': ['确认转园', 'Move'],
  'ventures.move.other': [
    '转入后由新园区办理该创业主体的各项事务。',
    'Afterwards the new park keeps its records.',
  ],

  'ventures.end.title': ['办理出园', 'End the residency'],
  'ventures.end.lead': [
    '目前在{park}，{day}入驻。自出园之日起，该创业主体及其带动就业人数不再计入园区总数。',
    'It is in {park} now, since {day}. From the day of leaving, it and its jobs no longer count in the park’s totals.',
  ],
  'ventures.end.day': ['出园日期', 'Day of leaving'],
  'ventures.end.day-hint': ['不在园的第一天', 'The first day on which it is no longer in the park'],
  'ventures.end.reason': ['出园原因', 'Reason'],
  'ventures.end.graduated-hint': [
    '孵化期满出园，自主经营',
    'It goes on by itself outside the park',
  ],
  'ventures.end.closed-hint': ['停止经营、注销登记', 'It stopped trading'],
  'ventures.end.removed-hint': [
    '违反入园约定，由园区清退，须写明情况',
    'The park ended it; the note must say why',
  ],
  'ventures.end.note': ['情况说明', 'Note'],
  'ventures.end.note-needed': ['清退须写明情况', 'Say why it was removed'],
  'ventures.end.set-aside': [
    '将出园日之后的月报作废',
    'Set aside the returns for months after that day',
  ],
  'ventures.end.set-aside-hint': [
    '作废的月报保留在记录中，不再计入总数',
    'They stay on record and no longer count',
  ],
  'ventures.end.submit': ['确认出园', 'End the residency'],
  'ventures.ends-tenancies': [
    '以下租约将在同日终止：{spaces}',
    'These tenancies end on the same day: {spaces}',
  ],

  'ventures.let.title': ['登记租约', 'Let a space'],
  'ventures.let.lead': [
    '{park}的场地，有空的在前。一处场地可以分租：同一天各租约的面积合计不超过场地面积。起租日可以在今天之后。',
    'Spaces of {park}, those with room first. A space can be shared: on no day are its tenancies larger than it. The first day may lie ahead.',
  ],
  'ventures.let.space': ['场地', 'Space'],
  'ventures.let.space-label': [
    '{number} {name} · {village} · {area} ㎡ · 市场租金每月 {rent}',
    '{number} {name} · {village} · {area} m² · market rent a month: {rent}',
  ],
  'ventures.let.space-part': ['已租 {taken}/{area} ㎡', '{taken} of {area} m² let'],
  'ventures.let.space-until': ['已出租，至{day}', 'let until {day}'],
  'ventures.let.space-held-over': ['超期占用，{day}已到期', 'held over since {day}'],
  'ventures.let.space-from': ['{day}起已出租', 'let from {day}'],
  'ventures.let.no-spaces': ['{park}目前没有可用场地。', '{park} has no space in use at present.'],
  'ventures.let.began': ['起租日期', 'First day'],
  'ventures.let.term-end': ['租期最后一天', 'Last day of the term'],
  'ventures.let.term-end-hint': [
    '与合同一致，含当日：2026年11月23日起租一年的，填2027年11月22日',
    'As in the contract, included: for a year from 23 November 2026 it is 22 November 2027',
  ],
  'ventures.let.rent': ['租金', 'Rent'],
  'ventures.let.rent-hint': [
    '合同约定的租金。租金申请政策减免的，填减免前的租金；合同约定不收租金的填 0',
    'As the contract states it: the rent before any waiver, 0 where the contract asks none',
  ],
  'ventures.let.no-rent-lead': [
    '租金填 0（合同约定不收租金）的租约，对申请免租的影响：',
    'What a lease at rent 0 means for rent waivers:',
  ],
  'ventures.let.no-rent-bars': [
    '{policy}：第 {clause} 条不包括不收租金的场地，创业者不能申请',
    '{policy}: clause {clause} leaves out premises without rent, so the founder cannot apply',
  ],
  'ventures.let.no-rent-nothing': [
    '{policy}：没有租金可以减免；今后开始收租的，可以申请',
    '{policy}: there is no rent to waive; once rent is due the founder can apply',
  ],
  'ventures.let.rent-unit': ['元/月', 'yuan a month'],
  'ventures.let.area': ['租用面积', 'Area'],
  'ventures.let.area-hint': ['留空即为场地全部面积', 'Leave blank for the whole space'],
  'ventures.let.area-unit': ['㎡', 'm²'],
  'ventures.let.contract': ['合同编号', 'Contract number'],
  'ventures.let.deposit': ['押金', 'Deposit'],
  'ventures.let.deposit-hint': ['不收押金的填 0', '0 where none is taken'],
  'ventures.let.deposit-unit': ['元', 'yuan'],
  'ventures.let.basis': ['租金依据', 'The rent rests on'],
  'ventures.let.basis-hint': [
    '低于市场租金的，请说明按哪条政策，或由园区自行约定',
    'Below the market rent: the policy clause, or the park’s own agreement',
  ],
  'ventures.let.basis.market': ['市场租金', 'The market'],
  'ventures.let.basis.agreement': ['园区自行约定', 'The park’s own agreement'],
  'ventures.let.basis.policy': ['{policy}第 {clause} 条', '{policy}, clause {clause}'],
  'ventures.let.basis-kind.policy': ['政策条款', 'A clause of a policy'],
  'ventures.let.basis-kind.agreement': ['园区自行约定', 'The park’s own agreement'],
  'ventures.let.basis-kind.market': ['市场租金', 'The market'],
  'ventures.let.basis.clause': ['按政策第 {clause} 条', 'Policy clause {clause}'],
  'ventures.let.basis.none': ['未注明', 'Not stated'],
  'ventures.no-such-clause': [
    '该政策没有这一条，请重新选择',
    'That policy has no such clause: choose again',
  ],
  'ventures.nothing-is-no-market-rent': [
    '租金为 0 的租约不是按市场租金。请选所依据的政策条款；没有条款的，选“园区自行约定”',
    'A rent of nothing is not the market rent. Choose the clause of a policy that it rests on or, without one, the park’s own agreement',
  ],
  'ventures.let.submit': ['登记租约', 'Let the space'],

  'ventures.end-tenancy.title': ['终止租约', 'End the tenancy'],
  'ventures.end-tenancy.lead': [
    '租用至填写的这一天为止，次日起可以另行出租。约定以后终止的，填写今后的日期。',
    'The space is let up to and on that day, and free from the next. It may lie ahead, as agreed.',
  ],
  'ventures.end-tenancy.venture': ['创业主体', 'Venture'],
  'ventures.end-tenancy.term': ['约定租期', 'Agreed term'],
  'ventures.end-tenancy.term-text': ['{from}至{to}', '{from} to {to}'],
  'ventures.end-tenancy.rent-text': ['{rent} 元/月', '{rent} yuan a month'],
  'ventures.end-tenancy.day': ['租用最后一天', 'Last day let'],
  'ventures.end-tenancy.day-hint': ['含当日', 'Included'],
  'ventures.end-tenancy.submit': ['终止租约', 'End the tenancy'],

  'ventures.role.new-title': ['添加人员', 'Add a person'],
  'ventures.role.lead': [
    '姓名和手机号与已登记人员一致的，视为同一人。创业者不计入带动就业人数。',
    'The same name and phone as somebody known is taken for the same person. Founders are not counted as jobs.',
  ],
  'ventures.role.began': ['任职日期', 'Since'],
  'ventures.role.since-hint': ['不填则按任职日期', 'Blank for the day above'],
  'ventures.role.submit': ['添加', 'Add'],
  'ventures.role.held': ['此人已担任该角色', 'This person holds that role already'],
  'ventures.role.end-title': ['结束任职', 'End the role'],
  'ventures.role.end-lead': [
    '人员资料和此前的任职记录保留。',
    'The person and the role up to that day stay on record.',
  ],
  'ventures.role.end-day': ['任职最后一天', 'Last day'],
  'ventures.role.end-day-hint': ['含当日', 'Included'],
  'ventures.role.end-submit': ['结束任职', 'End the role'],
  'ventures.role.ended-already': ['该任职已结束', 'This role has ended already'],
  'ventures.role.void': ['作废', 'Void'],
  'ventures.role.void-title': ['登记错误，作废任职', 'Void a role entered by mistake'],
  'ventures.role.void-lead': [
    '仅用于本不应登记的任职，例如加错了人。作废后，按创业主体的创业者类别统计的数不再计入此人；人员资料保留。任过职、后来离开的，请办理结束任职。',
    'Only for a role that should never have been entered, such as that of somebody else. What is counted by the categories of founders then leaves this person out; the person stays on record. A role that was held and is over is ended instead.',
  ],
  'ventures.role.void-hint': [
    '写明为何属于登记错误，将留在办理记录中。',
    'Say why it was a mistake. It stays in the history.',
  ],
  'ventures.role.rests-case': [
    '此人为该主体申请的 {number} 正在办理或已批准，请先撤回或撤销',
    'Case {number} of this person for the venture is under way or was granted; withdraw or revoke it first',
  ],
  'ventures.role.last-founder': [
    '至少保留一位创业者：请先添加接任的创业者',
    'A venture needs a founder: add the one who takes over first',
  ],
});
