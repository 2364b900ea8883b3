import { defineWords } from '../language/words.js';

/** What the pages say that put right what was entered of a lease. */
export const leaseWords = defineWords({
  'ventures.lease.area-of': ['{area} ㎡（场地 {whole} ㎡）', '{area} m² (of {whole} m²)'],
  'ventures.lease.yuan': ['{yuan} 元', '{yuan} yuan'],
  'ventures.lease.correct': ['更正', 'Correct'],
  'ventures.lease.correct-title': ['更正租约', 'Correct a tenancy'],
  'ventures.lease.correct-lead': [
    '用于登记有误、原本就不是这样的租约。更正后，台账冲回重记，各期报表按更正后的内容计算，更正前后的内容都留在办理记录中。情况后来有变化的，请终止后另行登记。',
    'For a tenancy that was otherwise all along. The ledger is reversed and entered again, every report counts what is right, and the history keeps both. Where something changed later, end it and enter another.',
  ],
  'ventures.lease.ended-hint': [
    '尚未终止的留空；约定以后终止的，填写今后的日期',
    'Blank where it has not ended; it may lie ahead, as agreed',
  ],
  'ventures.lease.reason-hint': [
    '写明原来为何有误，将留在办理记录中',
    'Say what was wrong; it stays in the history',
  ],
  'ventures.lease.void': ['登记错误，作废', 'Entered by mistake: void it'],
  'ventures.lease.void-title': ['登记错误，作废租约', 'Void a tenancy entered by mistake'],
  'ventures.lease.void-renewal': [
    '这份租约是续租登记的。作废后，原租约（{from}至{to}）随续租登记的结束一并撤销，继续有效；到期仍在使用的，按超期占用计。',
    'This lease was made by a renewal. Once it is void, the lease before it ({from} to {to}) has no end on record again; used beyond its term, it counts as held over.',
  ],
  'ventures.lease.void-lead': [
    '用于从未有过的租约，例如重复登记、录错场地或录错主体。作废后，该租约从未计入场地使用和租金，所占面积可以另行出租。已经租用、后来不租的，请终止租约。',
    'Only for a tenancy that never was, such as one entered twice, or for the wrong space or venture. Once void it counts in no use of premises and no rent, and its area is free. One that was and is over is ended instead.',
  ],
  'ventures.lease.void-tag': ['登记错误', 'Void'],
  'ventures.lease.void-already': ['该租约已按登记错误作废', 'This tenancy is void already'],
  'ventures.lease.first': ['须先办结', 'To be undone first'],
  'ventures.lease.first-lead': [
    '以下事项以该租约为依据。办结前，租金、面积和日期不能更正，租约不能作废。',
    'These rest on the tenancy. Until they are undone its rent, area and days stay, and it cannot be void.',
  ],
  'ventures.lease.rests-waiver': [
    '{number} 以该租约为依据，已批准并计入金额，请先撤销',
    '{number} rests on this tenancy and counts; revoke it first',
  ],
  'ventures.lease.rests-case': [
    '申请 {number} 以该租约为依据，尚未办结，请先撤回或办结',
    'Application {number} rests on this tenancy and is open; withdraw it or bring it to its end first',
  ],
  'ventures.lease.after-leaving': [
    '该创业主体在园至{day}，租约最后一天不能晚于这一天',
    'The venture was in the park until {day}; the tenancy cannot last longer',
  ],
  'ventures.space.void-title': ['登记错误，作废场地 {number}', 'Void premises {number}'],
  'ventures.space.void-lead': [
    '用于从未有过的场地，例如重复登记、填错园区。作废后，该场地不再计入任何一天的场地数和使用情况，编号不再使用，原登记内容留在办理记录中。曾经启用、后来不用的场地不在此列。',
    'Only for premises that never were, such as those entered twice or for the wrong park. Once void they count on no day as premises or in their use; the number stays taken, and the history keeps what they said.',
  ],
  'ventures.space.first-lead': [
    '以下事项以该场地为依据。办结前，场地不能作废。',
    'These rest on the premises. Until they are undone, they cannot be void.',
  ],
  'ventures.space.rests-lease': [
    '{venture} 登记有该场地的租约（{day}起），请先作废该租约',
    '{venture} has a tenancy here from {day}; void that first',
  ],
  'ventures.space.rests-hidden': [
    '另有 {n} 份租约由其他园区的创业主体持有，请联系市人社局办理',
    '{n} {n|tenancy|tenancies} of ventures of other parks; ask the bureau',
  ],
  'ventures.lease.end-before-begin': [
    '不能早于起租日{day}；从未有过的租约，请按登记错误作废',
    'It cannot be before the first day, {day}. A tenancy that never was is void, and not ended',
  ],
  'history.tenancy.corrected': ['更正租约', 'Tenancy corrected'],
  'history.tenancy.voided': ['登记错误，租约作废', 'Tenancy voided as entered by mistake'],
});
