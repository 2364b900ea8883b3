import type { Request, Response } from 'express';
import { maskedPhone } from '../language/format.js';
import type { WordKey } from '../language/say.js';
import type { SealingDeps } from '../vault/deps.js';
import { localPath } from '../web/addresses.js';
import { type FormView, formView, type Typed } from '../web/forms.js';
import { frameOf } from '../web/frame.js';
import { leadOn } from '../web/lead-on.js';
import { page } from '../web/views.js';
import { codeOf } from './code-of.js';
import { openTicket, type Purpose } from './phone-codes.js';

/** A page of the site with what goes along in its address. */
export const addressOf = (path: string, query: Record<string, string>): string => {
  const filled = Object.entries(query).filter(([, value]) => value !== '');
  return filled.length === 0 ? path : `${path}?${new URLSearchParams(filled)}`;
};

export const nextOf = (next: unknown): string => localPath(next) ?? '';

/** Where a code is entered, and what stands around it. */
type CodePage = {
  purpose: Purpose;
  /** The address of the form for the phone, under which /code is this page. */
  path: string;
  view: 'notices/code' | 'people/phone-code' | 'people/register-code' | 'people/forgotten-code';
  title: WordKey;
  /** Where another code is asked for, when that needs the ticket; else the form for the phone. */
  again?: (ticket: string) => string;
};

/** Shows the page of a ticket; leads back to where a phone is typed if it can no longer be used. */
export async function codePage(
  { db, keys, clock }: SealingDeps,
  req: Request,
  res: Response,
  about: CodePage,
  refused: FormView | null = null,
): Promise<void> {
  const { say, isDemo } = frameOf(res);
  const sent = { ...req.query, ...(refused?.typed ?? {}) } as Typed;
  const next = nextOf(sent.next);
  const id = String(sent.ticket ?? '');
  const ticket = await openTicket(db, { id, purpose: about.purpose, at: clock.now() });
  const again = about.again?.(id) ?? addressOf(about.path, { next });
  if (!ticket && !refused) return leadOn(res, again);
  const form = refused ?? formView(say, { ticket: id, next });
  page(res, about.view, {
    title: say(about.title),
    form: { ...form, typed: { ...form.typed, ticket: id, next } },
    hasErrors: form.summary.length > 0,
    lead: ticket ? say('people.code.lead', { phone: maskedPhone(ticket.phone) }) : null,
    demo: ticket && isDemo ? say('people.code.demo', { code: codeOf(keys, id) }) : null,
    // With all of it in the address, the page in the other language is the same page.
    action: addressOf(`${about.path}/code`, { ticket: id, next }),
    again,
    signInHref: addressOf('/sign-in', { next }),
  });
}
