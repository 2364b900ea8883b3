import { defineWords } from '../../language/words.js';

/** What the page says that corrects the graduation day and the categories of a person. */
export const categoriesWords = defineWords({
  'ventures.categories.link': [
    '更正毕业日期或创业者类别',
    'Correct the graduation day or the categories',
  ],
  'ventures.categories.title': [
    '更正毕业日期和创业者类别',
    'Correct the graduation day and the categories',
  ],
  'ventures.categories.lead': [
    '用于登记有误、原本就不是这样的情况。更正后，按创业者类别统计的各期报表按更正后的内容计算，更正前后的内容都留在办理记录中。类别到期的，填写最后一天；从来不属于该类别的，勾选登记错误。',
    'For what was otherwise all along. Every report by categories of founders then counts what is right, and the history keeps both. Enter the last day of a category that ended; tick one that never was.',
  ],
  'ventures.categories.row': ['类别 {n}', 'Category {n}'],
  'ventures.categories.none': ['（不填）', '(none)'],
  'ventures.categories.until': ['最后一天', 'Last day'],
  'ventures.categories.until-hint': [
    '属于该类别的最后一天，仍然属于的留空',
    'The last day on which it holds; blank while it does',
  ],
  'ventures.categories.gone': ['登记错误，不属于该类别', 'Entered by mistake: never was'],
  'ventures.categories.reason-hint': [
    '写明原来为何有误，如看错证件上的日期。将留在办理记录中。',
    'Say what was wrong, such as a date misread from a document. It stays in the history.',
  ],
  'ventures.categories.twice': [
    '同一类别的时间有重叠',
    'The same category is entered twice for some day',
  ],
  'ventures.categories.rests-waiver': [
    '{number} 按现有毕业日期或类别批准并计入金额，请先撤销',
    '{number} was granted on the graduation day or a category as it is, and counts; revoke it first',
  ],
});
