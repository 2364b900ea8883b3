import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { showUnread } from '../people/session-cookie.js';
import { viewerOf } from '../people/viewer.js';
import { localPath } from '../web/addresses.js';
import type { Deps } from '../web/deps.js';
import { allow, found } from '../web/errors.js';
import { choice, optional } from '../web/fields.js';
import { formView } from '../web/forms.js';
import { frameOf } from '../web/frame.js';
import { idParam } from '../web/id-param.js';
import { leadOn } from '../web/lead-on.js';
import { pageNumber } from '../web/page-number.js';
import { pagesOf } from '../web/pages.js';
import { readQuery } from '../web/read-query.js';
import type { RoomRoutes } from '../web/route-table.js';
import { unlessRefused } from '../web/unless-refused.js';
import { page } from '../web/views.js';
import {
  chosenMessages,
  messagesAddress,
  OwnMessagesFilter,
  topicLinks,
  unreadAddress,
} from './own-filter.js';
import { canSeeOutbox } from './permissions.js';
import { presentMessage, presentRow, presentSent } from './present.js';
import {
  allMessages,
  countUnread,
  findMessage,
  messagesOnAPage,
  ownMessages,
  states,
} from './queries.js';
import { readMessages } from './read-messages.js';

const ListFilter = z.object({
  state: optional(choice(states)),
  page: pageNumber,
});

/** One's own messages; and, for the auditor, whether those of the system went out. */
export function messageRoutes(deps: Deps): RoomRoutes {
  const router = Router();
  router.get('/messages', (req, res) => showOwn(deps, req, res));
  router.post('/messages/read', async (_req, res) => {
    await readMessages(deps.db, viewerOf(res), { at: deps.clock.now() });
    leadOn(res, '/messages', 'messages-read');
  });
  router.post('/messages/:id/read', (req, res) => markRead(deps, req, res));
  router.get('/messages/:id', (req, res) => showMessage(deps, req, res));
  router.get('/outbox', (req, res) => showAll(deps, req, res));
  return { signedIn: router };
}

async function showOwn({ db }: Deps, req: Request, res: Response): Promise<void> {
  const viewer = viewerOf(res);
  const filter = readQuery(OwnMessagesFilter, req);
  const { page: number, unread, about } = filter;
  const asked = { isUnread: unread !== null, about, page: number };
  const { rows, total } = await ownMessages(db, viewer, asked);
  const frame = frameOf(res);
  const { say } = frame;
  const at = { total, page: number, size: messagesOnAPage };
  page(res, 'messages/messages', {
    title: say('outbox.messages.title'),
    rows: rows.map((row) => presentRow(row, frame)),
    hasUnread: (frame.signedIn?.messages?.unread ?? 0) > 0,
    unreadHref: unread === null ? unreadAddress(filter) : null,
    topics: topicLinks(filter, say),
    chosen: chosenMessages(filter, say),
    pages: pagesOf(say, at, (to) => messagesAddress({ unread, about, page: to })),
  });
}

/** Opening it is reading it; where that cannot be written down, it can be read all the same and stays unread. */
async function showMessage({ db, clock }: Deps, req: Request, res: Response): Promise<void> {
  const viewer = viewerOf(res);
  const id = idParam(req.params.id);
  const message = found(await findMessage(db, viewer, id));
  const frame = frameOf(res);
  if (message.readAt === null) {
    await unlessRefused(req, readMessages(db, viewer, { id, at: clock.now() }));
    showUnread(res, await countUnread(db, viewer));
  }
  page(res, 'messages/message', {
    ...presentMessage(message, frame),
    crumbs: [{ href: '/messages', label: frame.say('outbox.messages.title') }],
  });
}

/** Read without opening it, from a list that says what it is about. */
async function markRead({ db, clock }: Deps, req: Request, res: Response): Promise<void> {
  const viewer = viewerOf(res);
  const { id } = found(await findMessage(db, viewer, idParam(req.params.id)));
  await readMessages(db, viewer, { id, at: clock.now() });
  leadOn(res, localPath(req.body.back) ?? '/messages', 'message-read');
}

async function showAll({ db }: Deps, req: Request, res: Response): Promise<void> {
  const viewer = viewerOf(res);
  allow(canSeeOutbox(viewer));
  const filter = readQuery(ListFilter, req);
  const { rows, total } = await allMessages(db, viewer, filter);
  const frame = frameOf(res);
  const { say } = frame;
  const state = filter.state === null ? '' : `state=${filter.state}&`;
  page(res, 'messages/list', {
    title: say('outbox.list.title'),
    form: formView(say, { state: filter.state ?? '' }),
    states: states.map((value) => ({ value: value, label: say(`outbox.state.${value}`) })),
    rows: rows.map((row) => presentSent(row, frame)),
    pages: pagesOf(
      say,
      { total, page: filter.page, size: messagesOnAPage },
      (number) => `/outbox?${state}page=${number}`,
    ),
  });
}
