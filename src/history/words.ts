import { defineWords } from '../language/words.js';

export const historyWords = defineWords({
  'record.changed-meanwhile': [
    '其他人刚刚更改了这条记录，请核对后重新提交',
    'Someone else has just changed this record; look at it and send your change again',
  ],
});
