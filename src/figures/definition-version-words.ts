import { defineWords } from '../language/words.js';

/**
 * What each version of each definition says. A version that figures may have been published under is never
 * edited, not even its counters: what reads otherwise is a new version below it.
 */
export const definitionVersionWords = defineWords({
  'figures.definition.parks.1.counted': ['园区，一个园区计一次', 'Parks, each once'],
  'figures.definition.parks.1.states': [
    '已经开园、尚未关闭的园区；与有无创业主体入驻无关',
    'Parks that have opened and not closed, whether or not a venture is in them',
  ],
  'figures.definition.parks.1.founder': ['不涉及', 'Not concerned'],
  'figures.definition.parks.1.formula': [
    '台账中截至当日（含当日）生效的开园分录与关闭分录之和：开园计 +1，关闭计 −1',
    'Sum of the ledger entries of openings (+1) and closings (−1) that take effect by the end of the day',
  ],
  'figures.definition.parks.2.counted': ['园区，一家计一次', 'Parks, each once'],
  'figures.definition.parks.2.states': [
    '已经开园、尚未关闭的园区；与有无创业主体入驻无关',
    'Parks that have opened and not closed, whether or not a venture is in them',
  ],
  'figures.definition.parks.2.founder': ['不涉及', 'Not concerned'],
  'figures.definition.parks.2.formula': [
    '台账中截至当日（含当日）生效的开园分录与关闭分录之和：开园计 +1，关闭计 −1',
    'Sum of the ledger entries of openings (+1) and closings (−1) that take effect by the end of the day',
  ],
  'figures.definition.ventures.1.counted': [
    '创业主体，一户计一次：企业、个体工商户、合作社、民办非企业单位，以及尚未领照的团队',
    'Ventures, each once: firms, sole traders, cooperatives, non-profits, and teams without a licence',
  ],
  'figures.definition.ventures.1.states': [
    '当日正在园的主体；入驻当日计入，离园当日不再计入；转园的计入转入园区',
    'Ventures in a park on the day: from the first day on, and no longer on the day that they leave; one that moved counts in its new park',
  ],
  'figures.definition.ventures.1.founder': ['不涉及', 'Not concerned'],
  'figures.definition.ventures.1.formula': [
    '台账中截至当日生效的入驻分录与离园分录之和：入驻计 +1，离园计 −1',
    'Sum of the ledger entries of arrivals (+1) and departures (−1) that take effect by the end of the day',
  ],
  'figures.definition.ventures.2.counted': [
    '创业主体，一家计一次：企业、个体工商户、合作社、民办非企业单位，以及尚未领照的团队',
    'Ventures, each once: firms, sole traders, cooperatives, non-profits, and teams without a licence',
  ],
  'figures.definition.ventures.2.states': [
    '当日正在园的主体；入驻当日计入，离园当日不再计入；转园的计入转入园区',
    'Ventures in a park on the day: from the first day on, and no longer on the day that they leave; one that moved counts in its new park',
  ],
  'figures.definition.ventures.2.founder': ['不涉及', 'Not concerned'],
  'figures.definition.ventures.2.formula': [
    '台账中截至当日生效的入驻分录与离园分录之和：入驻计 +1，离园计 −1',
    'Sum of the ledger entries of arrivals (+1) and departures (−1) that take effect by the end of the day',
  ],
  'figures.definition.jobs.1.counted': [
    '创业主体月末用工人数，一人在两户用工的计两次',
    'People employed by a venture at the end of a month; one who works for two counts twice',
  ],
  'figures.definition.jobs.1.states': [
    '当日正在园的主体，取其最近一次月报；当月未报的沿用上次人数，离园当日起不再计入',
    'Ventures in a park on the day, by the newest return of each; a month without one carries the last headcount forward; nothing from the day that a venture leaves',
  ],
  'figures.definition.jobs.1.founder': ['不含创业者本人', 'Founders are not counted'],
  'figures.definition.jobs.1.formula': [
    '台账中截至当日生效的人数增减分录之和；每次月报记为与上次人数之差',
    'Sum of the ledger entries of changes in headcount that take effect by the end of the day; each return is entered as the difference from the one before',
  ],
  'figures.definition.jobs.2.counted': [
    '创业主体月末用工人数；一人同时在两家就业的，计两次',
    'People employed by a venture at the end of a month; one who works for two counts twice',
  ],
  'figures.definition.jobs.2.states': [
    '当日正在园的主体，取其最近一次月报；当月未报的沿用上次人数，离园当日起不再计入',
    'Ventures in a park on the day, by the newest return of each; a month without one carries the last headcount forward; nothing from the day that a venture leaves',
  ],
  'figures.definition.jobs.2.founder': ['不含创业者本人', 'Founders are not counted'],
  'figures.definition.jobs.2.formula': [
    '台账中截至当日生效的人数增减分录之和；每次月报记为与上次人数之差',
    'Sum of the ledger entries of changes in headcount that take effect by the end of the day; each return is entered as the difference from the one before',
  ],
  'figures.definition.returns.1.counted': [
    '带动就业月报，一户一月计一份',
    'Jobs returns, one for each venture and month',
  ],
  'figures.definition.returns.1.states': [
    '月末在园的创业主体报送的当月月报；更正后的月报仍计一份',
    'Returns for the month from ventures in a park at its end; one that was corrected still counts once',
  ],
  'figures.definition.returns.1.founder': ['不涉及', 'Not concerned'],
  'figures.definition.returns.1.formula': [
    '台账中在当月生效的月报分录之和，每份计 +1',
    'Sum of the ledger entries of returns that take effect in the month, each +1',
  ],
  'figures.definition.returns.2.counted': [
    '带动就业月报，一家一月计一份',
    'Jobs returns, one for each venture and month',
  ],
  'figures.definition.returns.2.states': [
    '月末在园的创业主体报送的当月月报；更正后的月报仍计一份',
    'Returns for the month from ventures in a park at its end; one that was corrected still counts once',
  ],
  'figures.definition.returns.2.founder': ['不涉及', 'Not concerned'],
  'figures.definition.returns.2.formula': [
    '台账中在当月生效的月报分录之和，每份计 +1',
    'Sum of the ledger entries of returns that take effect in the month, each +1',
  ],
  'figures.definition.waived-rent.1.counted': [
    '免租决定减免的场地租金；台账以分记账，公布以元计',
    'Rent of premises that a decision waived; kept in fen, published in yuan',
  ],
  'figures.definition.waived-rent.1.states': [
    '自开园以来累计；已批准的免租按月计入，每月的减免自该月免租的第一天起计；提前终止或撤销的，终止日以后的部分不计。申请中、公示中和不予批准的不计',
    'Since the beginning. Each month of a granted waiver counts from the first day of it that is covered; nothing after the day that it ended early or was revoked from. Cases that are open, on notice or refused do not count',
  ],
  'figures.definition.waived-rent.1.founder': ['不涉及', 'Not concerned'],
  'figures.definition.waived-rent.1.formula': [
    '台账中截至当日（含当日）生效的免租分录之和；首月、末月按天计算，四舍五入到分，末月补齐尾差；冲销记为负数',
    'Sum of the ledger entries of waived months that take effect by the end of the day; first and last month by the day, rounded to the fen, the last closing the sum; what is taken back is negative',
  ],
});
