import { z } from 'zod';
import { choice, optional, text, wholeNumber } from '../web/fields.js';
import type { Labels } from '../web/forms.js';
import { identityKinds } from './kinds.js';

export const ConsentForm = z.object({
  textVersion: wholeNumber(1, 10_000),
  agree: z.literal('yes', 'identities.consent.tick-missing'),
});

export const IdentityForm = z.object({
  kind: choice(identityKinds),
  number: text(60, { takesIdentity: true }),
  replaces: optional(z.iso.datetime()),
});

export const identityLabels: Labels = { kind: 'identities.kind', number: 'identities.number' };

export const CertificateForm = z.object({
  number: text(60, { takesIdentity: true }),
  replaces: optional(z.iso.datetime()),
});

export const certificateLabels: Labels = { number: 'identities.certificate.number' };

export const SearchForm = z.object({ number: text(60, { takesIdentity: true }) });
export const searchLabels: Labels = { number: 'identities.search.number' };

export const ShowForm = z.object({ reason: text(200) });
export const showLabels: Labels = { reason: 'identities.show.reason' };

/** A form that only confirms. */
export const NoFields = z.object({});
