import { defineWords } from '../../language/words.js';

/** What is done to several ventures at once. */
export const ventureBatchWords = defineWords({
  'ventures.batch.with-chosen': ['对所选创业主体：', 'With the chosen:'],
  'ventures.batch.choose': ['选择 {venture}', 'Choose {venture}'],
  'ventures.batch.all': ['全选本页', 'Choose all on this page'],
  'ventures.batch.none-of-page': ['取消全选', 'Choose none'],
  'ventures.batch.tell': ['发通知', 'Tell the founders'],
  'ventures.batch.end': ['办理出园', 'End the residencies'],
  'ventures.batch.export': ['导出所选', 'Export them'],
  'ventures.batch.count': ['已选 {n} 家', '{n} {n|venture|ventures} chosen'],
  'ventures.batch.end-lead': [
    '将为 {n} 家办理出园，同一天、同一原因。全部能办才办理，有一家不能办则都不办。',
    '{n} {n|residency|residencies} will be ended, on one day and for one reason: all of them, or none where one cannot be ended.',
  ],
  'ventures.batch.end-submit': ['确认为这 {n} 家办理出园', 'End {n} {n|residency|residencies}'],
  'ventures.batch.tell-lead': [
    '将通知 {ventures} 家创业主体的 {n} 名创业者。',
    '{n} {n|founder|founders} of {ventures} {ventures|venture|ventures} will be told.',
  ],
  'ventures.batch.tell-submit': ['发送给这 {n} 人', 'Send to {n} {n|founder|founders}'],
  'ventures.batch.text': ['通知内容', 'What to tell them'],
  'ventures.batch.text-hint': [
    '创业者在“我的消息”和短信中收到。请勿写身份证号等个人信息。',
    'They read it under “Messages” and as a text message. Leave out identity numbers and the like.',
  ],
  'ventures.batch.told': ['通知对象', 'Who is told'],
  'ventures.batch.leases': ['将随之终止的租约', 'Leases that end with it'],
  'ventures.batch.left-out': ['不在此次办理之列', 'Left out'],
  'ventures.batch.why.not-yours': ['不是本园区的创业主体', 'Of another park'],
  'ventures.batch.why.not-settled': ['目前不在园', 'In no park now'],
  'ventures.batch.why.nobody': ['没有能收到通知的创业者', 'No founder who can be reached'],
  'ventures.batch.nothing': ['请先在列表中选择创业主体', 'Choose ventures in the list first'],
  'ventures.batch.nothing-left': ['所选的都不能办理', 'None of the chosen can be done'],
  'ventures.batch.back': ['返回列表', 'Back to the list'],
  'ventures.batch.stopped': [
    '{venture} 不能办理，因此都没有办理',
    '{venture} cannot be ended, so none was',
  ],
  'ventures.batch.moved': [
    '所选创业主体或其创业者刚有变动，尚未发送。请返回列表重新选择',
    'The chosen ventures or their founders have just changed, and nothing was sent. Choose them again in the list',
  ],
  'ventures.message.told.subject': ['园区通知', 'A notice from your park'],
  'ventures.message.told.body': ['{text}（{who}）', '{text} ({who})'],
  'history.venture.told': ['发送通知', 'Founders told'],
});
