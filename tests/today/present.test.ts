import { expect, it } from 'vitest';
import { makeSay } from '../../src/language/say.js';
import { presentToday } from '../../src/today/present.js';

it.each([
  ['0580-2281234-802', 'tel:05802281234,802'],
  ['0580-2281234', 'tel:05802281234'],
  ['13805801234', 'tel:13805801234'],
  ['+85221234567', 'tel:+85221234567'],
])('calls %s from the page of the day, with a pause before an extension', (phone, href) => {
  const line = {
    href: '/ventures/V2025-0001',
    title: '岱山渔具',
    text: '',
    due: null,
    isOverdue: false,
    phone,
    acts: [],
  };
  const section = { id: 'endings', title: '', total: 1, lines: [line], allHref: null };
  const { todo } = presentToday([section], { say: makeSay('zh'), lang: 'zh' });
  expect(todo[0]?.lines[0]?.phoneHref).toBe(href);
});
