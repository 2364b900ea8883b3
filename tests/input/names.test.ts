import { expect, it } from 'vitest';
import { cleanName, isName, nameKey } from '../../src/input/names.js';

it.each([
  ['  舟山两端空格有限公司　', '舟山两端空格有限公司'],
  ['舟山\u200b零宽民宿', '舟山零宽民宿'],
  ['石里Ｒ＆Ｄ实验室', '石里R&D实验室'],
  ['舟山蓝礁（嵊泗）渔业有限公司', '舟山蓝礁（嵊泗）渔业有限公司'],
  ['䶮海木作', '䶮海木作'],
])('stores %j as %j, however wide it was typed', (typed, stored) => {
  expect(cleanName(typed)).toBe(stored);
  expect(nameKey(typed)).toBe(nameKey(stored));
  expect(isName(stored)).toBe(true);
});
