import { defineWords } from '../language/words.js';

/** What pages say before an act that takes back what was granted. */
export const takenWords = defineWords({
  'ventures.taken.lead': [
    '办理后，下列免租或补贴同时终止，还没有办理，请先核对。确认后不能恢复，以后只能重新申请；系统将向申请人发送通知书和消息，写明金额和救济途径。',
    'Nothing is done yet. What follows ends with this act. That cannot be undone; one could only apply again. Each applicant is sent a letter and a message with the sum and the remedies.',
  ],
  'ventures.taken.of': ['{waiver}（{venture}）', '{waiver} ({venture})'],
  'ventures.taken.ends': [
    '自{day}起终止（申请编号 {number}）。',
    'It ends on {day} (application {number}).',
  ],
  'ventures.taken.past': [
    '其中 {yuan} 元属于本月和以前的月份，已经减免的应当补缴，已经领取的应当退回。',
    'For this month and earlier ones: {yuan} yuan, which has to be paid after all where it was waived, and paid back where it was received.',
  ],
  'ventures.taken': ['逐月收回的金额', 'Taken back, month by month'],
  'ventures.taken.month': ['月份', 'Month'],
  'ventures.taken.was': ['原批准（元）', 'Granted, yuan'],
  'ventures.taken.yuan': ['收回（元）', 'Taken back, yuan'],
  'ventures.taken.left': ['保留（元）', 'Remains, yuan'],
  'ventures.taken.total': ['合计', 'Total'],
  'ventures.taken.none': ['没有要收回的金额。', 'Nothing is taken back.'],
  'ventures.taken.confirm': ['确认办理，收回上列金额', 'Do it, and take this back'],
  'ventures.taken.change': ['返回修改', 'Change it'],
});
