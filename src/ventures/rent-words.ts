import { defineWords } from '../language/words.js';

/** What is said of a rent that changes within one lease. */
export const rentWords = defineWords({
  'ventures.rent.steps': ['免租期和租金调整', 'Rent-free days and steps of the rent'],
  'ventures.rent.steps-lead': [
    '合同约定前几周不收租金，或租期内租金分段调整的，在此填写；没有的留空。上面的“租金”为免租期满后、第一次调整前的月租金。',
    'Only where the contract begins without rent, or the rent changes within the term. The rent above is that after the rent-free days and before the first step.',
  ],
  'ventures.rent.free-last': ['免租期最后一天', 'Last rent-free day'],
  'ventures.rent.free-hint': [
    '自起租之日起不收租金，含当日',
    'No rent is due from the first day up to and including this one',
  ],
  'ventures.rent.step-from-1': ['第 1 次调整：自', 'Step 1: from'],
  'ventures.rent.step-from-2': ['第 2 次调整：自', 'Step 2: from'],
  'ventures.rent.step-from-3': ['第 3 次调整：自', 'Step 3: from'],
  'ventures.rent.step-from-4': ['第 4 次调整：自', 'Step 4: from'],
  'ventures.rent.step-rent-1': ['第 1 次调整后的租金', 'Step 1: rent'],
  'ventures.rent.step-rent-2': ['第 2 次调整后的租金', 'Step 2: rent'],
  'ventures.rent.step-rent-3': ['第 3 次调整后的租金', 'Step 3: rent'],
  'ventures.rent.step-rent-4': ['第 4 次调整后的租金', 'Step 4: rent'],
  'ventures.rent.step-order': [
    '各次调整的日期应在租期内、免租期之后，并先后排列',
    'Steps lie within the term, after the rent-free days, one after the other',
  ],
  'ventures.rent.free-outside': ['免租期应在租期之内', 'The rent-free days lie within the term'],
  'ventures.rent.from': ['{day}起每月 {yuan} 元', '{yuan} yuan a month from {day}'],
  'ventures.rent.spell': ['{from}至{to}每月 {yuan} 元', '{yuan} yuan a month from {from} to {to}'],
  'ventures.rent.free-spell': ['{from}至{to}不收租金', 'No rent from {from} to {to}'],
});
