import { defineWords } from '../language/words.js';

export const returnWords = defineWords({
  'returns.number-range': ['请填写 0 至 {most} 之间的整数', 'Give a whole number from 0 to {most}'],
  'returns.part-over-whole': [
    '不能超过带动就业总人数',
    'It cannot be more than the whole headcount',
  ],
  'returns.month-not-over': ['该月尚未结束', 'The month is not over yet'],
  'returns.not-in-park': [
    '该月末创业主体不在任何园区',
    'The venture is in no park at the end of this month',
  ],
  'returns.filed-already': [
    '该月已报送，请查看后更正',
    'A return for this month has been filed; open it to correct it',
  ],
});
