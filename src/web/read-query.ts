import type { z } from 'zod';
import { BadRequest } from './errors.js';
import type { Sent } from './form-body.js';
import { readForm } from './forms.js';

/** What stands in an address after the ?, by its schema. @throws BadRequest with the first thing that is wrong */
export function readQuery<S extends z.ZodType>(
  schema: S,
  { query }: { query: unknown },
): z.output<S> {
  const read = readForm(schema, query as Sent);
  if (read.ok) return read.value;
  const [fault] = read.faults;
  if (fault?.key === 'web.field.choose') throw new BadRequest('web.query.unknown');
  // An error page says a key without values.
  throw new BadRequest(fault?.values ? 'web.field.wrong' : (fault?.key ?? null));
}
