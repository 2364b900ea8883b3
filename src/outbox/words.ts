import { defineWords } from '../language/words.js';

export const outboxWords = defineWords({
  'outbox.nav': ['消息', 'Messages'],
  'outbox.nav-unread': ['消息（{n}）', 'Messages ({n})'],
  'outbox.text': ['【没有围墙的创业园】{body}', '[Parks Without Walls] {body}'],
  'outbox.messages.title': ['我的消息', 'Your messages'],
  'outbox.messages.none': ['暂无消息', 'No messages'],
  'outbox.messages.none-lead': [
    '事项有新进展时，会在这里告知您。',
    'When something of yours moves on, you are told here.',
  ],
  'outbox.messages.unread': ['未读', 'New'],
  'outbox.messages.read-all': ['全部标为已读', 'Mark all as read'],
  'outbox.messages.go': ['查看详情', 'Open it'],
  'outbox.list.title': ['消息发送记录', 'Messages sent'],
  'outbox.list.lead': [
    '系统发出的全部消息及发送情况。为保护个人信息，不显示正文，手机号只显示首尾。',
    'Every message of the system and whether it went out. Bodies are not shown, and phones only in part.',
  ],
  'outbox.list.link': ['消息发送记录', 'Messages sent'],
  'outbox.list.none': ['还没有消息', 'There are no messages yet'],
  'outbox.list.created': ['产生时间', 'Written'],
  'outbox.list.subject': ['事由', 'Subject'],
  'outbox.list.to': ['接收人', 'To'],
  'outbox.list.state': ['发送情况', 'State'],
  'outbox.list.sent': ['发送时间', 'Sent'],
  'outbox.list.attempts': ['尝试次数', 'Tries'],
  'outbox.list.why': ['未发送原因', 'Why not'],
  'outbox.list.any-state': ['全部', 'Any'],
  'outbox.state.sent': ['已发送', 'Sent'],
  'outbox.state.waiting': ['待发送', 'Waiting'],
  'outbox.state.failed': ['未能发送', 'Not sent'],
});
