import { defineWords } from '../../language/words.js';

/** What the pages about two records of one venture say. */
export const mergeWords = defineWords({
  'ventures.merge.link': ['与另一条记录合并', 'Merge with another record'],
  'ventures.merge.title': ['合并重复登记的创业主体', 'Merge two records of one venture'],
  'ventures.merge.choose-lead': [
    '同一家登记了两次时，把另一条并入本条。两条的入驻、租约、月报、花名册、服务记录、人员、申请、免租和补贴合在一起，同一天只计一家。合并后30天内可撤销。',
    'For a venture that was logged twice: the other record goes into this one. Stays, leases, returns, rosters, visits, people, applications, waivers and subsidies are joined, and a day counts one venture. It can be undone for 30 days.',
  ],
  'ventures.merge.with': ['另一条记录的编号', 'Number of the other record'],
  'ventures.merge.with-hint': ['如 V2024-0012。', 'Such as V2024-0012.'],
  'ventures.merge.next': ['下一步', 'Continue'],
  'ventures.merge.likely': ['可能是同一家的记录', 'Records that may be the same venture'],
  'ventures.merge.unknown': [
    '没有这个编号的其他创业主体，或不在您的权限范围内',
    'There is no other venture under this number, or you cannot see it',
  ],
  'ventures.merge.itself': ['不能与自身合并', 'A record cannot be merged with itself'],
  'ventures.merge.lead': [
    '保留 {own}，{other} 并入其中。{other} 的编号不再使用，其页面指向 {own}。',
    '{own} stays and {other} goes into it. The number {other} is not used again; its page leads to {own}.',
  ],
  'ventures.merge.swap': ['改为保留 {number}', 'Let {number} stay instead'],
  'ventures.merge.own': ['保留 {number}', '{number} stays'],
  'ventures.merge.other': ['并入 {number}', '{number} goes into it'],
  'ventures.merge.profile': ['基本情况：不一致的逐项选择', 'Profile: choose where they differ'],
  'ventures.merge.hanging': ['各自名下的记录', 'What hangs on each'],
  'ventures.merge.counted-Tenancy': ['租约（份）', 'Leases'],
  'ventures.merge.counted-JobsReturn': ['月报（份）', 'Returns'],
  'ventures.merge.counted-Roster': ['花名册（份）', 'Rosters'],
  'ventures.merge.counted-ReturnProof': ['佐证材料（份）', 'Proofs of headcounts'],
  'ventures.merge.counted-VisitVenture': ['服务记录（次）', 'Visits'],
  'ventures.merge.counted-PersonRole': ['人员任职（项）', 'Roles of people'],
  'ventures.merge.counted-WaiverApplication': ['申请（件）', 'Applications'],
  'ventures.merge.counted-Waiver': ['免租或补贴（项）', 'Waivers and subsidies'],
  'ventures.merge.stays': [
    '两条记录同一天在不同园区时，以哪一条为准',
    'Which record holds on days on which they are in different parks',
  ],
  'ventures.merge.stays-own': ['以 {number} 为准', '{number} holds'],
  'ventures.merge.stays-other': ['以 {number} 为准', '{number} holds'],
  'ventures.merge.months': [
    '两条都报了、但数字不同的月份：勾选的以并入方为准，其余以保留方为准',
    'Months that both state differently: where ticked, the record that goes holds; elsewhere the one that stays',
  ],
  'ventures.merge.month': [
    '{month}：保留方 {own} 人，并入方 {other} 人',
    '{month}: the one that stays {own}, the other {other}',
  ],
  'ventures.merge.leases': [
    '并入方的租约：勾选的属重复登记，不再保留，其余转入',
    'Leases of the record that goes: where ticked, it was entered twice and is taken out; the others go along',
  ],
  'ventures.merge.lease': ['{space}，{from}至{to}', '{space}, {from} to {to}'],
  'ventures.merge.lease-same': [
    '保留方同期租用同一场地',
    'The record that stays holds the same space at that time',
  ],
  'ventures.merge.first': ['合并前须先办结', 'To be put right first'],
  'ventures.merge.moved': ['合并后变动的总数', 'Totals that move'],
  'ventures.merge.moved-lead': [
    '累计数和在园数为月末数，当月数为该月数。未列出的总数不变。',
    'Stocks are at each month’s end, others of the month. Totals that are not listed stay as they are.',
  ],
  'ventures.merge.moved-none': ['没有总数因此变动。', 'No total moves.'],
  'ventures.merge.moved-months': ['月份', 'Months'],
  'ventures.merge.months-on': ['{from}起', 'From {from} on'],
  'ventures.merge.months-span': ['{from}至{to}', '{from} to {to}'],
  'ventures.merge.choices-changed': [
    '选择已改动，下面的变动已按新的选择重新计算，请核对后再次提交',
    'You changed a choice. The totals below follow it now: check them and submit again',
  ],
  'ventures.merge.reason': ['合并原因', 'Reason'],
  'ventures.merge.reason-hint': [
    '写明认定为同一家的依据，如信用代码、创业者、地址一致。将留在两条记录的办理记录中。',
    'Say how you know that they are one, such as the same code, founder or address. It stays in the history of both.',
  ],
  'ventures.merge.submit': ['合并', 'Merge'],
  'ventures.merge.waived-twice': [
    '保留方的 {own} 与并入方的 {other} 有重叠的日子，同一家同一时段只能享受一项：请先撤销其中一项，或先让其中一项提前终止',
    '{own} of the record that stays and {other} of the one that goes cover the same days, and a venture has one at a time: revoke one of them first, or end it early',
  ],
  'ventures.merge.asked-twice': [
    '保留方的申请 {own} 与并入方的 {other} 依据同一项政策，且都未办结：请先撤回或办结其中一件',
    'Application {own} of the record that stays and {other} of the one that goes are both open under one policy: withdraw one of them or bring it to its end first',
  ],
  'ventures.merge.draft-twice': [
    '申请 {number} 尚未办结，另一方的创业者又在填写同一项政策的申请：请先请其撤回，或先办结 {number}',
    'Application {number} is open, and the founder of the other record is writing one under the same policy: ask the founder to withdraw it, or bring {number} to its end first',
  ],
  'ventures.merge.drafts-twice': [
    '两方的创业者都在填写同一项政策的申请，请先请其撤回一份',
    'The founders of both records are writing applications under one policy: ask one of them to withdraw it first',
  ],
  'ventures.merge.rests-settling': [
    '{number} 按现有入驻日批准，合并后入驻日改变：请先撤销，或先更正入驻日',
    '{number} was granted on the day of settling as it is, which the merge changes: revoke it or correct that day first',
  ],
  'ventures.merge.rests-stay': [
    '{number} 期内，合并后的主体不在批准时的园区：请改以该园区为准，或先撤销、终止',
    'In the term of {number} the merged venture would not be in the park that it was granted in: let that park hold, or revoke or end it first',
  ],
  'ventures.merge.rests-lease': [
    '{number} 所依据的租约会因合并而改变，请先撤销，或改以该租约所在园区为准',
    '{number} rests on a lease that the merge changes: revoke it first, or let the park of that lease hold',
  ],
  'ventures.merge.rests-dropped': [
    '{number} 依据的租约被勾选为重复登记：请取消勾选，或改为保留该记录',
    '{number} rests on a lease that is ticked as entered twice: untick it, or let that record stay instead',
  ],
  'ventures.merge.case-dropped': [
    '申请 {number} 依据的租约被勾选为重复登记：请取消勾选，或改为保留该记录',
    'Application {number} rests on a lease that is ticked as entered twice: untick it, or let that record stay instead',
  ],
  'ventures.merge.homeless': [
    '{number} 自{day}起的租约：合并后该主体当时不在这个园区，请先更正或作废该租约，或勾选为重复登记',
    'Lease of {number} from {day}: the merged venture is not in that park then. Correct or void the lease first, or tick it as entered twice',
  ],
  'ventures.merge.page-lead': [
    '该记录与 {number} 是同一家，已并入。入驻、租约、月报等都在该主体名下，编号不再使用。',
    'This record is the same venture as {number} and went into it. Its stays, leases and returns are there; its number is not used again.',
  ],
  'ventures.merge.tag': ['已合并', 'Merged'],
  'ventures.merge.into': ['并入', 'Merged into'],
  'ventures.merge.at': ['合并时间', 'Merged at'],
  'ventures.merge.by': ['经办人', 'Merged by'],
  'ventures.merge.until': ['可撤销至', 'Can be undone until'],
  'ventures.merge.from': ['并入本条的记录', 'Records that went into this one'],
  'ventures.merge.undo-link': ['撤销合并', 'Undo the merge'],
  'ventures.merge.undo-title': ['撤销合并', 'Undo a merge'],
  'ventures.merge.undo-lead': [
    '两条记录恢复为合并前的样子，各天的总数也随之恢复。{day}前可撤销；此后在 {number} 上又有办理的，须先撤回那些办理。',
    'Both records become what they were, and so do the totals of every day. This can be done until {day}; what was done to {number} since has to be taken back first.',
  ],
  'ventures.merge.undo-reason': ['撤销原因', 'Reason'],
  'ventures.merge.undo-submit': ['撤销合并', 'Undo the merge'],
  'ventures.merge.too-late': [
    '合并已超过 {days} 天，不能撤销',
    'It was merged more than {days} {days|day|days} ago and cannot be undone',
  ],
  'ventures.merge.code-taken': [
    '信用代码 {code} 已登记在 {number} 名下，请先更正',
    'The credit code {code} is entered for {number} meanwhile; correct that first',
  ],
  'ventures.merge.space-taken': [
    '场地 {number} 此后已另行出租，恢复后面积不足，请先更正那份租约',
    'Space {number} was let to others since and has no room for both; correct that lease first',
  ],
  'ventures.merge.space-void': [
    '场地 {number} 此后已按登记错误作废，不能恢复其上的租约',
    'Space {number} is void since, and its lease cannot be brought back',
  ],
  'ventures.merge.since-Venture': [
    '合并后，基本情况已有改动，不能撤销',
    'The profile was changed since the merge; it cannot be undone',
  ],
  'ventures.merge.since-Residency': [
    '合并后，入驻情况已有变动（如入驻、转园、出园、更正），不能撤销',
    'A stay began, moved, ended or was corrected since the merge; it cannot be undone',
  ],
  'ventures.merge.since-Tenancy': [
    '合并后，租约已有变动，不能撤销',
    'A lease began, ended or was corrected since the merge; it cannot be undone',
  ],
  'ventures.merge.since-JobsReturn': [
    '合并后，已报送或更正月报，不能撤销',
    'A return was filed or corrected since the merge; it cannot be undone',
  ],
  'ventures.merge.since-ReturnCell': [
    '合并后，园区月报中已填写该主体的数据，不能撤销',
    'Figures of the venture were filled in in a park’s return since the merge; it cannot be undone',
  ],
  'ventures.merge.since-FounderReport': [
    '合并后，创业者已填报人数，不能撤销',
    'The founder reported figures since the merge; it cannot be undone',
  ],
  'ventures.merge.since-ReturnProof': [
    '合并后，佐证材料已有变动，不能撤销',
    'A proof of a headcount was attached or removed since the merge; it cannot be undone',
  ],
  'ventures.merge.since-Roster': [
    '合并后，花名册已有变动，不能撤销',
    'A roster was uploaded or removed since the merge; it cannot be undone',
  ],
  'ventures.merge.since-VisitVenture': [
    '合并后，已登记或更正服务记录：请先撤销那些记录，再撤销合并',
    'A visit was logged or corrected since the merge: take that back first',
  ],
  'ventures.merge.since-PersonRole': [
    '合并后，人员任职已有变动，不能撤销',
    'The roles of people changed since the merge; it cannot be undone',
  ],
  'ventures.merge.since-WaiverApplication': [
    '合并后，又有新的申请，或已有申请作出决定，不能撤销',
    'An application was begun or decided since the merge; it cannot be undone',
  ],
  'ventures.merge.since-Waiver': [
    '合并后，已有批准、终止或撤销，不能撤销合并',
    'Something was granted, ended or revoked since the merge; it cannot be undone',
  ],
  'history.venture.merged': ['合并重复登记', 'Merged with another record'],
  'history.venture.merged-into': ['并入另一条记录', 'Went into another record'],
  'history.venture.merge-undone': ['撤销合并', 'Merge undone'],
  'history.application.venture-merged': [
    '创业主体合并，申请随之转入保留的记录',
    'Moved with its venture, which was merged into another record',
  ],
  'history.application.venture-parted': [
    '创业主体的合并撤销，申请随之转回',
    'Moved back with its venture, as the merge was undone',
  ],
  'history.field.mergedNumber': ['并入的记录', 'Record that went'],
  'history.field.survivorNumber': ['保留的记录', 'Record that stayed'],
});
