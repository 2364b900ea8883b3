import { defineWords } from '../language/words.js';

/** Cases and letters under a policy that pays money: 补贴 in place of 免租. The words of before stand beside, without `subsidy.`. */
export const waiverSubsidyWords = defineWords({
  'subsidy.waivers.ended-already': [
    '这项补贴已经终止或刚刚变更',
    'This subsidy has ended or has just changed',
  ],
  'subsidy.waivers.fault.no-premises': [
    '请选择申请补贴的场地；租约已终止的场地不能申请',
    'Choose the premises; a tenancy that has ended cannot be chosen',
  ],
  'subsidy.waivers.fault.nothing-to-grant': [
    '按政策核算，没有可以补贴的金额',
    'By the policy there is nothing to pay',
  ],
  'subsidy.waivers.fault.changed-since': [
    '认定之后，申请人或创业主体又有其他减免或补贴获批，金额因此改变，须重新认定',
    'Something else was granted since the determination, which alters the amount: determine it again',
  ],
  'subsidy.waivers.fault.outside-term': [
    '日期须在补贴期内（{from}至{to}）',
    'The day must lie in the term, from {from} to {to}',
  ],
  'subsidy.waivers.new': ['申请补贴', 'Apply for a subsidy'],
  'subsidy.waivers.check.nothing-due': [
    '您现在不付租金，没有可补贴的租金',
    'You pay no rent at present: there is none to subsidise',
  ],
  'subsidy.waivers.check.nothing-due-text': [
    '现在不用申请。租约开始收租金后再提交，按下列标准补贴：',
    'There is no need to apply now. Do so when rent becomes due; this is what is paid then:',
  ],
  'subsidy.waivers.check.declares': [
    '我确认以上内容和材料真实、完整。如有虚假，愿意退回已领取的补贴并承担相应责任。',
    'All of this is true and complete. If it is not, I shall pay back the subsidy and answer for it.',
  ],
  'subsidy.waivers.sent.notice': [
    '拟批准的公示 {n} 个工作日，无异议后批准补贴',
    'What is to be granted is on public notice for {n} working {n|day|days}, and then granted',
  ],
  'subsidy.waivers.ask.from': ['从哪一天起申请补贴', 'From which day?'],
  'subsidy.waivers.ask.benefits-hint': [
    '包括其他部门、村集体、街道给的；本系统批准的不用填',
    'From any source; you need not mention what was granted here',
  ],
  'subsidy.waivers.review.title': ['{venture}的补贴申请', '{venture}: application for a subsidy'],
  'subsidy.waivers.review.waiver': ['补贴编号', 'Subsidy'],
  'subsidy.waivers.review.benefits.title': ['申请人和创业主体的其他补贴', 'Other benefits'],
  'subsidy.waivers.review.benefits.none': [
    '没有其他补贴或在办申请。',
    'None, and no other open application.',
  ],
  'subsidy.waivers.review.nothing-due': [
    '经核算，符合条件，不付租金，没有可补贴的金额',
    'By the policy: eligible; no rent is paid, so there is nothing to subsidise',
  ],
  'subsidy.waivers.review.schedule': ['按月补贴金额', 'Schedule by month'],
  'subsidy.waivers.question.from': ['补贴起始日期', 'The first day asked for'],
  'subsidy.waivers.question.months': ['申请补贴月数', 'The months asked for'],
  'subsidy.waivers.desk.outcome.restore': [
    '撤销原决定，恢复补贴',
    'Withdraw the revocation and restore the subsidy',
  ],
  'subsidy.waivers.desk.determine-lead': [
    '批准后先公示，公示期满再批准补贴；不予批准的，决定书载明理由和申请复核的办法、期限。',
    'An approval goes on public notice first. A refusal names the reason, and how and until when to ask for reconsideration.',
  ],
  'subsidy.waivers.desk.assessed': [
    '符合条件，补贴 {yuan} 元，{n} 个月',
    'Eligible: {yuan} yuan over {n} {n|month|months}',
  ],
  'subsidy.waivers.desk.assessed-not': [
    '不符合条件（{missed} 项不符合）；若符合可补贴 {yuan} 元',
    'Not eligible: {missed} {missed|condition does|conditions do} not hold; {yuan} yuan at stake',
  ],
  'subsidy.waivers.desk.notice': [
    '{n} 个工作日，{day}起可以批准补贴',
    '{n} working {n|day|days}; it can be granted from {day}',
  ],
  'subsidy.waivers.desk.grant-lead': [
    '公示期满，没有待答复的异议。批准后出具补贴决定书。',
    'The notice is over and no objection is open. The letter goes out.',
  ],
  'subsidy.waivers.desk.grant': ['批准补贴', 'Grant it'],
  'subsidy.waivers.desk.revoke-lead': [
    '从所选日期起收回补贴，申请人可以申请复核。下一步先看逐月收回的金额。',
    'What lies from that day on is taken back; the founder can ask for reconsideration. The next page shows it month by month.',
  ],
  'subsidy.waivers.desk.end-lead': [
    '从所选日期起不再补贴：这一天之前的不变，之后的全部收回，已经过去的月份也一样。下一步先看逐月收回的金额。',
    'What lies before that day stays. All from it on is taken back, of months that are past too. The next page shows it month by month.',
  ],
  'subsidy.waivers.desk.revoke-seen': [
    '自{day}起撤销补贴，下列金额收回，还没有办理，请先核对。确认后只能由复核恢复；系统将向申请人发送撤销决定书和消息，写明金额和救济途径。',
    'Nothing is done yet. The subsidy is revoked from {day} on, and what follows is taken back. Only a reconsideration can restore it. The applicant is sent a decision and a message with the sum and the remedies.',
  ],
  'subsidy.waivers.desk.end-seen': [
    '自{day}起终止补贴，下列金额收回，还没有办理，请先核对。确认后不能恢复，申请人只能重新申请；系统将向申请人发送终止通知书和消息，写明金额和救济途径。',
    'Nothing is done yet. The subsidy ends on {day}, and what follows is taken back. It cannot be undone; the applicant could only apply again, and is sent a notice and a message with the sum and the remedies.',
  ],
  'subsidy.waivers.act.grant': ['批准补贴', 'Grant'],
  'subsidy.waivers.act.revoke': ['撤销补贴', 'Revoke'],
  'subsidy.waivers.review.step.amount': [
    '补贴 {yuan} 元，{n} 个月',
    '{yuan} yuan over {n} {n|month|months}',
  ],
  'subsidy.waivers.fact.months': ['补贴月数', 'Months'],
  'subsidy.waivers.fact.period': ['申请补贴期间', 'Asked for'],
  'subsidy.waivers.next.runs': ['补贴期{from}至{to}', 'The subsidy is for {from} to {to}'],
  'subsidy.waivers.next.ended': [
    '补贴期{from}至{to}，已结束',
    'The subsidy was for {from} to {to}',
  ],
  'subsidy.waivers.next.never': ['补贴未曾生效', 'The subsidy never took effect'],
  'subsidy.waivers.loss.falls': [
    '{month}起每月补贴由 {before} 元降为 {after} 元',
    'What is paid falls in {month}: {after} yuan instead of {before}',
  ],
  'subsidy.waivers.loss.ends': ['补贴{day}到期', 'The subsidy ends on {day}'],
  'subsidy.waivers.losses.apply': ['申请补贴', 'Apply for a subsidy'],
  'subsidy.waivers.waiver.title': ['补贴', 'The subsidy'],
  'subsidy.waivers.waiver.number': ['补贴编号', 'Number'],
  'subsidy.waivers.waiver.term': ['补贴期', 'Term'],
  'subsidy.waivers.waiver.total': ['补贴总额', 'In all'],
  'subsidy.waivers.waiver.to-date': ['截至{day}应补贴', 'Due by {day}'],
  'subsidy.waivers.waiver.remains': ['自付租金（元）', 'Rent of your own, yuan'],
  'subsidy.waivers.waiver.remains-total': ['补贴期内自付租金', 'Rent of your own in the term'],
  'subsidy.waivers.waiver.amount': ['补贴金额（元）', 'Subsidy, yuan'],
  'subsidy.waivers.waiver.past': ['已到期', 'Due'],
  'subsidy.waivers.waiver.to-come': ['未到期', 'To come'],
  'subsidy.waivers.waiver.no-amount': ['本月无补贴', 'Nothing this month'],
  'subsidy.waivers.renew.used-up': [
    '本政策规定的补贴月数已经用完，不能续期。',
    'The months of this policy are used up: it cannot be renewed.',
  ],
  'subsidy.waivers.surrender': ['放弃补贴', 'Give up the subsidy'],
  'subsidy.waivers.surrender.lead': [
    '从所选日期起不再享受补贴，日期在今天以前的，此后已领取的也要退回。下一步先看逐月收回的金额，确认后才放弃；放弃后不能恢复。',
    'From that day on nothing is paid; before today, what was paid since has to be paid back. The next page shows it month by month, before anything is done. It cannot be undone.',
  ],
  'subsidy.waivers.surrender.day': ['从哪天起不再补贴', 'First day without it'],
  'subsidy.waivers.surrender.taken-lead': [
    '从{day}起不再补贴，下列金额收回，已领取的应当退回。确认后不能恢复，只能重新申请。',
    'Nothing is paid from {day} on: what follows is taken back, and what was received of it has to be returned. It cannot be undone; you could only apply again.',
  ],
  'subsidy.waivers.step.grant': ['公示结束，批准补贴', 'Public notice over: granted'],
  'subsidy.waivers.step.restore': ['复核恢复补贴', 'Restored on reconsideration'],
  'subsidy.waivers.step.end': ['补贴提前终止', 'The subsidy ended early'],
  'subsidy.waivers.step.revoke': ['市局撤销补贴', 'Revoked by the bureau'],
  'subsidy.waivers.message.sum-taken': ['收回补贴 {yuan} 元。', 'Taken back: {yuan} yuan. '],
  'subsidy.waivers.message.sum-refused': ['不予补贴 {yuan} 元。', 'Not paid: {yuan} yuan. '],
  'subsidy.waivers.message.approve.subject': [
    '申请拟批准，正在公示',
    'Your application is on public notice',
  ],
  'subsidy.waivers.message.approve.body': [
    '您的申请 {number}（{policy}）认定通过，现予公示{until}。公示无异议后批准补贴。',
    'Your application {number} ({policy}) was approved and is on public notice{until}. Without an objection it is then granted.',
  ],
  'subsidy.waivers.message.overturn.subject': [
    '复核改为批准，正在公示',
    'The refusal was overturned',
  ],
  'subsidy.waivers.message.overturn.body': [
    '您的申请 {number}（{policy}）经复核改为批准，现予公示{until}。公示无异议后批准补贴。',
    'On reconsideration your application {number} ({policy}) was approved and is on public notice{until}.',
  ],
  'subsidy.waivers.message.grant.subject': ['补贴已批准', 'Your subsidy was granted'],
  'subsidy.waivers.message.grant.body': [
    '您的申请 {number}（{policy}）已批准，补贴编号 {waiver}，自{from}至{to}，合计 {total} 元。',
    'Your application {number} ({policy}) was granted as {waiver}, from {from} to {to}: {total} yuan in all.',
  ],
  'subsidy.waivers.message.grant-less.subject': [
    '申请已批准，少于申请内容',
    'Granted, less than you asked for',
  ],
  'subsidy.waivers.message.grant-less.body': [
    '您的申请 {number}（{policy}）已批准，补贴编号 {waiver}，自{from}至{to}，合计 {total} 元，比按您提交的内容测算的少 {less} 元，理由和条款见决定书。{by}',
    'Your application {number} ({policy}) was granted as {waiver}, from {from} to {to}: {total} yuan in all, {less} yuan less than by what you stated. The letter says why and under which clauses. {by}',
  ],
  'subsidy.waivers.message.restore.subject': ['补贴已恢复', 'Your subsidy was restored'],
  'subsidy.waivers.message.restore.body': [
    '您的申请 {number}（{policy}）经复核，恢复补贴。{said}',
    'On reconsideration your subsidy {number} ({policy}) was restored. {said}',
  ],
  'subsidy.waivers.message.amend-notice.subject': [
    '复核后拟增加补贴，正在公示',
    'More of the subsidy on reconsideration, on public notice',
  ],
  'subsidy.waivers.message.amend-notice.body': [
    '您的补贴 {waiver}（申请 {number}，{policy}）经复核拟增加为 {total} 元，现予公示{until}。公示无异议后执行，其间仍按原决定执行。{said}',
    'On reconsideration your subsidy {waiver} ({number}, {policy}) is to come to {total} yuan, which is on public notice{until}; until then the first decision goes on. {said}',
  ],
  'subsidy.waivers.message.amend.subject': [
    '复核后补贴增加',
    'More was granted on reconsideration',
  ],
  'subsidy.waivers.message.amend.body': [
    '您的补贴 {waiver}（申请 {number}，{policy}）经复核增加为 {total} 元。{said}',
    'On reconsideration your subsidy {waiver} ({number}, {policy}) now comes to {total} yuan. {said}',
  ],
  'subsidy.waivers.message.revoke.subject': ['补贴已撤销', 'Your subsidy was revoked'],
  'subsidy.waivers.message.revoke.body': [
    '您的补贴（申请 {number}，{policy}）已被撤销。{sum}原因：{reason}。{said}如有异议，可以申请复核。{by}也可以依法申请行政复议或者提起行政诉讼，见决定书。',
    'Your subsidy ({number}, {policy}) was revoked. {sum}Reason: {reason}. {said} You can ask for reconsideration. {by} The letter says what else you can do by law.',
  ],
  'subsidy.waivers.message.ended.subject': ['补贴提前终止', 'Your subsidy ended early'],
  'subsidy.waivers.message.ended.body': [
    '您的补贴 {waiver} 自{day}起终止，原因：{reason}。{sum}金额和救济途径见通知书。',
    'Your subsidy {waiver} ends on {day}. Reason: {reason}. {sum}The letter has the sums and what you can do.',
  ],
  'subsidy.waivers.message.ends-30.subject': [
    '补贴将在 30 天内到期',
    'Your subsidy ends within 30 days',
  ],
  'subsidy.waivers.message.ends-30.body': [
    '您的补贴 {waiver} 将于{day}到期。{renewal}',
    'Your subsidy {waiver} ends on {day}. {renewal}',
  ],
  'subsidy.waivers.message.ends-7.subject': [
    '补贴将在 7 天内到期',
    'Your subsidy ends within 7 days',
  ],
  'subsidy.waivers.message.ends-7.body': [
    '您的补贴 {waiver} 将于{day}到期。{renewal}',
    'Your subsidy {waiver} ends on {day}. {renewal}',
  ],
  'subsidy.waivers.message.renew-used-up': [
    '本政策规定的月数已经用完，到期后不再补贴。',
    'The months of the policy are used up: nothing is paid from then on.',
  ],
  'subsidy.waivers.message.renew-no-policy': [
    '本政策已停止施行，不能续期，到期后不再补贴。',
    'The policy has ended, so it cannot be renewed: nothing is paid from then on.',
  ],
  'subsidy.waivers.message.falls.subject': [
    '下月起补贴金额减少',
    'Less is paid from next month on',
  ],
  'subsidy.waivers.message.falls.body': [
    '您的补贴 {waiver}（申请 {number}，{policy}）自{month}起每月由 {before} 元变为 {after} 元。逐月金额见申请页面。',
    'From {month} on your subsidy {waiver} ({number}, {policy}) comes to {after} yuan a month instead of {before}. The page of your application has each month.',
  ],
  'subsidy.waivers.letter.refusal': ['不予补贴决定书', 'Refusal'],
  'subsidy.waivers.letter.grant': ['补贴决定书', 'Grant of a subsidy'],
  'subsidy.waivers.letter.revocation': ['撤销补贴决定书', 'Revocation'],
  'subsidy.waivers.letter.ending': ['补贴终止通知书', 'Notice of an early end'],
  'subsidy.letter.title.refusal': ['不予补贴决定书', 'Decision to refuse a subsidy'],
  'subsidy.letter.title.grant': ['补贴决定书', 'Decision to grant a subsidy'],
  'subsidy.letter.title.revocation': ['撤销补贴决定书', 'Decision to revoke a subsidy'],
  'subsidy.letter.title.ending': ['补贴终止通知书', 'Notice of the early end of a subsidy'],
  'subsidy.letter.correction': [
    '您于{day}按《{policy}》（第 {version} 版）提交的补贴申请（编号 {number}）收悉。经审查，需要补正下列内容。本通知已一次性列出全部需要补正的事项：',
    'Your application {number} of {day} under “{policy}”, version {version}, has been received. The following has to be corrected; this notice names everything at once:',
  ],
  'subsidy.letter.supplement': [
    '您于{day}按《{policy}》（第 {version} 版）提交的补贴申请（编号 {number}）正在审核。为查明与补贴资格或者金额有关的事实，请补充下列材料：',
    'Your application {number} of {day} under “{policy}”, version {version}, is being reviewed. To establish a fact on which the subsidy or its amount depends, the following paper is needed:',
  ],
  'subsidy.letter.non-acceptance': [
    '您于{day}按《{policy}》（第 {version} 版，{source}）提交的补贴申请（编号 {number}）收悉。经审查，依据{clauses}的规定，决定不予受理。',
    'Your application {number} of {day} under “{policy}”, version {version} ({source}), has been received. Under {clauses} it is not accepted.',
  ],
  'subsidy.letter.acceptance': [
    '您于{day}按《{policy}》（第 {version} 版）提交的补贴申请（编号 {number}），材料齐全，符合受理条件，现予受理。',
    'Your application {number} of {day} under “{policy}”, version {version}, is complete and has been accepted.',
  ],
  'subsidy.letter.refusal': [
    '您于{day}提交的补贴申请（编号 {number}），经园区初审、县区复审和我局认定，依据《{policy}》（第 {version} 版，{source}）{clauses}的规定，决定不予补贴。',
    'Your application {number} of {day} was reviewed by the park and the county and determined by this bureau. Under “{policy}”, version {version} ({source}), {clauses}, it is refused.',
  ],
  'subsidy.letter.grant': [
    '您于{day}提交的补贴申请（编号 {number}），经园区初审、县区复审、我局认定和公示，依据《{policy}》（第 {version} 版，{source}）{clauses}的规定，决定自{from}起至{to}止予以补贴（补贴编号 {waiver}），补贴金额共计 {yuan} 元，按月金额见下表。',
    'Your application {number} of {day} was reviewed, determined and put on public notice. Under “{policy}”, version {version} ({source}), {clauses}, a subsidy ({waiver}) is granted from {from} to {to}, {yuan} yuan in all, by month as below.',
  ],
  'subsidy.letter.grant-duty': [
    '补贴凭票据按月份申领：在“补贴”页面登记收款账户，选择月份，上传票据后提交，审批后拨付。补贴期内转园、出园、租约终止或者不再符合补贴条件的，请及时告知所在园区；补贴依规定终止，多领取的应当退回。',
    'The subsidy is claimed by months with receipts: enter an account, choose the months, add the receipts and hand the claim in on the page “Subsidies”; once approved, it is paid. If the venture moves, leaves, gives up the premises or no longer meets the conditions, please tell your park: the subsidy then ends as the policy has it, and what was paid too much is to be returned.',
  ],
  'subsidy.letter.grant-duty-granted': [
    '补贴按月份申领，不凭票据：在“补贴”页面登记收款账户，选择月份后提交，审批后拨付。补贴期内转园、出园或者不再符合补贴条件的，请及时告知所在园区；补贴依规定终止，多领取的应当退回。',
    'The subsidy is claimed by months, without receipts: enter an account, choose the months and hand the claim in on the page “Subsidies”; once approved, it is paid. If the venture moves, leaves or no longer meets the conditions, please tell your park: the subsidy then ends as the policy has it, and what was paid too much is to be returned.',
  ],
  'subsidy.letter.revocation': [
    '经查，依据《{policy}》（第 {version} 版，{source}）{clauses}的规定，决定自{ended}起撤销您的补贴（补贴编号 {waiver}，申请编号 {number}），收回补贴金额 {yuan} 元，逐月金额见下表。',
    'Under “{policy}”, version {version} ({source}), {clauses}, your subsidy {waiver} (application {number}) is revoked from {ended} on; what is taken back comes to {yuan} yuan, by month as below.',
  ],
  'subsidy.letter.taken-past': [
    '其中 {yuan} 元属于本月和以前的月份，已经领取的，应当退回。',
    'For this month and earlier ones: {yuan} yuan; what was received of it has to be returned.',
  ],
  'subsidy.letter.refused-sum': [
    '按申请内容测算的补贴金额 {yuan} 元不予补贴。',
    'The {yuan} yuan that the application would have come to are not paid.',
  ],
  'subsidy.letter.lapse': [
    '您于{day}按《{policy}》（第 {version} 版，{source}）提交的补贴申请（编号 {number}），未在补正通知书载明的期限内补正。依据{clauses}的规定，视为放弃申请，本申请终止。',
    'Your application {number} of {day} under “{policy}”, version {version} ({source}), was not corrected within the term that the notice of correction stated. Under {clauses} it counts as given up, and has ended.',
  ],
  'subsidy.letter.uphold.refused': [
    '您对补贴申请（编号 {number}，《{policy}》第 {version} 版）不予补贴决定申请复核。经复核，决定维持原决定。',
    'You asked for reconsideration of the refusal of application {number} (“{policy}”, version {version}). The decision is upheld.',
  ],
  'subsidy.letter.uphold.revoked': [
    '您对撤销补贴决定（申请编号 {number}，《{policy}》第 {version} 版）申请复核。经复核，决定维持原决定。',
    'You asked for reconsideration of the revocation in case {number} (“{policy}”, version {version}). The decision is upheld.',
  ],
  'subsidy.letter.uphold.granted': [
    '您对少于申请内容的批准决定（申请编号 {number}，补贴编号 {waiver}，《{policy}》第 {version} 版）申请复核。经复核，决定维持原决定。',
    'You asked for reconsideration of the decision on {number} (subsidy {waiver}, “{policy}”, version {version}), which gave less than you asked for. It is upheld.',
  ],
  'subsidy.letter.uphold.ended': [
    '您对终止补贴的决定（申请编号 {number}，补贴编号 {waiver}，《{policy}》第 {version} 版）申请复核。经复核，决定维持原决定。',
    'You asked for reconsideration of the end of your subsidy {waiver} (application {number}, “{policy}”, version {version}). The decision is upheld.',
  ],
  'subsidy.letter.amend.granted': [
    '您对少于申请内容的批准决定（申请编号 {number}，补贴编号 {waiver}，《{policy}》第 {version} 版）申请复核。经复核，决定改变原决定，补贴按下表执行。',
    'You asked for reconsideration of the decision on {number} (subsidy {waiver}, “{policy}”, version {version}), which gave less than you asked for. It is changed; the subsidy is as below.',
  ],
  'subsidy.letter.restore.ended': [
    '您对终止补贴的决定（申请编号 {number}，补贴编号 {waiver}，《{policy}》第 {version} 版）申请复核。经复核，决定撤销原决定，恢复补贴。',
    'You asked for reconsideration of the end of your subsidy {waiver} (application {number}, “{policy}”, version {version}). The end is withdrawn and the subsidy restored.',
  ],
  'subsidy.letter.overturn.refused': [
    '您对补贴申请（编号 {number}，《{policy}》第 {version} 版）不予补贴决定申请复核。经复核，决定撤销原决定，拟批准补贴，按规定公示后作出补贴决定。',
    'You asked for reconsideration of the refusal of application {number} (“{policy}”, version {version}). The refusal is overturned; the subsidy is granted after the public notice.',
  ],
  'subsidy.letter.restore.refused': [
    '经复核，决定恢复补贴（申请编号 {number}，《{policy}》第 {version} 版）。',
    'The subsidy of case {number} (“{policy}”, version {version}) is restored.',
  ],
  'subsidy.letter.restore.revoked': [
    '您对撤销补贴决定（申请编号 {number}，《{policy}》第 {version} 版）申请复核。经复核，决定撤销原决定，恢复补贴。',
    'You asked for reconsideration of the revocation in case {number} (“{policy}”, version {version}). The revocation is withdrawn and the subsidy restored.',
  ],
  'subsidy.letter.ending': [
    '依据《{policy}》（第 {version} 版，{source}）{clauses}的规定，您的补贴（补贴编号 {waiver}，申请编号 {number}）自{ended}起终止，此后的补贴金额 {yuan} 元收回，不再享受，逐月金额见下表。',
    'Under “{policy}”, version {version} ({source}), {clauses}, your subsidy {waiver} (application {number}) ends on {ended}; the {yuan} yuan after that day are taken back and no longer paid, by month as below.',
  ],
  'subsidy.letter.ending-own': [
    '根据您的申请，您的补贴（补贴编号 {waiver}，申请编号 {number}，《{policy}》第 {version} 版）自{ended}起终止，此后的补贴金额 {yuan} 元不再享受。',
    'As you asked, your subsidy {waiver} (application {number}, “{policy}”, version {version}) ends on {ended}; the {yuan} yuan after that day are no longer paid.',
  ],
  'subsidy.letter.ending-nothing': [
    '依据《{policy}》（第 {version} 版，{source}）{clauses}的规定，您的补贴（补贴编号 {waiver}，申请编号 {number}）自{ended}起终止，没有收回的金额。',
    'Under “{policy}”, version {version} ({source}), {clauses}, your subsidy {waiver} (application {number}) ends on {ended}; nothing is taken back.',
  ],
  'subsidy.letter.schedule': ['按月补贴金额（元）', 'By month, in yuan'],
  'subsidy.letter.less': [
    '按您提交的内容测算为 {asked} 元，经核定为 {given} 元，少 {yuan} 元。差额依据{clauses}的规定不予补贴，核定的事实见下表。',
    'By what you stated it would come to {asked} yuan; the decision gives {given} yuan, {yuan} yuan less. Under {clauses} the difference is not paid; the facts that were corrected stand below.',
  ],
  'subsidy.letter.taken': ['收回或不再补贴的金额（元）', 'Taken back, in yuan'],
  'subsidy.letter.each': ['每月补贴', 'Paid each'],
  'subsidy.letter.remains': ['每月自付租金', 'Rent of your own each'],
  'subsidy.letter.remains-total': ['自付租金合计 {yuan} 元', '{yuan} yuan of rent remain your own'],
});
