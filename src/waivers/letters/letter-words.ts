import { defineWords } from '../../language/words.js';

/** The words of letters. A letter keeps its own words: what is changed here is said from then on only. */
export const letterWords = defineWords({
  'waivers.letter.correction': ['补正通知书', 'Notice of correction'],
  'waivers.letter.acceptance': ['受理通知书', 'Notice of acceptance'],
  'waivers.letter.refusal': ['不予免租决定书', 'Refusal'],
  'waivers.letter.grant': ['免租决定书', 'Grant of a waiver'],
  'waivers.letter.revocation': ['撤销免租决定书', 'Revocation'],
  'waivers.letter.reconsideration': ['复核决定书', 'Decision on reconsideration'],
  'waivers.letter.ending': ['免租终止通知书', 'Notice of an early end'],
  'waivers.letter.supplement': ['补充材料通知书', 'Notice that a further paper is needed'],
  'waivers.letter.non-acceptance': ['不予受理决定书', 'Decision not to accept'],
  'waivers.letter.lapse': ['视为放弃申请通知书', 'Notice that an application has lapsed'],
  'letter.office': [
    '舟山市人力资源和社会保障局',
    'Zhoushan Municipal Bureau of Human Resources and Social Security',
  ],
  'letter.title.correction': ['补正通知书', 'Notice of correction'],
  'letter.title.supplement': ['补充材料通知书', 'Notice that a further paper is needed'],
  'letter.title.non-acceptance': ['不予受理决定书', 'Decision not to accept an application'],
  'letter.title.acceptance': ['受理通知书', 'Notice of acceptance'],
  'letter.title.refusal': ['不予免租决定书', 'Decision to refuse a rent waiver'],
  'letter.title.grant': ['免租决定书', 'Decision to grant a rent waiver'],
  'letter.title.revocation': ['撤销免租决定书', 'Decision to revoke a rent waiver'],
  'letter.title.reconsideration': ['复核决定书', 'Decision on reconsideration'],
  'letter.title.ending': ['免租终止通知书', 'Notice of the early end of a rent waiver'],
  'letter.title.lapse': ['视为放弃申请通知书', 'Notice that an application has lapsed'],
  'letter.number': ['编号：{number}', 'No. {number}'],
  'letter.to': ['{applicant}（{venture}，{number}）：', '{applicant} ({venture}, {number}):'],
  'letter.signed-park': ['{park}', '{park}'],
  'letter.correction': [
    '您于{day}按《{policy}》（第 {version} 版）提交的免租申请（编号 {number}）收悉。经审查，需要补正下列内容。本通知已一次性列出全部需要补正的事项：',
    'Your application {number} of {day} under “{policy}”, version {version}, has been received. The following has to be corrected; this notice names everything at once:',
  ],
  'letter.correct-by': [
    '请于{day}前（含当日）登录本系统，在申请页面补正后重新提交。补正期间办理期限暂停计算；逾期未补正的，视为放弃申请，您可以重新申请。',
    'Please correct it on the page of your application and submit it again by {day}, that day included. The clock stands meanwhile. An application that is not corrected in time lapses; you can apply anew.',
  ],
  'letter.supplement': [
    '您于{day}按《{policy}》（第 {version} 版）提交的免租申请（编号 {number}）正在审核。为查明与免租资格或者金额有关的事实，请补充下列材料：',
    'Your application {number} of {day} under “{policy}”, version {version}, is being reviewed. To establish a fact on which the waiver or its amount depends, the following paper is needed:',
  ],
  'letter.supply-by': [
    '请于{day}前（含当日）登录本系统，在申请页面上传；确实无法提供的，请说明原因。其间办理期限暂停计算；逾期未提交的，按现有材料继续审核。同一环节只要求补充一次。',
    'Please upload it on the page of your application by {day}, that day included, or say why there is none. The clock stands meanwhile. If it does not come in time, the review goes on with what is there. A desk asks once.',
  ],
  'letter.non-acceptance': [
    '您于{day}按《{policy}》（第 {version} 版，{source}）提交的免租申请（编号 {number}）收悉。经审查，依据{clauses}的规定，决定不予受理。',
    'Your application {number} of {day} under “{policy}”, version {version} ({source}), has been received. Under {clauses} it is not accepted.',
  ],
  'letter.decline-anew': [
    '符合受理条件后，您可以重新申请。',
    'Once it can be accepted you can apply anew.',
  ],
  'letter.provisional': [
    '{day}（暂按周一至周五为工作日推算，待国务院公布当年节假日安排后在申请页面公布确定日期）',
    '{day} (provisional: counted from Monday to Friday; the final day is shown on the page of your application once the public holidays of that year are announced)',
  ],
  'letter.acceptance': [
    '您于{day}按《{policy}》（第 {version} 版）提交的免租申请（编号 {number}），材料齐全，符合受理条件，现予受理。',
    'Your application {number} of {day} under “{policy}”, version {version}, is complete and has been accepted.',
  ],
  'letter.determine-by': [
    '本申请将于{day}前（含当日）作出认定；补正和公示的时间不计入办理期限。',
    'It will be determined by {day}, that day included; time for corrections and the public notice is not counted.',
  ],
  'letter.refusal': [
    '您于{day}提交的免租申请（编号 {number}），经园区初审、县区复审和我局认定，依据《{policy}》（第 {version} 版，{source}）{clauses}的规定，决定不予免租。',
    'Your application {number} of {day} was reviewed by the park and the county and determined by this bureau. Under “{policy}”, version {version} ({source}), {clauses}, it is refused.',
  ],
  'letter.grant': [
    '您于{day}提交的免租申请（编号 {number}），经园区初审、县区复审、我局认定和公示，依据《{policy}》（第 {version} 版，{source}）{clauses}的规定，决定自{from}起至{to}止予以免租（免租编号 {waiver}），减免金额共计 {yuan} 元，按月减免金额见下表。',
    'Your application {number} of {day} was reviewed, determined and put on public notice. Under “{policy}”, version {version} ({source}), {clauses}, a rent waiver ({waiver}) is granted from {from} to {to}, {yuan} yuan in all, by month as below.',
  ],
  'letter.grant-duty': [
    '免租期内转园、出园或者租约终止的，免租自当日起终止；情况发生变化的，请及时告知所在园区。',
    'If the venture moves, leaves or gives up the premises, the waiver ends on that day. Please tell your park of any change.',
  ],
  'letter.revocation': [
    '经查，依据《{policy}》（第 {version} 版，{source}）{clauses}的规定，决定自{ended}起撤销您的免租（免租编号 {waiver}，申请编号 {number}），收回减免金额 {yuan} 元，逐月金额见下表。',
    'Under “{policy}”, version {version} ({source}), {clauses}, your rent waiver {waiver} (application {number}) is revoked from {ended} on; {yuan} yuan are taken back, by month as below.',
  ],
  'letter.taken-past': [
    '其中 {yuan} 元属于本月和以前的月份，是已经减免的，应当补缴。',
    'For this month and earlier ones: {yuan} yuan, which was waived already and has to be paid after all.',
  ],
  'letter.refused-sum': [
    '按申请内容测算的减免金额 {yuan} 元不予减免。',
    'The {yuan} yuan that the application would have come to are not waived.',
  ],
  'letter.lapse': [
    '您于{day}按《{policy}》（第 {version} 版，{source}）提交的免租申请（编号 {number}），未在补正通知书载明的期限内补正。依据{clauses}的规定，视为放弃申请，本申请终止。',
    'Your application {number} of {day} under “{policy}”, version {version} ({source}), was not corrected within the term that the notice of correction stated. Under {clauses} it counts as given up, and has ended.',
  ],
  'letter.lapse-anew': [
    '您可以重新申请，重新申请的月份从新的申请算起。',
    'You can apply anew; the months then count from the new application.',
  ],
  'letter.uphold.refused': [
    '您对免租申请（编号 {number}，《{policy}》第 {version} 版）不予免租决定申请复核。经复核，决定维持原决定。',
    'You asked for reconsideration of the refusal of application {number} (“{policy}”, version {version}). The decision is upheld.',
  ],
  'letter.uphold.revoked': [
    '您对撤销免租决定（申请编号 {number}，《{policy}》第 {version} 版）申请复核。经复核，决定维持原决定。',
    'You asked for reconsideration of the revocation in case {number} (“{policy}”, version {version}). The decision is upheld.',
  ],
  'letter.overturn.refused': [
    '您对免租申请（编号 {number}，《{policy}》第 {version} 版）不予免租决定申请复核。经复核，决定撤销原决定，拟批准免租，按规定公示后作出免租决定。',
    'You asked for reconsideration of the refusal of application {number} (“{policy}”, version {version}). The refusal is overturned; the waiver is granted after the public notice.',
  ],
  'letter.overturn.revoked': [
    '经复核，决定撤销原决定（申请编号 {number}，《{policy}》第 {version} 版）。',
    'The decision in case {number} (“{policy}”, version {version}) is overturned.',
  ],
  'letter.restore.refused': [
    '经复核，决定恢复免租（申请编号 {number}，《{policy}》第 {version} 版）。',
    'The waiver of case {number} (“{policy}”, version {version}) is restored.',
  ],
  'letter.restore.revoked': [
    '您对撤销免租决定（申请编号 {number}，《{policy}》第 {version} 版）申请复核。经复核，决定撤销原决定，恢复免租。',
    'You asked for reconsideration of the revocation in case {number} (“{policy}”, version {version}). The revocation is withdrawn and the waiver restored.',
  ],
  'letter.ending': [
    '依据《{policy}》（第 {version} 版，{source}）{clauses}的规定，您的免租（免租编号 {waiver}，申请编号 {number}）自{ended}起终止，此后的减免金额 {yuan} 元收回，不再享受，逐月金额见下表。',
    'Under “{policy}”, version {version} ({source}), {clauses}, your rent waiver {waiver} (application {number}) ends on {ended}; the {yuan} yuan after that day are taken back and no longer waived, by month as below.',
  ],
  'letter.ending-own': [
    '根据您的申请，您的免租（免租编号 {waiver}，申请编号 {number}，《{policy}》第 {version} 版）自{ended}起终止，此后的减免金额 {yuan} 元不再享受。',
    'As you asked, your rent waiver {waiver} (application {number}, “{policy}”, version {version}) ends on {ended}; the {yuan} yuan after that day are no longer waived.',
  ],
  'letter.ending-nothing': [
    '依据《{policy}》（第 {version} 版，{source}）{clauses}的规定，您的免租（免租编号 {waiver}，申请编号 {number}）自{ended}起终止，没有收回的金额。',
    'Under “{policy}”, version {version} ({source}), {clauses}, your rent waiver {waiver} (application {number}) ends on {ended}; nothing is taken back.',
  ],
  'letter.clauses': ['第 {list} 条', 'clauses {list}'],
  'letter.comma': ['、', ', '],
  'letter.no-clause': ['有关条款', 'as it stands'],
  'letter.why': ['理由：{text}。', 'Reason: {text}.'],
  'letter.note': ['说明：{text}', 'Note: {text}'],
  'letter.findings': ['条件核对情况', 'The conditions'],
  'letter.condition': ['政策条件', 'Condition'],
  'letter.clause': ['条款', 'Clause'],
  'letter.fact': ['核对的事实', 'Fact'],
  'letter.held': ['结果', 'Result'],
  'letter.schedule': ['按月减免金额（元）', 'By month, in yuan'],
  'letter.taken': ['收回或不再减免的金额（元）', 'Taken back, in yuan'],
  'letter.months': ['月份', 'Months'],
  'letter.each': ['每月减免', 'Waived each'],
  'letter.remains': ['每月还需支付', 'Remains each'],
  'letter.remains-total': ['还需支付合计 {yuan} 元', '{yuan} yuan remain'],
  'letter.sum': ['金额', 'Amount'],
  'letter.reasons': ['计算依据', 'Why'],
  'letter.total': ['合计', 'Total'],
  'letter.reconsider': [
    '对本决定有异议的，可以在 {n} 个工作日内，即{day}前（含当日），登录本系统在申请页面申请复核，或者向所在园区书面提出。复核由原经办人以外的工作人员办理。',
    'If you disagree, you can ask for reconsideration within {n} working {n|day|days}, by {day}, that day included, on the page of your application or in writing at your park. Somebody else than those who decided will look at it again.',
  ],
  'letter.reconsider-days': [
    '对本决定有异议的，可以自本决定作出之日起 {n} 个工作日内，登录本系统在申请页面申请复核，或者向所在园区书面提出。复核由原经办人以外的工作人员办理。',
    'If you disagree, you can ask for reconsideration within {n} working {n|day|days} of this decision, on the page of your application or in writing at your park. Somebody else than those who decided will look at it again.',
  ],
  'letter.final': ['本申请不再受理复核。', 'It cannot be reconsidered again.'],
  'letter.law.review': [
    '不服本决定的，可以自知道本决定之日起 {n} 日内，依照《中华人民共和国行政复议法》向{place}申请行政复议。',
    'Against this decision you can apply for administrative reconsideration under the Administrative Reconsideration Law within {n} {n|day|days} of learning of it: {place}.',
  ],
  'letter.law.court': [
    '也可以自知道本决定之日起 {n} 个月内，依照《中华人民共和国行政诉讼法》向{place}提起行政诉讼；经过行政复议的，自收到行政复议决定书之日起 {after} 日内提起。',
    'Or you can go to court under the Administrative Litigation Law within {n} {n|month|months} of learning of it, or within {after} {after|day|days} of receiving a decision on administrative reconsideration: {place}.',
  ],
  'letter.law.meanwhile': [
    '申请复核不影响申请行政复议和提起行政诉讼，其期限也不因复核而停止计算。',
    'A reconsideration by this bureau bars neither, and their terms go on meanwhile.',
  ],
  'letter.law.place': ['{name}（{address}）', '{name}, {address}'],
  'letter.law.place-phone': [
    '{name}（{address}，电话 {phone}）',
    '{name}, {address}, telephone {phone}',
  ],
  'letter.law.review-place': ['舟山市人民政府', 'the Zhoushan Municipal People’s Government'],
  'letter.law.court-place': ['有管辖权的人民法院', 'the people’s court that has jurisdiction'],
  'letter.contact': [
    '咨询请联系{park}，并说明申请编号 {number}。',
    'Questions: {park}, quoting {number}.',
  ],
  'letter.contact-phone': [
    '咨询电话：{phone}（{park}），请说明申请编号 {number}。',
    'Questions: {phone} ({park}), quoting {number}.',
  ],
});
