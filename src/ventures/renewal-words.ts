import { defineWords } from '../language/words.js';

/** What the page says on which a lease is renewed. */
export const renewalWords = defineWords({
  'ventures.renewal.act': ['续租', 'Renew'],
  'ventures.renewal.title': ['续租', 'Renew a tenancy'],
  'ventures.renewal.lead': [
    '场地和面积不变，原租约到期后接着租用。租期、租金已按原租约填好，有变化的改一改即可。',
    'The same space and area, from the end of the present tenancy. Term and rent are filled in as they are now: change what is different.',
  ],
  'ventures.renewal.began-hint': [
    '原租约已到期未终止，到这一天的前一天为止',
    'The present tenancy ran out and goes on. It ends on the day before',
  ],
  'ventures.renewal.term-hint': [
    '含当日；已按原租期长短填好',
    'Inclusive; the same length as before',
  ],
  'ventures.renewal.term-hint-ahead': [
    '含当日；已按原租期的长短顺延到今天以后，另有约定的请改',
    'Inclusive; as many terms of the same length as reach beyond today. Change it if something else was agreed',
  ],
  'ventures.renewal.rent-hint': [
    '减免前的租金；合同约定不收租金的填 0',
    'Before any waiver; 0 if the contract asks for none',
  ],
  'ventures.renewal.means': ['续租后', 'What that means'],
  'ventures.renewal.market': [
    '自{day}起，按租用面积折算的市场租金为 {yuan} 元/月。',
    'From {day} the area would bring {yuan} yuan a month on the market.',
  ],
  'ventures.renewal.market-unknown': [
    '{day}的市场租金未登记，少收的租金不能计入租金优惠。',
    'The market rent on {day} is not known, so no relief is counted.',
  ],
  'ventures.renewal.forgone': [
    '每月比市场租金少收 {yuan} 元，计入约定少收租金。',
    'That is {yuan} yuan a month below the market, counted as rent forgone by agreement.',
  ],
  'ventures.renewal.waiver': [
    '{waiver}（申请编号 {number}）到{day}为止，不随续租延续；续租后要继续享受的，须重新申请。',
    '{waiver} (application {number}) runs until {day} and does not go on with the next tenancy: it has to be applied for anew.',
  ],
  'ventures.renewal.waiver-cut': [
    '{waiver}（申请编号 {number}）随原租约终止，到{day}为止，以后各月的金额收回；续租后要继续享受的，须重新申请。',
    '{waiver} (application {number}) ends with the present tenancy on {day}, and what it gives for later months is taken back. For the next tenancy it has to be applied for anew.',
  ],
  'ventures.renewal.due': [
    '没有减免的，自{day}起每月应付 {yuan} 元。',
    'Without a waiver {yuan} yuan a month remain to be paid from {day}.',
  ],
  'ventures.renewal.nothing-due': [
    '不收租金，没有要付的租金。',
    'No rent is charged, so nothing remains to be paid.',
  ],
  'ventures.renewal.again': ['按填写的重新计算', 'Show what that means'],
  'ventures.renewal.submit': ['确认续租', 'Renew'],
  'ventures.renewal.before-end': [
    '不能早于原租约约定租期的次日 {day}',
    'It cannot be before {day}, the day after the agreed term',
  ],
  'history.tenancy.renewed': ['续租', 'Tenancy renewed'],
});
