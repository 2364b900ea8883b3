import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const source = path.join(import.meta.dirname, '../../src');
const declaration =
  /export (?:async )?(?:function\*? (\w+)|const (\w+) = (?:async )?)(?:<[^(]*>)?\(/g;

/** An exported function that takes an actor and a transaction, or the database: it writes in somebody's name. */
export type ActingFunction = { file: string; name: string };

/** Every one of them in the rooms, read from the source: none is listed by hand. */
export function actingFunctions(): ActingFunction[] {
  return sourceFiles().flatMap((file) =>
    declarationsIn(readFileSync(path.join(source, file), 'utf8'))
      .filter(({ params }) => takes(params, /^\w+: (Tx|Db)$/) && takes(params, /^by: \w+$/))
      .map(({ name }) => ({ file, name })),
  );
}

const takes = (params: string[], parameter: RegExp): boolean =>
  params.some((param) => parameter.test(param));

/** The files of src that are written by hand. */
export const sourceFiles = (): string[] =>
  (readdirSync(source, { recursive: true }) as string[])
    .filter((file) => file.endsWith('.ts') && !file.startsWith('database'))
    .sort();

/** The names that a file imports and the text below its imports. */
export const readSource = (file: string): string => readFileSync(path.join(source, file), 'utf8');

function declarationsIn(text: string): { name: string; params: string[] }[] {
  return [...text.matchAll(declaration)].map((match) => ({
    name: (match[1] ?? match[2]) as string,
    params: paramsFrom(text, match.index + match[0].length),
  }));
}

/** The parameters of a list that begins at a place, each as it is written. */
function paramsFrom(text: string, start: number): string[] {
  const params = [''];
  let depth = 1;
  for (let at = start; depth > 0 && at < text.length; at++) {
    const char = text[at] as string;
    if ('([{<'.includes(char)) depth++;
    if (')]}'.includes(char) || (char === '>' && text[at - 1] !== '=')) depth--;
    if (depth === 1 && char === ',') params.push('');
    else if (depth > 0) params[params.length - 1] += char;
  }
  return params.map((param) => param.trim()).filter((param) => param !== '');
}
