import { addDays, type Day } from '../../../src/calendar/days.js';
import type { Tx } from '../../../src/database/database.js';
import type { Actor } from '../../../src/history/actor.js';
import type { KeyRing } from '../../../src/vault/key-ring.js';
import type { Sealing } from '../waivers/papers.js';
import {
  correctName,
  enterFounderTwice,
  enterWrongName,
  listTwice,
  logOnceMore,
  mergeFounder,
  mergeThem,
  typeOnePhoneInWays,
} from './mistakes-of-people.js';
import {
  addByMistake,
  confirmJump,
  correctDay,
  correctRent,
  letByMistake,
  logByMistake,
  logTwice,
  voidAdded,
  voidLease,
  voidLogged,
} from './mistakes-of-records.js';

/** A mistake that a park makes, or puts right, of the park in that place of the list. */
export type Step = (
  tx: Tx,
  by: Actor,
  parkId: number,
  keys: KeyRing,
  sealing: Sealing,
) => Promise<void>;
export type Mistake = { at: Date; park: number; step: Step };

/**
 * What goes wrong in any network, and is put right as anybody would: a few of each, in several parks and years. No total
 * moves for good but the headcounts that were asked about, all of months after the report of January 2025.
 */
export const mistakes: Mistake[] = [
  ...soon('2024-11-20', 2, logByMistake('测试用小吃店', 2), voidLogged('测试用小吃店', 1)),
  ...soon('2025-11-26', 5, logByMistake('演示填报工作室', 3), voidLogged('演示填报工作室', 2)),
  ...later('2026-11-05', 3, logByMistake('系统培训试填商行', 1), voidLogged('系统培训试填商行', 0)),
  ...soon('2024-06-18', 7, letByMistake, voidLease('租约录到了同名的另一家，重新登记')),
  ...soon('2025-09-10', 8, letByMistake, voidLease('对方当天反悔，协议未签')),
  ...soon('2026-11-09', 2, letByMistake, voidLease('选错创业主体，租约未签')),
  ...soon('2024-09-11', 1, addByMistake, voidAdded('网页卡顿，重复提交了一次')),
  ...soon('2025-11-12', 8, addByMistake, voidAdded('该处房屋已登记过，门牌写法不同')),
  ...soon('2026-11-10', 4, addByMistake, voidAdded('与已有场地重复登记')),
  { at: office('2025-05-14', 3), park: 6, step: correctDay('入驻日误录为签约日') },
  { at: office('2026-03-18', 2), park: 3, step: correctDay('交接单所载入驻日为前一日') },
  { at: office('2026-11-10', 3), park: 1, step: correctDay('入驻协议所载入驻日为前一日') },
  { at: office('2025-06-11', 3), park: 2, step: correctRent('漏减物业费，月租金以合同所载为准') },
  { at: office('2026-04-15', 4), park: 8, step: correctRent('月租金与合同不符，多录 50 元') },
  { at: office('2026-11-11', 3), park: 5, step: correctRent('租金录入有误，以合同所载为准') },
  { at: office('2026-11-12', 4), park: 4, step: logTwice('定海区', '䶮屿陶艺社') },
  { at: office('2026-11-13', 5), park: 7, step: logTwice('岱山县', '𰻞𰻞面馆') },
  {
    at: office('2025-06-18', 2),
    park: 4,
    step: confirmJump('2025-05', 12, '五月接到批量订单，临时增加计件工 12 人，已核对工资表'),
  },
  {
    at: office('2026-02-20', 3),
    park: 6,
    step: confirmJump('2026-01', 16, '年货加工旺季增加短期工 16 人，已逐人核对'),
  },
  {
    at: office('2026-11-13', 2),
    park: 9,
    step: confirmJump('2026-09', 14, '九月开捕，冷冻加工线临时增加季节工 14 人，已核对考勤'),
  },
  { at: office('2025-08-20', 1), park: 3, step: listTwice },
  { at: office('2026-11-16', 1), park: 6, step: listTwice },
  { at: office('2024-10-16', 2), park: 8, step: typeOnePhoneInWays },
  { at: office('2025-10-15', 2), park: 5, step: typeOnePhoneInWays },
  { at: office('2026-11-16', 2), park: 6, step: typeOnePhoneInWays },
  ...later(
    '2024-11-13',
    9,
    enterFounderTwice,
    mergeFounder('换手机号后重新登记，核对证件为同一人'),
  ),
  ...later('2025-12-10', 4, enterFounderTwice, mergeFounder('本人到场说明，两个号码均为其使用')),
  {
    at: office('2026-06-17', 3),
    park: 8,
    step: enterFounderTwice,
  },
  { at: office('2026-11-16', 3), park: 7, step: enterFounderTwice },
  ...later(
    '2026-11-16',
    1,
    enterFounderTwice,
    mergeFounder('核对身份证为同一人，登记合伙人时用了另一个手机号'),
  ),
  ...later('2024-08-14', 4, enterWrongName('邬雅亭'), correctName('邬雅亭', '邬雅婷')),
  ...later('2025-04-16', 6, enterWrongName('贺志锋'), correctName('贺志锋', '贺志峰')),
  ...later('2026-11-17', 2, enterWrongName('虞海坡'), correctName('虞海坡', '虞海波')),
  ...later('2024-12-11', 6, logOnceMore, mergeThem('同一团队，负责人与合伙人各登记了一次')),
  ...later('2025-10-22', 8, logOnceMore, mergeThem('与台账核对，系同一团队')),
  ...later('2026-11-18', 7, logOnceMore, mergeThem('创业者相同，换人办理时重复登记')),
];

function office(day: Day, hour: number): Date {
  return new Date(Date.parse(`${day}T00:40:00Z`) + hour * 3_600_000);
}

/** A mistake that is noticed an hour later. */
function soon(day: Day, park: number, make: Step, mend: Step): Mistake[] {
  return [
    { at: office(day, 2), park, step: make },
    { at: office(day, 3), park, step: mend },
  ];
}

/** One that is noticed the next day. */
function later(day: Day, park: number, make: Step, mend: Step): Mistake[] {
  return [
    { at: office(day, 3), park, step: make },
    { at: office(addDays(day, 1), 2), park, step: mend },
  ];
}
