import { defineWords } from '../../language/words.js';

/** What the pages about likely doubles say. */
export const doublesWords = defineWords({
  'ventures.doubles.page': ['疑似重复登记', 'Likely doubles'],
  'ventures.doubles.lead': [
    '名称相同或相近、联系电话相同、创业者手机号相同的创业主体。是同一家的，合并；不是的，写明理由，以后不再列出。同一个号码登记超过10家的视为代办电话，不作为依据。',
    'Ventures with the same or a similar name, the same telephone number, or a founder under the same number. Merge those that are one; of those that are two say why, and they are not listed again. A number that more than ten ventures share is taken for an agent’s and tells nothing.',
  ],
  'ventures.doubles.of': ['登记的是', 'Records of'],
  'ventures.doubles.ventures': ['创业主体', 'Ventures'],
  'ventures.doubles.people': ['人员', 'People'],
  'ventures.doubles.state-open': ['待核实', 'To be checked'],
  'ventures.doubles.state-decided': ['已认定不是同一家', 'Found to be two'],
  'ventures.doubles.first': ['先登记的', 'Logged first'],
  'ventures.doubles.second': ['后登记的', 'Logged later'],
  'ventures.doubles.why': ['依据', 'By what'],
  'ventures.doubles.act': ['办理', 'To do'],
  'ventures.doubles.merge': ['比对并合并', 'Compare and merge'],
  'ventures.doubles.distinct': ['不是同一家', 'These are two'],
  'ventures.doubles.withdraw': ['收回认定', 'Take back'],
  'ventures.doubles.decided-by': ['认定人', 'Found by'],
  'ventures.doubles.decided-at': ['认定时间', 'Found at'],
  'ventures.doubles.none': ['没有疑似重复登记的创业主体', 'No likely doubles'],
  'ventures.doubles.none-decided': ['没有已认定的', 'None were found to be two'],
  'ventures.doubles.to-bureau': ['跨园区，由市局核实', 'Across parks: the bureau checks it'],
  'ventures.doubles.distinct-title': ['认定不是同一家', 'Say that these are two'],
  'ventures.doubles.distinct-lead': [
    '与 {other} 不是同一家。认定后不再列为疑似重复，可以收回。',
    '{other} is another venture. The two are then no longer listed as likely doubles; this can be taken back.',
  ],
  'ventures.doubles.distinct-hint': [
    '写明区别，如地址、创业者、经营内容不同。将留在两家的办理记录中。',
    'Say what tells them apart, such as another address, founder or trade. It stays in the history of both.',
  ],
  'history.venture.distinguished': ['认定与另一家不是同一家', 'Found to be two different ventures'],
  'history.venture.distinction-withdrawn': [
    '收回“不是同一家”的认定',
    'Finding of two different ventures withdrawn',
  ],
  'history.field.otherNumber': ['另一家', 'The other'],
});
