import type { Random } from './random.js';

// Family names of the islands, the frequent ones first; a name's share falls with its place.
const families =
  '陈王张李周胡徐金刘林郑俞虞邬乐贺洪夏严余翁应毛鲍庄孙方朱沈董蒋阮傅叶汤柴史童孔缪戴竺';
const firstOfMen = '海建志国永伟俊浩宇明文天嘉子家泽世安舟立';
const secondOfMen = '波军平强华峰杰辉斌涛宏亮康宁达舟远林松岩';
const firstOfWomen = '海晓雅丽美佳思雨梦静婷欣亚慧素秀巧凤诗若';
const secondOfWomen = '燕芬萍娜珍君怡琳莹洁芳敏蓉霞云蓝宁汐波岚';
const single = '波磊鹏静敏蕾倩帆昊澄岚航屿潇楠萌晖洋雯旭';

/** An invented name: of two characters now and then, mostly of three. */
export function inventName(random: Random): string {
  const letters = [...families];
  const family = letters[Math.floor(random.next() ** 1.6 * letters.length)] as string;
  if (random.chance(0.22)) return family + random.pick([...single]);
  const [first, second] = random.chance(0.5)
    ? [firstOfMen, secondOfMen]
    : [firstOfWomen, secondOfWomen];
  const middle = random.pick([...first]);
  return family + middle + random.pick([...second].filter((character) => character !== middle));
}

/**
 * A mobile number in full form that nobody has: 154 and 163 are assigned to no operator.
 * Different indexes have different numbers, up to a hundred million of them.
 */
export function inventPhone(index: number): string {
  const rest = String((index * 61_803_399 + 27_182_818) % 100_000_000).padStart(8, '0');
  return `${Number(rest.charAt(3)) % 2 === 0 ? '163' : '154'}${rest}`;
}
