import { defineWords } from '../language/words.js';

/** What the forms to log and to edit a venture say. */
export const formWords = defineWords({
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
  'ventures.log.proof-hint': ['证件名称和编号', 'Which document, and its number'],
  'ventures.log.add-founder': ['再添加一位创业者', 'Add another founder'],
  'ventures.log.founded': ['创办日期', 'Founded on'],
  'ventures.log.founded-hint': [
    '不填则按注册日期；未注册的按入驻日期',
    'Blank for the day of registration, or of settling',
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
  'ventures.edit.title': ['修改登记信息', 'Edit the profile'],
  'ventures.edit.submit': ['保存', 'Save'],
});
