import type { z } from 'zod';
import { WrongQuery } from './errors.js';
import type { Sent } from './form-body.js';
import { readForm } from './forms.js';

/**
 * What stands in an address after the ?, by its schema.
 * @param askedBy the page whose form asks for this one, where it has none itself
 * @throws WrongQuery with what is wrong, by the field
 */
export function readQuery<S extends z.ZodType>(
  schema: S,
  { query }: { query: unknown },
  askedBy: string | null = null,
): z.output<S> {
  const read = readForm(schema, only(namesOf(schema), query as Sent));
  if (read.ok) return read.value;
  throw new WrongQuery(read.faults, askedBy);
}

/** @throws WrongQuery for what is not among the choices of a list, by its field */
export function refuseNoChoice(
  field: string,
  value: string | null,
  choices: readonly string[],
): void {
  if (value === null || choices.includes(value)) return;
  throw new WrongQuery([{ field, key: 'web.field.choose' }]);
}

/** No more is looked at than is asked for: what nobody has looked at is known to say nothing on a page. */
function only(names: string[] | null, sent: Sent): Sent {
  if (names === null) return sent;
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = sent[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

/** The fields of a form; null where its schema is no object. */
function namesOf(schema: z.ZodType): string[] | null {
  const { def } = schema as unknown as { def: { type: string; in?: z.ZodType; shape?: object } };
  if (def.type === 'pipe' && def.in) return namesOf(def.in);
  return def.shape ? Object.keys(def.shape) : null;
}
