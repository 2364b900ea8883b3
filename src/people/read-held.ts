import { z } from 'zod';
import { localPath } from '../web/addresses.js';
import type { Resend } from '../web/resend.js';

const Held = z.object({
  action: z.string(),
  fields: z.array(z.object({ name: z.string(), value: z.string() })),
  hasInput: z.boolean(),
  hasSecrets: z.boolean(),
  hasFile: z.boolean(),
  files: z.int().min(0).max(100).default(0),
  several: z.boolean().default(false),
});

/** What was carried along; null for nothing, or what this site has not made. */
export function readHeld(text: string): Resend | null {
  const read = Held.safeParse(parsed(text));
  if (!read.success || localPath(read.data.action) === null) return null;
  const { fields, ...held } = read.data;
  return { ...held, fields: fields.filter(({ name }) => name !== '_token') };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
