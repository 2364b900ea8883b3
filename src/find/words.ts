import { defineWords } from '../language/words.js';

/** What the box in the head of every page says, and what it finds. */
export const findWords = defineWords({
  'find.label': ['全站查找', 'Find anything'],
  'find.hint': ['名称、拼音、编号、电话', 'Name, number or phone'],
  'find.submit': ['查找', 'Find'],
  'find.again': ['查找内容', 'What to find'],
  'find.title': ['查找', 'Find'],
  'find.title-of': ['查找“{q}”', 'Find “{q}”'],
  'find.lead': [
    '可按名称（汉字、拼音、首字母）、编号（末几位即可）、电话查找创业主体、人员、申请、场地、园区、政策、公布数据和文书。按 / 键可随时开始查找。',
    'Finds ventures, people, applications, spaces, parks, policies, published figures and letters: by name in characters, pinyin or initials, by a number or its last digits, and by phone. Press / on any page to begin.',
  ],
  'find.none': ['没有找到', 'Nothing found'],
  'find.none-text': [
    '请检查用字，或只输入其中一部分，如名称中的两个字、编号末四位。',
    'Check the spelling, or type a part of it: two characters of the name, the last four digits of the number.',
  ],
  'find.none-short': ['没有找到', 'Nothing found'],
  'find.some': ['找到 {n} 项', '{n} found'],
  'find.all': ['查看全部结果', 'See all results'],
  'find.more': ['查看全部', 'See all of them'],
  'find.more-words': ['还有更多，请输入更多内容', 'There are more: type more of it'],
  'find.by-sound': [
    '没有与“{q}”完全一致的，以下为读音相同的。',
    'Nothing is written “{q}”; these sound the same.',
  ],
  'find.by-slip': [
    '没有与“{q}”完全一致的，以下为相差一个字或一位的。',
    'Nothing is exactly “{q}”; these differ from it by one character.',
  ],
  'find.waiver': ['免租', 'Waiver'],
  'subsidy.find.waiver': ['补贴', 'Subsidy'],
  'find.group.ventures': ['创业主体', 'Ventures'],
  'find.group.people': ['人员', 'People'],
  'find.group.cases': ['申请', 'Applications'],
  'find.group.spaces': ['场地', 'Spaces'],
  'find.group.parks': ['园区', 'Parks'],
  'find.group.policies': ['政策', 'Policies'],
  'find.group.figures': ['公布数据', 'Published figures'],
  'find.group.documents': ['文书、免租和补贴', 'Letters, waivers and subsidies'],
});
