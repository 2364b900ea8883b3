import { z } from 'zod';
import type { Sent } from './form-body.js';

/** A check looked at a field that could not be read: it has nothing to say yet. */
class Unread extends Error {}

/**
 * What the checks of a form find that look at several of its fields, where others of them could not be read: a schema
 * runs them only once every field is right, and whoever sends the form would be told one thing after another.
 * Each check is run by itself, with the fields that were read; one that looks at another is left out. The rows of a list
 * are such forms too.
 */
export function checksOfRest(schema: z.ZodType, sent: unknown): z.core.$ZodIssue[] {
  return formsIn(schema, sent).flatMap(({ form, input }) => [
    ...checksOf(form, input),
    ...checksOfRows(form, input),
  ]);
}

function checksOf(form: z.ZodObject, input: Sent): z.core.$ZodIssue[] {
  const read = readableOf(form, input);
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

const checksOfRows = (form: z.ZodObject, input: Sent): z.core.$ZodIssue[] =>
  Object.entries(form.shape as Record<string, z.ZodType>).flatMap(([name, field]) => {
    const rows: unknown = input[name];
    if (!(field instanceof z.ZodArray) || !Array.isArray(rows)) return [];
    return rows.flatMap((row, index) =>
      checksOfRest(field.element as z.ZodType, row).map((issue) => ({
        ...issue,
        path: [name, index, ...issue.path],
      })),
    );
  });

type FormIn = { form: z.ZodObject; input: Sent };

/** The forms of a schema and what they are read from: what was sent, or what a step before makes of it. */
function formsIn(schema: z.ZodType, input: unknown): FormIn[] {
  if (typeof input !== 'object' || input === null) return [];
  if (schema instanceof z.ZodObject) return [{ form: schema, input: input as Sent }];
  if (schema instanceof z.ZodIntersection) {
    const { left, right } = (schema as z.ZodIntersection<z.ZodType, z.ZodType>).def;
    return [...formsIn(left, input), ...formsIn(right, input)];
  }
  if (schema instanceof z.ZodDiscriminatedUnion) {
    const option = optionOf(schema, input as Sent);
    return option === undefined ? [] : formsIn(option, input);
  }
  if (!(schema instanceof z.ZodPipe)) return [];
  const { in: first, out: second } = schema as z.ZodPipe<z.ZodType, z.ZodType>;
  if (!(first instanceof z.ZodTransform)) return formsIn(first, input);
  const made = first.safeParse(input);
  return made.success ? formsIn(second, made.data) : [];
}

/** The one of several kinds of form that was sent. */
function optionOf({ def }: z.ZodDiscriminatedUnion, input: Sent): z.ZodType | undefined {
  const options = def.options as z.ZodObject[];
  const kind = def.discriminator;
  return options.find(({ shape }) => (shape[kind] as z.ZodType).safeParse(input[kind]).success);
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
