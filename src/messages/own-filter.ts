import { z } from 'zod';
import type { Say } from '../language/say.js';
import { filteredAddress } from '../web/addresses.js';
import { type ChosenField, chosenOf } from '../web/chosen-filters.js';
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

/** Links to what messages are about, one of them or all, each with the others of the filter kept. */
export const topicLinks = (filter: OwnMessagesFilter, say: Say) =>
  [null, ...topics].map((about) => ({
    href: messagesAddress(Object.assign({}, filter, { about, page: 1 })),
    label: say(about === null ? 'outbox.about.any' : `outbox.about.${about}`),
    isHere: about === filter.about,
  }));

/** The address of those alone that were not read. */
export const unreadAddress = (filter: OwnMessagesFilter): string =>
  messagesAddress(Object.assign({}, filter, { unread: 'yes', page: 1 }));

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
