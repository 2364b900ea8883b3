import { maskedPhone } from '../language/format.js';
import type { Voice } from '../language/say.js';
import { bodyOf, subjectOf } from '../outbox/values.js';
import type { OwnMessage, SentMessage, State } from './queries.js';

export const presentRow = (message: OwnMessage, voice: Voice) => ({
  href: `/messages/${message.id}`,
  subject: subjectOf(message, voice),
  body: bodyOf(message, voice),
  createdAt: message.createdAt,
  isUnread: message.readAt === null,
});

export const presentMessage = (message: OwnMessage, voice: Voice) => ({
  title: subjectOf(message, voice),
  body: bodyOf(message, voice),
  createdAt: message.createdAt,
  goHref: message.href,
});

export function presentSent(message: SentMessage, voice: Voice) {
  const state = stateOf(message);
  return {
    createdAt: message.createdAt,
    subject: subjectOf(message, voice),
    to: recipientOf(message),
    state: voice.say(`outbox.state.${state}`),
    tone: state === 'failed' ? 'stop' : state === 'waiting' ? 'heed' : 'sea',
    sentAt: message.sentAt,
    attempts: message.attempts,
    why: message.lastError ?? '',
  };
}

function stateOf({ sentAt, nextTryAt }: SentMessage): State {
  if (sentAt !== null) return 'sent';
  return nextTryAt === null ? 'failed' : 'waiting';
}

function recipientOf({ phone, account, person }: SentMessage): string {
  if (phone !== null) return maskedPhone(phone);
  if (account) return `${account.name} · ${account.username}`;
  return person ? `${person.number} ${person.name}` : '';
}
