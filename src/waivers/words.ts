import { defineWords } from '../language/words.js';

export const waiverWords = defineWords({
  'history.kind.application': ['申请', 'Applications'],
  'history.application.begun': ['填写申请', 'Application begun'],
  'history.application.submit': ['提交申请', 'Application submitted'],
  'history.application.redated': ['按放假安排调整期限', 'Days counted again'],
  'history.application.return': ['退回补正', 'Returned for correction'],
  'history.application.resubmit': ['补正后重新提交', 'Submitted again after correction'],
  'history.application.lapse': ['逾期未补正，申请终止', 'Lapsed, not corrected in time'],
  'history.application.decline': ['不予受理', 'Not accepted'],
  'history.application.ask-park': ['园区要求补充材料', 'Further paper asked for by the park'],
  'history.application.ask-county': ['县区要求补充材料', 'Further paper asked for by the county'],
  'history.application.ask-bureau': ['市局要求补充材料', 'Further paper asked for by the bureau'],
  'history.application.supply': ['补充材料已提交', 'Further paper supplied'],
  'history.application.end-asking': [
    '补充材料期限届满，继续审核',
    'The further paper did not come in time; the review goes on',
  ],
  'history.application.accept': ['受理', 'Accepted'],
  'history.application.pass-park': ['园区初审', 'Reviewed by the park'],
  'history.application.pass-county': ['县区复审', 'Reviewed by the county'],
  'history.application.back-to-park': ['退回园区重审', 'Sent back to the park'],
  'history.application.back-to-county': ['退回县区重审', 'Sent back to the county'],
  'history.application.approve': ['认定通过，进入公示', 'Approved, on public notice'],
  'history.application.refuse': ['不予批准', 'Refused'],
  'history.application.reopen': ['异议成立，重新认定', 'Objection upheld, to be determined again'],
  'history.application.grant': ['批准申请', 'Granted'],
  'history.application.withdraw': ['撤回申请', 'Withdrawn'],
  'history.application.reconsider': ['申请复核', 'Reconsideration asked for'],
  'history.application.uphold': ['复核维持原决定', 'Upheld on reconsideration'],
  'history.application.overturn': [
    '复核改为批准，进入公示',
    'Overturned on reconsideration, on public notice',
  ],
  'history.application.restore': ['复核恢复原批准', 'Restored on reconsideration'],
  'history.application.revoke': ['撤销批准', 'Revoked'],
  'history.application.end': ['批准的事项提前终止', 'Ended early'],
  'history.application.claimed': ['认领', 'Claimed'],
  'history.application.released': ['放回待办', 'Released'],
  'history.application.recused': ['回避', 'Stepped aside'],
  'history.application.commented': ['留言', 'Commented'],
  'history.application.objected': ['收到异议', 'Objection received'],
  'history.application.objection-answered': ['答复异议', 'Objection answered'],
  'history.kind.waiver': ['免租或补贴', 'Waivers and subsidies'],
  'history.waiver.granted': ['批准生效', 'Took effect'],
  'history.waiver.ended': ['提前终止', 'Ended early'],
  'history.waiver.restored': ['恢复生效', 'In effect again'],
  'waivers.moved-meanwhile': [
    '这件申请刚刚有了新的进展，请核对后再办理',
    'This application has moved on meanwhile; look at it before you act',
  ],
  'waivers.not-at-this-step': [
    '按申请目前所处的环节，不能办理这一步',
    'The application is at a step at which this cannot be done',
  ],
  'waivers.open-already': [
    '这家创业主体已有一件同一政策的申请正在办理',
    'This venture has an open application under the same policy',
  ],
  'waivers.claimed': ['这件申请已由其他人认领', 'Somebody else has claimed this application'],
  'waivers.not-your-desk': [
    '这件申请目前不由您办理',
    'This application is not at your desk at present',
  ],
  'waivers.ended-already': [
    '这项免租已经终止或刚刚变更',
    'This waiver has ended or has just changed',
  ],
  'waivers.answered-already': ['这条异议已经答复', 'This objection has been answered'],
  'waivers.notice-over': [
    '公示已经结束，不再接受异议',
    'The public notice is over; objections are closed',
  ],
  'waivers.reconsidered-already': [
    '这件申请已经复核过一次，不能再次申请复核',
    'Reconsideration was asked for once already',
  ],
  'waivers.fault.policy-not-in-force': [
    '这项政策目前没有施行，不能申请',
    'This policy is not in force at present',
  ],
  'waivers.fault.policy-ended': [
    '这一版政策已于 {day} 失效，请改按现行政策申请',
    'This version of the policy ended on {day}; apply under the one in force',
  ],
  'waivers.fault.not-open': [
    '这一项不在补正范围内，不能修改',
    'This is not among what may be corrected',
  ],
  'waivers.fault.no-item': ['政策没有要求这项材料', 'The policy does not ask for this proof'],
  'waivers.fault.asked-already': [
    '本环节已经要求补充过一次材料，不能再次要求',
    'This desk has asked for a further paper already, and may do so once',
  ],
  'waivers.fault.no-paper': [
    '请上传所要求的材料；确实无法提供的，请说明原因',
    'Upload the paper that was asked for, or say why there is none',
  ],
  'waivers.fault.untouched': [
    '需要补正的内容都没有改动，请先按通知补正再提交',
    'Nothing that had to be corrected was changed: correct what the notice names first',
  ],
  'waivers.fault.no-file': ['没有找到这份文件', 'There is no such file'],
  'waivers.fault.unanswered': ['请回答这一项', 'Answer this question'],
  'waivers.fault.no-premises': [
    '请选择要免租的场地；租约已终止的场地不能申请',
    'Choose the premises; a tenancy that has ended cannot be chosen',
  ],
  'waivers.fault.no-proof': ['请上传这项材料', 'Upload this proof'],
  'waivers.fault.no-identity': [
    '请先登记本人的身份证件号码',
    'Enter the number of your identity document first',
  ],
  'waivers.fault.no-signed-form': [
    '代为提交的，请先上传申请人签字的申请表',
    'To submit on a founder’s behalf, upload the form that the founder has signed',
  ],
  'waivers.fault.declare': ['请确认所填内容属实', 'Declare that what you have said is true'],
  'waivers.fault.corrections-used': [
    '按政策规定的补正次数已经用完，不能再退回补正',
    'It was returned for correction as often as the policy allows',
  ],
  'waivers.fault.nothing-named': [
    '请至少选择一项需要补正的内容',
    'Name at least one thing to be corrected',
  ],
  'waivers.fault.recused': ['您已回避这件申请', 'You have stepped aside from this application'],
  'waivers.fault.judged-before': [
    '您在其他环节审核过这件申请，须由另一名工作人员办理',
    'You have judged this application at another step; a colleague has to do this',
  ],
  'waivers.why.colleagues': ['可由{names}办理。', 'It can be done by {names}.'],
  'waivers.why.no-colleague': [
    '目前没有其他可以办理的市局工作人员，请联系系统管理员增加账号。',
    'Nobody else at the bureau can do it at present. Ask an administrator for another account.',
  ],
  'waivers.fault.own-case': [
    '这件申请与您本人有关，须由另一名工作人员办理',
    'This application is your own; a colleague has to decide it',
  ],
  'waivers.fault.differs': [
    '决定与系统核算的结果不一致：请选择相应理由并写明说明',
    'The decision differs from the assessment: choose a reason for it and say why',
  ],
  'waivers.fault.nothing-to-grant': [
    '按政策核算，没有可以减免的金额',
    'By the policy there is nothing to grant',
  ],
  'waivers.fault.premises-gone': [
    '申请所依据的租约已经终止，不能批准',
    'The tenancy that the application rests on has ended',
  ],
  'waivers.fault.on-notice': ['公示期尚未结束', 'The public notice is not over'],
  'waivers.fault.objection-open': ['还有异议没有答复', 'An objection has not been answered'],
  'waivers.fault.changed-since': [
    '认定之后，申请人或创业主体又有其他免租获批，金额因此改变，须重新认定',
    'Something else was granted since the determination, which alters the amount: determine it again',
  ],
  'waivers.fault.outside-term': [
    '日期须在免租期内（{from} 至 {to}）',
    'The day must lie in the term, from {from} to {to}',
  ],
  'waivers.fault.too-late': [
    '申请复核的期限已于 {day} 届满',
    'The limit for reconsideration was {day}',
  ],
});
