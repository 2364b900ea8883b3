import { defineWords } from '../language/words.js';

/** What the forms to log and to edit a venture say. */
export const formWords = defineWords({
  'ventures.person.correct-title': ['更正人员信息', 'Correct a person’s details'],
  'ventures.person.correct-lead': [
    '用于原来登记有误的情况；更正前后的内容都会记入历史。已经作出的决定和已出具的文书不变。',
    'For what was entered wrongly. The old and the new stay in the history; decisions and letters that were made stay as they are.',
  ],
  'ventures.person.is-one': [
    '另一份人员记录的姓名和手机号与此完全相同，是同一人：请在“疑似重复登记的人员”中合并，不在这里更正',
    'Another record has this very name and phone, and is of the same person: merge the two under likely doubles instead',
  ],
  'ventures.person.own-phone': [
    '该人员已注册账号，手机号由本人凭验证码更换',
    'This person has an account, and changes the number there with a code',
  ],
  'ventures.person.reason': ['更正原因', 'Reason'],
  'ventures.person.reason-hint': [
    '例如：登记时手机号少写一位',
    'For example: a digit of the phone was left out',
  ],
  'ventures.person.correct-submit': ['更正', 'Correct'],
  'ventures.same-name': [
    '已有同名的创业主体。如确为另一家，请写明理由；如是同一家，请直接使用原记录',
    'A venture of this name is there already. If this is another one, say why; if it is the same, use its record',
  ],
  'ventures.likely-double': [
    '可能与已登记的创业主体重复。请核对下列记录；如确为另一家，请写明理由',
    'It may be there already. Look at the records below; if this is another one, say why',
  ],
  'ventures.doubles.title': ['可能是同一家', 'It may be one of these'],
  'ventures.doubles.same': ['名称相同', 'the same name'],
  'ventures.doubles.suffix': ['名称只差组织形式', 'the same name but for the legal form'],
  'ventures.doubles.place': ['名称只差地名', 'the same name but for the place'],
  'ventures.doubles.sound': ['名称读音相同', 'a name that sounds the same'],
  'ventures.doubles.phone': ['联系电话相同', 'the same telephone number'],
  'ventures.doubles.founder': ['创业者手机号相同', 'a founder under the same number'],
  'ventures.doubles.item': ['{park}：{reason}', '{park}: {reason}'],
  'ventures.doubles.elsewhere': [
    '其他园区的一家（{park}，电话 {phone}），请先与该园区核对',
    'One of another park ({park}, telephone {phone}): ask there first',
  ],
  'ventures.doubles.elsewhere-silent': [
    '其他园区的一家（{park}），请先与该园区核对',
    'One of another park ({park}): ask there first',
  ],
  'ventures.field.another': ['为何不是同一家', 'Why it is another one'],
  'ventures.field.another-person': ['为何不是同一人', 'Why it is another person'],
  'ventures.like-people': [
    '可能与已登记的人员重复。请核对下列人员；确为另一人的，请写明理由',
    'This person may be on record already. Look at those below; if it is another one, say why',
  ],
  'ventures.like-people.title': ['可能是同一人', 'It may be one of these'],
  'ventures.like-people.name': ['同名，手机号不同', 'the same name, another phone'],
  'ventures.like-people.sound': [
    '手机号相同，姓名同音',
    'the same phone, a name that sounds the same',
  ],
  'ventures.like-people.hint': [
    '是同一人的，请改用登记的姓名和手机号，手机号有误的先到该人员页面更正。确为另一人的，写明理由，例如：年龄不同、住址不同。理由留在办理记录中。',
    'If it is the same person, use the name and phone on record, or correct the phone on that page first. If it is another, say what tells them apart; it stays in the history.',
  ],
  'ventures.doubles.hint': [
    '例如：经营者不同，地址不同。理由记入历史记录。',
    'For example: other owners, another address. It is kept in the history.',
  ],
  'ventures.code-is-identity': [
    '这是居民身份证号码，不是统一社会信用代码，请勿在此填写个人证件号码',
    'This is the number of a resident identity card, not a unified social credit code: do not enter it here',
  ],
  'ventures.form.name-hint': [
    '与营业执照一致；未登记的填写项目名称',
    'As on the licence; for a team, the name of its project',
  ],
  'ventures.form.code-hint': [
    '18位；未登记团队不填，领照后补录',
    '18 characters. A team leaves it blank and adds it later',
  ],
  'ventures.form.code-note-hint': [
    '例如：早期赋码，与营业执照核对一致',
    'For example: an early code, checked against the licence',
  ],
  'ventures.form.industry-hint': ['国民经济行业分类门类', 'Section of GB/T 4754-2017'],
  'ventures.form.trade-hint': [
    '民宿、电商、乡创等本地分类',
    'The local list: homestay, e-commerce and so on',
  ],
  'ventures.form.choose': ['请选择', 'Choose'],
  'ventures.form.none': ['无', 'None'],
  'ventures.form.about-hint': [
    '做什么、在哪里做，不超过500字',
    'What it does and where, at most 500 characters',
  ],
  'ventures.named': [
    '同意在园区公开页面显示名称',
    'Agrees to be named on the public page of its park',
  ],
  'ventures.log.has-list': ['已有现成的名单？', 'You have a list already?'],
  'ventures.log.lead': [
    '没有营业执照的团队也可以登记。',
    'A team without a licence can be logged too.',
  ],
  'ventures.log.venture': ['创业主体', 'The venture'],
  'ventures.log.founders': ['创业者', 'Its founders'],
  'ventures.log.founders-lead': [
    '带动就业人数不含创业者本人。姓名和电话与已登记人员一致的，视为同一人。',
    'Founders are not counted as jobs. The same name and phone as somebody known is taken for the same person.',
  ],
  'ventures.log.founder-n': ['第 {n} 位创业者', 'Founder {n}'],
  'ventures.log.founder-name': ['姓名', 'Name'],
  'ventures.log.founder-phone': ['手机号', 'Mobile phone'],
  'ventures.log.graduated': ['毕业日期', 'Graduated on'],
  'ventures.log.graduated-hint': [
    '高校毕业生填写，自动认定毕业五年内',
    'For a graduate: the five years follow from it',
  ],
  'ventures.log.categories': ['创业者类别', 'Categories'],
  'ventures.log.since': ['类别认定日期', 'Held since'],
  'ventures.log.since-hint': ['不填则按创办日期', 'Blank for the founding day'],
  'ventures.log.proof': ['证明材料', 'Proof'],
  'ventures.log.proof-hint': [
    '只写证件名称，如残疾人证。证件编号在人员页面登记，加密保存',
    'Only what the document is called. Its number is entered on the page of the person, and sealed',
  ],
  'ventures.log.add-founder': ['再添加一位创业者', 'Add another founder'],
  'ventures.log.founded': ['创办日期', 'Founded on'],
  'ventures.log.founded-hint': [
    '不填则按注册日期；未注册的按入驻日期',
    'If left blank, the day of registration or of settling is used',
  ],
  'ventures.log.settling': ['入驻园区', 'Its park'],
  'ventures.log.park': ['园区', 'Park'],
  'ventures.log.choose-park': ['请选择园区', 'Choose a park'],
  'ventures.log.settled': ['入驻日期', 'In the park since'],
  'ventures.log.settled-hint': [
    '尚未入驻的不填，以后再办理入驻',
    'Leave blank if it is not there yet, and settle it later',
  ],
  'ventures.log.submit': ['登记', 'Log the venture'],
  'ventures.edit.dated': [
    '登记类型、行业、业态有改动的，请说明改动的性质。',
    'If you change the legal form, industry or trade, say what the change is.',
  ],
  'ventures.edit.title': ['修改登记信息', 'Edit the profile'],
  'ventures.edit.submit': ['保存', 'Save'],
});
