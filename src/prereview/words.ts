import { defineWords } from '../language/words.js';

export const prereviewWords = defineWords({
  'prereview.title': ['应享未享与到期提醒', 'Benefits not claimed, and what runs out'],
  'prereview.lead': [
    '系统每晚把每一家在园创业主体按现行政策核算一遍：谁符合条件还没有申请，谁只差一步，谁的证明、租约或免租快要到期。',
    'Every night each venture in a park is assessed against every policy in force: who qualifies and has not applied, who would but for one thing, and whose proof, tenancy or waiver runs out.',
  ],
  'prereview.nav': ['服务提醒', 'To bring up'],
  'prereview.ran': [
    '{day}核算，共 {ventures} 家',
    'Assessed on {day}, {ventures} {ventures|venture|ventures}',
  ],
  'prereview.never': ['还没有核算过', 'Not assessed yet'],
  'prereview.kind.qualifies': ['符合条件、尚未申请', 'Qualify and have not applied'],
  'prereview.kind.one-thing': ['只差一步', 'But for one thing'],
  'prereview.kind.proof-runs-out': ['类别证明将到期', 'Proof of category runs out'],
  'prereview.kind.tenancy-ends': ['租约将到期', 'Tenancy ends'],
  'prereview.kind.waiver-ends': ['免租将到期', 'Waiver ends'],
  'prereview.none': ['没有需要提醒的创业主体', 'Nothing to bring up'],
  'prereview.venture': ['创业主体', 'Venture'],
  'prereview.park': ['园区', 'Park'],
  'prereview.apply': ['代为申请', 'Apply on their behalf'],
  'prereview.why': ['提醒什么', 'What about'],
  'prereview.person': ['创业者', 'Founder'],
  'prereview.yuan': ['可减免（元）', 'Would be waived (yuan)'],
  'prereview.due': ['最后一天', 'Last day'],
  'prereview.says.qualifies': ['符合“{policy}”的全部条件', 'Meets every condition of “{policy}”'],
  'prereview.says.one-thing': ['“{policy}”：{change}', '“{policy}”: {change}'],
  'prereview.says.proof-runs-out': [
    '{category}身份到期，到期后须重新提供证明',
    'Counts as “{category}” up to that day; new proof is needed after it',
  ],
  'prereview.says.tenancy-ends': [
    '租约到期，请办理续租或终止',
    'The tenancy ends: renew or end it',
  ],
  'prereview.says.waiver-ends': [
    '{number} 免租期满，符合条件的可以申请延续',
    'Waiver {number} ends; who still qualifies can apply to go on',
  ],
});
