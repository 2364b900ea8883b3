import { defineWords } from '../language/words.js';

export const todayWords = defineWords({
  'today.title': ['今日待办', 'Today'],
  'today.overdue': ['已超期', 'Overdue'],
  'today.all': ['查看全部 {n} 项', 'See all {n}'],
  'today.done': ['没有需要您办理的事项', 'Nothing waits for you'],
  'today.done-more': ['新的事项到您这里时，会列在本页。', 'Whatever comes to you will stand here.'],
  'today.own': ['查看我的申请', 'See my applications'],
});
