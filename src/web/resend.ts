import type { Request } from 'express';

/** Fields that no page shows again, by the end of their form's address. Passwords go by their name. */
const SECRET_FIELDS: { address: RegExp; name: string }[] = [
  { address: /\/code$/, name: 'code' },
  { address: /\/identity$/, name: 'number' },
  { address: /\/certificates\/\w+$/, name: 'number' },
  { address: /\/payees\/[\w-]+\/entry$/, name: 'number' },
  { address: /\/people\/search$/, name: 'number' },
];

/** What looks like a resident identity number, whatever field it stands in (GB 11643: region, birthday, sequence). */
const RESIDENT_NUMBER =
  /(?<!\d)\d{6}(18|19|20)\d\d(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])\d{3}[\dX](?!\d)/i;

/** A form that was not taken, so that its page can offer it again without a word lost. */
export type Resend = {
  action: string;
  fields: { name: string; value: string }[];
  /** Somebody entered something: signing out, for one, is only a button. */
  hasInput: boolean;
  /** Something was left out that may not be shown. */
  hasSecrets: boolean;
  /** It came with a file: browsers fill in none. */
  hasFile: boolean;
  /** How many files were chosen: they have to be chosen again. */
  files: number;
  /** Its page let choose several at once, as more than one was. */
  several: boolean;
};

/** The form of a request, without its token; null where there was none, or its body was not read. */
export function resendOf(req: Request): Resend | null {
  const body: unknown = req.body;
  if (req.method !== 'POST' || typeof body !== 'object' || body === null) return null;
  const sent = Object.entries(body)
    .filter(([name]) => name !== '_token')
    .flatMap(([name, value]) => [value].flat().map((text) => ({ name, value: String(text) })));
  const fields = sent.filter((field) => !isSecret(req.path, field));
  return {
    action: req.originalUrl,
    fields,
    hasInput: fields.some(({ name }) => !name.startsWith('_')),
    hasSecrets: fields.length < sent.length,
    hasFile: req.is('multipart/form-data') !== false,
    files: chosenFiles(req),
    several: chosenFiles(req) > 1,
  };
}

/** A browser sends an empty file without a name where none was chosen. */
function chosenFiles({ files }: Request): number {
  return Array.isArray(files) ? files.filter(({ originalname }) => originalname !== '').length : 0;
}

const isSecret = (path: string, { name, value }: { name: string; value: string }): boolean =>
  /password/i.test(name) ||
  SECRET_FIELDS.some((field) => field.name === name && field.address.test(path)) ||
  RESIDENT_NUMBER.test(value);
