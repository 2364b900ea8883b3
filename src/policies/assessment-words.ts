import { defineWords } from '../language/words.js';

/** How an outcome is told: what was looked at, the reason of each amount, what would alter it. */
export const assessmentWords = defineWords({
  'policies.held': ['符合', 'Met'],
  'policies.not-held': ['不符合', 'Not met'],
  'policies.no-rent': ['不付租金', 'No rent due'],
  'policies.finding.in-force': ['政策正在施行', 'The policy is in force'],
  'policies.finding.in-force-check': [
    '申请之日在政策施行期间内',
    'The day of applying is within the days in force',
  ],
  'policies.finding.amount': ['有可减免或补贴的金额', 'There is an amount to give'],
  'policies.finding.amount-check': [
    '按政策标准和上限核算，金额大于零',
    'The amounts and caps of the policy leave more than nothing',
  ],
  'policies.elapsed.none': ['不足 1 个月', 'less than a month'],
  'policies.elapsed.full': ['满 {time}', '{time}'],
  'policies.elapsed.days': ['{n} 天', '{n} {n|day|days}'],
  'policies.elapsed.and-days': ['{whole}零 {days}', '{whole} and {days}'],
  'policies.elapsed.both': ['{years} {months}', '{years} and {months}'],

  'policies.looked.join': ['；', '; '],
  'policies.looked.in-force': [
    '申请日为{on}，政策自{from}起施行',
    'The day of applying is {on}; the policy is in force from {from}',
  ],
  'policies.looked.in-force-ended': [
    '申请日为{on}，政策施行期间为{from}至{to}',
    'The day of applying is {on}; the policy is in force from {from} to {to}',
  ],
  'policies.looked.amount': [
    '按标准核算，涉及 {n} 个自然月，合计 {yuan} 元',
    'By the amounts of the policy: {n} calendar {n|month|months}, {yuan} yuan in all',
  ],
  'policies.looked.no-rent': [
    '每月租金为 0 元，没有可减免或补贴的租金',
    'The rent is 0 yuan a month: there is none to waive or subsidise',
  ],
  'policies.looked.outside-lease': [
    '申请享受的月份不在租期内',
    'The months asked for are outside the lease',
  ],
  'policies.looked.used': [
    '此前已享受本政策 {time}，享受期限已满',
    'This policy has been received for {time} already: no months are left',
  ],
  'policies.looked.over': ['享受期限已满', 'The months of the benefit are over'],
  'policies.looked.given-once': ['一次性的金额已经给过', 'What is given once was given already'],
  'policies.looked.nothing-left': ['累计金额已达上限', 'The caps on the sum are used up'],
  'policies.looked.category': ['创业者为{name}', 'The founder is: {name}'],
  'policies.looked.category-since': [
    '创业者自{day}起为{name}，至申请之日{time}',
    'The founder has been, since {day}: {name}; {time} on the day of applying',
  ],
  'policies.looked.category-later': [
    '创业者自{day}起才属于{name}',
    'The founder will be, from {day} on: {name}',
  ],
  'policies.looked.category-none': [
    '创业者不属于所列类别',
    'The founder is in none of the categories',
  ],
  'policies.looked.category-others': [
    '创业者为{names}，不在所列类别之内',
    'The founder is: {names}; that is not among the categories',
  ],
  'policies.looked.graduated': [
    '{day}毕业，至申请之日{time}',
    'Graduated on {day}, {time} before the day of applying',
  ],
  'policies.looked.graduated-later': [
    '将于{day}毕业，晚于申请之日',
    'Graduates on {day}, after the day of applying',
  ],
  'policies.looked.graduated-not': ['没有高校毕业日期', 'No day of graduation is given'],
  'policies.looked.registered': [
    '{day}登记注册，至申请之日{time}',
    'Registered on {day}, {time} before the day of applying',
  ],
  'policies.looked.registered-later': [
    '登记注册日期为{day}，晚于申请之日',
    'Registered on {day}, after the day of applying',
  ],
  'policies.looked.registered-not': ['尚未登记注册', 'Not yet registered'],
  'policies.looked.trading': [
    '{day}开始经营，至申请之日{time}',
    'Trading since {day}, {time} before the day of applying',
  ],
  'policies.looked.trading-later': [
    '{day}开始经营，晚于申请之日',
    'Begins trading on {day}, after the day of applying',
  ],
  'policies.looked.trading-not': ['尚未开始经营', 'Not yet trading'],
  'policies.looked.legal-form': ['主体类型为{form}', 'The venture is a: {form}'],
  'policies.looked.premises': ['使用的是{kind}', 'It uses {kind}'],
  'policies.looked.benefits-none': [
    '没有其他场地租金减免或补贴',
    'No other waiver or subsidy of rent',
  ],
  'policies.looked.benefits': ['另有{names}', 'Also receives or received: {names}'],
  'policies.looked.benefit-unnamed': [
    '其他场地租金减免或补贴',
    'another waiver or subsidy of rent',
  ],
  'policies.looked.benefit': ['{name}（{from}至{to}）', '{name} ({from} to {to})'],
  'policies.looked.benefit-open': [
    '{name}（{from}起，尚未终止）',
    '{name} (from {from}, not yet ended)',
  ],
  'policies.looked.settled': ['{day}入驻园区', 'Settled in a park on {day}'],
  'policies.looked.settled-not': ['尚未入驻园区', 'Not settled in a park'],
  'policies.looked.jobs': ['带动就业 {n} 人', 'Jobs, founders not counted: {n}'],
  'policies.looked.jobs-insured': [
    '带动就业 {n} 人，其中参保满 {time}的 {insured} 人',
    'Jobs, founders not counted: {n}; insured for {time}: {insured}',
  ],
  'policies.looked.industry': ['所属行业：{name}', 'Its trade: {name}'],
  'policies.looked.industry-unknown': ['没有登记行业', 'No trade is known'],
  'policies.looked.region': ['位于{name}', 'It is in {name}'],
  'policies.looked.island-outer': ['在外岛', 'on an outer island'],
  'policies.looked.island-reached': ['不在外岛', 'not on an outer island'],
  'policies.looked.place-unknown': ['没有所在地', 'It is not known where it is'],
  'policies.looked.too-few-jobs': [
    '计入的带动就业为 {n} 人，满 {from} 人才有补贴',
    'Jobs that count: {n}; there is an amount from {from} on',
  ],
  'policies.looked.lease': [
    '租期{from}至{to}，共 {time}',
    'The lease runs from {from} to {to}: {time}',
  ],
  'policies.looked.lease-open': [
    '租期自{from}起，未约定终止日',
    'The lease runs from {from} without an end',
  ],
  'policies.looked.declared': ['申请人已声明', 'The applicant has declared it'],
  'policies.looked.declared-not': ['申请人未作声明', 'The applicant has not declared it'],

  'policies.reason': ['{dates}{rule}：{sum}', '{dates}{rule}: {sum}'],
  'policies.reason.rule': [
    '{months}，{amount}（第 {clause} 条）',
    '{months}, {amount} (clause {clause})',
  ],
  'policies.reason.range': ['{from}至{to}', '{from} to {to}'],
  'policies.reason.dates': ['{from}日至{to}日，', 'Days {from} to {to}: '],
  'policies.reason.join': ['，', '; '],
  'policies.reason.days': [' × {n}/{of} 天', ' × {n} of {of} {of|day|days}'],
  'policies.reason.rent': ['月租 {rent} 元', 'rent of {rent} yuan'],
  'policies.reason.of-area': [' × 计算面积 {area}/{all} 平方米', ' × {area} of {all} m²'],
  'policies.reason.percent': [' × {percent}%', ' × {percent}%'],
  'policies.reason.area-month': ['{yuan} 元 × {area} 平方米', '{yuan} yuan × {area} m²'],
  'policies.reason.area-year': [
    '{yuan} 元 × {area} 平方米 ÷ 12 个月',
    '{yuan} yuan × {area} m² ÷ 12 months',
  ],
  'policies.reason.area-day': [
    '{yuan} 元 × {area} 平方米 × {n} 天',
    '{yuan} yuan × {area} m² × {n} {n|day|days}',
  ],
  'policies.reason.jobs': ['带动就业 {n} 人', '{n} {n|job|jobs}'],
  'policies.reason.jobs-insured': [
    '参保满 {time}的带动就业 {n} 人',
    '{n} {n|job|jobs} insured for {time}',
  ],
  'policies.reason.jobs-base': ['，满 {n} 人 {yuan} 元', '; {yuan} yuan for {n}'],
  'policies.reason.jobs-step': [' + {n} 人 × {yuan} 元', ' + {n} × {yuan} yuan'],
  'policies.reason.supplement': [
    '，上浮 {percent}%（第 {clause} 条，{text}）',
    '; {percent}% more (clause {clause}, {text})',
  ],
  'policies.reason.fixed': ['{yuan} 元', '{yuan} yuan'],
  'policies.reason.cap-rent': ['不超过月租 {yuan} 元', 'no more than the rent of {yuan} yuan'],
  'policies.reason.cap-rent-of-area': [
    '不超过月租 {yuan} 元中计算面积的部分',
    'no more than the part of the rent of {yuan} yuan that is for the area counted',
  ],
  'policies.reason.cap-per-area-day': [
    '不超过每平方米每天 {yuan} 元',
    'no more than {yuan} yuan for each m² a day',
  ],
  'policies.reason.cap-per-area-month': [
    '不超过每平方米每月 {yuan} 元',
    'no more than {yuan} yuan for each m² a month',
  ],
  'policies.reason.cap-per-area-year': [
    '不超过每平方米每年 {yuan} 元',
    'no more than {yuan} yuan for each m² a year',
  ],
  'policies.reason.cap-month': ['不超过每月上限 {yuan} 元', 'no more than {yuan} yuan a month'],
  'policies.reason.cap-year': [
    '不超过年度上限 {yuan} 元的余额',
    'no more than is left of {yuan} yuan a year',
  ],
  'policies.reason.cap-person': [
    '不超过个人累计上限 {yuan} 元的余额',
    'no more than is left of {yuan} yuan for a founder',
  ],
  'policies.reason.cap-venture': [
    '不超过主体累计上限 {yuan} 元的余额',
    'no more than is left of {yuan} yuan for a venture',
  ],
  'policies.rate.given': ['适用', 'Applies'],
  'policies.rate.not-given': ['不适用', 'Does not apply'],
  'policies.rate.tier': ['标准：{months}，{who}：{amount}', 'Rate, {months}, {who}: {amount}'],
  'policies.rate.supplement': ['{text}，{more}', '{text}: {more}'],
  'policies.loss.falls': [
    '{month}起每月由 {before} 元降为 {after} 元',
    'It falls in {month}: {after} yuan a month instead of {before}',
  ],
  'policies.loss.ends-lease': [
    '租约{day}到期，最多到这一天；续租后可以再申请',
    'The lease ends on {day}, and with it what is given; renew it to go on',
  ],
  'policies.loss.ends-months': [
    '政策规定的期限用完，到{day}为止',
    'The months of the policy are used up on {day}',
  ],
  'policies.loss.ends-years': [
    '连续几年内最多享受的月数用完，到{day}为止',
    'The months that may be had within years in a row are used up on {day}',
  ],
  'policies.loss.ends-asked': ['申请的月数到{day}为止', 'The months asked for end on {day}'],
  'policies.loss.ends-used': [
    '以前享受的计算在内，到{day}为止',
    'With what was had before it ends on {day}',
  ],
  'policies.loss.category': [
    '“{name}”到{day}为止，此后提交的申请不再按这一类别享受',
    '“{name}” counts until {day}: what is applied for later does not have it',
  ],
  'policies.reason.cap-decision': [
    '不超过核定的总额 {yuan} 元',
    'no more than the {yuan} yuan that the decision grants in all',
  ],
  'policies.reason.closes': [
    '最后一个月补足总额的分位差',
    'The last month closes the sum to the fen',
  ],

  'policies.alter.lapses': [
    '{day}起不再符合条件，请在此之前申请',
    'From {day} on this is no longer met: apply before that day',
  ],
  'policies.alter.wait': ['{day}起可以申请（还需 {time}）', 'Apply from {day} on, in {time}'],
  'policies.alter.wait-in-force': [
    '政策{day}起施行，届时再申请（还需 {time}）',
    'The policy is in force from {day}: apply then, in {time}',
  ],
  'policies.alter.wait-registered': [
    '登记注册时间还差 {time}，{day}起可以申请',
    'Be registered for {time} more: apply from {day} on',
  ],
  'policies.alter.wait-trading': [
    '经营时间还差 {time}，{day}起可以申请',
    'Be trading for {time} more: apply from {day} on',
  ],
  'policies.alter.wait-graduated': [
    '毕业时间还差 {time}，{day}起可以申请',
    'Wait for {time} more after graduation: apply from {day} on',
  ],
  'policies.alter.wait-category': [
    '属于所列类别的时间还差 {time}，{day}起可以申请',
    'Be in the category for {time} more: apply from {day} on',
  ],
  'policies.alter.wait-settled': [
    '{day}入驻后可以申请（还需 {time}）',
    'Apply once settled, from {day} on, in {time}',
  ],
  'policies.looked.window': [
    '近 {span}内已享受 {n} 个月，这次申请 {asked} 个月',
    '{n} {n|month|months} had in the last {span}, {asked} {asked|month|months} asked for',
  ],
  'policies.alter.begin-after': [
    '将享受起始日改为{day}，届时以前享受的部分月数不再计入',
    'Ask for the months from {day} on, when some of those had before no longer count',
  ],
  'policies.alter.fewer-months': ['最多申请 {time}', 'Ask for {time} at most'],
  'policies.alter.begin-later': [
    '将享受起始日改为{day}，届时其他减免或补贴已结束',
    'Ask for the months from {day} on, when the other benefit has ended',
  ],
  'policies.alter.category': ['提供属于{any}的证明', 'Bring proof of the category: {any}'],
  'policies.alter.category-any': [
    '提供属于以下任一类别的证明：{any}',
    'Bring proof of any of these categories: {any}',
  ],
  'policies.alter.register': ['办理登记注册，取得营业执照或登记证书', 'Register the venture'],
  'policies.alter.trade': ['开始正常经营', 'Begin trading'],
  'policies.alter.settle': ['入驻一家园区', 'Settle in a park'],
  'policies.alter.legal-form': [
    '主体类型变更为以下之一：{any}',
    'Change the venture to any of: {any}',
  ],
  'policies.alter.premises': ['改用以下之一的场地：{any}', 'Move to any of: {any}'],
  'policies.alter.jobs': ['再带动就业 {n} 人', 'Create {n} more {n|job|jobs}'],
  'policies.alter.insured-jobs': [
    '参保满 {time}的带动就业达到 {n} 人（现为 {now} 人）',
    'Have {n} {n|job|jobs} insured for {time}; there are {now} now',
  ],
  'policies.alter.place': ['换到符合的地方：{place}', 'Move to where it holds: {place}'],
  'policies.alter.lease': ['将租期延长至{day}或更晚', 'Extend the lease to {day} or later'],
  'policies.alter.end-benefit': [
    '先终止正在享受的：{names}',
    'First end what is received at present: {names}',
  ],
  'policies.alter.declare': ['作出声明：{text}', 'Declare: {text}'],
});
