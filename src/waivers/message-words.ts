import { defineWords } from '../language/words.js';

/** What an applicant is told of the own case, wherever it is read: the number, what happened, what to do by when. */
export const waiverMessageWords = defineWords({
  'waivers.message.by': ['请在{day}前（含当日）办理。', 'Do it by {day}, that day included.'],
  'waivers.message.reconsider-by': [
    '不同意的，可以在{day}前（含当日）申请复核。',
    'If you disagree, you can ask for reconsideration by {day}, that day included. ',
  ],
  'waivers.message.other-by': [
    '对这件申请的另一项决定不同意的，可以在{day}前（含当日）申请复核。',
    'Of the other decision in this case you can ask for reconsideration by {day}, that day included. ',
  ],
  'waivers.message.reconsider-after': [
    '不同意的，可以在正在办理的复核作出决定后申请复核，期限从那时起算。',
    'If you disagree, you can ask for reconsideration once the one under way is decided; the term begins then. ',
  ],
  'waivers.message.decided-by': ['最迟{day}作出决定。', 'A decision is due by {day}.'],
  'waivers.message.accepted-by': ['园区将在{day}前受理。', 'The park accepts it by {day}.'],
  'waivers.message.said': ['说明：{note}', 'What was said: {note}'],
  'waivers.message.sum-taken': ['收回减免 {yuan} 元。', 'Taken back: {yuan} yuan. '],
  'waivers.message.sum-refused': ['不予减免 {yuan} 元。', 'Not waived: {yuan} yuan. '],
  'waivers.message.submit.subject': ['申请已提交', 'Your application was submitted'],
  'waivers.message.submit.body': [
    '您的申请 {number}（{policy}）已提交。{by}',
    'Your application {number} ({policy}) was submitted. {by}',
  ],
  'waivers.message.resubmit.subject': ['补正已提交', 'Your correction was submitted'],
  'waivers.message.resubmit.body': [
    '您的申请 {number}（{policy}）补正后已重新提交。{by}',
    'Your application {number} ({policy}) was submitted again. {by}',
  ],
  'waivers.message.return.subject': ['申请需要补正', 'Your application has to be corrected'],
  'waivers.message.return.body': [
    '您的申请 {number}（{policy}）需要补正。{said}{by}逾期未补正视为放弃申请。',
    'Your application {number} ({policy}) has to be corrected. {said} {by} If it is not corrected in time, it lapses.',
  ],
  'waivers.message.lapse.subject': ['申请逾期未补正，已终止', 'Your application has lapsed'],
  'waivers.message.lapse.body': [
    '您的申请 {number}（{policy}）逾期未补正，视为放弃，已经终止。{sum}可以重新申请；不服的，可以依法申请行政复议或者提起行政诉讼，见通知书。',
    'Your application {number} ({policy}) was not corrected in time and has lapsed. {sum}You can apply anew. The letter says what you can do against it by law.',
  ],
  'waivers.message.accept.subject': ['申请已受理', 'Your application was accepted'],
  'waivers.message.accept.body': [
    '您的申请 {number}（{policy}）已受理，进入审核。{by}',
    'Your application {number} ({policy}) was accepted and is being reviewed. {by}',
  ],
  'waivers.message.fact-corrected.subject': [
    '审核中更正了申请的一项事实',
    'A fact of your application was corrected',
  ],
  'waivers.message.fact-corrected.body': [
    '审核您的申请 {number}（{policy}）时，工作人员把“{fact}”由“{was}”更正为“{to}”。{said}不同意的，可以在申请页面留言、补充材料说明；决定书会写明与申请的差额，对差额可以申请复核。',
    'In the review of {number} ({policy}) “{fact}” was corrected from “{was}” to “{to}”. {said} If you disagree, write on the page of your application or add a paper. The letter will name the difference, and you can ask for its reconsideration.',
  ],
  'waivers.message.decline.subject': ['申请未予受理', 'Your application was not accepted'],
  'waivers.message.decline.body': [
    '您的申请 {number}（{policy}）未予受理。{sum}原因：{reason}。{said}可以重新申请；不服的，可以依法申请行政复议或者提起行政诉讼，见决定书。',
    'Your application {number} ({policy}) was not accepted. {sum}Reason: {reason}. {said} You can apply anew. The letter says what you can do against it by law.',
  ],
  'waivers.message.ask-park.subject': ['请补充材料', 'A further paper is needed'],
  'waivers.message.ask-park.body': [
    '园区在初审您的申请 {number}（{policy}）时需要补充材料。{said}{by}期间办理计时暂停；逾期未提交的，按现有材料继续审核。',
    'The park needs a further paper to review your application {number} ({policy}). {said} {by} The clock stands meanwhile. If it does not come in time, the review goes on with what is there.',
  ],
  'waivers.message.ask-county.subject': ['请补充材料', 'A further paper is needed'],
  'waivers.message.ask-county.body': [
    '县区人社局在复审您的申请 {number}（{policy}）时需要补充材料。{said}{by}期间办理计时暂停；逾期未提交的，按现有材料继续审核。',
    'The county needs a further paper to review your application {number} ({policy}). {said} {by} The clock stands meanwhile. If it does not come in time, the review goes on with what is there.',
  ],
  'waivers.message.ask-bureau.subject': ['请补充材料', 'A further paper is needed'],
  'waivers.message.ask-bureau.body': [
    '市人社局在认定您的申请 {number}（{policy}）时需要补充材料。{said}{by}期间办理计时暂停；逾期未提交的，按现有材料继续认定。',
    'The bureau needs a further paper to decide your application {number} ({policy}). {said} {by} The clock stands meanwhile. If it does not come in time, it decides by what is there.',
  ],
  'waivers.message.supply.subject': ['补充材料已提交', 'Your paper was received'],
  'waivers.message.supply.body': [
    '您的申请 {number}（{policy}）的补充材料已提交，继续审核。{by}',
    'The further paper of your application {number} ({policy}) was received, and the review goes on. {by}',
  ],
  'waivers.message.end-asking.subject': [
    '补充材料期限已过，继续审核',
    'The review goes on without the paper',
  ],
  'waivers.message.end-asking.body': [
    '您的申请 {number}（{policy}）没有在期限内提交补充材料，按现有材料继续审核。{by}',
    'The further paper of your application {number} ({policy}) did not come in time: the review goes on with what is there. {by}',
  ],
  'waivers.message.approve.subject': [
    '申请拟批准，正在公示',
    'Your application is on public notice',
  ],
  'waivers.message.approve.body': [
    '您的申请 {number}（{policy}）认定通过，现予公示{until}。公示无异议后免租生效。',
    'Your application {number} ({policy}) was approved and is on public notice{until}. Without an objection it then takes effect.',
  ],
  'waivers.message.until': ['，至{day}止', ' until {day}'],
  'waivers.message.overturn.subject': ['复核改为批准，正在公示', 'The refusal was overturned'],
  'waivers.message.overturn.body': [
    '您的申请 {number}（{policy}）经复核改为批准，现予公示{until}。公示无异议后免租生效。',
    'On reconsideration your application {number} ({policy}) was approved and is on public notice{until}.',
  ],
  'waivers.message.refuse.subject': ['申请未获批准', 'Your application was refused'],
  'waivers.message.refuse.body': [
    '您的申请 {number}（{policy}）未获批准。{sum}原因：{reason}。{said}如有异议，可以申请复核。{by}也可以依法申请行政复议或者提起行政诉讼，见决定书。',
    'Your application {number} ({policy}) was refused. {sum}Reason: {reason}. {said} You can ask for reconsideration. {by} The letter says what else you can do by law.',
  ],
  'waivers.message.reopen.subject': ['公示异议成立，重新认定', 'An objection was upheld'],
  'waivers.message.reopen.body': [
    '您的申请 {number}（{policy}）公示期间的异议经核实成立，由市人社局重新认定。{by}',
    'An objection to your application {number} ({policy}) was upheld: the bureau decides it again. {by}',
  ],
  'waivers.message.grant.subject': ['免租已批准', 'Your rent is waived'],
  'waivers.message.grant.body': [
    '您的申请 {number}（{policy}）已批准，免租编号 {waiver}，自{from}至{to}，合计 {total} 元。',
    'Your application {number} ({policy}) was granted as {waiver}, from {from} to {to}: {total} yuan in all.',
  ],
  'waivers.message.grant-less.subject': [
    '申请已批准，少于申请内容',
    'Granted, less than you asked for',
  ],
  'waivers.message.grant-less.body': [
    '您的申请 {number}（{policy}）已批准，免租编号 {waiver}，自{from}至{to}，合计 {total} 元，比按您提交的内容测算的少 {less} 元，理由和条款见决定书。{by}',
    'Your application {number} ({policy}) was granted as {waiver}, from {from} to {to}: {total} yuan in all, {less} yuan less than by what you stated. The letter says why and under which clauses. {by}',
  ],
  'waivers.message.withdraw.subject': ['申请已撤回', 'Your application was withdrawn'],
  'waivers.message.withdraw.body': [
    '您的申请 {number}（{policy}）已撤回。以后可以重新申请。',
    'Your application {number} ({policy}) was withdrawn. You can apply again later.',
  ],
  'waivers.message.reconsider.subject': ['复核申请已收到', 'Your request was received'],
  'waivers.message.reconsider.body': [
    '已收到您对申请 {number}（{policy}）的复核申请，由原经办人以外的工作人员审核。{by}',
    'Your request to reconsider {number} ({policy}) was received. Somebody else looks at it. {by}',
  ],
  'waivers.message.uphold.subject': ['复核维持原决定', 'The decision was upheld'],
  'waivers.message.uphold.body': [
    '您的申请 {number}（{policy}）经复核，维持原决定。{sum}原因：{reason}。{said}不服的，可以依法申请行政复议或者提起行政诉讼，见决定书。',
    'On reconsideration the decision on {number} ({policy}) was upheld. {sum}Reason: {reason}. {said} The letter says what you can do against it by law.',
  ],
  'waivers.message.restore.subject': ['免租已恢复', 'Your waiver was restored'],
  'waivers.message.restore.body': [
    '您的申请 {number}（{policy}）经复核，恢复免租。{said}',
    'On reconsideration your waiver {number} ({policy}) was restored. {said}',
  ],
  'waivers.message.amend-notice.subject': [
    '复核后拟增加减免，正在公示',
    'More is to be waived on reconsideration, on public notice',
  ],
  'waivers.message.amend-notice.body': [
    '您的免租 {waiver}（申请 {number}，{policy}）经复核拟增加为 {total} 元，现予公示{until}。公示无异议后执行，其间仍按原决定执行。{said}',
    'On reconsideration your waiver {waiver} ({number}, {policy}) is to come to {total} yuan, which is on public notice{until}; until then the first decision goes on. {said}',
  ],
  'waivers.message.amend.subject': ['复核后减免增加', 'More is waived on reconsideration'],
  'waivers.message.amend.body': [
    '您的免租 {waiver}（申请 {number}，{policy}）经复核增加为 {total} 元。{said}',
    'On reconsideration your waiver {waiver} ({number}, {policy}) now comes to {total} yuan. {said}',
  ],
  'waivers.message.revoke.subject': ['免租已撤销', 'Your waiver was revoked'],
  'waivers.message.revoke.body': [
    '您的免租（申请 {number}，{policy}）已被撤销。{sum}原因：{reason}。{said}如有异议，可以申请复核。{by}也可以依法申请行政复议或者提起行政诉讼，见决定书。',
    'Your waiver ({number}, {policy}) was revoked. {sum}Reason: {reason}. {said} You can ask for reconsideration. {by} The letter says what else you can do by law.',
  ],
  'waivers.message.ended.subject': ['免租提前终止', 'Your waiver ended early'],
  'waivers.message.ended.body': [
    '您的免租 {waiver} 自{day}起终止，原因：{reason}。{sum}此后恢复正常缴租。金额和救济途径见通知书。',
    'Your waiver {waiver} ends on {day}. Reason: {reason}. {sum}From then on the rent is due again. The letter has the sums and what you can do.',
  ],
  'waivers.message.comment.subject': ['有新的留言', 'There is a message for you'],
  'waivers.message.comment.body': [
    '工作人员在您的申请 {number}（{policy}）中留言，请查看并回复。',
    'The office has written to you about your application {number} ({policy}). Read it and answer.',
  ],
  'waivers.message.objected.subject': ['公示期间收到异议', 'An objection was received'],
  'waivers.message.objected.body': [
    '您的申请 {number}（{policy}）公示期间收到异议，公示计时暂停，由市人社局核实。异议内容可在申请页面查看，不显示提出人。您暂不需要办理。',
    'An objection to your application {number} ({policy}) was received. The notice stands until the bureau has answered it. What was said stands on your case, without who said it; there is nothing for you to do.',
  ],
  'waivers.message.objected-on.subject': ['公示期间收到异议', 'An objection was received'],
  'waivers.message.objected-on.body': [
    '您的申请 {number}（{policy}）公示期间收到异议，由市人社局核实，公示计时不因此暂停。异议内容可在申请页面查看，不显示提出人。您暂不需要办理。',
    'An objection to your application {number} ({policy}) was received. The bureau looks into it, and the notice does not stand for it. What was said stands on your case, without who said it; there is nothing for you to do.',
  ],
  'waivers.message.dismissed-one.subject': ['公示异议不成立', 'An objection was dismissed'],
  'waivers.message.dismissed-one.body': [
    '您的申请 {number}（{policy}）公示期间的一条异议经核实不成立，答复可在申请页面查看。',
    'An objection to your application {number} ({policy}) was dismissed. The answer stands on your case.',
  ],
  'waivers.message.objection-received.subject': ['异议已收到', 'Your objection was received'],
  'waivers.message.objection-received.body': [
    '您对公示 {number} 提出的异议已收到，编号 {objection}，查询码 {check}，市人社局将于{by}前答复。凭编号和查询码可以查询办理情况。',
    'Your objection to notice {number} was received as {objection}, check code {check}. The bureau answers it by {by}. Follow it with number and code.',
  ],
  'waivers.message.objection-dismissed.subject': ['异议不成立', 'Your objection was dismissed'],
  'waivers.message.objection-dismissed.body': [
    '您对公示 {number} 提出的异议（{objection}）经核实不成立。答复：{answer}',
    'Your objection {objection} to notice {number} was dismissed. The answer: {answer}',
  ],
  'waivers.message.objection-upheld.subject': ['异议成立', 'Your objection was upheld'],
  'waivers.message.objection-upheld.body': [
    '您对公示 {number} 提出的异议（{objection}）经核实成立，该申请将重新认定。答复：{answer}',
    'Your objection {objection} to notice {number} was upheld; the case is determined again. The answer: {answer}',
  ],
  'waivers.message.objection-ended.subject': ['异议已办结', 'Your objection is closed'],
  'waivers.message.objection-ended.body': [
    '您对公示 {number} 提出了异议（{objection}）。申请人已撤回该申请，不再批准，异议不再核查。',
    'You objected to notice {number} ({objection}). The applicant has withdrawn the application: nothing is granted, and your objection is closed.',
  ],
  'waivers.message.objection-late.subject': [
    '异议答复逾期',
    'The answer to your objection is late',
  ],
  'waivers.message.objection-late.body': [
    '您对公示 {number} 提出的异议（{objection}）未能按期答复，公示已恢复计时。市人社局仍须答复；答复之前，该申请不会批准。',
    'Your objection {objection} to notice {number} was not answered in its term, and the notice goes on. It still has to be answered, and nothing is granted before.',
  ],
  'waivers.message.went-on.subject': ['公示恢复计时', 'The notice goes on'],
  'waivers.message.went-on.body': [
    '您的申请 {number}（{policy}）公示期间收到的异议应于{day}前答复，市人社局逾期未答复，公示已恢复计时{until}。异议答复之前，申请暂不能批准。您不需要办理。',
    'The objection to your application {number} ({policy}) was to be answered by {day} and was not: the notice goes on without the answer{until}. Nothing is granted before the answer. There is nothing for you to do.',
  ],
  'waivers.message.overdue.subject': ['申请办理超期', 'Your application is late at the bureau'],
  'waivers.message.overdue.body': [
    '您的申请 {number}（{policy}）应于{day}前办理，市人社局至今没有办结，已超期。系统已提醒市人社局和审计员。您不需要办理，申请不会因此作废。',
    'The bureau was to deal with your application {number} ({policy}) by {day} and has not. The bureau and the auditors have been told. There is nothing for you to do, and you lose nothing by it.',
  ],
  'waivers.message.overdue-here.subject': ['申请办理超期', 'A case is overdue at the bureau'],
  'waivers.message.overdue-here.body': [
    '申请 {number} 应于{day}前办理，已超期，请尽快办理。办结之前每周提醒一次。',
    'Case {number} was due by {day}. Deal with it as soon as possible; you are told each week until it is done.',
  ],
  'waivers.message.dismissed.subject': ['公示异议不成立', 'The objection was dismissed'],
  'waivers.message.dismissed.body': [
    '您的申请 {number}（{policy}）公示期间的异议经核实不成立，公示继续{until}。',
    'The objection to your application {number} ({policy}) was dismissed: the notice goes on{until}.',
  ],
  'waivers.message.assigned.subject': [
    '有申请分派给您办理',
    'Applications have been assigned to you',
  ],
  'waivers.message.assigned.body': [
    '{by}向您分派了 {n} 件申请：{numbers}。',
    '{by} assigned {n} {n|application|applications} to you: {numbers}.',
  ],
  'waivers.message.redated.subject': ['办理期限有调整', 'The deadlines of your case have changed'],
  'waivers.message.redated.body': [
    '国务院公布的节假日安排已录入，申请 {number}（{policy}）的期限相应调整：{days}。',
    'The public holidays have been announced, so the days of application {number} ({policy}) have changed: {days}.',
  ],
  'waivers.redated.correct': ['补正截止{day}', 'correct it by {day}'],
  'waivers.redated.due': ['本环节截止{day}', 'this step is due by {day}'],
  'waivers.redated.determine': ['认定截止{day}', 'it is determined by {day}'],
  'waivers.redated.notice': ['公示至{day}止', 'the public notice lasts until {day}'],
  'waivers.redated.reconsider': ['申请复核截止{day}', 'ask for reconsideration by {day}'],
  'waivers.message.ends-30.subject': ['免租将在 30 天内到期', 'Your waiver ends within 30 days'],
  'waivers.message.ends-30.body': [
    '您的免租 {waiver} 将于{day}到期。{renewal}',
    'Your waiver {waiver} ends on {day}. {renewal}',
  ],
  'waivers.message.renew-can': [
    '到期后最多还可以续期 {n} 个月，请在到期前提交续期申请。',
    'It can be renewed for up to {n} {n|month|months}: apply before it ends.',
  ],
  'waivers.message.renew-used-up': [
    '本政策规定的月数已经用完，到期后恢复正常缴租。',
    'The months of the policy are used up: the rent is due again from then on.',
  ],
  'waivers.message.renew-no-policy': [
    '本政策已停止施行，不能续期，到期后恢复正常缴租。',
    'The policy has ended, so it cannot be renewed: the rent is due again from then on.',
  ],
  'waivers.message.renew-open': [
    '您的续期申请正在办理。',
    'Your renewal application is under way.',
  ],
  'waivers.message.falls.subject': [
    '下月起免租金额减少',
    'Less of your rent is waived from next month on',
  ],
  'waivers.message.falls.body': [
    '您的免租 {waiver}（申请 {number}，{policy}）自{month}起每月减免由 {before} 元变为 {after} 元，请留出应付的租金。逐月金额见申请页面。',
    'From {month} on your waiver {waiver} ({number}, {policy}) gives {after} yuan a month instead of {before}. Set aside the rent that is due; the page of your application has each month.',
  ],
  'waivers.message.category-ends.subject': [
    '您的创业者类别即将到期',
    'A category of yours is about to end',
  ],
  'waivers.message.category-ends.body': [
    '您的创业者类别“{category}”到{day}为止。此后新的申请不再按这一类别享受；已经批准的免租不受影响。想按这一类别申请的，请在此前提交。',
    'Your category “{category}” lasts until {day}. New applications after that day do not count it; what was granted stays. Submit by then what you want to apply for under it.',
  ],
  'waivers.message.ends-7.subject': ['免租将在 7 天内到期', 'Your waiver ends within 7 days'],
  'waivers.message.ends-7.body': [
    '您的免租 {waiver} 将于{day}到期。{renewal}',
    'Your waiver {waiver} ends on {day}. {renewal}',
  ],
});
