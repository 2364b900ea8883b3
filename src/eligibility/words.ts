import { defineWords } from '../language/words.js';

export const eligibilityWords = defineWords({
  'eligibility.title': [
    '能减免、补贴多少？两分钟自测',
    'What would you be given? A two-minute check',
  ],
  'eligibility.name': ['政策自测', 'Policy check'],
  'eligibility.lead': [
    '回答几个问题，就能知道现行政策哪些能申请、能减免或补贴多少、要带什么材料；不符合的，告诉您差在哪里。',
    'Answer a few questions to learn which of the policies in force you can apply for, what each gives month by month and what proof to bring; and where one is not for you, what is missing.',
  ],
  'eligibility.private': [
    '不用登录，不问姓名、身份证号和手机号。答案只保存在这个浏览器里，关闭浏览器即清除；去申请时可以直接带入。',
    'No account, no name, no identity number, no telephone. Your answers stay in this browser until it is closed, and go with you when you apply.',
  ],
  'eligibility.at-hand': ['手边准备', 'Have at hand'],
  'eligibility.at-hand-text': [
    '有租约的，看面积、月租金和租期；没有的，可以从一处空置场地开始，或者先不填。属于重点群体的，还有相应证件上的日期。',
    'The lease, for area, rent and days, where you have one; else begin with a free space, or leave them out. And the days on certificates of a founder category.',
  ],
  'eligibility.compared': ['将按以下现行政策测算', 'What it is held against'],
  'eligibility.start': ['开始自测', 'Start the check'],
  'eligibility.go-on': ['接着上次回答', 'Continue where you were'],
  'eligibility.clear': ['清除我的答案', 'Forget my answers'],
  'eligibility.none': ['目前没有施行中的政策，暂时无法自测', 'No policy is in force at present'],
  'eligibility.none-text': [
    '新政策施行后可在这里自测。也可以先联系园区咨询。',
    'Come back when one is; or ask one of the parks.',
  ],
  'eligibility.to-parks': ['查看园区和联系电话', 'The parks and their telephones'],
  'eligibility.back': ['返回', 'Back'],
  'eligibility.step': ['政策自测 · 第 {n} 页，共 {of} 页', 'Policy check · page {n} of {of}'],
  'eligibility.next': ['下一页', 'Continue'],
  'eligibility.save': ['保存', 'Save'],
  'eligibility.answers': ['核对答案', 'Check your answers'],
  'eligibility.answers-lead': [
    '确认无误后查看结果。哪一项有误，点“修改”。',
    'Change what is not right, then see the result.',
  ],
  'eligibility.to-result': ['查看结果', 'See the result'],

  'eligibility.result': ['自测结果', 'The result of the check'],
  'eligibility.result.can': ['有 {n} 项政策可以申请', 'You can apply for {n} of the policies'],
  'eligibility.result.can-one': ['有 1 项政策可以申请', 'You can apply for one of the policies'],
  'eligibility.result.cannot': [
    '目前没有可以申请的政策',
    'There is no policy that you can apply for yet',
  ],
  'eligibility.result.lead': [
    '假定{on}申请，从{from}起享受。结果根据您的回答测算，以审核决定为准。',
    'As if applied for on {on}, for months from {from} on. It rests on your answers; the decision is made in the review.',
  ],
  'eligibility.result.one-only': [
    '同一时期只能享受一项场地租金减免或补贴，请选择一项申请。',
    'Only one of them can be had for the same months: choose which to apply for.',
  ],
  'eligibility.result.after-settling': [
    '入驻园区后可享受 {n} 项政策',
    'Once settled in a park you can have {n} of the policies',
  ],
  'eligibility.result.state.gives': ['符合条件', 'Eligible'],
  'eligibility.result.state.no-rent': ['不付租金，不用申请', 'No rent to waive'],
  'eligibility.result.state.settle-first': ['入驻后可享受', 'Once settled'],
  'eligibility.result.state.not-met': ['暂不符合', 'Not eligible yet'],
  'eligibility.result.no-rent': [
    '您现在不付租金，没有要减免的金额，不用申请',
    'You pay no rent at present: there is nothing to waive and nothing to apply for',
  ],
  'eligibility.result.settle': [
    '入驻园区后可享受，合计减免或补贴 {yuan} 元，其间还需支付租金 {remains} 元',
    'Once settled in a park: {yuan} yuan in all; {remains} yuan of rent remain to be paid',
  ],
  'eligibility.result.settle-no-rent': [
    '入驻园区后即符合条件，场地不收租金的不用申请',
    'Once settled in a park you are eligible; for premises without rent there is nothing to apply for',
  ],
  'eligibility.result.no-rent-do': [
    '以后租约开始收租金，或者换到收租金的场地，请凭租约申请。',
    'Apply with the lease when rent becomes due, or when you move to premises with a rent.',
  ],
  'eligibility.result.settle-do': [
    '先联系园区选一处场地，办好入驻；入驻后由园区或您本人申请。',
    'Ask a park for premises and settle there first; then you, or the park for you, can apply.',
  ],
  'eligibility.result.to-premises': ['看园区和空置场地', 'The parks and their free premises'],
  'eligibility.result.then-no-rent': [
    '做到后即符合条件。您填写的租金为 0 元：不收租金的场地没有要减免的租金，不用申请；收租金的，按下列标准减免或补贴。',
    'Then you are eligible. You gave a rent of 0 yuan: without rent there is nothing to waive and nothing to apply for; where rent is due, this is what is given.',
  ],
  'eligibility.result.rates-title': ['收租金时的标准', 'What is given where rent is due'],
  'eligibility.result.rates': ['最多享受 {time}：', 'For {time} at most:'],
  'eligibility.result.gives': [
    '{from}至{to}，合计减免或补贴 {yuan} 元，其间还需支付租金 {remains} 元',
    '{from} to {to}: {yuan} yuan in all; {remains} yuan of rent remain to be paid',
  ],
  'eligibility.result.gives-plain': [
    '{from}至{to}，合计 {yuan} 元',
    '{from} to {to}: {yuan} yuan in all',
  ],
  'eligibility.result.settle-plain': [
    '入驻园区后可享受，合计 {yuan} 元',
    'Once settled in a park: {yuan} yuan in all',
  ],
  'eligibility.result.first-plain': ['{months}：{each} 元', '{months}: {each} yuan'],
  'eligibility.result.amount': ['金额（元）', 'Amount, yuan'],
  'eligibility.result.one-month': [
    '{from}，减免或补贴 {yuan} 元，还需支付租金 {remains} 元',
    '{from}: {yuan} yuan; {remains} yuan of rent remain to be paid',
  ],
  'eligibility.result.misses': ['有 {n} 项条件不符合', 'Conditions that are not met: {n}'],
  'eligibility.result.version': ['依据：{number}', '{number}'],
  'eligibility.result.conditions': ['逐项核对', 'Condition by condition'],
  'eligibility.result.yours': ['您的情况', 'Your case'],
  'eligibility.result.held': ['是否符合', 'Met?'],
  'eligibility.result.amounts': ['每月金额', 'The amounts'],
  'eligibility.result.losses': ['什么时候会减少或者到期', 'When it becomes less, or ends'],
  'eligibility.result.months': ['月份', 'Months'],
  'eligibility.result.each': ['每月减免或补贴（元）', 'Given a month, yuan'],
  'eligibility.result.remains': ['每月还需支付（元）', 'Remains a month, yuan'],
  'eligibility.result.remains-total': ['还需支付合计（元）', 'Remains in all, yuan'],
  'eligibility.result.sum': ['减免或补贴小计（元）', 'Given together, yuan'],
  'eligibility.result.why': ['测算依据', 'Why'],
  'eligibility.result.total': ['合计', 'In all'],
  'eligibility.result.proof': ['申请时要带的材料', 'What proof to bring'],
  'eligibility.result.heed': ['请留意', 'Take note'],
  'eligibility.result.to-do': ['怎样才能符合', 'What would make you eligible'],
  'eligibility.result.to-do-lead': ['做到以下各点即可申请：', 'All of this is needed:'],
  'eligibility.result.to-do-one': ['只差这一点：', 'Only this is missing:'],
  'eligibility.result.then': [
    '做到后，预计可享受 {n} 个自然月，合计 {yuan} 元。',
    'Then it gives {yuan} yuan in all, over {n} calendar {n|month|months}.',
  ],
  'eligibility.result.nothing': [
    '下列条件目前不符合，也没有办法补上。可以看看其他政策，或向园区咨询。',
    'What follows is not so, and nothing would make it so. Look at the other policies, or ask a park.',
  ],
  'eligibility.result.monthly': [
    '{months}每月：租金 {rent} 元，减免或补贴 {each} 元，还需支付 {remains} 元',
    '{months}, each month: rent {rent} yuan, given {each}, remains {remains}',
  ],
  'eligibility.result.blocking': ['{check}：{looked}', '{check}: {looked}'],
  'eligibility.result.open-gives': [
    '符合条件，金额看租金：标准见下',
    'Eligible; the amount follows from the rent, by the rates below',
  ],
  'eligibility.result.open-settle-first': [
    '入驻园区后可享受，金额看租金：标准见下',
    'Once settled in a park; the amount follows from the rent, by the rates below',
  ],
  'eligibility.result.then-rates': [
    '做到后即符合条件，选定场地后按下列标准减免或补贴，其余租金自付。',
    'Then you are eligible: of the rent of the premises that you choose, this is given; the rest is yours to pay.',
  ],
  'eligibility.result.more': ['金额、材料和逐项核对', 'Amounts, proof and every condition'],
  'eligibility.result.space': [
    '场地 {number} {name}，租金 {yuan} 元/月',
    'Space {number} {name}, rent {yuan} yuan a month',
  ],
  'eligibility.result.space-unpriced': [
    '场地 {number} {name}，租金待定',
    'Space {number} {name}, its rent not known yet',
  ],
  'eligibility.result.find-space': [
    '看空置场地，按一处场地测算',
    'Look at free spaces, and check with one',
  ],
  'eligibility.begin-space': ['从空置场地开始', 'Begin with a free space'],
  'eligibility.result.time': [
    '受理后 {n} 个工作日内作出决定。',
    'It is decided within {n} working {n|day|days} of acceptance.',
  ],
  'eligibility.result.apply': ['申请这项政策', 'Apply for it'],
  'eligibility.result.read': ['查看政策全文', 'Read the policy'],
  'eligibility.result.others': ['您可以申请其他政策：', 'What you can apply for instead:'],
  'eligibility.result.change': ['修改答案', 'Change my answers'],
  'eligibility.result.ask': ['拿不准？问园区', 'Not sure? Ask a park'],
  'eligibility.result.ask-text': [
    '各园区执行同一套政策，向任何一家咨询都可以。',
    'Every park works by the same policies: any of them can tell you.',
  ],
  'eligibility.result.park': ['园区', 'Park'],
});
