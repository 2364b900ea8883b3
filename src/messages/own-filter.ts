import { z } from 'zod';
import type { Say } from '../language/say.js';
import { filteredAddress } from '../web/addresses.js';
import { type ChosenField, chosenOf, type Option } from '../web/chosen-filters.js';
import { choice, optional } from '../web/fields.js';
import { pageNumber } from '../web/page-number.js';
import { topics } from './queries.js';

/** What is asked of one's own messages stands in the address. */
export const OwnMessagesFilter = z.object({
  unread: optional(choice(['yes'])),
  about: optional(choice(topics)),
  page: pageNumber,
});
type OwnMessagesFilter = z.output<typeof OwnMessagesFilter>;

/** The address of one's own messages under a filter; what is not chosen is left out. */
export const messagesAddress = (filter: Partial<OwnMessagesFilter>): string =>
  filteredAddress('/messages', filter, { page: 1 });

export const topicOptions = (say: Say): Option[] =>
  topics.map((value) => ({ value, label: say(`outbox.about.${value}`) }));

/** What they are narrowed by, in words, each with the messages that it leads to without it. */
export function chosenMessages(filter: OwnMessagesFilter, say: Say) {
  const { unread, about } = filter;
  const fields: ChosenField<OwnMessagesFilter>[] = [
    ['unread', say('outbox.messages.reading'), unread && say('outbox.messages.unread-only')],
    ['about', say('outbox.about'), about && say(`outbox.about.${about}`)],
  ];
  const without = (name: keyof OwnMessagesFilter) =>
    messagesAddress(Object.assign({}, filter, { [name]: null, page: 1 }));
  return chosenOf(fields, without, { say });
}
