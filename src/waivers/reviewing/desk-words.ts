import { defineWords } from '../../language/words.js';

/** What the pages say on which something is done on a case. */
export const deskWords = defineWords({
  'waivers.review.happened': [
    '申请 {number} 刚刚有了变动，您的操作没有生效。最近一步：{when}，{who}，{what}。目前状态：{state}；办理人：{holder}。',
    'Application {number} has moved on meanwhile, and nothing was done. Last step: {what}, by {who}, {when}. It stands at: {state}; claimed by: {holder}.',
  ],
  'waivers.review.claim.nobody': ['无', 'nobody'],
  'waivers.desk.inside': ['内部意见', 'For reviewers only'],
  'waivers.desk.inside-hint': ['仅审核人员可见，申请人看不到', 'The founder does not read it'],
  'waivers.desk.note': ['告知申请人的说明', 'What the founder reads'],
  'waivers.desk.note-hint': ['将写入文书', 'It stands in the letter'],
  'waivers.desk.fields': ['需要补正的填报内容', 'Answers to be corrected'],
  'waivers.desk.proof': ['需要补正的证明材料', 'Proof to be corrected'],
  'waivers.desk.correction-lead': [
    '请一次性列出全部需要补正的内容；只有勾选的内容会重新开放给申请人修改。',
    'Name everything at once; only what is ticked opens again.',
  ],
  'waivers.desk.corrections-left': [
    '还可以退回补正 {n} 次，申请人有 {days} 个工作日，其间办理计时暂停。',
    'It can be returned {n} more {n|time|times}; the founder has {days} working {days|day|days}, and the clock stands.',
  ],
  'waivers.desk.paper': ['需要补充的材料', 'The paper that is needed'],
  'waivers.desk.paper-hint': [
    '写材料名称，如“2026年社会保险缴费证明”',
    'What it is called, such as “Social insurance certificate of 2026”',
  ],
  'waivers.desk.paper-why-hint': [
    '写明用来核实哪项事实、影响资格还是金额；将写入通知书',
    'Which fact needs it, and whether the waiver or its amount depends on it. It stands in the letter',
  ],
  'waivers.desk.paper-lead': [
    '只在与资格或者金额有关的事实需要核实时要求；本环节只能要求一次，请一次写明。申请人有 {days} 个工作日，其间办理计时暂停，提交后回到本环节。',
    'Only where a fact on which the waiver or its amount depends needs it. This desk may ask once. The founder has {days} working {days|day|days}, the clock stands, and the case comes back here.',
  ],
  'waivers.desk.paper-send': ['发出通知', 'Ask for it'],
  'waivers.desk.decline-lead': [
    '不予受理的，出具不予受理决定书，载明理由和救济途径，申请随即终止。材料可以补正的，请退回补正。',
    'A decision not to accept goes out, with the reason and what can be done against it, and the application is over. What can be corrected is returned for correction instead.',
  ],
  'waivers.desk.decline': ['决定不予受理', 'Do not accept it'],
  'waivers.desk.preview': ['（预览）', '(preview)'],
  'waivers.desk.preview-do': ['预览通知书', 'Preview the notice'],
  'waivers.desk.preview-title': ['补正通知书预览', 'The notice as it will go out'],
  'waivers.desk.preview-lead': [
    '确认后通知书立即发给申请人，申请退回申请人补正。',
    'Once confirmed it goes to the founder, and the case with it.',
  ],
  'waivers.desk.preview-send': ['确认退回补正', 'Return it'],
  'waivers.desk.change': ['返回修改', 'Change it'],
  'waivers.desk.accept-lead': [
    '确认材料齐全、符合受理条件。受理后出具受理通知书，进入园区初审。',
    'It is complete. A notice of acceptance goes out, and the review by the park begins.',
  ],
  'waivers.desk.accept': ['确认受理', 'Accept it'],
  'waivers.desk.recommends': ['审核意见', 'Recommendation'],
  'waivers.desk.review-lead': [
    '审核意见只供下一环节参考，不对外公开；建议不予批准的，请说明理由。',
    'Only the next desk reads it. Say why where you recommend to refuse.',
  ],
  'waivers.desk.review': ['提交审核意见', 'Pass it on'],
  'waivers.desk.back-lead': [
    '退回上一环节重新审核，不改变认定期限。请写明需要重审的内容。',
    'The desk before looks again; the time for the whole goes on. Say what to look at.',
  ],
  'waivers.desk.back': ['确认退回', 'Send it back'],
  'waivers.desk.outcome': ['认定结果和理由', 'Decision and reason'],
  'waivers.desk.outcome.approve': ['批准：{reason}', 'Approve: {reason}'],
  'waivers.desk.outcome.refuse': ['不予批准：{reason}', 'Refuse: {reason}'],
  'waivers.desk.outcome.uphold': ['维持原决定：{reason}', 'Uphold: {reason}'],
  'waivers.desk.outcome.overturn': ['改为批准：{reason}', 'Overturn: {reason}'],
  'waivers.desk.outcome.restore': [
    '撤销原决定，恢复免租',
    'Withdraw the revocation and restore the waiver',
  ],
  'waivers.desk.determine-lead': [
    '批准后先公示，公示期满再批准免租；不予批准的，决定书载明理由和申请复核的办法、期限。',
    'An approval goes on public notice first. A refusal names the reason, and how and until when to ask for reconsideration.',
  ],
  'waivers.desk.determine-note-hint': [
    '将写入决定书。不予批准，或决定与政策核算不一致的，必须填写',
    'It stands in the letter. Needed for a refusal, and where the decision differs from the assessment',
  ],
  'waivers.desk.differs': [
    '政策核算的结果是不符合条件。仍要批准的，须另选理由并写明说明；该案会列入各园区一致性检查。',
    'By the policy it is not eligible. To approve it all the same, choose another reason and say why; it will be listed among the cases that differ.',
  ],
  'waivers.desk.determine': ['作出认定', 'Decide'],
  'waivers.desk.assessed': [
    '符合条件，减免 {yuan} 元，{n} 个月',
    'Eligible: {yuan} yuan over {n} {n|month|months}',
  ],
  'waivers.desk.assessed-not': [
    '不符合条件（{missed} 项不符合）；若符合可减免 {yuan} 元',
    'Not eligible: {missed} {missed|condition does|conditions do} not hold; {yuan} yuan at stake',
  ],
  'waivers.desk.notice': [
    '{n} 个工作日，{day}起可以批准免租',
    '{n} working {n|day|days}; it can be granted from {day}',
  ],
  'waivers.desk.grant-lead': [
    '公示期满，没有待答复的异议。批准后出具免租决定书，按月金额计入台账。',
    'The notice is over and no objection is open. The letter goes out, and each month becomes an entry of the ledger.',
  ],
  'waivers.desk.grant': ['批准免租', 'Grant it'],
  'waivers.desk.finding': ['异议是否成立', 'Finding'],
  'waivers.desk.finding.dismissed': ['不成立，公示继续', 'Dismissed: the notice goes on'],
  'waivers.desk.finding.upheld': ['成立，重新认定', 'Upheld: determined again'],
  'waivers.desk.answer': ['答复', 'Answer'],
  'waivers.desk.answer-do': ['提交答复', 'Answer it'],
  'waivers.desk.answered': ['这条异议已经答复。', 'This objection has been answered.'],
  'waivers.desk.asked': ['申请复核的理由', 'What the founder says'],
  'waivers.desk.reconsider-lead': [
    '复核由原经办人以外的工作人员办理，一件申请只复核一次。',
    'Somebody else than those who decided looks again, once.',
  ],
  'waivers.desk.reconsider-note-hint': ['将写入复核决定书，必填', 'It stands in the letter'],
  'waivers.desk.reconsider': ['作出复核决定', 'Decide'],
  'waivers.desk.from': ['从哪天起撤销', 'Revoked from'],
  'waivers.desk.ended-on': ['从哪天起终止', 'Ends on'],
  'waivers.desk.reason': ['理由', 'Reason'],
  'waivers.desk.revoke-lead': [
    '从所选日期起收回免租，申请人可以申请复核。下一步先看逐月收回的金额。',
    'What lies from that day on is taken back; the founder can ask for reconsideration. The next page shows it month by month.',
  ],
  'waivers.desk.end-lead': [
    '从所选日期起不再免租：这一天之前的减免不变，之后的全部收回，已经过去的月份也一样。下一步先看逐月收回的金额。',
    'What lies before that day stays. All from it on is taken back, of months that are past too. The next page shows it month by month.',
  ],
  'waivers.desk.take-preview': ['查看逐月金额', 'See it month by month'],
  'waivers.desk.revoke-seen': [
    '自{day}起撤销免租，下列金额收回，还没有办理，请先核对。确认后只能由复核恢复；系统将向申请人发送撤销决定书和消息，写明金额和救济途径。',
    'Nothing is done yet. The waiver is revoked from {day} on, and what follows is taken back. Only a reconsideration can restore it. The applicant is sent a decision and a message with the sum and the remedies.',
  ],
  'waivers.desk.end-seen': [
    '自{day}起终止免租，下列金额收回，还没有办理，请先核对。确认后不能恢复，申请人只能重新申请；系统将向申请人发送终止通知书和消息，写明金额和救济途径。',
    'Nothing is done yet. The waiver ends on {day}, and what follows is taken back. It cannot be undone; the applicant could only apply again, and is sent a notice and a message with the sum and the remedies.',
  ],
  'waivers.desk.take': ['确认办理', 'Confirm'],
  'waivers.desk.aside-lead': [
    '与申请人有利害关系，或有其他可能影响公正的情形，应当回避。回避后由其他人办理，不能撤回。',
    'Step aside where you are involved, or could seem to be. Somebody else takes the case; this cannot be undone.',
  ],
  'waivers.desk.aside': ['确认回避', 'Step aside'],
});
