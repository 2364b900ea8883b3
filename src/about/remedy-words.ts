import { defineWords } from '../language/words.js';

/** What one can do against a decision, and to whom one turns. */
export const remedyWords = defineWords({
  'about.remedies': ['不服决定怎么办', 'If you disagree with a decision'],
  'about.remedies.lead': [
    '对不予批准、撤销、终止等决定不服的，有下列途径。决定书写明每一项的期限。',
    'What can be done against a refusal, a revocation or an early end. The letter says by when.',
  ],
  'about.remedies.own': ['申请复核', 'Reconsideration by the bureau'],
  'about.remedies.own-text': [
    '对不予批准、撤销、提前终止（自行放弃的除外）的决定，以及少于申请内容的批准，可以在决定书写明的工作日内申请复核一次，由市人社局原经办人以外的工作人员办理。登录后在申请页面提出，或者向所在园区书面提出。申请复核不影响下列法定途径，法定期限也不因复核而停止计算。',
    'A refusal, a revocation, an end that you did not ask for, and a grant of less than you asked for can each be reconsidered once, within the working days that the letter states, by others than those who decided: on the page of the application, or in writing at your park. The remedies below stay open, and their terms go on meanwhile.',
  ],
  'about.remedies.review': ['申请行政复议', 'Administrative reconsideration'],
  'about.remedies.review-text': [
    '自知道决定之日起 {n} 日内，可以依照《中华人民共和国行政复议法》申请行政复议。',
    'Within {n} {n|day|days} of learning of the decision, under the Administrative Reconsideration Law.',
  ],
  'about.remedies.review-none': [
    '向舟山市人民政府申请。地址、电话尚未登记，请向市人社局询问。',
    'With the Zhoushan Municipal People’s Government. Its address is not entered yet; ask the bureau.',
  ],
  'about.remedies.court': ['提起行政诉讼', 'Going to court'],
  'about.remedies.court-text': [
    '自知道决定之日起 {n} 个月内，可以依照《中华人民共和国行政诉讼法》直接向人民法院提起诉讼；已经申请行政复议的，自收到行政复议决定书之日起 {after} 日内。',
    'Within {n} {n|month|months} of learning of the decision, under the Administrative Litigation Law; after a decision on administrative reconsideration within {after} {after|day|days} of receiving it.',
  ],
  'about.remedies.court-none': [
    '向有管辖权的人民法院起诉。地址、电话尚未登记，请向市人社局询问。',
    'With the people’s court that has jurisdiction. Its address is not entered yet; ask the bureau.',
  ],
  'about.remedies.name': ['机关', 'Authority'],
  'about.remedies.coming': ['{day}起：{name}，{address}', 'From {day}: {name}, {address}'],
  'about.remedies.change': ['登记复议机关、管辖法院', 'Enter an authority'],
  'about.remedies.change-lead': [
    '自填写之日起作出的决定书写明这一机关；此前的决定书保持原样。每次变更都留在办理记录中。',
    'Letters from the day on name it; those of before stay as they are. Each change stays in the history.',
  ],
  'about.remedies.kind': ['途径', 'Remedy'],
  'about.remedies.name-zh': ['机关名称（中文）', 'Name, in Chinese'],
  'about.remedies.name-en': ['机关名称（英文）', 'Name, in English'],
  'about.remedies.address-zh': ['地址（中文）', 'Address, in Chinese'],
  'about.remedies.address-en': ['地址（英文）', 'Address, in English'],
  'about.remedies.term': ['期限', 'Term'],
  'about.remedies.term-hint': [
    '行政复议按日，不少于 60 日；行政诉讼按月，不少于 6 个月',
    'In days for administrative reconsideration, at least 60; in months for a court, at least 6',
  ],
  'about.remedies.from': ['自哪天起', 'From'],
  'about.remedies.least.review': [
    '行政复议申请期限不能少于 {n} 日',
    'It cannot be less than {n} {n|day|days}',
  ],
  'about.remedies.least.court': [
    '起诉期限不能少于 {n} 个月',
    'It cannot be less than {n} {n|month|months}',
  ],
  'about.remedies.edit': ['变更', 'Change'],
  'history.remedy-authority.entered': ['登记复议机关、管辖法院', 'Remedy authority entered'],
  'history.kind.remedy-authority': ['复议机关、管辖法院', 'Remedy authority'],
});
