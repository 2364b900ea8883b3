import { defineWords } from '../language/words.js';

/** What is said otherwise where a policy pays money: `subsidy.` stands before the key that it takes the place of. */
export const policySubsidyWords = defineWords({
  'subsidy.policies.finding.amount': ['有可补贴的金额', 'There is an amount to pay'],
  'subsidy.policies.looked.no-rent': [
    '每月租金为 0 元，没有可补贴的租金',
    'The rent is 0 yuan a month: there is none to subsidise',
  ],
  'subsidy.policies.amount.whole': ['按租金全额补贴', 'As much as the rent'],
  'subsidy.policies.tried.money': [
    '补贴总额：实际 {decided} 元，按草案 {drafted} 元，相差 {more} 元',
    'In all: {decided} yuan as decided, {drafted} yuan under the draft, a difference of {more} yuan',
  ],
  'subsidy.policies.outcome.no-rent': [
    '符合条件，不付租金，没有可补贴的金额',
    'Eligible; no rent is paid, so there is nothing to subsidise',
  ],
});
