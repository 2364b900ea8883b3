import { defineWords } from '../language/words.js';

export const ventureWords = defineWords({
  'ventures.founder-needed': ['请至少填写一位创业者', 'Name at least one founder'],
  'ventures.code-form': [
    '统一社会信用代码应为18位数字或大写字母（不含 I、O、S、V、Z）',
    'A unified social credit code has 18 digits or capitals, without I, O, S, V and Z',
  ],
  'ventures.code-check': [
    '该代码的校验位不符。请核对；确为登记所用代码的，请说明保留理由',
    'The check character does not fit. Check the code; if it is the one in use, give a reason to keep it',
  ],
  'ventures.code-taken': [
    '该代码已登记在另一创业主体名下',
    'Another venture is registered with this code',
  ],
  'ventures.team-with-code': [
    '未登记团队没有信用代码；已领照的请改选登记类型',
    'A team that is not registered has no code; choose another legal form if it has a licence',
  ],
  'ventures.park-not-open': ['该园区当日尚未开园或已关闭', 'The park is not open on this day'],
  'ventures.already-settled': ['该创业主体已入驻园区', 'The venture is in a park already'],
  'ventures.overlaps-residency': ['与此前的入驻时间重叠', 'It overlaps with an earlier residency'],
  'ventures.not-settled': ['该创业主体目前未入驻任何园区', 'The venture is in no park now'],
  'ventures.last-before-begin': ['不能早于起始日{day}', 'It cannot be before the first day, {day}'],
  'ventures.end-before-begin': ['应晚于起始日{day}', 'It must be after the first day, {day}'],
  'ventures.returns-after-end': [
    '该日之后已报送月报（{months}）。勾选此项，将这些月报作废后再办理',
    'Returns have been filed for months after this day ({months}). Tick this to set them aside',
  ],
  'ventures.same-park': ['已在该园区', 'It is in this park already'],
  'ventures.term-before-begin': [
    '租期最后一天不能早于起租日',
    'The last day of the term cannot be before its first',
  ],
  'ventures.not-in-park-then': [
    '起租日该创业主体不在此场地所属园区',
    'The venture is not in the park of this space on the first day',
  ],
  'ventures.space-not-open': ['该场地当日尚未启用或已停用', 'The space is not in use on this day'],
  'ventures.space-taken': [
    '该场地届时已出租：{venture} 自{from}起租用，至{to}止',
    'The space is let at that time: to {venture}, from {from} to {to}',
  ],
  'ventures.space-held-over': [
    '该场地届时仍被占用：{venture} 的租约{to}到期后未办理终止，请先终止该租约',
    'The space is still taken at that time: the tenancy of {venture} ran out on {to} and was not ended. End it first',
  ],
  'ventures.space-ends-unclear': [
    '面积不足，需先终止一份到期租约：请确定哪份租约不再续租（如 {venture}，{to}到期），登记其终止日期后再办理',
    'There is not enough room unless a tenancy that runs out is ended. Choose which one, such as that of {venture}, which runs until {to}, and enter its end first',
  ],
  'ventures.area-over-free': [
    '该场地自{day}起仅余 {free} ㎡可租',
    'From {day} only {free} m² of the space are free',
  ],
  'ventures.area-positive': ['面积应大于零', 'The area must be more than zero'],
  'ventures.area-over-space': ['不能超过场地面积', 'It cannot be more than the area of the space'],
  'ventures.rent-negative': ['租金不能为负数', 'The rent cannot be negative'],
  'ventures.tenancy-ended-already': [
    '该租约已登记终止日期',
    'The end of this tenancy is on record already',
  ],
  'ventures.tenancy-begins-later': [
    '有一份租约自{day}起租，不早于出园日，请先更正该租约，或按登记错误作废',
    'A tenancy begins on {day}, not before the day of leaving; correct or void it first',
  ],
});
