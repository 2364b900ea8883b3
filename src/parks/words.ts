import { defineWords } from '../language/words.js';

export const parkWords = defineWords({
  'parks.unknown-region': ['没有这个县区', 'There is no such region'],
  'parks.number-taken': ['该编号已被使用', 'This number is taken'],
  'parks.space-before-park': ['启用日不能早于开园日', 'It cannot open before its park'],
  'parks.closed': ['该园区已关闭', 'The park is closed'],
});
