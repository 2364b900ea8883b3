import { defineWords } from '../../language/words.js';

/** What the pages about two records of one person say. */
export const peopleMergeWords = defineWords({
  'persons.merge.link': ['与另一条人员记录合并', 'Merge with another record'],
  'persons.merge.title': ['合并重复登记的人员', 'Merge two records of one person'],
  'persons.merge.choose-lead': [
    '同一人登记了两次时，把另一条并入本条。任职、类别、账号、个人信息同意、证件、证明材料、消息、申请、免租和补贴合在一起。合并后30天内可撤销。',
    'For a person who was entered twice: the other record goes into this one. Roles, categories, account, consents, document, proof, messages, applications, waivers and subsidies are joined. It can be undone for 30 days.',
  ],
  'persons.merge.with': ['另一条记录的编号', 'Number of the other record'],
  'persons.merge.with-hint': ['如 R000012。', 'Such as R000012.'],
  'persons.merge.next': ['下一步', 'Continue'],
  'persons.merge.likely': ['可能是同一人的记录', 'Records that may be the same person'],
  'persons.merge.unknown': [
    '没有这个编号的其他人员，或不在您的权限范围内',
    'There is no other person under this number, or you cannot see the record',
  ],
  'persons.merge.itself': ['不能与自身合并', 'A record cannot be merged with itself'],
  'persons.merge.lead': [
    '保留 {own}，{other} 并入其中。{other} 的编号不再使用，其页面指向 {own}。',
    '{own} stays and {other} goes into it. The number {other} is not used again; its page leads to {own}.',
  ],
  'persons.merge.swap': ['改为保留 {number}', 'Let {number} stay instead'],
  'persons.merge.own': ['保留 {number}', '{number} stays'],
  'persons.merge.other': ['并入 {number}', '{number} goes into it'],
  'persons.merge.details': ['基本信息：不一致的逐项选择', 'Details: choose where they differ'],
  'persons.merge.hanging': ['各自名下的记录', 'What hangs on each'],
  'persons.merge.categories': [
    '创业者类别以哪一条为准（毕业五年内随毕业日期）',
    'Whose categories hold (a graduate within five years follows from the graduation day)',
  ],
  'persons.merge.categories-both': ['两条合在一起', 'Those of both'],
  'persons.merge.categories-own': ['以 {number} 为准', 'Those of {number}'],
  'persons.merge.categories-other': ['以 {number} 为准', 'Those of {number}'],
  'persons.merge.roles': ['任职', 'Roles'],
  'persons.merge.account': ['账号', 'Account'],
  'persons.merge.account-active': ['有，可登录', 'Yes, signs in'],
  'persons.merge.account-closed': ['有，已停用', 'Yes, deactivated'],
  'persons.merge.identity': ['身份证件', 'Document'],
  'persons.merge.consents': ['个人信息同意（项）', 'Consents'],
  'persons.merge.proofs': ['证明材料（份）', 'Files of proof'],
  'persons.merge.messages': ['消息（条）', 'Messages'],
  'persons.merge.cases': ['申请（件）', 'Applications'],
  'persons.merge.waivers': ['免租或补贴（项）', 'Waivers and subsidies'],
  'persons.merge.first': ['合并前须先办结', 'To be put right first'],
  'persons.merge.moved': ['按创业者类别统计的变动', 'What changes by founders’ categories'],
  'persons.merge.moved-line': [
    '{venture}：{category}，{period}',
    '{venture}: {category}, {period}',
  ],
  'persons.merge.moved-now': ['{line}，此后计入', '{line}, counted from now on'],
  'persons.merge.moved-no-more': ['{line}，此后不再计入', '{line}, no longer counted'],
  'persons.merge.moved-none': [
    '按创业者类别统计的数不变，其他总数也不变。',
    'Nothing that is split by founders’ categories changes, and no other total.',
  ],
  'persons.merge.reason': ['合并原因', 'Reason'],
  'persons.merge.reason-hint': [
    '写明认定为同一人的依据，如核对过身份证、与本人确认。将留在两条记录的办理记录中。',
    'Say how you know that they are one, such as the identity card that you saw. It stays in the history of both.',
  ],
  'persons.merge.submit': ['合并', 'Merge'],
  'persons.merge.phone-of-account': [
    '有账号的一方，电话以账号的手机号为准，由本人凭验证码更改',
    'Where one of the two has an account, its phone holds; the holder changes it with a code',
  ],
  'persons.merge.two-accounts': [
    '两条记录各有一个可登录的账号：请管理员先停用其中一个',
    'Each of the two has an account that signs in: an administrator deactivates one of them first',
  ],
  'persons.merge.two-documents': [
    '两条记录登记的证件不同：如确是同一人，请先核对原件，把其中一条更改为同一证件',
    'The two have different documents: if they are one person, look at the originals and change one of the numbers first',
  ],
  'persons.merge.two-certificates': [
    '两条记录就同一创业者类别登记的证件编号不同：如确是同一人，请先核对原件，更正或删除其中一个',
    'The two have different certificate numbers for one category: if they are one person, look at the originals and correct or delete one of them first',
  ],
  'persons.merge.waived-twice': [
    '两人的 {own} 与 {other} 有重叠的日子，同一人同一时段只能享受一项：请先撤销其中一项，或先让其中一项提前终止',
    '{own} and {other} of the two cover the same days, and a person has one at a time: revoke one of them first, or end it early',
  ],
  'persons.merge.told.subject': ['您的人员记录已合并', 'Your records were merged'],
  'persons.merge.told.body': [
    '工作人员认定 {first} 与 {second} 是同一人的记录，已合并为一条，在“我的资料”中可以查看。如果其中有不属于您的信息，请联系所在园区或市局。',
    'Staff found {first} and {second} to be one person and merged the two; see My details. If anything there is not yours, tell your park or the bureau.',
  ],
  'persons.merge.page-lead': [
    '该记录与 {number} 是同一人，已并入。任职、申请等都在该人员名下，编号不再使用。',
    'This record is the same person as {number} and went into it. Roles and applications are there; its number is not used again.',
  ],
  'persons.merge.tag': ['已合并', 'Merged'],
  'persons.merge.into': ['并入', 'Merged into'],
  'persons.merge.at': ['合并时间', 'Merged at'],
  'persons.merge.by': ['经办人', 'Merged by'],
  'persons.merge.until': ['可撤销至', 'Can be undone until'],
  'persons.merge.from': ['并入本条的记录', 'Records that went into this one'],
  'persons.merge.undo-link': ['撤销合并', 'Undo the merge'],
  'persons.merge.undo-title': ['撤销人员合并', 'Undo a merge of people'],
  'persons.merge.undo-lead': [
    '两条记录恢复为合并前的样子。{day} 前可撤销；此后新登记的同意、证明材料和消息留在 {number} 名下。',
    'Both records become what they were. This can be done until {day}; consents, proof and messages that came since stay with {number}.',
  ],
  'persons.merge.undo-reason': ['撤销原因', 'Reason'],
  'persons.merge.undo-submit': ['撤销合并', 'Undo the merge'],
  'persons.merge.since-Person': [
    '合并后，姓名、电话或毕业日期已有改动，不能撤销',
    'The name, phone or graduation day was changed since the merge; it cannot be undone',
  ],
  'persons.merge.since-PersonRole': [
    '合并后，任职已有变动，不能撤销',
    'A role began or ended since the merge; it cannot be undone',
  ],
  'persons.merge.since-PersonCategory': [
    '合并后，创业者类别已有更正，不能撤销',
    'Categories were corrected since the merge; it cannot be undone',
  ],
  'persons.merge.since-Account': [
    '合并后，账号的关联已有变动，不能撤销',
    'An account was linked or unlinked since the merge; it cannot be undone',
  ],
  'persons.merge.since-Identity': [
    '合并后，证件号码已有更改，不能撤销',
    'The number of the document was changed since the merge; it cannot be undone',
  ],
  'persons.merge.since-Certificate': [
    '合并后，类别证件编号已有更改，不能撤销',
    'The number of a certificate was changed since the merge; it cannot be undone',
  ],
  'persons.merge.since-ProofFile': [
    '合并后上传的证明材料会留在保留的记录名下，而该记录自身没有证明材料的同意：请先移除这些材料，撤销合并后再登记同意、重新上传',
    'Files of proof that came since the merge would stay with the record that stays, which has no consent of its own for them: remove them first; after undoing the merge record a consent and upload them again',
  ],
  'persons.merge.since-WaiverApplication': [
    '合并后，又有新的申请，或已有申请作出决定，不能撤销',
    'An application was begun or decided since the merge; it cannot be undone',
  ],
  'persons.merge.since-Waiver': [
    '合并后，已有批准、终止或撤销，不能撤销合并',
    'Something was granted, ended or revoked since the merge; it cannot be undone',
  ],
  'history.person.merged': ['合并重复登记', 'Merged with another record'],
  'history.person.merged-into': ['并入另一条记录', 'Went into another record'],
  'history.person.merge-undone': ['撤销合并', 'Merge undone'],
  'history.person.distinguished': ['认定与另一人不是同一人', 'Found to be two different people'],
  'history.person.distinction-withdrawn': [
    '收回“不是同一人”的认定',
    'Finding of two different people withdrawn',
  ],
});
