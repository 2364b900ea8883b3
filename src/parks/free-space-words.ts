import { defineWords } from '../language/words.js';

/** What the public pages of free spaces say. */
export const freeSpaceWords = defineWords({
  'parks.free.title': ['空置场地', 'Free spaces'],
  'parks.free.lead': [
    '各园区目前可以租用的场地。点开一处，看按现行政策每月可减免多少、还需支付多少。',
    'Spaces that the parks can let now. Open one to see how much of its rent the policies in force would waive each month, and what remains to be paid.',
  ],
  'parks.free.all': ['全部园区', 'All parks'],
  'parks.free.park': ['园区', 'Park'],
  'parks.free.show': ['查看', 'Show'],
  'parks.free.none': ['目前没有空置场地', 'There is no free space at present'],
  'parks.free.none-text': [
    '可以打电话给园区，登记您的需要。',
    'Call a park and say what you need.',
  ],
  'parks.free.rent-month': ['{yuan} 元/月', '{yuan} yuan a month'],
  'parks.free.rent-unknown': ['待定，请问园区', 'Ask the park'],
  'parks.free.count': ['共 {n} 处', '{n} {n|space|spaces}'],
  'parks.free.let-from': [
    '{day}起已有人签约租用，在此之前可以短租',
    'Let from {day} on; until then it is free',
  ],
  'parks.free.directions': ['交通方式', 'How to get there'],
  'parks.free.directions-hint': [
    '会显示在公开页面：坐哪班船、在哪下船、再怎么走。不要写个人姓名和电话',
    'Shown to everyone: which boat, where to land, how to go on. No names or telephones of people',
  ],
  'parks.free.directions-none': ['请打电话问园区', 'Ask the park'],
  'parks.free.rent-note': [
    '市场租金是参考价，以租约为准',
    'The market rent is a guide; the lease states the rent',
  ],
  'parks.free.pays': ['每月还需支付多少', 'What remains to be paid each month'],
  'parks.free.pays-lead': [
    '按市场租金、从{month}起租、当日入驻并符合以下条件测算。同一时期只能享受一项。以审核决定为准。',
    'At the market rent, let from {month}, settled today and with the conditions below. One at a time for the same months; the decision is made in the review.',
  ],
  'parks.free.pays-unknown': [
    '这处场地的租金尚未确定。租金确定后，按下列标准减免或补贴，其余由创业者支付。',
    'The rent of this space is not known yet. Of it, this is given; the founder pays the rest.',
  ],
  'parks.free.no-rent': ['这处场地不收租金。', 'No rent is asked for this space.'],
  'parks.free.everyone': ['所有创业者', 'Every founder'],
  'parks.free.others': ['不属于下列类别的创业者', 'Founders of none of the categories below'],
  'parks.free.for': ['{categories}', 'For founders of these: {categories}'],
  'parks.free.further': ['另须：{text}', 'Also needed: {text}'],
  'parks.free.nobody': [
    '租用这处场地不能享受这项政策。',
    'This policy gives nothing for this space.',
  ],
  'parks.free.then-all': [
    '期满后每月支付 {yuan} 元。',
    'Afterwards the whole rent is due: {yuan} yuan a month.',
  ],
  'parks.free.check': ['用这处场地自测', 'Check with this space'],
  'parks.free.no-policy': ['目前没有施行中的政策。', 'No policy is in force at present.'],
  'parks.free.next': ['下一步', 'What comes next'],
  'parks.free.call': ['打电话给{park}约定看场地：', 'Call {park} to see it: '],
  'parks.free.others-link': ['看其他空置场地', 'Other free spaces'],
  'parks.free.months': ['月份', 'Months'],
  'parks.free.rent': ['租金（元/月）', 'Rent, yuan a month'],
  'parks.free.given': ['减免或补贴（元/月）', 'Waived or paid, yuan a month'],
  'parks.free.remains': ['还需支付（元/月）', 'Remains, yuan a month'],
  'parks.free.total': ['合计（元）', 'In all, yuan'],
});
