import { defineWords } from '../language/words.js';

/** The notice of a case under a policy that pays money. */
export const noticeSubsidyWords = defineWords({
  'subsidy.notices.what': ['拟补贴', 'To be paid'],
});
