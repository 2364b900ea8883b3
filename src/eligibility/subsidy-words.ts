import { defineWords } from '../language/words.js';

/** The check of a policy that pays money: what it says in place of waiving or paying. */
export const eligibilitySubsidyWords = defineWords({
  'subsidy.eligibility.result.no-rent': [
    '您现在不付租金，没有可补贴的租金，不用申请',
    'You pay no rent at present: there is none to subsidise and nothing to apply for',
  ],
  'subsidy.eligibility.result.settle': [
    '入驻园区后可享受，合计补贴 {yuan} 元，扣除后还需自付租金 {remains} 元',
    'Once settled in a park, paid to you in all: {yuan} yuan; {remains} yuan of rent remain your own',
  ],
  'subsidy.eligibility.result.gives': [
    '{from}至{to}，合计补贴 {yuan} 元，扣除后还需自付租金 {remains} 元',
    '{from} to {to}, paid to you in all: {yuan} yuan; {remains} yuan of rent remain your own',
  ],
  'subsidy.eligibility.result.one-month': [
    '{from}，补贴 {yuan} 元，扣除后还需自付租金 {remains} 元',
    '{from}: paid to you {yuan} yuan; {remains} yuan of rent remain your own',
  ],
  'subsidy.eligibility.result.monthly': [
    '{months}每月：租金 {rent} 元，补贴 {each} 元，还需自付 {remains} 元',
    '{months}, each month: rent {rent} yuan, paid to you {each}, your own {remains}',
  ],
  'subsidy.eligibility.result.each': ['每月补贴（元）', 'Paid a month, yuan'],
  'subsidy.eligibility.result.remains': ['每月自付租金（元）', 'Rent of your own a month, yuan'],
  'subsidy.eligibility.result.remains-total': [
    '自付租金合计（元）',
    'Rent of your own in all, yuan',
  ],
  'subsidy.eligibility.result.sum': ['补贴小计（元）', 'Paid together, yuan'],
  'subsidy.eligibility.result.then-no-rent': [
    '做到后即符合条件。您填写的租金为 0 元：不收租金的场地没有可补贴的租金，不用申请；收租金的，按下列标准补贴。',
    'Then you are eligible. You gave a rent of 0 yuan: without rent there is nothing to subsidise; where rent is due, this is what is paid.',
  ],
  'subsidy.eligibility.result.then-rates': [
    '做到后即符合条件，选定场地后按下列标准补贴。',
    'Then you are eligible: for the premises that you choose, this is paid to you.',
  ],
  'subsidy.eligibility.result.state.no-rent': ['不付租金，不用申请', 'No rent to subsidise'],
});
