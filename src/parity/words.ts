import { defineWords } from '../language/words.js';

export const parityWords = defineWords({
  'parity.title': ['政策同一性核对', 'The same policy everywhere'],
  'parity.lead': [
    '把每一件已决定的申请，按作出决定时的政策版本重新核算，并逐一换成其他园区的名称再算一遍：结果、月份、材料应当完全相同。',
    'Every decided case is assessed again under the version it was decided by, and once more in the name of each other park: outcome, months and proof have to be the same.',
  ],
  'parity.link': ['政策同一性核对', 'The same policy everywhere'],
  'parity.never': ['还没有核对过', 'No audit has been run yet'],
  'parity.run': ['立即核对', 'Run it now'],
  'parity.under-way': [
    '正在逐件核对，可能需要几秒到几十秒，请稍后刷新本页查看结果。',
    'Every case is being assessed again. Load this page again in a while to see the result.',
  ],
  'parity.ran': ['最近一次核对：{at}', 'Last run: {at}'],
  'parity.summary': [
    '已决定 {cases} 件，共核算 {replays} 次，{differing} 件与决定不一致',
    '{cases} decided {cases|case|cases}, assessed {replays} {replays|time|times}; {differing} {differing|differs|differ} from what was decided',
  ],
  'parity.differing': ['与决定不一致的申请', 'Cases that differ from what was decided'],
  'parity.differing-lead': [
    '决定偏离核算结果时，经办人须写明理由；点开申请可以查看。',
    'Whoever decided against the assessment had to say why: it stands in the case.',
  ],
  'parity.none': [
    '每一件都与决定一致，换成任何园区结果也相同',
    'Every case comes out as it was decided, in the name of any park',
  ],
  'parity.number': ['申请编号', 'Case'],
  'parity.park': ['园区', 'Park'],
  'parity.decision': ['决定', 'Decision'],
  'parity.decision.grant': ['批准', 'Granted'],
  'parity.decision.refuse': ['不予批准', 'Refused'],
  'parity.total': ['决定金额（元）', 'Decided (yuan)'],
  'parity.what': ['哪里不一致', 'What differs'],
  'parity.what.decision': ['结论', 'the outcome'],
  'parity.what.conditions': ['不符合的条件', 'the conditions that fail'],
  'parity.what.months': ['月份或金额', 'the months or their money'],
  'parity.what.proof': ['所需材料', 'the proof asked for'],
  'parity.what.elsewhere': ['{what}（换成 {park} 时）', '{what} (in the name of {park})'],
  'parity.parks': ['各园区比较', 'The parks compared'],
  'parity.cases': ['已决定（件）', 'Decided'],
  'parity.refused': ['不予批准（件）', 'Refused'],
  'parity.corrected': ['退回补正（件）', 'Returned for correction'],
  'parity.days': ['用时中位数（工作日）', 'Median working days'],
  'parity.stands-out': ['突出', 'Stands out'],
  'parity.outliers': ['需要留意的园区', 'Parks that stand out'],
  'parity.outliers-none': ['没有园区在用时、退回或不予批准上明显不同', 'No park stands out'],
  'parity.outlier.days': [
    '{park}：办理用时明显长于其他园区，中位数 {days} 个工作日',
    '{park}: clearly slower than the others, {days} working {days|day|days} in the median',
  ],
  'parity.outlier.refusals': [
    '{park}：不予批准明显多于其他园区，{cases} 件中 {hits} 件',
    '{park}: refuses clearly more than the others, {hits} of {cases}',
  ],
  'parity.outlier.corrections': [
    '{park}：退回补正明显多于其他园区，{cases} 件中 {hits} 件',
    '{park}: returns clearly more for correction than the others, {hits} of {cases}',
  ],
  'parity.how': [
    '“突出”的标准：至少有 {least} 件；用时中位数为其他园区的 {times} 倍以上且至少多 {days} 个工作日；或者，若与其他园区并无差别，出现这么多件的可能性低于 {percent}%（费希尔精确检验）。',
    'A park stands out with at least {least} {least|case|cases}, when its median is {times} {times|time|times} that of the others or more and at least {days} working {days|day|days} longer, or when so many refusals or corrections would come about with a chance under {percent}% if it were like the others (Fisher’s exact test).',
  ],
});
