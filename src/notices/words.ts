import { defineWords } from '../language/words.js';

export const noticeWords = defineWords({
  'notices.title': ['拟批准公示', 'Public notice'],
  'notices.lead': [
    '以下申请已经认定、即将批准，公示期内任何人都可以提出异议。姓名已作隐去处理。',
    'These cases are approved and about to be granted. Until the notice ends anyone can object. Names are masked.',
  ],
  'notices.none': ['目前没有公示中的申请', 'No case is on notice at present'],
  'notices.one': ['公示 {number}', 'Notice {number}'],
  'notices.number': ['申请编号', 'Case'],
  'notices.venture': ['创业主体', 'Venture'],
  'notices.person': ['申请人', 'Applicant'],
  'notices.park': ['园区', 'Park'],
  'notices.place': ['场地所在', 'Premises'],
  'notices.outside': ['园区以外', 'Outside the parks'],
  'notices.groups': ['适用标准', 'By the rate'],
  'notices.everyone': ['不限创业者类别', 'For founders of any category'],
  'notices.policy': ['依据政策', 'Policy'],
  'notices.what': ['拟免租', 'To be waived'],
  'notices.what-each': ['拟批准', 'To be granted'],
  'notices.when': ['公示期', 'On notice'],
  'notices.months': ['{from}至{to}，共 {n} 个月', '{from} to {to}, {n} calendar {n|month|months}'],
  'notices.yuan': ['{yuan} 元', '{yuan} yuan'],
  'notices.before': [
    '经复核增加；原批准 {yuan} 元',
    'More than first granted, on reconsideration: {yuan} yuan before',
  ],
  'notices.period': ['{from}至{to}', '{from} to {to}'],
  'notices.stands': [
    '收到异议，核查期间公示期暂停计算',
    'An objection is being looked into; the notice period is paused meanwhile',
  ],
  'notices.object.title': ['提出异议', 'Object'],
  'notices.object.lead': [
    '请写明您认为不应批准的理由和依据。姓名和电话可以不填；填写后只有市人社局能看到，用于核实情况。',
    'Say why it should not be granted, and what you know. You need not give your name or phone; if you do, only the bureau sees them.',
  ],
  'notices.object.text': ['异议内容', 'Your objection'],
  'notices.object.name': ['您的姓名', 'Your name'],
  'notices.object.phone': ['联系电话', 'Phone'],
  'notices.object.send': ['提交异议', 'Send the objection'],
  'notices.object.wait': [
    '从这里提交的异议较多，请 {minutes} 分钟后再试',
    'Many objections came from here; try again in {minutes} {minutes|minute|minutes}',
  ],
  'notices.received.title': ['异议已收到', 'Your objection was received'],
  'notices.received.text': [
    '市人社局将核查 {number}，核查期间公示期暂停计算；异议不成立的，公示期继续，成立的，重新认定。',
    'The bureau looks into case {number}. The days of the notice stand meanwhile; if the objection is dismissed they go on, if it is upheld the case is determined again.',
  ],
  'notices.back': ['返回公示', 'Back to the notices'],
});
