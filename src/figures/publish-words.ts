import { defineWords } from '../language/words.js';

export const publishWords = defineWords({
  'figures.publish.link': ['公布这个数', 'Publish this number'],
  'figures.publish.title': ['公布数据', 'Publish a figure'],
  'figures.publish.lead': [
    '公布后永久保留，不能修改或删除；如有不当，只能更正或撤回。',
    'What is published stays for ever. It cannot be changed or deleted, only corrected or withdrawn.',
  ],
  'figures.publish.submit': ['下一步：核对', 'Next: check'],
  'figures.publish.last': ['公布前核对', 'Check before it is published'],
  'figures.publish.last-lead': [
    '公布后不能修改，只能更正或撤回，各版都会保留。请核对中英文两种表述。',
    'Once published it is not changed, only corrected or withdrawn, and every edition stays. Check both wordings.',
  ],
  'figures.publish.range': ['{wording}（代表 {range}）', '{wording} (stands for {range})'],
  'figures.publish.confirm': ['确认公布', 'Publish'],
  'figures.publish.back': ['返回修改', 'Go back and change'],
  'figures.publish.what': ['将要公布的数', 'The number to be published'],
  'figures.publish.wording-hint': [
    '须与实际数 {n} 相符，如 {example}',
    'It has to fit the value {n}, as {example} does',
  ],
  'figures.publish.source-hint': [
    '载于何处，如：2025年1月全市人社工作新闻发布会',
    'Where it is printed, such as: press briefing of January 2025',
  ],
  'figures.publish.ways': ['可用的表述', 'Wordings that fit'],
  'figures.publish.not-published': [
    '这一项不作为公布数据',
    'This number is not one that is published',
  ],
  'figures.publish.whole-only': [
    '只公布合计，不公布其中一类',
    'Only whole totals are published, not a share of one',
  ],
  'figures.publish.of-a-day': [
    '这一项按截至日期公布，不按月份公布',
    'This number is published as of a day, not of a month',
  ],
  'figures.publish.no-position': [
    '台账还没有记到这一笔',
    'The ledger has not reached this entry yet',
  ],
  'figures.publish.unstated': [
    '这一类人数没有任何主体填报过，不详，不能作为零公布；已公布的请撤回',
    'Nobody has ever stated how many workers are of this kind: that is not known, and cannot be published as nil. Withdraw what was published of it',
  ],
  'figures.publish.no-scope': ['没有这个统计范围', 'There is no such scope'],
  'figures.wording.unreadable': [
    '应为一个数，可加“余”“近”“约”等字样',
    'It has to be a number, alone or after over, nearly or about',
  ],
  'figures.wording.misses': [
    '按这种写法，取值范围不包括实际数 {n}',
    'Written so, it does not stand for {n}',
  ],
  'figures.wording.two-ranges': [
    '中英文表述的取值范围不同：须与“{zh}”代表同样的范围',
    'The two wordings stand for different numbers: this has to stand for what “{zh}” does',
  ],
  'figures.correct.link': ['更正或更新', 'Correct or supersede'],
  'figures.correct.title': ['更正或更新 {number}', 'Correct or supersede {number}'],
  'figures.correct.lead': [
    '另立新版，按台账目前的记载重新计算；原版保留。',
    'Makes a new edition, computed from the ledger as it stands; the one before stays.',
  ],
  'figures.correct.kind': ['更改性质', 'What it is'],
  'figures.correct.kind.corrected': ['更正：原公布有误', 'A correction: it was wrong as published'],
  'figures.correct.kind.superseded': [
    '更新：原公布无误，以后来掌握的情况为准',
    'An update: it was right, and what is known later replaces it',
  ],
  'figures.correct.before': ['原公布', 'Published before'],
  'figures.correct.after': ['按目前记载', 'As known today'],
  'figures.correct.reason-hint': [
    '写明为何更改，将随新版公开',
    'Why it changes; shown to the public with the new edition',
  ],
  'figures.correct.told-hint': [
    '写明已告知哪些单位或媒体，将随新版公开',
    'Which offices or papers were told; shown to the public with the new edition',
  ],
  'figures.correct.submit': ['公布新版', 'Publish the edition'],
  'figures.correct.earlier-position': [
    '不能早于原版的台账位置',
    'It cannot be earlier in the ledger than the edition before',
  ],
  'figures.correct.nothing-changed': [
    '数值、成员、口径和表述都与原版相同，无需另立新版',
    'Value, members, definition and wording are those of the edition before: there is nothing to change',
  ],
  'figures.withdraw.link': ['撤回', 'Withdraw'],
  'figures.withdraw.title': ['撤回 {number}', 'Withdraw {number}'],
  'figures.withdraw.lead': [
    '撤回后不再作为有效数据，且不能恢复；公布过的内容仍可查阅。',
    'It no longer stands, and that cannot be undone; what was published can still be read.',
  ],
  'figures.withdraw.submit': ['确认撤回', 'Withdraw'],
  'figures.withdrawn-already': ['该数据已经撤回', 'This figure has been withdrawn already'],
  'figures.edition-since': [
    '其他人刚刚为该数据公布了新版，请核对后重新办理',
    'Somebody has just published a newer edition of this figure; look at it first',
  ],
});
