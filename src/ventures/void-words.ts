import { defineWords } from '../language/words.js';

/** What the pages about a venture that was logged by mistake say. */
export const voidWords = defineWords({
  'ventures.status.void': ['登记错误', 'Logged by mistake'],
  'ventures.void.link': ['登记错误，作废', 'Logged by mistake: void it'],
  'ventures.void.found': ['登记错误，已作废', 'Void: logged by mistake'],
  'ventures.void.title': ['登记错误，作废该创业主体', 'Void a venture logged by mistake'],
  'ventures.void.lead': [
    '仅用于本不应登记的创业主体，例如重复登记、录错园区的测试数据。作废后，它从未计入任何总数：入驻、租约和月报一并撤出台账，报表中既不算入园，也不算出园。已经入驻、后来离开的，请办理出园。',
    'Only for a venture that should never have been logged, such as a test entry. Once void it counts in no total: its stays, leases and returns are taken back in the ledger, and reports show neither an arrival nor an exit. One that was here and has left is ended instead.',
  ],
  'ventures.void.first': ['作废前须先办结', 'To be undone first'],
  'ventures.void.effects': ['将一并撤出', 'What goes with it'],
  'ventures.void.reason': ['作废原因', 'Reason'],
  'ventures.void.reason-hint': [
    '写明为何属于登记错误，将留在办理记录中，并在该主体页面显示。',
    'Say why it was a mistake. It stays in the history and on the page of the venture.',
  ],
  'ventures.void.submit': ['作废', 'Void'],
  'ventures.void.rests-waiver': [
    '{number} 已批准并计入金额，请先撤销',
    '{number} was granted and counts; revoke it first',
  ],
  'ventures.void.rests-case': [
    '申请 {number} 尚未办结，请先撤回或办结',
    'Application {number} is open; withdraw it or bring it to its end first',
  ],
  'ventures.void.rests-draft': [
    '创业者有一份尚未提交的申请，请先请其撤回，或提交后办结',
    'The founder is writing an application; ask the founder to withdraw it, or to hand it in, first',
  ],
  'ventures.void.rests-visit': [
    '{number}的服务记录只涉及该主体，请先撤销该记录或改正服务对象',
    'The visit of {number} was for this venture alone; cancel it or correct whom it was for first',
  ],
  'ventures.void.page-lead': [
    '该创业主体属登记错误，已作废，不计入任何名单和总数。编号保留，不再使用。',
    'This venture was logged by mistake and is void. It is in no list and no total; its number is not used again.',
  ],
  'ventures.void.at': ['作废时间', 'Voided at'],
  'ventures.void.by': ['经办人', 'Voided by'],
  'ventures.void.taken': ['作废时撤出的记录', 'Taken out with it'],
  'ventures.void.stay': ['入驻', 'Stay'],
  'ventures.void.taken-tenancies': ['租约（份）', 'Leases'],
  'ventures.void.taken-returns': ['月报（份）', 'Returns'],
  'ventures.void.taken-visits': ['服务记录（次）', 'Visits'],
  'history.venture.voided': ['登记错误，作废', 'Voided as logged by mistake'],
  'history.field.takenResidency': ['撤出的入驻', 'Stays taken out'],
  'history.field.takenTenancy': ['撤出的租约', 'Leases taken out'],
  'history.field.takenJobsReturn': ['撤出的月报', 'Returns taken out'],
  'history.field.takenReturnCell': ['撤出的填报数据', 'Cells of returns taken out'],
  'history.field.takenFounderReport': ['撤出的创业者填报', 'Founder’s reports taken out'],
  'history.field.takenRoster': ['撤出的花名册', 'Rosters taken out'],
  'history.field.takenReturnProof': ['撤出的佐证材料', 'Proofs of headcounts taken out'],
  'history.field.takenVisitVenture': ['撤出的服务记录', 'Visits taken out'],
});
