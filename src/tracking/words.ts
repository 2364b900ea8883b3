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
  'tracking.another': ['查询另一件', 'Look up another'],
});
