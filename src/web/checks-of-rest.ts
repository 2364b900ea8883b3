import { z } from 'zod';
import type { Sent } from './form-body.js';

/** A check looked at a field that could not be read: it has nothing to say yet. */
class Unread extends Error {}

/**
 * What the checks of a form find that look at several of its fields, where others of them could not be read: a schema
 * runs them only once every field is right, and whoever sends the form would be told one thing after another.
 * Each check is run by itself, with the fields that were read; one that looks at another is left out.
 */
export function checksOfRest(schema: z.ZodType, sent: unknown): z.core.$ZodIssue[] {
  const { form, input } = formIn(schema, sent);
  if (form === null) return [];
  const read = readableOf(form, input as Sent);
  return (form.def.checks ?? []).flatMap((check) => {
    try {
      const alone = z.any().check(check as Parameters<z.ZodAny['check']>[0]);
      return alone.safeParse(read).error?.issues ?? [];
    } catch (error) {
      if (error instanceof Unread) return [];
      throw error;
    }
  });
}

/** The fields of a schema and what they are read from: what was sent, or what a step before makes of it. */
function formIn(schema: z.ZodType, input: unknown): { form: z.ZodObject | null; input: unknown } {
  if (schema instanceof z.ZodObject) return { form: schema, input };
  if (!(schema instanceof z.ZodPipe)) return { form: null, input };
  const { in: first, out: second } = schema as z.ZodPipe<z.ZodType, z.ZodType>;
  if (!(first instanceof z.ZodTransform)) return formIn(first, input);
  const made = first.safeParse(input);
  return made.success ? formIn(second, made.data) : { form: null, input };
}

/** The fields that can be read. To ask for another is `Unread`. */
function readableOf(form: z.ZodObject, sent: Sent): object {
  const fields = Object.entries(form.shape as Record<string, z.ZodType>);
  const read = new Map(fields.map(([name, field]) => [name, field.safeParse(sent[name])]));
  return new Proxy(
    Object.fromEntries(
      [...read].flatMap(([name, { success, data }]) => (success ? [[name, data]] : [])),
    ),
    {
      get(target, name) {
        if (typeof name === 'string' && read.get(name)?.success === false) throw new Unread();
        return Reflect.get(target, name);
      },
    },
  );
}
