import { defineWords } from '../language/words.js';

export const definitionWords = defineWords({
  'figures.place.definitions': ['指标口径', 'Definitions'],
  'figures.definitions.title': ['指标口径', 'What each measure means'],
  'figures.definitions.lead': [
    '每项指标数什么、怎么算，都有固定口径和版本号。口径如有变化，另立新版本；已公布的数据始终按公布时的版本解释。',
    'What each measure counts and how, in numbered versions. A change of meaning is a new version; a published figure keeps the one that it was published under.',
  ],
  'figures.definitions.version': ['第 {version} 版', 'Version {version}'],
  'figures.definitions.since': ['启用日期', 'In use since'],
  'figures.definitions.current': ['现行', 'In use'],
  'figures.definitions.former': ['仅用于以往公布的数据', 'For figures published before'],
  'figures.definitions.unit': ['计量单位', 'Unit'],
  'figures.definitions.kind': ['指标类型', 'Kind'],
  'figures.definitions.stock': ['时点数：截至某一天的存量', 'Stock: what stands on a day'],
  'figures.definitions.flow': ['时期数：某个月内发生的数量', 'Flow: what happened in a month'],
  'figures.definitions.counted': ['统计对象', 'Counts'],
  'figures.definitions.states': ['计入范围', 'States included'],
  'figures.definitions.founder': ['创业者本人', 'Founders'],
  'figures.definitions.formula': ['计算方法', 'Formula'],
});
