import { defineWords } from '../language/words.js';

export const parkWords = defineWords({
  'parks.unknown-region': ['没有这个县区', 'There is no such region'],
  'parks.number-taken': ['该编号已被使用', 'This number is taken'],
  'parks.space-before-park': ['启用日不能早于开园日', 'It cannot open before its park'],
  'parks.closed': ['该园区已关闭', 'The park is closed'],
  'parks.map-label': [
    '海岛示意图，圆点为园区，编号与名录一致',
    'Schematic of the islands: each dot is a park, numbered as in the list',
  ],
  'parks.map-note': [
    '示意图 · 非地图。圆点编号与名录一致，不表示实际位置。',
    'Schematic, not a map. Dots are numbered as in the list and show no true positions.',
  ],
});
