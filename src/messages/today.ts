import { time } from '../language/format.js';
import { linesOfAKind, type TodaySource } from '../people/today-lines.js';
import { presentRow } from './present.js';
import { unreadMessages } from './queries.js';

/** Messages that were not read yet, the newest first. */
export const messagesToday: TodaySource = async ({ reads, viewer, voice }) => {
  const { rows, total } = await unreadMessages(reads, viewer, linesOfAKind);
  return {
    id: 'messages',
    title: voice.say('outbox.today'),
    total,
    lines: rows.map((row) => {
      const { href, subject, createdAt } = presentRow(row, voice);
      const text = time(createdAt, voice.lang);
      const press = {
        label: voice.say('outbox.messages.read'),
        action: `${href}/read`,
        fields: [],
      };
      return {
        href,
        title: subject,
        text,
        due: null,
        isOverdue: false,
        phone: null,
        acts: [],
        press,
      };
    }),
    allHref: '/messages',
  };
};
