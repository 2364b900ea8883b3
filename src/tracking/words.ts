import { defineWords } from '../language/words.js';

export const trackingWords = defineWords({
  'tracking.nav': ['查进度', 'Track'],
  'tracking.title': ['查询办理进度', 'Track an application'],
  'tracking.lead': [
    '凭申请编号和申请人手机号后四位查询，无需登录。',
    'By the number of the case and the last four digits of the applicant’s phone; no account is needed.',
  ],
  'tracking.number': ['申请编号', 'Number of the case'],
  'tracking.number-hint': [
    '如 A2026-000123，见受理通知和短信',
    'Like A2026-000123, as in the notices you were sent',
  ],
  'tracking.phone': ['手机号后四位', 'Last four digits of the phone'],
  'tracking.submit': ['查询', 'Look it up'],
  'tracking.four-digits': ['请填写四位数字', 'Give four digits'],
  'tracking.not-found': [
    '没有查到：请核对申请编号和手机号后四位',
    'Nothing was found: check the number and the last four digits of the phone',
  ],
  'tracking.wait': [
    '查询次数过多，请 {minutes} 分钟后再试',
    'Too many tries; try again in {minutes} {minutes|minute|minutes}',
  ],
  'tracking.found': ['申请 {number}', 'Case {number}'],
  'tracking.policy': ['政策', 'Policy'],
  'tracking.applicant': ['申请人', 'Applicant'],
  'tracking.state': ['当前状态', 'Where it stands'],
  'tracking.next': ['下一步', 'What comes next'],
  'tracking.steps': ['办理经过', 'What was done'],
  'tracking.sign-in': [
    '登录后可查看详情、补正和上传材料',
    'Sign in for details, corrections and proof',
  ],
  'tracking.objection.title': ['查询异议办理情况', 'Follow an objection'],
  'tracking.objection.lead': [
    '凭提出异议时给出的编号和查询码查询，无需登录。',
    'By the number and the check code that you were given when you objected; no account is needed.',
  ],
  'tracking.objection.number': ['异议编号', 'Number of the objection'],
  'tracking.objection.number-hint': ['如 Y2026-0001', 'Like Y2026-0001'],
  'tracking.objection.code': ['查询码', 'Check code'],
  'tracking.objection.wrong': [
    '没有查到：请核对异议编号和查询码',
    'Nothing was found: check number and code',
  ],
  'tracking.objection.found': ['异议 {number}', 'Objection {number}'],
  'tracking.objection.notice': ['公示的申请', 'Case on notice'],
  'tracking.objection.received': ['收到时间', 'Received'],
  'tracking.objection.ground': ['异议理由', 'Ground'],
  'tracking.objection.text': ['异议内容', 'What you said'],
  'tracking.objection.state': ['办理情况', 'Where it stands'],
  'tracking.objection.weighed': [
    '正在核查，{day}前答复',
    'It is looked into, and answered by {day}',
  ],
  'tracking.objection.late': [
    '核查中，应于{day}前答复，现已超期；答复之前不会批准',
    'Being looked into. The answer was due by {day} and is late; nothing is granted before it',
  ],
  'tracking.objection.moot': [
    '申请已经撤回，不再核查',
    'The application was withdrawn; nothing is left to look into',
  ],
  'tracking.objection.answered': ['答复时间', 'Answered'],
  'tracking.objection.answer': ['答复', 'Answer'],
  'tracking.objection.another': ['查询另一条', 'Look up another'],
  'tracking.another': ['查询另一件', 'Look up another'],
});
