import { defineWords } from '../language/words.js';

/** What the page that corrects a day of settling says. */
export const settlingWords = defineWords({
  'ventures.settling.link': ['更正', 'Correct'],
  'ventures.settling.title': ['更正入驻日期', 'Correct the day of settling'],
  'ventures.settling.lead': [
    '现登记为{day}入驻{park}。更正后，台账冲销原记录并重新记入；涉及已锁定月份的，须先重新开放。转园入驻的，原园区的出园日一并更正。',
    'It is on record as settled in {park} on {day}. The ledger takes back what was entered and enters it anew; a closed month has to be reopened first. Where it moved there, the day on which it left the other park goes along.',
  ],
  'ventures.settling.reason-hint': [
    '写明为何登记有误，将留在办理记录中。',
    'Say why it was wrong. It stays in the history.',
  ],
  'ventures.settling.before-end': [
    '应早于出园日{day}',
    'It must be before the day of leaving, {day}',
  ],
  'ventures.settling.returns-before': [
    '以下月份月末尚未入驻，但已报送月报（{months}）。勾选此项，将这些月报作废后再更正',
    'Returns have been filed for months at whose end it was not yet here ({months}). Tick this to set them aside',
  ],
  'ventures.settling.rests-lease': [
    '场地 {number} 的租约自{day}起，届时尚不在该园区，请先更正或作废该租约',
    'The lease of {number} begins on {day}, when it would not be in that park; correct or void the lease first',
  ],
  'ventures.settling.rests-waiver': [
    '{number} 按原入驻日期审批，请先撤销',
    '{number} was granted on the day as it stands; revoke it first',
  ],
  'history.residency.corrected': ['更正入驻日期', 'Day of settling corrected'],
});
